import { sql } from 'kysely';
import { batchFilter } from '../../../contract/letter-batches.ts';
import type { IsoInstant } from '../../../domain/shared/iso-date.ts';
import type {
  BatchItem,
  LetterBatch,
  LetterBatchReader,
  LetterBatchWriter,
} from '../../app/letters/batches/ports.ts';
import type { Reader, Transactor } from '../database.ts';
import { jsonRows } from '../dialect/json-rows.ts';
import { batchSubjects } from './batch-subjects.ts';

/** Items written by one statement. */
const PORTION = 500;

export class LetterBatchReadRepo implements LetterBatchReader {
  readonly #db: Reader['db'];
  constructor({ db }: Reader | Transactor) {
    this.#db = db;
  }

  subjects: LetterBatchReader['subjects'] = (filter, withoutAddress) =>
    batchSubjects(this.#db, filter, withoutAddress);

  list: LetterBatchReader['list'] = async ({ offset, limit }) => {
    const { total } = await this.#db
      .selectFrom('letter_batch')
      .select((eb) => eb.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow();
    const ids = await this.#db
      .selectFrom('letter_batch')
      .orderBy('started_at', 'desc')
      .orderBy('id', 'desc')
      .offset(offset)
      .limit(limit)
      .select('id')
      .execute();
    return { rows: await this.#batches(ids.map(({ id }) => id)), total };
  };

  async byId(id: string): Promise<LetterBatch | undefined> {
    return (await this.#batches([id]))[0];
  }

  items: LetterBatchReader['items'] = async ({ id, state, offset, limit }) => {
    const found = this.#items(id).$if((state?.length ?? 0) > 0, (query) =>
      query.where('i.state', 'in', state ?? []),
    );
    const { total } = await found
      .clearSelect()
      .select((eb) => eb.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow();
    const rows = await found.orderBy('i.place').offset(offset).limit(limit).execute();
    return { rows: rows.map(toItem), total };
  };

  pending: LetterBatchReader['pending'] = async (id, limit) => {
    const rows = await this.#items(id)
      .where('i.state', '=', 'pending')
      .orderBy('i.place')
      .limit(limit)
      .execute();
    return rows.map(toItem);
  };

  letters: LetterBatchReader['letters'] = async (id) => {
    const rows = await this.#db
      .selectFrom('letter_batch_item as i')
      .innerJoin('letter as l', 'l.id', 'i.letter_id')
      .innerJoin('beneficiary as b', 'b.id', 'i.beneficiary_id')
      .where('i.batch_id', '=', id)
      .orderBy('i.place')
      .select(['l.id', 'l.number', 'l.sha256', 'l.life', 'b.full_name as name'])
      .execute();
    return rows.map(({ life, ...letter }) => ({ ...letter, isVoid: life === 'void' }));
  };

  unset: LetterBatchReader['unset'] = async (id) => {
    const rows = await this.#db
      .selectFrom('letter_batch_item as i')
      .innerJoin('letter as l', 'l.id', 'i.letter_id')
      .where('i.batch_id', '=', id)
      .where('l.file', '<>', 'ready')
      .where('l.life', '<>', 'void')
      .orderBy('i.place')
      .select('l.id')
      .execute();
    return rows.map((row) => row.id);
  };

  running: LetterBatchReader['running'] = async () => {
    const rows = await this.#db
      .selectFrom('letter_batch')
      .where('state', '=', 'running')
      .orderBy('started_at')
      .select('id')
      .execute();
    return rows.map(({ id }) => id);
  };

  hasLetter: LetterBatchReader['hasLetter'] = async (kind, caseType, caseId) => {
    const row = await this.#db
      .selectFrom('letter')
      .where('case_type', '=', caseType)
      .where('case_id', '=', caseId)
      .where('template', '=', kind)
      .where('life', '<>', 'void')
      .select('id')
      .limit(1)
      .executeTakeFirst();
    return row !== undefined;
  };

  faults: LetterBatchReader['faults'] = async () => {
    const rows = await this.#db
      .selectFrom('letter_batch_item as i')
      .innerJoin('letter_batch as g', 'g.id', 'i.batch_id')
      .leftJoin('letter as l', 'l.id', 'i.letter_id')
      .where((eb) =>
        eb.or([
          eb.and([
            eb('i.letter_id', 'is not', null),
            eb.or([
              eb('l.id', 'is', null),
              eb('l.beneficiary_id', '<>', eb.ref('i.beneficiary_id')),
              eb('l.case_id', '<>', eb.ref('i.case_id')),
              eb('l.template', '<>', eb.ref('g.kind')),
            ]),
          ]),
          eb.and([eb('g.state', '=', 'done'), eb('i.state', '=', 'pending')]),
        ]),
      )
      .orderBy('i.batch_id')
      .orderBy('i.place')
      .select(['i.batch_id as batchId', 'i.place'])
      .execute();
    return rows;
  };

  #items(id: string) {
    return this.#db
      .selectFrom('letter_batch_item as i')
      .innerJoin('beneficiary as b', 'b.id', 'i.beneficiary_id')
      .leftJoin('letter as l', 'l.id', 'i.letter_id')
      .where('i.batch_id', '=', id)
      .select([
        'i.place',
        'i.case_type',
        'i.case_id',
        'i.case_number',
        'i.state',
        'i.reason',
        'i.letter_id',
        'l.number as letter_number',
        'b.id as beneficiary_id',
        'b.full_name',
        'b.national_id',
      ]);
  }

  async #batches(ids: readonly string[]): Promise<LetterBatch[]> {
    const rows = await this.#db
      .selectFrom('letter_batch as g')
      .innerJoin('officer as o', 'o.id', 'g.started_by')
      .where('g.id', 'in', ids)
      .select(['g.id', 'g.kind', 'g.filter', 'g.state', 'g.started_by', 'g.started_at'])
      .select(['g.finished_at', 'o.full_name'])
      .execute();
    const counts = await this.#db
      .selectFrom('letter_batch_item as i')
      .leftJoin('letter as l', 'l.id', 'i.letter_id')
      .where('i.batch_id', 'in', ids)
      .groupBy('i.batch_id')
      .select((eb) => [
        'i.batch_id',
        eb.fn.countAll<number>().as('total'),
        sql<number>`count(case i.state when 'pending' then 1 end)`.as('pending'),
        sql<number>`count(case i.state when 'issued' then 1 end)`.as('issued'),
        sql<number>`count(case i.state when 'skipped' then 1 end)`.as('skipped'),
        sql<number>`count(case l.file when 'ready' then 1 end)`.as('ready'),
      ])
      .execute();
    const countOf = new Map(counts.map(({ batch_id, ...numbers }) => [batch_id, numbers]));
    const none = { total: 0, pending: 0, issued: 0, skipped: 0, ready: 0 };
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.flatMap((id) => {
      const row = byId.get(id);
      return row === undefined
        ? []
        : [
            {
              id: row.id,
              kind: row.kind,
              filter: batchFilter.parse(JSON.parse(row.filter)),
              state: row.state,
              startedById: row.started_by,
              startedBy: row.full_name,
              startedAt: row.started_at as IsoInstant,
              finishedAt: row.finished_at as IsoInstant | null,
              ...(countOf.get(id) ?? none),
            },
          ];
    });
  }
}

function toItem(row: {
  readonly place: number;
  readonly case_type: BatchItem['caseType'];
  readonly case_id: string;
  readonly case_number: string;
  readonly state: BatchItem['state'];
  readonly reason: string | null;
  readonly letter_id: string | null;
  readonly letter_number: string | null;
  readonly beneficiary_id: string;
  readonly full_name: string;
  readonly national_id: string;
}): BatchItem {
  return {
    place: row.place,
    caseType: row.case_type,
    caseId: row.case_id,
    caseNumber: row.case_number,
    state: row.state,
    reason: row.reason,
    letterId: row.letter_id,
    letterNumber: row.letter_number,
    beneficiaryId: row.beneficiary_id,
    name: row.full_name,
    nationalId: row.national_id,
  };
}

export class LetterBatchWriteRepo extends LetterBatchReadRepo implements LetterBatchWriter {
  readonly #db: Transactor['db'];
  constructor(tx: Transactor) {
    super(tx);
    this.#db = tx.db;
  }

  add: LetterBatchWriter['add'] = async ({ id, filter, subjects, officerId, at }) => {
    await this.#db
      .insertInto('letter_batch')
      .values({
        id,
        kind: filter.kind,
        filter: JSON.stringify(filter),
        state: 'running',
        started_by: officerId,
        started_at: at,
        finished_at: null,
      })
      .execute();
    for (let from = 0; from < subjects.length; from += PORTION) {
      const rows = subjects
        .slice(from, from + PORTION)
        .map((subject, index) => [
          from + index + 1,
          subject.beneficiaryId,
          subject.caseType,
          subject.caseId,
          subject.caseNumber,
          subject.excluded,
        ]);
      const columns = ['place', 'person', 'case_type', 'case_id', 'case_number', 'reason'];
      await sql`
        insert into letter_batch_item
          (batch_id, place, beneficiary_id, case_type, case_id, case_number, state, reason)
        select ${id}, place, person, case_type, case_id, case_number,
          case when reason is null then 'pending' else 'skipped' end, reason
        from ${jsonRows(rows, columns, 'given')}`.execute(this.#db);
    }
  };

  settle: LetterBatchWriter['settle'] = async (id, place, outcome) => {
    await this.#db
      .updateTable('letter_batch_item')
      .set(
        'letterId' in outcome
          ? { state: 'issued', letter_id: outcome.letterId }
          : { state: 'skipped', reason: outcome.reason },
      )
      .where('batch_id', '=', id)
      .where('place', '=', place)
      .execute();
  };

  setState: LetterBatchWriter['setState'] = async (id, state, at) => {
    await this.#db
      .updateTable('letter_batch')
      .set({ state, finished_at: state === 'done' ? at : null })
      .where('id', '=', id)
      .execute();
  };
}
