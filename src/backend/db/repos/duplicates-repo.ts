import { sql } from 'kysely';
import type {
  DuplicateReader,
  DuplicateWriter,
  StoredMerge,
  StoredPair,
  TwiceCounted,
} from '../../app/duplicates/ports.ts';
import type { ComparedFile } from '../../../domain/duplicates/compare-files.ts';
import { PAIR_STATUSES } from '../../../domain/duplicates/pair-status.ts';
import { groupBy } from '../../../domain/shared/group-by.ts';
import type { IsoDate, IsoInstant } from '../../../domain/shared/iso-date.ts';
import type { Reader, Transactor } from '../database.ts';
import { jsonRows } from '../dialect/json-rows.ts';
import { fileSide, mergeableFile, paymentsOfFiles } from './duplicate-sides.ts';
import { mergeRows, mergeRow, pairOf, pairRows } from './duplicate-rows.ts';

/** What was only found, and is not any more, is not asked about; what somebody said of a pair stays. */
const isStillFound = (table: 'p' | 'duplicate_pair') =>
  sql<boolean>`(${sql.ref(table)}.status <> 'open'
    or ${sql.ref(table)}.scan_no = (select max(no) from duplicate_scan))`;

export class DuplicateReadRepo implements DuplicateReader {
  readonly #db: Reader['db'];
  constructor({ db }: Reader | Transactor) {
    this.#db = db;
  }

  lastSearch: DuplicateReader['lastSearch'] = async () => {
    const row = await this.#db
      .selectFrom('duplicate_scan as s')
      .innerJoin('officer as o', 'o.id', 's.officer_id')
      .select(['s.at', 's.files', 's.compared', 's.found', 's.crowded', 'o.full_name'])
      .orderBy('s.no', 'desc')
      .limit(1)
      .executeTakeFirst();
    if (!row) return null;
    const { at, full_name: by, files, compared, found, crowded } = row;
    return { at: at as IsoInstant, by, files, compared, found, crowded };
  };

  counts: DuplicateReader['counts'] = async () => {
    const rows = await this.#db
      .selectFrom('duplicate_pair')
      .where(isStillFound('duplicate_pair'))
      .select((eb) => ['status', eb.fn.countAll<number>().as('count')])
      .groupBy('status')
      .execute();
    const [open, asked, notSame, merging, merged] = PAIR_STATUSES.map(
      (status) => rows.find((row) => row.status === status)?.count ?? 0,
    );
    return {
      open: open ?? 0,
      asked: asked ?? 0,
      notSame: notSame ?? 0,
      merging: merging ?? 0,
      merged: merged ?? 0,
    };
  };

  pairs: DuplicateReader['pairs'] = async ({ status, offset, limit }) => {
    const rows = await pairRows(this.#db)
      .where('p.status', '=', status)
      .where(isStillFound('p'))
      .orderBy('p.score', 'desc')
      .orderBy('p.id')
      .offset(offset)
      .limit(limit)
      .execute();
    const { total } = await this.#db
      .selectFrom('duplicate_pair')
      .where('status', '=', status)
      .where(isStillFound('duplicate_pair'))
      .select((eb) => eb.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow();
    return { rows: rows.map(pairOf), total };
  };

  pair: DuplicateReader['pair'] = async (id): Promise<StoredPair | undefined> => {
    const row = await pairRows(this.#db).where('p.id', '=', id).executeTakeFirst();
    return row && pairOf(row);
  };

  side: DuplicateReader['side'] = (beneficiaryId) => fileSide(this.#db, beneficiaryId);

  payments: DuplicateReader['payments'] = (keptId, leftId) =>
    paymentsOfFiles(this.#db, keptId, leftId);

  mergeable: DuplicateReader['mergeable'] = (beneficiaryId) =>
    mergeableFile(this.#db, beneficiaryId);

  mergeOf: DuplicateReader['mergeOf'] = async (pairId) => {
    const row = await mergeRows(this.#db)
      .where('m.pair_id', '=', pairId)
      .orderBy('m.proposed_at', 'desc')
      .orderBy('m.id', 'desc')
      .limit(1)
      .executeTakeFirst();
    return row && mergeRow(row);
  };

  merge: DuplicateReader['merge'] = async (id): Promise<StoredMerge | undefined> => {
    const row = await mergeRows(this.#db).where('m.id', '=', id).executeTakeFirst();
    return row && mergeRow(row);
  };

  restsOn: DuplicateReader['restsOn'] = async ({ keptId, decidedAt }) => {
    const { rows } = await sql<{ payments: number; changes: number }>`
      select (select count(*) from payment p where p.beneficiary_id = ${keptId} and exists (
          select 1 from payment_event e where e.payment_no = p.no and e.type = 'prepared' and e.at > ${decidedAt}))
          as payments,
        (select count(distinct c.no) from beneficiary b
          cross join household_fact f on f.beneficiary_no = b.no
          cross join registry_change c on c.no = f.recorded_in
          where b.id = ${keptId} and c.at > ${decidedAt}) as changes`.execute(this.#db);
    return { payments: rows[0]?.payments ?? 0, changes: rows[0]?.changes ?? 0 };
  };

  history: DuplicateReader['history'] = async (pairId) => {
    const rows = await this.#db
      .selectFrom('duplicate_pair_event as e')
      .leftJoin('officer as o', 'o.id', 'e.officer_id')
      .where('e.pair_id', '=', pairId)
      .orderBy('e.seq', 'desc')
      .select(['e.type', 'e.at', 'e.reason', 'o.full_name'])
      .execute();
    return rows.map(({ type, at, reason, full_name: by }) => ({
      type,
      at: at as IsoInstant,
      reason,
      by,
    }));
  };

  request: DuplicateReader['request'] = async (id) => {
    const row = await this.#db
      .selectFrom('update_request')
      .where('id', '=', id)
      .select(['id', 'number', 'due_on'])
      .executeTakeFirst();
    return row && { id: row.id, number: row.number, dueOn: row.due_on as IsoDate };
  };

  files: DuplicateReader['files'] = async (afterNo, limit) => {
    const rows = await this.#db
      .selectFrom('beneficiary')
      .where('no', '>', afterNo)
      .where('merged_into', 'is', null)
      .orderBy('no')
      .limit(limit)
      .select(['no', 'national_id', 'full_name', 'sex', 'birth_date', 'phone'])
      .execute();
    return rows.map((row): ComparedFile => ({
      no: row.no,
      nationalId: row.national_id,
      name: row.full_name,
      sex: row.sex,
      birthDate: row.birth_date as IsoDate | null,
      phone: row.phone,
      ibans: [],
    }));
  };

  sharedAccounts: DuplicateReader['sharedAccounts'] = async (fromIban, beforeIban) => {
    const { rows } = await sql<{ no: number; iban: string; current: number }>`
      select b.no, a.iban, max(a.valid_to is null) as current
      from (select iban from bank_account where iban >= ${fromIban} and iban < ${beforeIban}
        group by iban having count(distinct beneficiary_id) > 1) shared
      cross join bank_account a on a.iban = shared.iban
      cross join beneficiary b on b.id = a.beneficiary_id
      group by b.no, a.iban`.execute(this.#db);
    return rows.map(({ no, iban, current }) => ({ no, iban, current: current === 1 }));
  };

  livingTwice: DuplicateReader['livingTwice'] = async (fromId, beforeId, today) => {
    const { rows } = await sql<{ national_id: string; no: number; subject: number }>`
      with living as (
        select f.data ->> 'nationalId' as national_id, f.beneficiary_no as no, f.subject
        from household_fact f
        where f.kind = 'person' and f.subject > 0 and f.superseded_in is null
          and f.data ->> 'nationalId' is not null
          and f.data ->> 'nationalId' >= ${fromId} and f.data ->> 'nationalId' < ${beforeId}
          and f.valid_from <= ${today} and (f.valid_to is null or f.valid_to > ${today})
          and f.data ->> 'deceasedOn' is null
      ), everywhere as (
        select national_id, no, subject from living
        union
        select l.national_id, b.no, 0 from living l cross join beneficiary b on b.national_id = l.national_id
        where b.merged_into is null and exists (select 1 from household_fact h where h.beneficiary_no = b.no
          and h.kind = 'household' and h.superseded_in is null and h.valid_from <= ${today}
          and (h.valid_to is null or h.valid_to > ${today}))
      )
      select e.national_id, e.no, e.subject from everywhere e
      where e.national_id in (
        select national_id from everywhere group by national_id having count(distinct no) > 1)
      order by 1, 2, 3`.execute(this.#db);
    return rows.map(({ national_id: nationalId, no, subject }) => ({ nationalId, no, subject }));
  };

  twiceCounted: DuplicateReader['twiceCounted'] = async ({ offset, limit }, today) => {
    const { rows: ids } = await sql<{ national_id: string; total: number }>`
      select national_id, count(*) over () as total from dependant_twice group by national_id
      order by national_id limit ${limit} offset ${offset}`.execute(this.#db);
    const { rows } = await sql<{
      national_id: string;
      subject: number;
      name: string | null;
      valid_from: string | null;
      beneficiary_id: string;
      head_name: string;
    }>`
      select d.national_id, d.subject, f.data ->> 'name' as name, f.valid_from, b.id as beneficiary_id,
        b.full_name as head_name
      from ${jsonRows(
        ids.map(({ national_id: id }) => [id]),
        ['id'],
        'given',
      )}
      cross join dependant_twice d on d.national_id = given.id
      cross join beneficiary b on b.no = d.beneficiary_no
      left join household_fact f on f.beneficiary_no = d.beneficiary_no and f.subject = d.subject
        and f.kind = iif(d.subject = 0, 'household', 'person') and f.superseded_in is null
        and f.valid_from <= ${today} and (f.valid_to is null or f.valid_to > ${today})
      order by d.national_id, d.subject, b.no`.execute(this.#db);
    const people = [...groupBy(rows, (row) => row.national_id)].map(
      ([nationalId, families]): TwiceCounted => ({
        nationalId,
        name: families.find(({ name }) => name !== null)?.name ?? families[0]?.head_name ?? '',
        families: families.map((row) => ({
          beneficiaryId: row.beneficiary_id,
          headName: row.head_name,
          as: row.subject === 0 ? 'head' : 'dependant',
          since: (row.valid_from ?? today) as IsoDate,
        })),
      }),
    );
    return { rows: people, total: ids[0]?.total ?? 0 };
  };
}

export class DuplicateWriteRepo extends DuplicateReadRepo implements DuplicateWriter {
  readonly #db: Transactor['db'];
  constructor(tx: Transactor) {
    super(tx);
    this.#db = tx.db;
  }

  addSearch: DuplicateWriter['addSearch'] = async (search, { at, by }) => {
    const { files, compared, found, crowded } = search;
    const { no } = await this.#db
      .insertInto('duplicate_scan')
      .values({ at, officer_id: by ?? '', files, compared, found, crowded })
      .returning('no')
      .executeTakeFirstOrThrow();
    return no;
  };

  putPairs: DuplicateWriter['putPairs'] = async (search, pairs, at) => {
    const rows = jsonRows(
      pairs.map(({ id, one, other, score, grounds }) => [
        id,
        one,
        other,
        score,
        JSON.stringify(grounds),
      ]),
      ['id', 'one_no', 'other_no', 'score', 'grounds'],
      'given',
    );
    await sql`
      insert into duplicate_pair (id, one_no, other_no, score, grounds, scan_no, found_at)
      select id, one_no, other_no, score, grounds, ${search}, ${at} from ${rows} where true
      on conflict (one_no, other_no) do update set score = excluded.score, grounds = excluded.grounds,
        scan_no = excluded.scan_no`.execute(this.#db);
    const { numAffectedRows } = await sql`
      insert into duplicate_pair_event (pair_id, type, at)
      select p.id, 'found', ${at} from ${rows} cross join duplicate_pair p on p.id = given.id
      where true`.execute(this.#db);
    return Number(numAffectedRows ?? 0);
  };

  putTwiceCounted: DuplicateWriter['putTwiceCounted'] = async (search, found) => {
    await this.#db.deleteFrom('dependant_twice').execute();
    if (found.length === 0) return;
    await sql`
      insert into dependant_twice (national_id, beneficiary_no, subject, scan_no)
      select national_id, no, subject, ${search} from ${jsonRows(
        found.map(({ nationalId, no, subject }) => [nationalId, no, subject]),
        ['national_id', 'no', 'subject'],
        'given',
      )} where true`.execute(this.#db);
  };

  setStatus: DuplicateWriter['setStatus'] = async (id, version, status, requestId) => {
    const { numUpdatedRows } = await this.#db
      .updateTable('duplicate_pair')
      .set({
        status,
        version: version + 1,
        ...(requestId === undefined ? {} : { request_id: requestId }),
      })
      .where('id', '=', id)
      .where('version', '=', version)
      .executeTakeFirst();
    return numUpdatedRows === 1n;
  };

  append: DuplicateWriter['append'] = async (pairId, type, reason, { at, by }) => {
    await this.#db
      .insertInto('duplicate_pair_event')
      .values({ pair_id: pairId, type, at, officer_id: by, reason })
      .execute();
  };

  addMerge: DuplicateWriter['addMerge'] = async (merge, { at, by }) => {
    await this.#db
      .insertInto('file_merge')
      .values({
        id: merge.id,
        pair_id: merge.pairId,
        kept_id: merge.keptId,
        left_id: merge.leftId,
        status: 'proposed',
        reason: merge.reason,
        proposed_at: at,
        proposed_by: by ?? '',
      })
      .execute();
  };

  decideMerge: DuplicateWriter['decideMerge'] = async (id, version, decision, { at, by }) => {
    const { numUpdatedRows } = await this.#db
      .updateTable('file_merge')
      .set({
        status: decision.status,
        decision_reason: decision.reason,
        decided_at: at,
        decided_by: by,
        version: version + 1,
      })
      .where('id', '=', id)
      .where('version', '=', version)
      .executeTakeFirst();
    return numUpdatedRows === 1n;
  };

  undoMerge: DuplicateWriter['undoMerge'] = async (id, version, reason, { at, by }) => {
    const { numUpdatedRows } = await this.#db
      .updateTable('file_merge')
      .set({
        status: 'undone',
        undone_reason: reason,
        undone_at: at,
        undone_by: by,
        version: version + 1,
      })
      .where('id', '=', id)
      .where('version', '=', version)
      .executeTakeFirst();
    return numUpdatedRows === 1n;
  };

  pointTo: DuplicateWriter['pointTo'] = async (leftId, keptId) => {
    await this.#db
      .updateTable('beneficiary')
      .set((eb) => ({ merged_into: keptId, version: eb('version', '+', 1) }))
      .where('id', '=', leftId)
      .execute();
  };
}
