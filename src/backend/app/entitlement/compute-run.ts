import type { OutputOf, ParsedInputOf } from '../../../contract/api.ts';
import type { ApiResult } from '../../../contract/errors.ts';
import { entitlementRulesOn } from '../../../domain/entitlement/entitlement-rules.ts';
import { lastMonthToCompute } from '../../../domain/entitlement/next-run.ts';
import { cycleNumberOf } from '../../../domain/payments/cycle-number.ts';
import { plannedPayDate } from '../../../domain/payments/moved-pay-dates.ts';
import { settingsOn } from '../../../domain/settings/settings.ts';
import {
  addMonths,
  isoMonth,
  type IsoDate,
  type IsoMonth,
} from '../../../domain/shared/iso-date.ts';
import { ok, refuse, type Refusal, type Result } from '../../../domain/shared/result.ts';
import type { CommandContext, JobContext } from '../context.ts';
import { computeRange, FoundOfRange, RunSums, type MonthRules } from './compute-range.ts';
import { rangesTo } from './number-ranges.ts';
import { removeLeftovers } from './remove-leftovers.ts';

/** Numbers of beneficiaries that are read and computed before others are served: some 15 ms. */
const COMPUTED_AT_ONCE = 200;
/** Numbers whose findings are written in one transaction. */
const WRITTEN_AT_ONCE = 2000;

interface Begun extends MonthRules {
  readonly no: number;
  readonly id: string;
  readonly knownAt: number;
  readonly comparedRun: number | null;
}

/** The month that is computed now; null for none. What is not underway and not finished was broken off. */
export interface Underway {
  month: IsoMonth | null;
}

type Computed = ApiResult<OutputOf<'entitlement.computeRun'>>;

/** See the contract. Nothing of a run is shown before all of it is there. */
export async function computeRun(
  context: JobContext,
  { month }: ParsedInputOf<'entitlement.computeRun'>,
  underway: Underway,
): Promise<Computed> {
  if (underway.month !== null)
    return refuse('ELIGIBILITY_RUN_EXISTS', { month: underway.month, status: 'computing' });
  underway.month = month;
  try {
    await removeLeftovers(context);
    return await compute(context, month);
  } finally {
    underway.month = null;
  }
}

async function compute(context: JobContext, month: IsoMonth): Promise<Computed> {
  const { operation } = context;
  const begun = await context.transact((transaction) => begin(transaction, month));
  if (!begun.ok) return begun;
  const run = begun.value;
  try {
    const sums = new RunSums();
    const lastNo = await context.repos.households.lastNo();
    for (const range of rangesTo(lastNo, WRITTEN_AT_ONCE)) {
      const found = await findRange(context, run, range, sums);
      await store(context, run, range, found);
      operation.progress('computing', range.to, lastNo);
      await operation.breathe();
    }
    if (sums.households === 0) {
      await removeLeftovers(context);
      return refuse('NO_HOUSEHOLDS', { month });
    }
    return await context.transact((transaction) => finish(transaction, run, sums));
  } catch (error) {
    await removeLeftovers(context);
    throw error;
  }
}

/** Checks that the month can be computed, and begins its run in the same transaction: of two at once the second is refused. */
async function begin(
  { repos, newId, now, today, officer }: CommandContext,
  month: IsoMonth,
): Promise<Result<Begun, Refusal>> {
  const rows = await repos.settings.all();
  const last = lastMonthToCompute(today);
  if (month > last) return refuse('MONTH_TOO_FAR', { month, last });
  const { firstCycleMonth } = settingsOn(`${month}-01` as IsoDate, rows);
  if (cycleNumberOf(month, isoMonth(firstCycleMonth)) < 1)
    return refuse('CYCLE_BEFORE_FIRST', { month });
  const cycle = await repos.payments.cycleOf(month);
  if (cycle?.status === 'closed') return refuse('CYCLE_CLOSED', { month });
  const there = await repos.eligibility.runOf(month);
  if (there) return refuse('ELIGIBILITY_RUN_EXISTS', { month, status: there.status });
  const comparedMonth = addMonths(month, -1);
  const compared = await repos.eligibility.runOf(comparedMonth);
  const comparedRun = compared?.status === 'approved' ? compared : null;
  const rules = entitlementRulesOn(month, rows);
  const run = {
    id: newId(),
    month,
    payDate: cycle?.payDate ?? plannedPayDate(month, rows),
    rulesNo: await repos.eligibility.keepRules(rules),
    knownAt: await repos.eligibility.lastChange(),
    comparedRun: comparedRun?.no ?? null,
    comparedMonth,
  };
  const rulesBefore = comparedRun && (await repos.eligibility.rules(comparedRun.rulesNo));
  const no = await repos.eligibility.begin(run, { at: now, officerId: officer.id });
  return ok({ ...run, no, rules, rulesBefore });
}

type NumberRange = ReturnType<typeof rangesTo> extends Iterable<infer Range> ? Range : never;

async function findRange(
  { repos, operation }: JobContext,
  run: Begun,
  all: NumberRange,
  sums: RunSums,
): Promise<FoundOfRange> {
  const found = new FoundOfRange();
  const { month, knownAt, comparedRun, comparedMonth } = run;
  for (const range of rangesTo(all.to, COMPUTED_AT_ONCE, all.from)) {
    const households = await repos.households.ofRange({
      fromNo: range.from,
      toNo: range.to,
      on: `${month}-01` as IsoDate,
      knownAt,
    });
    const barred = await repos.eligibility.barredOf(month, range);
    const previous =
      comparedRun === null ? [] : await repos.eligibility.previousOf(comparedRun, range);
    const paid =
      comparedRun === null
        ? await repos.eligibility.paidOf(comparedMonth, range)
        : new Map<number, never>();
    computeRange(run, { households, previous, paid, barred }, found, sums);
    await operation.breathe();
  }
  const seen = await repos.eligibility.seenBefore(
    found.beginners.map(({ beneficiaryNo }) => beneficiaryNo),
    month,
  );
  found.begin(seen);
  sums.changed += found.changes.length;
  return found;
}

/** Some thousand households in a transaction, in steps between which others are served. */
async function store(
  context: JobContext,
  { no, month, rulesNo }: Begun,
  range: NumberRange,
  found: FoundOfRange,
): Promise<void> {
  const { breathe } = context.operation;
  await context.transact(async ({ repos, today }) => {
    const { eligibility } = repos;
    const numbered = found.numberedAfter(await eligibility.lastCalculation());
    for (const some of inParts(numbered.calculations, 500)) {
      await eligibility.addCalculations(no, rulesNo, some);
      await breathe();
    }
    for (const some of inParts(numbered.entitlements, 1000)) {
      await eligibility.addEntitlements(no, some);
      await breathe();
    }
    for (const some of inParts(found.changes, 500)) {
      await eligibility.addChanges(no, some);
      await breathe();
    }
    for (const some of rangesTo(range.to, 500, range.from)) {
      await eligibility.findObstacles({ no, month }, some, today);
      await breathe();
    }
    return ok(null);
  });
}

function* inParts<Item>(items: readonly Item[], size: number): Generator<readonly Item[]> {
  for (let from = 0; from < items.length; from += size) yield items.slice(from, from + size);
}

async function finish(
  { repos, now, officer, audit }: CommandContext,
  { no, id, month, knownAt }: Begun,
  sums: RunSums,
) {
  const totals = sums.toTotals();
  await repos.eligibility.finish(no, totals);
  const stamp = { at: now, officerId: officer.id };
  await repos.eligibility.append(no, { type: 'computed' }, stamp);
  const { households, eligible, pension, changed } = totals;
  await audit(
    'entitlement.computed',
    { type: 'eligibilityRun', id },
    { month, knownAt, households, eligible, pension, changed },
  );
  return ok({ runId: id, totals });
}
