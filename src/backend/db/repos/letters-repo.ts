import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import type { ParsedInputOf } from '../../../contract/api.ts';
import {
  ISSUED,
  letterAfter,
  type LetterEvent,
  type LetterState,
} from '../../../domain/letter-register/letter-state.ts';
import { statesDecision } from '../../../domain/letter-register/decision-kinds.ts';
import { addDays, type IsoDate, type IsoInstant } from '../../../domain/shared/iso-date.ts';
import type { Page, Stamp } from '../../app/cases/ports.ts';
import type {
  CaseType,
  LetterAtHand,
  LetterReader,
  LetterWriter,
  NewLetter,
  RegisteredLetter,
  WaitingLetter,
} from '../../app/letters/ports.ts';
import type { Reader, Transactor } from '../database.ts';
import type { Schema } from '../schema/schema.ts';
import { byCase, eventDetails, eventFrom, matchesSearch, trailEntry } from './case-rows.ts';
import { letterState, registeredLetters, STATE_COLUMNS, stateColumns } from './letter-rows.ts';

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
    return {
      rows: await registeredLetters(
        this.#db,
        ids.map((row) => row.id),
      ),
      total,
    };
  }

  filters: LetterReader['filters'] = async () => {
    const kinds = await this.#db
      .selectFrom('letter')
      .groupBy('template')
      .orderBy('template')
      .select((eb) => ['template as kind', eb.fn.countAll<number>().as('count')])
      .execute();
    const officers = await this.#db
      .selectFrom('letter as l')
      .innerJoin('officer as o', 'o.id', 'l.issued_by')
      .groupBy(['o.id', 'o.full_name'])
      .orderBy('o.full_name')
      .select((eb) => ['o.id', 'o.full_name as name', eb.fn.countAll<number>().as('count')])
      .execute();
    return { kinds, officers };
  };

  async byId(id: string): Promise<RegisteredLetter | undefined> {
    return (await registeredLetters(this.#db, [id]))[0];
  }

  async atHand(id: string): Promise<LetterAtHand | undefined> {
    const row = await this.#db
      .selectFrom('letter as l')
      .innerJoin('beneficiary as b', 'b.id', 'l.beneficiary_id')
      .where('l.id', '=', id)
      .select([...STATE_COLUMNS, 'l.version', 'l.issued_at', 'b.national_id'])
      .executeTakeFirst();
    return (
      row && {
        version: row.version,
        state: letterState(row),
        issuedAt: row.issued_at as IsoInstant,
        idLastDigits: row.national_id.slice(-4),
      }
    );
  }

  trail: LetterReader['trail'] = async (id) => {
    const rows = await this.#db
      .selectFrom('letter_event as e')
      .leftJoin('officer as o', 'o.id', 'e.officer_id')
      .where('e.letter_id', '=', id)
      .orderBy('e.seq')
      .select(['e.seq', 'e.type', 'e.at', 'e.details', 'e.officer_id', 'o.full_name'])
      .execute();
    return rows.map((row) => trailEntry<LetterEvent>(row));
  };

  ofCase: LetterReader['ofCase'] = async (caseType: CaseType, caseId: string) => {
    const rows = await this.#db
      .selectFrom('letter')
      .where('case_type', '=', caseType)
      .where('case_id', '=', caseId)
      .orderBy('issued_at')
      .orderBy('serial')
      .select(['id', 'number', 'file', 'life'])
      .execute();
    return rows.map(({ id, number, file, life }) => ({
      id,
      number,
      status: life === 'void' ? life : file,
    }));
  };

  async waiting(): Promise<string[]> {
    const rows = await this.#db
      .selectFrom('letter')
      .where('file', 'in', ['queued', 'failed'])
      .where('life', '<>', 'void')
      .orderBy('year')
      .orderBy('serial')
      .select('id')
      .execute();
    return rows.map((row) => row.id);
  }

  async waitingLetter(id: string): Promise<WaitingLetter | undefined> {
    const row = await this.#db
      .selectFrom('letter as l')
      .where('l.id', '=', id)
      .select(['l.id', 'l.content', ...STATE_COLUMNS])
      .executeTakeFirst();
    return row && { id: row.id, state: letterState(row), content: JSON.parse(row.content) };
  }

  withEvents: LetterReader['withEvents'] = async (afterId, limit) => {
    const rows = await this.#db
      .selectFrom('letter as l')
      .where('l.id', '>', afterId)
      .orderBy('l.id')
      .limit(limit)
      .select(['l.id', 'l.number', 'l.year', 'l.serial', ...STATE_COLUMNS])
      .execute();
    const events = await this.#db
      .selectFrom('letter_event')
      .where(
        'letter_id',
        'in',
        rows.map(({ id }) => id),
      )
      .orderBy('seq')
      .select(['letter_id', 'type', 'details'])
      .execute();
    const ofLetter = byCase(events, (event) => event.letter_id);
    return rows.map((row) => ({
      id: row.id,
      number: row.number,
      year: row.year,
      serial: row.serial,
      state: letterState(row),
      events: (ofLetter.get(row.id) ?? []).map((event) => eventFrom<LetterEvent>(event)),
    }));
  };

  years: LetterReader['years'] = async () => {
    const rows = await this.#db
      .selectFrom('letter')
      .select('year')
      .union(this.#db.selectFrom('serial').where('kind', '=', 'letter').select('year'))
      .orderBy('year')
      .execute();
    return rows.map(({ year }) => year);
  };

  ofYear: LetterReader['ofYear'] = async (year) => {
    const counter = await this.#db
      .selectFrom('serial')
      .where('kind', '=', 'letter')
      .where('year', '=', year)
      .select('last')
      .executeTakeFirst();
    const letters = await this.#db
      .selectFrom('letter')
      .where('year', '=', year)
      .orderBy('serial')
      .select(['id', 'number', 'serial'])
      .execute();
    return { year, last: counter?.last ?? 0, letters };
  };
}

function conditions(
  eb: ExpressionBuilder<Schema, 'letter'>,
  { file, life, kind, from, to, issuedBy, search }: ParsedInputOf<'letters.list'>,
): Expression<SqlBool>[] {
  const typed = matchesSearch(eb, search, {
    nameKey: eb.ref('letter.name_key'),
    numbers: [eb.ref('letter.number'), eb.ref('letter.case_number')],
    beneficiaryId: eb.ref('letter.beneficiary_id'),
  });
  return [
    ...(file?.length ? [eb('letter.file', 'in', file)] : []),
    ...(life?.length ? [eb('letter.life', 'in', life)] : []),
    ...(kind?.length ? [eb('letter.template', 'in', kind)] : []),
    ...(from ? [eb('letter.issued_at', '>=', startOf(from))] : []),
    ...(to ? [eb('letter.issued_at', '<', startOf(addDays(to, 1)))] : []),
    ...(issuedBy ? [eb('letter.issued_by', '=', issuedBy)] : []),
    ...(typed === null ? [] : [typed]),
  ];
}

/** When a day begins in Riyadh, three hours before it begins in UTC. */
function startOf(day: IsoDate): string {
  return `${addDays(day, -1)}T21:00:00.000Z`;
}

function orderColumns(sort: ParsedInputOf<'letters.list'>['sort']) {
  switch (sort) {
    case 'number':
      return ['letter.year', 'letter.serial'] as const;
    case 'issuedAt':
      return ['letter.issued_at', 'letter.serial'] as const;
    case 'name':
      return ['letter.name_key', 'letter.year', 'letter.serial'] as const;
    case 'kind':
      return ['letter.template', 'letter.year', 'letter.serial'] as const;
    case 'life':
      return ['letter.life', 'letter.year', 'letter.serial'] as const;
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
        template_version: letter.content.templateVersion,
        beneficiary_id: letter.beneficiaryId,
        case_type: letter.caseType,
        case_id: letter.caseId,
        case_number: letter.caseNumber,
        subject: letter.subject,
        content: JSON.stringify(letter.content),
        states_decision: statesDecision(letter.content.template) ? 1 : 0,
        drafted_by: letter.draftedBy ?? null,
        issued_at: letter.issuedAt,
        issued_by: letter.issuedBy,
        ...stateColumns(ISSUED),
      })
      .execute();
    await this.#append(letter.id, { type: 'issued' }, { at: letter.issuedAt, by: letter.issuedBy });
  }

  markReady: LetterWriter['markReady'] = async (id, { sha256, sizeBytes, pages }, at) => {
    const state = await this.#unset(id);
    if (state === undefined) return false;
    await this.#save(id, letterAfter(state, { type: 'rendered', sha256 }), {
      size_bytes: sizeBytes,
      pages,
      rendered_at: at,
    });
    await this.#append(id, { type: 'rendered', sha256 }, { at, by: null });
    return true;
  };

  markFailed: LetterWriter['markFailed'] = async (id, code, at) => {
    const state = await this.#unset(id);
    if (state === undefined) return;
    const event: LetterEvent = { type: 'renderingFailed', code };
    await this.#save(id, letterAfter(state, event));
    await this.#append(id, event, { at, by: null });
  };

  record: LetterWriter['record'] = async (id, version, event, stamp) => {
    const letter = await this.atHand(id);
    if (letter?.version !== version) return false;
    await this.#save(id, letterAfter(letter.state, event));
    await this.#append(id, event, stamp);
    return true;
  };

  /** The state of a letter that waits for its file. */
  async #unset(id: string): Promise<LetterState | undefined> {
    const letter = await this.atHand(id);
    return letter?.state.file === 'ready' ? undefined : letter?.state;
  }

  async #save(
    id: string,
    state: LetterState,
    file: { size_bytes?: number; pages?: number; rendered_at?: string } = {},
  ): Promise<void> {
    await this.#db
      .updateTable('letter')
      .set((eb) => ({ ...stateColumns(state), ...file, version: eb('version', '+', 1) }))
      .where('id', '=', id)
      .execute();
  }

  async #append(letterId: string, event: LetterEvent, { at, by }: Stamp): Promise<void> {
    await this.#db
      .insertInto('letter_event')
      .values({
        letter_id: letterId,
        type: event.type,
        at,
        officer_id: by,
        details: eventDetails(event),
      })
      .execute();
  }
}
