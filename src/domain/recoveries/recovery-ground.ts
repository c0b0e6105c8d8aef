import { monthOf, type IsoDate, type IsoMonth } from '../shared/iso-date.ts';
import { ok, refuse, type Refusal, type Result } from '../shared/result.ts';

/** Why money is asked back; the articles stand with their words. */
export const RECOVERY_GROUNDS = [
  /** REG 27/4: a change was not reported within its fifteen days. */
  'changeNotReported',
  /** REG 25: the data were false. */
  'falseData',
  /** REG 5/2: accepted without a visit and found not to be eligible by one. */
  'ineligibleByVisit',
  /** REG 23/2: paid after a death. */
  'afterDeath',
  /** The branch's own mistake, or a payment made twice. */
  'branchError',
] as const;
export type RecoveryGround = (typeof RECOVERY_GROUNDS)[number];

export const GROUND_ARTICLES: Readonly<Record<RecoveryGround, string | null>> = {
  changeNotReported: 'REG 27/4',
  falseData: 'REG 25',
  ineligibleByVisit: 'REG 5/2',
  afterDeath: 'REG 23/2',
  branchError: null,
};

export interface RecoveryBasis {
  readonly ground: RecoveryGround;
  /** How it arose, in the officer's words, as the notice prints it. */
  readonly cause: string;
  /** The day of the visit; only for `ineligibleByVisit`. */
  readonly visitOn: IsoDate | null;
}

/** What was paid before the visit is kept (REG 5/2); false data are a ground of their own. */
export function isRecoverable(month: IsoMonth, { ground, visitOn }: RecoveryBasis): boolean {
  return ground !== 'ineligibleByVisit' || visitOn === null || month > monthOf(visitOn);
}

/** Errors: VISIT_DAY_NEEDED, VISIT_IN_FUTURE. */
export function checkBasis(
  { ground, cause, visitOn }: RecoveryBasis,
  today: IsoDate,
): Result<RecoveryBasis, Refusal> {
  if (ground !== 'ineligibleByVisit') return ok({ ground, cause, visitOn: null });
  if (visitOn === null) return refuse('VISIT_DAY_NEEDED');
  return visitOn > today ? refuse('VISIT_IN_FUTURE') : ok({ ground, cause, visitOn });
}
