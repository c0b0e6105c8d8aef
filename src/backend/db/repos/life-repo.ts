import { sql, type RawBuilder, type Selectable } from 'kysely';
import type { LifeView } from '../../../contract/resume.ts';
import {
  isFrozenBy,
  LIFE_STATUSES,
  type LifeEvent,
  type LifeState,
} from '../../../domain/resume/life-case.ts';
import type { Halalas } from '../../../domain/shared/halalas.ts';
import type { IsoDate, IsoMonth } from '../../../domain/shared/iso-date.ts';
import type { Stamp, TrailEntry } from '../../app/cases/ports.ts';
import type {
  LifeCase,
  LifeCaseDetail,
  LifeReader,
  LifeWriter,
  ReasonKey,
  Suspect,
} from '../../app/resume/ports.ts';
import type { Reader, Transactor } from '../database.ts';
import { jsonRows, jsonValues } from '../dialect/json-rows.ts';
import type { LifeCaseTable } from '../schema/resume.ts';
import { byCase, eventDetails, eventFrom, trailEntry } from './case-rows.ts';
import { holdForLife, releaseFromLife } from './resume-ledger.ts';
import { lifeColumns, lifeState } from './resume-rows.ts';

type LifeRow = Selectable<LifeCaseTable> & {
  readonly full_name: string;
  readonly national_id: string;
  readonly held: number;
};

const FREEZING = LIFE_STATUSES.filter(isFrozenBy);

const VIEWS: Readonly<Record<LifeView, RawBuilder<unknown>>> = {
  open: sql`('open', 'asked')`,
  awaitingApproval: sql`('awaitingApproval')`,
  decided: sql`('alive', 'deceased', 'withdrawn')`,
};

export class LifeReadRepo implements LifeReader {
  readonly #db: Reader['db'];
  constructor({ db }: Reader | Transactor) {
    this.#db = db;
  }

  async byId(id: string): Promise<LifeCaseDetail | undefined> {
    const [row] = await this.#rows([id]);
    if (!row) return undefined;
    const payment =
      row.payment_no === null
        ? undefined
        : await this.#db
            .selectFrom('payment')
            .where('no', '=', row.payment_no)
            .select(['id', 'end_to_end_id', 'month'])
            .executeTakeFirst();
    const held = await this.#db
      .selectFrom('life_case_hold as h')
      .innerJoin('payment as p', 'p.no', 'h.payment_no')
      .where('h.life_case_id', '=', id)
      .where('p.status', '=', 'held')
      .orderBy('p.no')
      .select(['p.id', 'p.end_to_end_id', 'p.month', 'p.amount_halalas'])
      .execute();
    return {
      ...lifeCase(row),
      payment: payment
        ? {
            id: payment.id,
            endToEndId: payment.end_to_end_id,
            month: payment.month as IsoMonth,
          }
        : null,
      held: held.map((one) => ({
        id: one.id,
        endToEndId: one.end_to_end_id,
        month: one.month as IsoMonth,
        amount: one.amount_halalas as Halalas,
      })),
    };
  }

  async #rows(ids: readonly string[]): Promise<LifeRow[]> {
    const { rows } = await sql<LifeRow>`
      select l.*, b.full_name, b.national_id,
        (select count(*) from life_case_hold h cross join payment p on p.no = h.payment_no
          where h.life_case_id = l.id and p.status = 'held') as held
      from ${jsonValues(ids, 'given')}
      cross join life_case l on l.id = given.value
      cross join beneficiary b on b.id = l.beneficiary_id
      order by given.key`.execute(this.#db);
    return rows;
  }

  async trail(id: string): Promise<TrailEntry<LifeEvent>[]> {
    const rows = await this.#db
      .selectFrom('life_case_event as e')
      .leftJoin('officer as o', 'o.id', 'e.officer_id')
      .where('e.life_case_id', '=', id)
      .orderBy('e.seq')
      .select(['e.seq', 'e.at', 'e.type', 'e.details', 'e.officer_id', 'o.full_name'])
      .execute();
    return rows.map((row) => trailEntry<LifeEvent>(row));
  }

  list: LifeReader['list'] = async ({ view, offset, limit }) => {
    const order = view === 'decided' ? sql`decided_on desc, id desc` : sql`due_on, id`;
    const { rows } = await sql<{ id: string }>`
      select id from life_case where status in ${VIEWS[view]}
      order by ${order} limit ${limit} offset ${offset}`.execute(this.#db);
    const counts = await this.counts();
    const found = await this.#rows(rows.map(({ id }) => id));
    return { rows: found.map(lifeCase), total: counts[view] };
  };

  counts: LifeReader['counts'] = async () => {
    const { rows } = await sql<Record<LifeView, number>>`
      select count(*) filter (where status in ${VIEWS.open}) as "open",
        count(*) filter (where status in ${VIEWS.awaitingApproval}) as "awaitingApproval",
        count(*) filter (where status in ${VIEWS.decided}) as "decided"
      from life_case`.execute(this.#db);
    return rows[0] ?? { open: 0, awaitingApproval: 0, decided: 0 };
  };

  frozenBy: LifeReader['frozenBy'] = async (beneficiaryId) => {
    const row = await this.#db
      .selectFrom('life_case')
      .where('beneficiary_id', '=', beneficiaryId)
      .where('status', 'in', FREEZING)
      .select('number')
      .executeTakeFirst();
    return row?.number ?? null;
  };

  frozenAmong: LifeReader['frozenAmong'] = (paymentIds) =>
    this.#db
      .selectFrom('payment as p')
      .innerJoin('life_case as l', 'l.beneficiary_id', 'p.beneficiary_id')
      .where('p.id', 'in', paymentIds)
      .where('l.status', 'in', FREEZING)
      .orderBy('p.no')
      .select(['p.end_to_end_id as reference', 'l.number'])
      .executeTakeFirst();

  async waitingFor(officerId: string): Promise<number> {
    const { count } = await this.#db
      .selectFrom('life_case')
      .where('status', '=', 'awaitingApproval')
      .where('proposed_by', '<>', officerId)
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    return count;
  }

  withEvents: LifeReader['withEvents'] = async (afterId, limit) => {
    const rows = await this.#db
      .selectFrom('life_case')
      .selectAll()
      .where('id', '>', afterId)
      .orderBy('id')
      .limit(limit)
      .execute();
    const events = await this.#db
      .selectFrom('life_case_event')
      .where(
        'life_case_id',
        'in',
        rows.map(({ id }) => id),
      )
      .orderBy('life_case_id')
      .orderBy('seq')
      .select(['life_case_id', 'type', 'officer_id', 'details'])
      .execute();
    const groups = byCase(events, (event) => event.life_case_id);
    return rows.map((row) => ({
      id: row.id,
      number: row.number,
      state: lifeState(row),
      events: (groups.get(row.id) ?? []).map((event) => ({
        by: event.officer_id,
        event: eventFrom<LifeEvent>(event),
      })),
    }));
  };
}

function lifeCase(row: LifeRow): LifeCase {
  return {
    id: row.id,
    number: row.number,
    beneficiaryId: row.beneficiary_id,
    name: row.full_name,
    nationalId: row.national_id,
    reasonCode: row.reason_code,
    version: row.version,
    heldPayments: row.held,
    state: lifeState(row),
  };
}

export class LifeWriteRepo extends LifeReadRepo implements LifeWriter {
  readonly #db: Transactor['db'];
  constructor(tx: Transactor) {
    super(tx);
    this.#db = tx.db;
  }

  reasonsOf: LifeWriter['reasonsOf'] = async (fileId) => {
    const rows = await this.#db
      .selectFrom('reconciliation_exception')
      .where('file_id', '=', fileId)
      .where('payment_id', 'is not', null)
      .where('reason_code', 'is not', null)
      .distinct()
      .select(['reason_list', 'reason_code'])
      .execute();
    return rows.map((row): ReasonKey => [row.reason_list, row.reason_code]);
  };

  filesWith: LifeWriter['filesWith'] = async ([list, code]) => {
    const { rows } = await sql<{ file_id: string }>`
      select distinct file_id from reconciliation_exception
      where reason_list is ${list} and reason_code = ${code} and status = 'open' and file_id is not null
        and payment_id is not null order by file_id`.execute(this.#db);
    return rows.map((row) => row.file_id);
  };

  suspects: LifeWriter['suspects'] = async (fileId, reasons) => {
    if (reasons.length === 0) return [];
    const { rows } = await sql<{
      beneficiary_id: string;
      payment_id: string;
      reason_list: string | null;
      reason_code: string | null;
    }>`
      select p.beneficiary_id, min(p.id) as payment_id, x.reason_list, x.reason_code
      from ${jsonRows(reasons, ['list', 'code'], 'given')}
      cross join reconciliation_exception x
        on x.file_id = ${fileId} and x.reason_list is given.list and x.reason_code = given.code
          and x.status = 'open'
      cross join payment p on p.id = x.payment_id
      where not exists (select 1 from life_case l where l.beneficiary_id = p.beneficiary_id
        and l.status in ('open', 'asked', 'awaitingApproval', 'deceased'))
      group by p.beneficiary_id order by p.beneficiary_id`.execute(this.#db);
    return rows.map((row): Suspect => ({
      beneficiaryId: row.beneficiary_id,
      paymentId: row.payment_id,
      reasonList: row.reason_list,
      reasonCode: row.reason_code,
    }));
  };

  freezing: LifeWriter['freezing'] = async () => {
    const rows = await this.#db
      .selectFrom('life_case')
      .where('status', 'in', FREEZING)
      .orderBy('id')
      .select('id')
      .execute();
    return rows.map(({ id }) => id);
  };

  openedBy: LifeWriter['openedBy'] = async (fileId, paymentNo) => {
    const rows = await this.#db
      .selectFrom('life_case')
      .selectAll()
      .where('file_id', '=', fileId)
      .$if(paymentNo !== undefined, (query) => query.where('payment_no', '=', paymentNo ?? 0))
      .execute();
    return rows.map((row) => ({ id: row.id, version: row.version, state: lifeState(row) }));
  };

  add: LifeWriter['add'] = async (opened, at) => {
    await this.#db
      .insertInto('life_case')
      .values({
        id: opened.id,
        number: opened.number,
        beneficiary_id: opened.beneficiaryId,
        file_id: opened.fileId,
        payment_no: (eb) =>
          eb.selectFrom('payment').select('no').where('id', '=', opened.paymentId),
        reason_list: opened.reasonList,
        reason_code: opened.reasonCode,
        ...lifeColumns(opened.state),
        created_at: at,
      })
      .execute();
  };

  async save(id: string, version: number, next: LifeState): Promise<boolean> {
    const result = await this.#db
      .updateTable('life_case')
      .set({ ...lifeColumns(next), version: version + 1 })
      .where('id', '=', id)
      .where('version', '=', version)
      .executeTakeFirst();
    return result.numUpdatedRows === 1n;
  }

  async append(id: string, events: readonly LifeEvent[], { at, by }: Stamp): Promise<void> {
    if (events.length === 0) return;
    await this.#db
      .insertInto('life_case_event')
      .values(
        events.map((event) => ({
          life_case_id: id,
          type: event.type,
          at,
          officer_id: by,
          details: eventDetails(event),
        })),
      )
      .execute();
  }

  hold: LifeWriter['hold'] = (id, stamp) => holdForLife(this.#db, id, stamp);

  release: LifeWriter['release'] = (id, stamp) => releaseFromLife(this.#db, id, stamp);

  setDeceased: LifeWriter['setDeceased'] = async (beneficiaryId, on: IsoDate) => {
    await this.#db
      .updateTable('beneficiary')
      .set((eb) => ({ deceased_on: on, version: eb('version', '+', 1) }))
      .where('id', '=', beneficiaryId)
      .execute();
  };
}
