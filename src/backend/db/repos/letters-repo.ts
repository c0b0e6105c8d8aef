import { sql, type Expression, type ExpressionBuilder, type SqlBool } from 'kysely';
import type { ParsedInputOf } from '../../../contract/api.ts';
import type { IsoInstant } from '../../../domain/shared/iso-date.ts';
import type { Page } from '../../app/cases/ports.ts';
import type {
  CaseType,
  LetterReader,
  LetterWriter,
  NewLetter,
  RegisteredLetter,
  WaitingLetter,
} from '../../app/letters/ports.ts';
import type { Reader, Transactor } from '../database.ts';
import type { Schema } from '../schema/schema.ts';
import { matchesSearch } from './case-rows.ts';

/** Raised when a template says the same data in other words: archived letters name the version that set them. */
const TEMPLATE_VERSION = 1;

export class LetterReadRepo implements LetterReader {
  readonly #db: Reader['db'];
  constructor({ db }: Reader | Transactor) {
    this.#db = db;
  }

  async register(query: ParsedInputOf<'letters.list'>): Promise<Page<RegisteredLetter>> {
    const found = this.#db.selectFrom('letter').where((eb) => eb.and(conditions(eb, query)));
    const direction = query.descending ? 'desc' : 'asc';
    const [{ total }, ids] = await Promise.all([
      found.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow(),
      orderColumns(query.sort)
        .reduce((ordered, column) => ordered.orderBy(column, direction), found.select('letter.id'))
        .limit(query.limit)
        .offset(query.offset)
        .execute(),
    ]);
    return { rows: await this.#rows(ids.map((row) => row.id)), total };
  }

  async byId(id: string): Promise<RegisteredLetter | undefined> {
    return (await this.#rows([id]))[0];
  }

  trail: LetterReader['trail'] = async (id) => {
    const rows = await this.#db
      .selectFrom('letter_event as e')
      .leftJoin('officer as o', 'o.id', 'e.officer_id')
      .where('e.letter_id', '=', id)
      .orderBy('e.seq')
      .select(['e.seq', 'e.type', 'e.at', 'o.full_name as officer_name'])
      .execute();
    return rows.map((row) => ({
      seq: row.seq,
      type: row.type,
      at: row.at as IsoInstant,
      officerName: row.officer_name,
      note: null,
    }));
  };

  ofCase: LetterReader['ofCase'] = (caseType: CaseType, caseId: string) =>
    this.#db
      .selectFrom('letter')
      .where('case_type', '=', caseType)
      .where('case_id', '=', caseId)
      .orderBy('issued_at')
      .select(['id', 'number', 'status'])
      .execute();

  async waiting(): Promise<string[]> {
    const rows = await this.#db
      .selectFrom('letter')
      .where('status', 'in', ['queued', 'failed'])
      .orderBy('year')
      .orderBy('serial')
      .select('id')
      .execute();
    return rows.map((row) => row.id);
  }

  async waitingLetter(id: string): Promise<WaitingLetter | undefined> {
    const row = await this.#db
      .selectFrom('letter')
      .where('id', '=', id)
      .select(['id', 'status', 'attempts', 'content'])
      .executeTakeFirst();
    return row && { ...row, content: JSON.parse(row.content) };
  }

  archived: LetterReader['archived'] = async (afterId, limit) => {
    const rows = await this.#db
      .selectFrom('letter')
      .where('id', '>', afterId)
      .where('sha256', 'is not', null)
      .orderBy('id')
      .limit(limit)
      .select(['id', 'number', 'sha256'])
      .execute();
    return rows.map((row) => ({ id: row.id, number: row.number, sha256: row.sha256 ?? '' }));
  };

  async #rows(ids: readonly string[]): Promise<RegisteredLetter[]> {
    if (ids.length === 0) return [];
    const rows = await this.#db
      .selectFrom('letter as l')
      .innerJoin('beneficiary as b', 'b.id', 'l.beneficiary_id')
      .innerJoin('officer as o', 'o.id', 'l.issued_by')
      .where('l.id', 'in', ids)
      .select([
        'l.id',
        'l.number',
        'l.template',
        'l.subject',
        'l.status',
        'l.issued_at',
        'o.full_name as issued_by_name',
        'l.case_type',
        'l.case_id',
        'l.case_number',
        'l.pages',
        'l.sha256',
        'l.version',
        'b.id as beneficiary_id',
        'b.full_name as name',
        'b.national_id',
        sql<number>`(select count(*) from letter_event e where e.letter_id = l.id and e.type = 'printed')`.as(
          'printed_times',
        ),
      ])
      .execute();
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.flatMap((id) => {
      const row = byId.get(id);
      return row === undefined
        ? []
        : [
            {
              id: row.id,
              number: row.number,
              template: row.template,
              subject: row.subject,
              status: row.status,
              issuedAt: row.issued_at as IsoInstant,
              issuedByName: row.issued_by_name,
              caseType: row.case_type,
              caseId: row.case_id,
              caseNumber: row.case_number,
              pages: row.pages,
              sha256: row.sha256,
              version: row.version,
              beneficiaryId: row.beneficiary_id,
              name: row.name,
              nationalId: row.national_id,
              printedTimes: row.printed_times,
            },
          ];
    });
  }
}

function conditions(
  eb: ExpressionBuilder<Schema, 'letter'>,
  { status, search }: ParsedInputOf<'letters.list'>,
): Expression<SqlBool>[] {
  const typed = matchesSearch(eb, search, {
    nameKey: eb.ref('letter.name_key'),
    numbers: [eb.ref('letter.number'), eb.ref('letter.case_number')],
    beneficiaryId: eb.ref('letter.beneficiary_id'),
  });
  return [
    ...(status?.length ? [eb('letter.status', 'in', status)] : []),
    ...(typed === null ? [] : [typed]),
  ];
}

function orderColumns(sort: ParsedInputOf<'letters.list'>['sort']) {
  switch (sort) {
    case 'number':
      return ['letter.year', 'letter.serial'] as const;
    case 'issuedAt':
      return ['letter.issued_at', 'letter.serial'] as const;
    case 'name':
      return ['letter.name_key', 'letter.year', 'letter.serial'] as const;
  }
}

export class LetterWriteRepo extends LetterReadRepo implements LetterWriter {
  readonly #db: Transactor['db'];
  constructor(tx: Transactor) {
    super(tx);
    this.#db = tx.db;
  }

  async queue(letter: NewLetter): Promise<void> {
    await this.#db
      .insertInto('letter')
      .values({
        id: letter.id,
        number: letter.number,
        year: letter.year,
        serial: letter.serial,
        template: letter.content.template,
        template_version: TEMPLATE_VERSION,
        beneficiary_id: letter.beneficiaryId,
        case_type: letter.caseType,
        case_id: letter.caseId,
        case_number: letter.caseNumber,
        subject: letter.subject,
        content: JSON.stringify(letter.content),
        status: 'queued',
        issued_at: letter.issuedAt,
        issued_by: letter.issuedBy,
      })
      .execute();
    await this.#append(letter.id, 'issued', letter.issuedAt, letter.issuedBy);
  }

  markReady: LetterWriter['markReady'] = async (id, file, at) => {
    const result = await this.#db
      .updateTable('letter')
      .set((eb) => ({
        status: 'ready' as const,
        attempts: eb('attempts', '+', 1),
        sha256: file.sha256,
        size_bytes: file.sizeBytes,
        pages: file.pages,
        rendered_at: at,
        version: eb('version', '+', 1),
      }))
      .where('id', '=', id)
      .where('status', 'in', ['queued', 'failed'])
      .executeTakeFirst();
    if (result.numUpdatedRows !== 1n) return false;
    await this.#append(id, 'rendered', at, null, { sha256: file.sha256 });
    return true;
  };

  markFailed: LetterWriter['markFailed'] = async (id, code, at) => {
    await this.#db
      .updateTable('letter')
      .set((eb) => ({
        status: 'failed' as const,
        attempts: eb('attempts', '+', 1),
        version: eb('version', '+', 1),
      }))
      .where('id', '=', id)
      .where('status', 'in', ['queued', 'failed'])
      .execute();
    await this.#append(id, 'renderingFailed', at, null, { code });
  };

  recordPrint: LetterWriter['recordPrint'] = async (id, version, { officerId, at }) => {
    const result = await this.#db
      .updateTable('letter')
      .set({ version: version + 1 })
      .where('id', '=', id)
      .where('version', '=', version)
      .executeTakeFirst();
    if (result.numUpdatedRows !== 1n) return undefined;
    await this.#append(id, 'printed', at, officerId);
    return (await this.byId(id))?.printedTimes;
  };

  async #append(
    letterId: string,
    type: string,
    at: IsoInstant,
    officerId: string | null,
    details: Readonly<Record<string, string>> = {},
  ): Promise<void> {
    await this.#db
      .insertInto('letter_event')
      .values({
        letter_id: letterId,
        type,
        at,
        officer_id: officerId,
        details: JSON.stringify(details),
      })
      .execute();
  }
}
