import { sql, type RawBuilder } from 'kysely';
import type { SettlementView } from '../../../contract/settlements.ts';
import type { SettlementPlan } from '../../../domain/settlements/compose-settlement.ts';
import type {
  SettlementEvent,
  SettlementState,
  SettlementStatus,
} from '../../../domain/settlements/settlement.ts';
import type { RecoveryState } from '../../../domain/recoveries/recovery-case.ts';
import type { PaymentKind, PaymentStatus } from '../../../domain/payments/payment-status.ts';
import { addHalalas, ZERO_HALALAS, type Halalas } from '../../../domain/shared/halalas.ts';
import type { IsoDate, IsoInstant, IsoMonth } from '../../../domain/shared/iso-date.ts';
import type { Stamp, TrailEntry } from '../../app/cases/ports.ts';
import type {
  AcceptedCase,
  Settlement,
  SettlementReader,
  SettlementWriter,
} from '../../app/settlements/ports.ts';
import type { Reader, Transactor } from '../database.ts';
import { jsonRows, jsonValues } from '../dialect/json-rows.ts';
import { byCase, eventDetails, eventFrom, trailEntry } from './case-rows.ts';
import { filesOf } from './merged-files.ts';
import { candidates, countUnchecked, unchecked } from './settlement-candidates.ts';

/** The developed pension: what settlements are about. */
const PENSION = 1;

const VIEWS: Readonly<Record<SettlementView, RawBuilder<unknown>>> = {
  awaitingApproval: sql`s.status = 'awaitingApproval'`,
  sentBack: sql`s.status = 'sentBack'`,
  decided: sql`s.status in ('approved', 'withdrawn')`,
};

export class SettlementReadRepo implements SettlementReader {
  readonly #db: Reader['db'];
  constructor({ db }: Reader | Transactor) {
    this.#db = db;
  }

  ledger: SettlementReader['ledger'] = async (beneficiaryId) => {
    const { rows } = await sql<{
      month: string;
      kind: PaymentKind;
      status: PaymentStatus;
      amount: number;
      due: number | null;
      live: 0 | 1;
      withheld: number;
      made_at: string | null;
    }>`
      select p.month, p.kind, p.status, p.amount_halalas as amount, p.due_halalas as due, p.live is not null as live,
        (select coalesce(sum(d.amount_halalas), 0) from recovery_deduction d where d.payment_no = p.no) as withheld,
        (select e.at from payment_event e where e.payment_no = p.no order by e.seq limit 1) as made_at
      from payment p where p.beneficiary_id in ${filesOf(beneficiaryId)} and p.programme_no = ${PENSION}
      union all
      select q.month, q.kind, 'prepared', q.amount_halalas, null, 1, 0, null
      from payment_proposal q where q.beneficiary_id in ${filesOf(beneficiaryId)} and q.programme_no = ${PENSION}
        and q.status = 'proposed' and q.settlement_id is null
      order by 1, 8`.execute(this.#db);
    return rows.map((row) => ({
      month: row.month as IsoMonth,
      kind: row.kind,
      status: row.status,
      amount: row.amount as Halalas,
      due: row.due as Halalas | null,
      live: row.live === 1,
      withheld: row.withheld as Halalas,
      madeAt: row.made_at as IsoInstant | null,
    }));
  };

  kept: SettlementReader['kept'] = async (beneficiaryId) => {
    const kept = new Map<IsoMonth, Halalas>();
    const add = (month: IsoMonth, amount: Halalas): void => {
      kept.set(month, addHalalas(kept.get(month) ?? ZERO_HALALAS, amount));
    };
    const settled = await this.#db
      .selectFrom('settlement')
      .where('beneficiary_id', '=', beneficiaryId)
      .where('status', '=', 'approved')
      .select('plan')
      .execute();
    for (const { plan } of settled.map((row) => planFrom(row.plan))) {
      for (const one of plan) if (one.difference > 0) add(one.month, one.netted);
    }
    return kept;
  };

  claims: SettlementReader['claims'] = async (beneficiaryId) => {
    const rows = await this.#db
      .selectFrom('recovery')
      .where('beneficiary_id', '=', beneficiaryId)
      .where('status', '<>', 'withdrawn')
      .orderBy('number')
      .select(['number', 'state'])
      .execute();
    return rows.map(({ number, state }) => ({
      number,
      state: JSON.parse(state) as RecoveryState,
    }));
  };

  acceptedCases: SettlementReader['acceptedCases'] = async (beneficiaryId) => {
    const { rows } = await sql<{ type: AcceptedCase['type']; number: string; month: string }>`
      select 'complaint' as type, c.ticket as number, min(m.month) as month
      from complaint c join complaint_month m on m.complaint_id = c.id
      where c.beneficiary_id = ${beneficiaryId} and c.status in ('accepted', 'partlyAccepted') group by c.id
      union all
      select 'objection', o.number, strftime('%Y-%m', o.refused_on, 'start of month', '+1 month')
      from objection o
      where o.beneficiary_id = ${beneficiaryId} and o.status in ('accepted', 'partlyAccepted')`.execute(
      this.#db,
    );
    return rows.map(({ type, number, month }) => ({ type, number, from: month as IsoMonth }));
  };

  async byId(id: string): Promise<Settlement | undefined> {
    return (await this.#rows([id]))[0];
  }

  async trail(id: string): Promise<TrailEntry<SettlementEvent>[]> {
    const rows = await this.#db
      .selectFrom('settlement_event as e')
      .leftJoin('officer as o', 'o.id', 'e.officer_id')
      .where('e.settlement_id', '=', id)
      .orderBy('e.seq')
      .select(['e.seq', 'e.at', 'e.type', 'e.details', 'e.officer_id', 'o.full_name'])
      .execute();
    return rows.map((row) => trailEntry<SettlementEvent>(row));
  }

  async ofPerson(beneficiaryId: string): Promise<Settlement[]> {
    const rows = await this.#db
      .selectFrom('settlement')
      .where('beneficiary_id', '=', beneficiaryId)
      .orderBy('created_at', 'desc')
      .select('id')
      .execute();
    return this.#rows(rows.map(({ id }) => id));
  }

  list: SettlementReader['list'] = async ({ view, offset, limit }) => {
    const order =
      view === 'decided' ? sql`s.decided_on desc, s.number desc` : sql`s.proposed_on, s.number`;
    const { rows } = await sql<{ id: string }>`
      select s.id from settlement s where ${VIEWS[view]}
      order by ${order} limit ${limit} offset ${offset}`.execute(this.#db);
    const { rows: all } = await sql<{ total: number }>`
      select count(*) as total from settlement s where ${VIEWS[view]}`.execute(this.#db);
    return { rows: await this.#rows(rows.map(({ id }) => id)), total: all[0]?.total ?? 0 };
  };

  counts: SettlementReader['counts'] = async () => {
    const { rows } = await sql<Record<SettlementView, number>>`
      select count(*) filter (where ${VIEWS.awaitingApproval}) as "awaitingApproval",
        count(*) filter (where ${VIEWS.sentBack}) as "sentBack",
        count(*) filter (where ${VIEWS.decided}) as "decided"
      from settlement s`.execute(this.#db);
    const [found = { awaitingApproval: 0, sentBack: 0, decided: 0 }] = rows;
    const { total } = await candidates(this.#db, { offset: 0, limit: 0 });
    return { ...found, candidates: total, unchecked: await countUnchecked(this.#db) };
  };

  async waitingFor(officerId: string): Promise<number> {
    const { count } = await this.#db
      .selectFrom('settlement')
      .where('status', '=', 'awaitingApproval')
      .where('proposed_by', '<>', officerId)
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    return count;
  }

  candidates: SettlementReader['candidates'] = (query) => candidates(this.#db, query);

  unchecked: SettlementReader['unchecked'] = (limit) => unchecked(this.#db, limit);

  async lastChange(): Promise<number> {
    const row = await this.#db
      .selectFrom('registry_change')
      .select((eb) => eb.fn.max('no').as('no'))
      .executeTakeFirst();
    return row?.no ?? 0;
  }

  withEvents: SettlementReader['withEvents'] = async (afterId, limit) => {
    const rows = await this.#db
      .selectFrom('settlement')
      .selectAll()
      .where('id', '>', afterId)
      .orderBy('id')
      .limit(limit)
      .execute();
    const ids = rows.map(({ id }) => id);
    const events = await this.#db
      .selectFrom('settlement_event')
      .where('settlement_id', 'in', ids)
      .orderBy('settlement_id')
      .orderBy('seq')
      .select(['settlement_id', 'type', 'officer_id', 'details'])
      .execute();
    const { rows: paid } = await sql<{ id: string; months: string }>`
      select q.settlement_id as id, json_group_object(q.month, p.amount_halalas) as months
      from ${jsonValues(ids, 'given')}
      cross join payment_proposal q on q.settlement_id = given.value and q.status = 'approved'
      cross join payment p on p.id = q.payment_id
      group by q.settlement_id`.execute(this.#db);
    const groups = byCase(events, (event) => event.settlement_id);
    const paidOf = new Map(paid.map((row) => [row.id, JSON.parse(row.months) as object]));
    return rows.map((row) => {
      const state = stateFrom(row);
      const sums = new Map<string, unknown>(Object.entries(paidOf.get(row.id) ?? {}));
      const planned = state.plan.plan.filter(({ difference, netted }) => difference > netted);
      const unpaid = planned.filter(
        ({ month, difference, netted }) => sums.get(month) !== difference - netted,
      );
      return {
        id: row.id,
        number: row.number,
        state,
        events: (groups.get(row.id) ?? []).map((event) => ({
          by: event.officer_id,
          event: eventFrom<SettlementEvent>(event),
        })),
        unpaid: row.status === 'approved' ? unpaid.length : 0,
      };
    });
  };

  async #rows(ids: readonly string[]): Promise<Settlement[]> {
    const { rows } = await sql<SettlementRow>`
      select s.*, b.full_name, b.national_id, c.month as cycle_month, r.id as recovery_id, r.number as recovery_number
      from ${jsonValues(ids, 'given')}
      cross join settlement s on s.id = given.value
      cross join beneficiary b on b.id = s.beneficiary_id
      cross join cycle c on c.id = s.cycle_id
      left join recovery r on r.settlement_id = s.id
      order by given.key`.execute(this.#db);
    return rows.map((row) => ({
      id: row.id,
      number: row.number,
      beneficiaryId: row.beneficiary_id,
      name: row.full_name,
      nationalId: row.national_id,
      cycleId: row.cycle_id,
      cycleMonth: row.cycle_month as IsoMonth,
      version: row.version,
      state: stateFrom(row),
      recovery:
        row.recovery_id === null || row.recovery_number === null
          ? null
          : { id: row.recovery_id, number: row.recovery_number },
    }));
  }
}

interface StateColumns {
  readonly status: SettlementStatus;
  readonly plan: string;
  readonly proposed_by: string | null;
  readonly proposed_on: string;
  readonly approved_by: string | null;
  readonly decided_on: string | null;
}

interface SettlementRow extends StateColumns {
  readonly id: string;
  readonly number: string;
  readonly beneficiary_id: string;
  readonly full_name: string;
  readonly national_id: string;
  readonly cycle_id: string;
  readonly cycle_month: string;
  readonly version: number;
  readonly recovery_id: string | null;
  readonly recovery_number: string | null;
}

const planFrom = (text: string): SettlementPlan => JSON.parse(text) as SettlementPlan;

function stateFrom(row: StateColumns): SettlementState {
  return {
    status: row.status,
    plan: planFrom(row.plan),
    proposedBy: row.proposed_by,
    proposedOn: row.proposed_on as IsoDate,
    approvedBy: row.approved_by,
    decidedOn: row.decided_on as IsoDate | null,
  };
}

function columnsOf(state: SettlementState) {
  return {
    status: state.status,
    plan: JSON.stringify(state.plan),
    proposed_by: state.proposedBy,
    proposed_on: state.proposedOn,
    approved_by: state.approvedBy,
    decided_on: state.decidedOn,
  } satisfies StateColumns;
}

export class SettlementWriteRepo extends SettlementReadRepo implements SettlementWriter {
  readonly #db: Transactor['db'];
  constructor(tx: Transactor) {
    super(tx);
    this.#db = tx.db;
  }

  add: SettlementWriter['add'] = async ({ id, number, beneficiaryId, cycleId, state, at }) => {
    await this.#db
      .insertInto('settlement')
      .values({
        id,
        number,
        beneficiary_id: beneficiaryId,
        cycle_id: cycleId,
        ...columnsOf(state),
        created_at: at,
      })
      .execute();
  };

  save: SettlementWriter['save'] = async (id, version, next, cycleId) => {
    const { numUpdatedRows } = await this.#db
      .updateTable('settlement')
      .set({ ...columnsOf(next), cycle_id: cycleId, version: version + 1 })
      .where('id', '=', id)
      .where('version', '=', version)
      .executeTakeFirst();
    return numUpdatedRows === 1n;
  };

  async append(id: string, events: readonly SettlementEvent[], { at, by }: Stamp): Promise<void> {
    await this.#db
      .insertInto('settlement_event')
      .values(
        events.map((event) => ({
          settlement_id: id,
          type: event.type,
          at,
          officer_id: by,
          details: eventDetails(event),
        })),
      )
      .execute();
  }

  proposals: SettlementWriter['proposals'] = async (id) => {
    const rows = await this.#db
      .selectFrom('payment_proposal')
      .where('settlement_id', '=', id)
      .where('status', '=', 'proposed')
      .orderBy('month')
      .select(['id', 'month', 'version'])
      .execute();
    return rows.map((row) => ({ ...row, month: row.month as IsoMonth }));
  };

  tie: SettlementWriter['tie'] = async (proposalId, settlementId) => {
    await this.#db
      .updateTable('payment_proposal')
      .set({ settlement_id: settlementId })
      .where('id', '=', proposalId)
      .execute();
  };

  setChecks: SettlementWriter['setChecks'] = async (found, changedIn, at) => {
    const given = jsonRows(
      found.map((one) => [one.beneficiaryId, one.from, one.months, one.owed, one.overpaid]),
      ['id', 'from_month', 'months', 'owed', 'overpaid'],
      'given',
    );
    await sql`
      insert into settlement_check (beneficiary_no, changed_in, from_month, months, owed_halalas, overpaid_halalas,
        checked_at)
      select b.no, ${changedIn}, given.from_month, given.months, given.owed, given.overpaid, ${at}
      from ${given} cross join beneficiary b on b.id = given.id
      where true
      on conflict (beneficiary_no) do update set changed_in = excluded.changed_in, from_month = excluded.from_month,
        months = excluded.months, owed_halalas = excluded.owed_halalas,
        overpaid_halalas = excluded.overpaid_halalas, checked_at = excluded.checked_at`.execute(
      this.#db,
    );
  };

  setAllChecked: SettlementWriter['setAllChecked'] = async (changedIn, at) => {
    await sql`
      insert into settlement_check (beneficiary_no, changed_in, months, owed_halalas, overpaid_halalas, checked_at)
      values (0, ${changedIn}, 0, 0, 0, ${at})
      on conflict (beneficiary_no) do update set changed_in = excluded.changed_in, checked_at = excluded.checked_at`.execute(
      this.#db,
    );
  };
}
