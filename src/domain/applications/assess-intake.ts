import { calculate } from '../entitlement/calculate.ts';
import type { IneligibilityReason } from '../entitlement/calculation.ts';
import type { EntitlementRules } from '../entitlement/entitlement-rules.ts';
import { checkFact } from '../registry/check-fact.ts';
import { planChange } from '../registry/correct-household.ts';
import type { LivingElsewhere, PlannedChange } from '../registry/household-change.ts';
import type { AnyFact } from '../registry/household-fact.ts';
import { calculationInputOf } from '../registry/household-input.ts';
import type { IsoDate, IsoInstant, IsoMonth } from '../shared/iso-date.ts';
import { ok, type Refusal, type Result } from '../shared/result.ts';
import type { Assessment } from './application.ts';
import type { Intake, IntakeProblem } from './intake.ts';
import { wantedFacts, type TracedFact } from './wanted-facts.ts';

/** What the branch knows of the applicant's people beside his intake. */
export interface KnownOfApplicant {
  /** All facts there ever were of his household; none of a new applicant. */
  readonly facts: readonly AnyFact[];
  readonly elsewhere: readonly LivingElsewhere[];
}

export interface PlannedAcceptance {
  readonly plan: PlannedChange;
  readonly month: IsoMonth;
}

/**
 * What accepting a checked intake would record of the household.
 * Errors: problems with their paths, which the registry does not take: each fact by itself, then the household (LAW 11).
 */
export function planAcceptance(
  intake: Intake,
  { facts, elsewhere }: KnownOfApplicant,
  applicationDate: IsoDate,
  month: IsoMonth,
  today: IsoDate,
): Result<PlannedAcceptance, readonly IntakeProblem[]> {
  const traced = wantedFacts(intake, facts, { applicationDate, from: firstOf(month) });
  const wrong = traced.flatMap((one) => problemsAlone(one, today));
  if (wrong.length > 0) return { ok: false, error: wrong };
  const plan = planChange(
    facts,
    traced.map(({ fact }) => fact),
    today,
    elsewhere,
  );
  if (!plan.ok) return { ok: false, error: [problemOf(traced, plan.error)] };
  return ok({ plan: plan.value, month });
}

/** What is wrong with one fact by itself. */
function problemsAlone({ path, fact }: TracedFact, today: IsoDate): IntakeProblem[] {
  if (fact.action !== 'begin') return [];
  const subject = typeof fact.subject === 'number' ? fact.subject : NEWCOMER;
  const { problem } = checkFact({ ...fact, subject }, today);
  if (problem === null) return [];
  const { code, field, details } = problem;
  return [{ path: `${path}.${field}`, code, ...(details === undefined ? {} : { details }) }];
}

/** Any dependant: what is checked of a fact by itself only asks whether it is the head's. */
const NEWCOMER = 1;

function firstOf(month: IsoMonth): IsoDate {
  return `${month}-01` as IsoDate;
}

/** The registry names the place in what was wanted, and the field there. */
function problemOf(traced: readonly TracedFact[], { code, details }: Refusal): IntakeProblem {
  const { item, field, ...rest } = details ?? {};
  const path = typeof item === 'number' ? (traced[item]?.path ?? 'household') : 'household';
  return {
    path: typeof field === 'string' && field !== '' ? `${path}.${field}` : path,
    code,
    ...(Object.keys(rest).length === 0 ? {} : { details: rest }),
  };
}

/** The sum of what an acceptance would record, for the month from which it would be paid. */
export function assessPlan(
  { plan, month }: PlannedAcceptance,
  payDate: IsoDate,
  rules: EntitlementRules,
  madeAt: IsoInstant,
): Assessment {
  const known = plan.known.map((fact) => ({ recordedIn: 0, supersededIn: null, ...fact }));
  const input = calculationInputOf(known, month, payDate);
  if (input === null) throw new Error('An acceptance records a household with its head');
  return { month, madeAt, input, calculation: calculate(input, rules) };
}

/** The reason of the refusal table for each ground that the sum can find. */
export const REFUSAL_OF_GROUND: Readonly<Record<IneligibilityReason, string>> = {
  income: 'R04',
  stayAbroad: 'R06',
  cars: 'R09',
  domesticWorkers: 'R10',
  nationality: 'R14',
  independentAge: 'R15',
  independentDwelling: 'R11',
  studentUnder25: 'R02',
  centre: 'R08',
};
