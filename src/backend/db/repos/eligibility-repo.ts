import { sql } from 'kysely';
import type { EligibilityReader, EligibilityWriter } from '../../app/entitlement/run-ports.ts';
import type { EligibilityRunEventType } from '../../../domain/entitlement/eligibility-run.ts';
import type { EntitlementRules } from '../../../domain/entitlement/entitlement-rules.ts';
import type { Halalas } from '../../../domain/shared/halalas.ts';
import type { IsoDate, IsoInstant } from '../../../domain/shared/iso-date.ts';
import type { CauseGroup, ObstacleGroup } from '../../../contract/entitlement.ts';
import type { Reader, Transactor } from '../database.ts';
import { jsonRows, jsonValues } from '../dialect/json-rows.ts';
import { listChanges, listObstacles } from './eligibility-lists.ts';
import { findObstacles, payableOf, preparePensions, setDueOf } from './eligibility-payments.ts';
import { eligibilityRuns } from './eligibility-rows.ts';

export class EligibilityReadRepo implements EligibilityReader {
  readonly #db: Reader['db'];
  constructor({ db }: Reader | Transactor) {
    this.#db = db;
  }

  runs: EligibilityReader['runs'] = () =>
    eligibilityRuns(this.#db, sql`r.status <> 'computing' and r.totals is not null`);

  run: EligibilityReader['run'] = async (id) =>
    (await eligibilityRuns(this.#db, sql`r.id = ${id} and r.status <> 'computing'`))[0];

  runOf: EligibilityReader['runOf'] = async (month) =>
    (await eligibilityRuns(this.#db, sql`r.month = ${month} and r.status <> 'discarded'`))[0];

  rules: EligibilityReader['rules'] = async (no) => {
    const { rules } = await this.#db
      .selectFrom('entitlement_rules')
      .select('rules')
      .where('no', '=', no)
      .executeTakeFirstOrThrow();
    return JSON.parse(rules) as EntitlementRules;
  };

  events: EligibilityReader['events'] = async (runNo) => {
    const { rows } = await sql<{
      seq: number;
      type: EligibilityRunEventType;
      at: string;
      full_name: string;
      reason: string | null;
    }>`
      select e.seq, e.type, e.at, o.full_name, e.reason
      from eligibility_run_event e join officer o on o.id = e.officer_id
      where e.run_no = ${runNo} order by e.seq`.execute(this.#db);
    return rows.map((row) => ({
      seq: row.seq,
      type: row.type,
      at: row.at as IsoInstant,
      officerName: row.full_name,
      reason: row.reason,
    }));
  };

  causes: EligibilityReader['causes'] = async (runNo) => {
    const { rows } = await sql<CauseGroup>`
      select cause, reason, count(*) as count, sum(before_halalas) as before, sum(after_halalas) as after
      from eligibility_change where run_no = ${runNo} group by cause, reason`.execute(this.#db);
    return rows;
  };

  obstacles: EligibilityReader['obstacles'] = async (runNo) => {
    const { rows } = await sql<ObstacleGroup>`
      select kind, count(*) as count, sum(due_halalas) as due, coalesce(sum(listed_halalas), 0) as listed
      from eligibility_obstacle where run_no = ${runNo} group by kind`.execute(this.#db);
    return rows;
  };

  changes: EligibilityReader['changes'] = (runNo, query) => listChanges(this.#db, runNo, query);

  listedObstacles: EligibilityReader['listedObstacles'] = (runNo, query) =>
    listObstacles(this.#db, runNo, query);

  recordedSince: EligibilityReader['recordedSince'] = async (changeNo) => {
    const { rows } = await sql<{ last: number | null; changes: number; households: number }>`
      select
        (select max(no) from registry_change) as last,
        (select count(*) from registry_change where no > ${changeNo}) as changes,
        (select count(*) from (
          select beneficiary_no from household_fact where recorded_in > ${changeNo}
          union select beneficiary_no from household_fact where superseded_in > ${changeNo}
        )) as households`.execute(this.#db);
    const { last = null, changes = 0, households = 0 } = rows[0] ?? {};
    return { last: last ?? 0, changes, households };
  };

  prepared: EligibilityReader['prepared'] = async (runNo) => {
    const { rows } = await sql<{ payments: number; amount: number }>`
      select details ->> 'payments' as payments, details ->> 'amount' as amount
      from eligibility_run_event where run_no = ${runNo} and type = 'approved'`.execute(this.#db);
    const [row] = rows;
    return row ? { count: row.payments, amount: row.amount as Halalas } : null;
  };

  lastChange: EligibilityReader['lastChange'] = async () => {
    const { rows } = await sql<{ no: number | null }>`
      select max(no) as no from registry_change`.execute(this.#db);
    return rows[0]?.no ?? 0;
  };

  previousOf: EligibilityReader['previousOf'] = async (runNo, { from, to }) => {
    const { rows } = await sql<Awaited<ReturnType<EligibilityReader['previousOf']>>[number]>`
      select e.beneficiary_no as "beneficiaryNo", e.calculation_no as "calculationNo", e.pension_halalas as pension,
        k.rules_no as "rulesNo", k.input, k.result
      from entitlement e cross join calculation k on k.no = e.calculation_no
      where e.run_no = ${runNo} and e.beneficiary_no between ${from} and ${to}`.execute(this.#db);
    return rows;
  };

  paidOf: EligibilityReader['paidOf'] = async (month, { from, to }) => {
    const { rows } = await sql<{ no: number; amount: number }>`
      select b.no, p.amount_halalas as amount from beneficiary b
      cross join payment p on p.beneficiary_id = b.id and p.month = ${month} and p.kind = 'regular'
        and p.programme_no = 1 and p.live = 1 and p.status <> 'cancelled'
      where b.no between ${from} and ${to}`.execute(this.#db);
    return new Map(rows.map(({ no, amount }) => [no, amount as Halalas]));
  };

  barredOf: EligibilityReader['barredOf'] = async (month, { from, to }) => {
    // Whoever drew a pension while his application was studied goes on drawing it.
    const isAccepted = sql`exists (select 1 from application a where a.beneficiary_id = beneficiary.id
      and a.programme = 'PENSION' and a.status = 'finalApproval' and a.eligibility_before <> 'eligible'
      and a.effective_from > ${month})`;
    const { rows } = await sql<{ no: number; entitled: number; deceased_on: string | null }>`
      select no, eligibility = 'eligible' and not ${isAccepted} as entitled, deceased_on from beneficiary
      where no between ${from} and ${to}
        and (eligibility <> 'eligible' or deceased_on is not null or ${isAccepted})`.execute(
      this.#db,
    );
    return new Map(
      rows.map(({ no, entitled, deceased_on }) => [
        no,
        { entitled: entitled === 1, deceasedOn: deceased_on as IsoDate | null },
      ]),
    );
  };

  seenBefore: EligibilityReader['seenBefore'] = async (beneficiaryNos, month) => {
    const { rows } = await sql<{ no: number }>`
      select b.no from ${jsonValues(beneficiaryNos, 'given')}
      cross join beneficiary b on b.no = given.value
      where exists (select 1 from payment p where p.beneficiary_id = b.id and p.month < ${month} and p.kind = 'regular'
          and p.programme_no = 1 and p.status <> 'cancelled')
        or exists (select 1 from eligibility_run r cross join entitlement e on e.run_no = r.no and e.beneficiary_no = b.no
          where r.status = 'approved' and r.month < ${month} and e.pension_halalas > 0)`.execute(
      this.#db,
    );
    return new Set(rows.map(({ no }) => no));
  };

  leftovers: EligibilityReader['leftovers'] = () =>
    this.#db
      .selectFrom('eligibility_run as r')
      .select(['r.no', 'r.id', 'r.status'])
      .where((eb) =>
        eb.or([
          eb('r.status', '=', 'computing'),
          eb.and([
            eb('r.status', '=', 'discarded'),
            eb.exists(
              eb
                .selectFrom('entitlement as e')
                .select('e.run_no')
                .whereRef('e.run_no', '=', 'r.no'),
            ),
          ]),
        ]),
      )
      .execute();

  calculationsAfter: EligibilityReader['calculationsAfter'] = async (no, limit) => {
    const { rows } = await sql<Awaited<ReturnType<EligibilityReader['calculationsAfter']>>[number]>`
      select k.no, r.month, k.rules_no as "rulesNo", k.input, k.result
      from calculation k cross join eligibility_run r on r.no = k.made_in
      where k.no > ${no} order by k.no limit ${limit}`.execute(this.#db);
    return rows;
  };

  derivedTotals: EligibilityReader['derivedTotals'] = async (runNo, { from, to }) => {
    const { rows } = await sql<{
      households: number;
      eligible: number | null;
      pension: number | null;
    }>`
      select count(*) as households, sum(k.result ->> 'eligible') as eligible, sum(e.pension_halalas) as pension
      from entitlement e left join calculation k on k.no = e.calculation_no
      where e.run_no = ${runNo} and e.beneficiary_no between ${from} and ${to}`.execute(this.#db);
    const { households = 0, eligible = null, pension = null } = rows[0] ?? {};
    return { households, eligible: eligible ?? 0, pension: (pension ?? 0) as Halalas };
  };
}

export class EligibilityWriteRepo extends EligibilityReadRepo implements EligibilityWriter {
  readonly #db: Transactor['db'];
  constructor(tx: Transactor) {
    super(tx);
    this.#db = tx.db;
  }

  keepRules: EligibilityWriter['keepRules'] = async (rules) => {
    const text = JSON.stringify(rules);
    await sql`insert into entitlement_rules (rules) values (${text}) on conflict (rules) do nothing`.execute(
      this.#db,
    );
    const { no } = await this.#db
      .selectFrom('entitlement_rules')
      .select('no')
      .where('rules', '=', text)
      .executeTakeFirstOrThrow();
    return no;
  };

  begin: EligibilityWriter['begin'] = async (run, { at, officerId }) => {
    const { no } = await this.#db
      .insertInto('eligibility_run')
      .values({
        id: run.id,
        month: run.month,
        pay_date: run.payDate,
        status: 'computing',
        rules_no: run.rulesNo,
        known_at: run.knownAt,
        compared: run.comparedRun === null ? 'payments' : 'run',
        compared_run: run.comparedRun,
        compared_month: run.comparedMonth,
        made_at: at,
        made_by: officerId,
      })
      .returning('no')
      .executeTakeFirstOrThrow();
    return no;
  };

  lastCalculation: EligibilityWriter['lastCalculation'] = async () => {
    const { rows } = await sql<{ no: number | null }>`
      select max(no) as no from calculation`.execute(this.#db);
    return rows[0]?.no ?? 0;
  };

  addCalculations: EligibilityWriter['addCalculations'] = async (runNo, rulesNo, calculations) => {
    const given = jsonRows(
      calculations.map(({ no, beneficiaryNo, input, result }) => [
        no,
        beneficiaryNo,
        input,
        result,
      ]),
      ['no', 'beneficiary_no', 'input', 'result'],
      'given',
    );
    await sql`
      insert into calculation (no, beneficiary_no, rules_no, made_in, input, result)
      select no, beneficiary_no, ${rulesNo}, ${runNo}, input, result from ${given}`.execute(
      this.#db,
    );
  };

  addEntitlements: EligibilityWriter['addEntitlements'] = async (runNo, entitlements) => {
    const given = jsonRows(
      entitlements.map(({ beneficiaryNo, calculationNo, pension }) => [
        beneficiaryNo,
        calculationNo,
        pension,
      ]),
      ['beneficiary_no', 'calculation_no', 'pension'],
      'given',
    );
    await sql`
      insert into entitlement (run_no, beneficiary_no, calculation_no, pension_halalas)
      select ${runNo}, beneficiary_no, calculation_no, pension from ${given}`.execute(this.#db);
  };

  addChanges: EligibilityWriter['addChanges'] = async (runNo, changes) => {
    const given = jsonRows(
      changes.map((change) => [
        change.beneficiaryNo,
        change.cause,
        change.reason,
        change.before,
        change.after,
        JSON.stringify(change.causes),
      ]),
      ['beneficiary_no', 'cause', 'reason', 'before', 'after', 'causes'],
      'given',
    );
    await sql`
      insert into eligibility_change (run_no, beneficiary_no, cause, reason, before_halalas, after_halalas, causes)
      select ${runNo}, beneficiary_no, cause, reason, before, after, causes from ${given}`.execute(
      this.#db,
    );
  };

  findObstacles: EligibilityWriter['findObstacles'] = (run, range, today) =>
    findObstacles(this.#db, run, range, today);

  forgetObstacles: EligibilityWriter['forgetObstacles'] = async (runNo) => {
    await this.#db.deleteFrom('eligibility_obstacle').where('run_no', '=', runNo).execute();
  };

  finish: EligibilityWriter['finish'] = async (runNo, totals) => {
    await this.#db
      .updateTable('eligibility_run')
      .set({ status: 'computed', totals: JSON.stringify(totals) })
      .where('no', '=', runNo)
      .execute();
  };

  decide: EligibilityWriter['decide'] = async (runNo, version, decision, { at, officerId }) => {
    const { status } = decision;
    const columns =
      status === 'proposed'
        ? { proposed_at: at, proposed_by: officerId }
        : status === 'computed'
          ? { proposed_at: null, proposed_by: null }
          : status === 'approved'
            ? { approved_at: at, approved_by: officerId, cycle_id: decision.cycleId }
            : {};
    const { numUpdatedRows } = await this.#db
      .updateTable('eligibility_run')
      .set((eb) => ({ status, ...columns, version: eb('version', '+', 1) }))
      .where('no', '=', runNo)
      .where('version', '=', version)
      .executeTakeFirst();
    return numUpdatedRows === 1n;
  };

  append: EligibilityWriter['append'] = async (runNo, event, { at, officerId }) => {
    await this.#db
      .insertInto('eligibility_run_event')
      .values({
        run_no: runNo,
        type: event.type,
        at,
        officer_id: officerId,
        reason: event.reason ?? null,
        details: JSON.stringify(event.details ?? {}),
      })
      .execute();
  };

  removeRange: EligibilityWriter['removeRange'] = async (runNo, { from, to }) => {
    await sql`
      delete from calculation where made_in = ${runNo} and no in (
        select calculation_no from entitlement where run_no = ${runNo} and beneficiary_no between ${from} and ${to})`.execute(
      this.#db,
    );
    for (const table of ['eligibility_change', 'eligibility_obstacle', 'entitlement'] as const) {
      await this.#db
        .deleteFrom(table)
        .where('run_no', '=', runNo)
        .where('beneficiary_no', '>=', from)
        .where('beneficiary_no', '<=', to)
        .execute();
    }
  };

  removeRun: EligibilityWriter['removeRun'] = async (runNo) => {
    await this.#db.deleteFrom('eligibility_run').where('no', '=', runNo).execute();
  };

  payable: EligibilityWriter['payable'] = (run, range, today) =>
    payableOf(this.#db, run, range, today);

  prepare: EligibilityWriter['prepare'] = (run, payments, today, by) =>
    preparePensions(this.#db, run, payments, today, by);

  setDue: EligibilityWriter['setDue'] = (run, range) => setDueOf(this.#db, run, range);
}
