import { sql, type RawBuilder } from 'kysely';
import type { RecoveryView } from '../../../contract/recoveries.ts';
import {
  isRecoveryOver,
  RECOVERY_STATUSES,
  type RecoveryEvent,
  type RecoveryState,
} from '../../../domain/recoveries/recovery-case.ts';
import { nextDueOn } from '../../../domain/recoveries/work-recovery.ts';
import type { PaymentStatus } from '../../../domain/payments/payment-status.ts';
import type { Halalas } from '../../../domain/shared/halalas.ts';
import type { IsoDate, IsoMonth } from '../../../domain/shared/iso-date.ts';
import type { Stamp, TrailEntry } from '../../app/cases/ports.ts';
import type { Recovery, RecoveryReader, RecoveryWriter } from '../../app/recoveries/ports.ts';
import type { Reader, Transactor } from '../database.ts';
import { jsonValues } from '../dialect/json-rows.ts';
import { byCase, eventDetails, eventFrom, trailEntry } from './case-rows.ts';

const OVER = RECOVERY_STATUSES.filter(isRecoveryOver);
const over = sql`r.status in (${sql.join(OVER)})`;

const viewOf = (today: IsoDate): Readonly<Record<RecoveryView, RawBuilder<unknown>>> => ({
  toApprove: sql`r.status in ('awaitingApproval', 'awaitingClosure')`,
  open: sql`r.status in ('sentBack', 'toNotify', 'noticed', 'warned', 'appealed')`,
  instalments: sql`r.status = 'agreed'`,
  late: sql`(not ${over}) and r.status <> 'appealed' and r.due_on < ${today}`,
  over,
});

export class RecoveryReadRepo implements RecoveryReader {
  readonly #db: Reader['db'];
  constructor({ db }: Reader | Transactor) {
    this.#db = db;
  }

  async byId(id: string): Promise<Recovery | undefined> {
    return (await this.#rows([id]))[0];
  }

  async trail(id: string): Promise<TrailEntry<RecoveryEvent>[]> {
    const rows = await this.#db
      .selectFrom('recovery_event as e')
      .leftJoin('officer as o', 'o.id', 'e.officer_id')
      .where('e.recovery_id', '=', id)
      .orderBy('e.seq')
      .select(['e.seq', 'e.at', 'e.type', 'e.details', 'e.officer_id', 'o.full_name'])
      .execute();
    return rows.map((row) => trailEntry<RecoveryEvent>(row));
  }

  list: RecoveryReader['list'] = async ({ view, today, offset, limit }) => {
    const where = viewOf(today)[view];
    const order = view === 'over' ? sql`r.number desc` : sql`r.due_on is null, r.due_on, r.number`;
    const { rows } = await sql<{ id: string }>`
      select r.id from recovery r where ${where} order by ${order} limit ${limit} offset ${offset}`.execute(
      this.#db,
    );
    const { rows: all } = await sql<{ total: number }>`
      select count(*) as total from recovery r where ${where}`.execute(this.#db);
    return { rows: await this.#rows(rows.map(({ id }) => id)), total: all[0]?.total ?? 0 };
  };

  counts: RecoveryReader['counts'] = async (today) => {
    const views = viewOf(today);
    const { rows } = await sql<Record<RecoveryView, number>>`
      select count(*) filter (where ${views.toApprove}) as "toApprove",
        count(*) filter (where ${views.open}) as "open",
        count(*) filter (where ${views.instalments}) as "instalments",
        count(*) filter (where ${views.late}) as "late",
        count(*) filter (where ${views.over}) as "over"
      from recovery r`.execute(this.#db);
    return rows[0] ?? { toApprove: 0, open: 0, instalments: 0, late: 0, over: 0 };
  };

  async waitingFor(officerId: string): Promise<number> {
    const { rows } = await sql<{ count: number }>`
      select count(*) as count from recovery
      where (status = 'awaitingApproval' and proposed_by <> ${officerId})
        or (status = 'awaitingClosure' and closure_by <> ${officerId})`.execute(this.#db);
    return rows[0]?.count ?? 0;
  }

  pensions: RecoveryReader['pensions'] = async (recoveryId) => {
    const { rows } = await sql<{
      id: string;
      no: number;
      month: string;
      amount: number;
      reference: string;
      status: PaymentStatus;
      cycle_id: string;
      cycle_month: string;
      cycle_status: 'open' | 'closed';
      listed: 0 | 1;
      run_no: number | null;
      deducted: 0 | 1;
    }>`
      select p.id, p.no, p.month, p.amount_halalas as amount, p.end_to_end_id as reference, p.status, c.id as cycle_id,
        c.month as cycle_month, c.status as cycle_status, coalesce(i.origin = 'import', 0) as listed, p.import_no as run_no,
        exists (select 1 from recovery_deduction d where d.payment_no = p.no and d.recovery_id = r.id) as deducted
      from recovery r
      cross join payment p on p.beneficiary_id = r.beneficiary_id and p.programme_no = 1 and p.kind = 'regular'
        and p.status = 'prepared'
      cross join cycle c on c.number = p.cycle_number
      left join payment_import i on i.no = p.import_no
      where r.id = ${recoveryId} order by p.month, p.no`.execute(this.#db);
    return rows.map((row) => ({
      paymentId: row.id,
      no: row.no,
      month: row.month as IsoMonth,
      amount: row.amount as Halalas,
      reference: row.reference,
      status: row.status,
      cycleId: row.cycle_id,
      cycleMonth: row.cycle_month as IsoMonth,
      cycleStatus: row.cycle_status,
      isListed: row.listed === 1,
      runNo: row.run_no,
      isDeducted: row.deducted === 1,
    }));
  };

  withEvents: RecoveryReader['withEvents'] = async (afterId, limit) => {
    const rows = await this.#db
      .selectFrom('recovery as r')
      .where('r.id', '>', afterId)
      .orderBy('r.id')
      .limit(limit)
      .select((eb) => [
        'r.id',
        'r.number',
        'r.state',
        eb
          .selectFrom('recovery_deduction as d')
          .whereRef('d.recovery_id', '=', 'r.id')
          .select(({ fn }) => fn.sum<number>('d.amount_halalas').as('sum'))
          .as('deducted'),
      ])
      .execute();
    const events = await this.#db
      .selectFrom('recovery_event')
      .where(
        'recovery_id',
        'in',
        rows.map(({ id }) => id),
      )
      .orderBy('recovery_id')
      .orderBy('seq')
      .select(['recovery_id', 'type', 'officer_id', 'details'])
      .execute();
    const groups = byCase(events, (event) => event.recovery_id);
    return rows.map((row) => ({
      id: row.id,
      number: row.number,
      state: stateFrom(row.state),
      events: (groups.get(row.id) ?? []).map((event) => ({
        by: event.officer_id,
        event: eventFrom<RecoveryEvent>(event),
      })),
      deducted: (row.deducted ?? 0) as Halalas,
    }));
  };

  async #rows(ids: readonly string[]): Promise<Recovery[]> {
    const { rows } = await sql<{
      id: string;
      number: string;
      beneficiary_id: string;
      full_name: string;
      national_id: string;
      version: number;
      state: string;
      settlement_id: string | null;
      settlement_number: string | null;
    }>`
      select r.id, r.number, r.beneficiary_id, b.full_name, b.national_id, r.version, r.state, r.settlement_id,
        s.number as settlement_number
      from ${jsonValues(ids, 'given')}
      cross join recovery r on r.id = given.value
      cross join beneficiary b on b.id = r.beneficiary_id
      left join settlement s on s.id = r.settlement_id
      order by given.key`.execute(this.#db);
    return rows.map((row) => ({
      id: row.id,
      number: row.number,
      beneficiaryId: row.beneficiary_id,
      name: row.full_name,
      nationalId: row.national_id,
      version: row.version,
      state: stateFrom(row.state),
      settlement:
        row.settlement_id === null || row.settlement_number === null
          ? null
          : { id: row.settlement_id, number: row.settlement_number },
    }));
  }
}

const stateFrom = (text: string): RecoveryState => JSON.parse(text) as RecoveryState;

function columnsOf(state: RecoveryState) {
  return {
    status: state.status,
    state: JSON.stringify(state),
    total_halalas: state.total,
    given_halalas: state.given,
    due_on: nextDueOn(state),
    proposed_by: state.proposedBy,
    approved_by: state.approvedBy,
    closure_by: state.closureBy,
    closed_by: state.closedBy,
  };
}

export class RecoveryWriteRepo extends RecoveryReadRepo implements RecoveryWriter {
  readonly #db: Transactor['db'];
  constructor(tx: Transactor) {
    super(tx);
    this.#db = tx.db;
  }

  add: RecoveryWriter['add'] = async ({ id, number, beneficiaryId, settlementId, state, at }) => {
    await this.#db
      .insertInto('recovery')
      .values({
        id,
        number,
        beneficiary_id: beneficiaryId,
        settlement_id: settlementId,
        ...columnsOf(state),
        created_at: at,
      })
      .execute();
  };

  save: RecoveryWriter['save'] = async (id, version, next) => {
    const { numUpdatedRows } = await this.#db
      .updateTable('recovery')
      .set({ ...columnsOf(next), version: version + 1 })
      .where('id', '=', id)
      .where('version', '=', version)
      .executeTakeFirst();
    return numUpdatedRows === 1n;
  };

  async append(id: string, events: readonly RecoveryEvent[], { at, by }: Stamp): Promise<void> {
    await this.#db
      .insertInto('recovery_event')
      .values(
        events.map((event) => ({
          recovery_id: id,
          type: event.type,
          at,
          officer_id: by,
          details: eventDetails(event),
        })),
      )
      .execute();
  }

  keepBack: RecoveryWriter['keepBack'] = async (recoveryId, deduction, { at, by }) => {
    const { paymentId, recordId, amount, reason } = deduction;
    await sql`
      update payment set due_halalas = coalesce(due_halalas, amount_halalas),
        amount_halalas = amount_halalas - ${amount}, version = version + 1
      where id = ${paymentId}`.execute(this.#db);
    await sql`
      insert into payment_event (payment_no, type, at, amount_halalas, reason_text, officer_id)
      select no, 'deducted', ${at}, ${amount}, ${reason}, ${by} from payment where id = ${paymentId}`.execute(
      this.#db,
    );
    await sql`
      insert into recovery_deduction (payment_no, record_no, recovery_id, amount_halalas)
      select p.no, k.no, ${recoveryId}, ${amount} from payment p, payment k
      where p.id = ${paymentId} and k.id = ${recordId}`.execute(this.#db);
  };
}
