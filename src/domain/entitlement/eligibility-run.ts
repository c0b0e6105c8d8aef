import type { Halalas } from '../shared/halalas.ts';

/** `computing` is never shown; `discarded` frees its month for another run. */
export const ELIGIBILITY_RUN_STATUSES = [
  'computing',
  'computed',
  'proposed',
  'approved',
  'discarded',
] as const;
export type EligibilityRunStatus = (typeof ELIGIBILITY_RUN_STATUSES)[number];

export const ELIGIBILITY_RUN_EVENTS = [
  'computed',
  'proposed',
  'sentBack',
  'approved',
  'discarded',
] as const;
export type EligibilityRunEventType = (typeof ELIGIBILITY_RUN_EVENTS)[number];

/**
 * Why a household's pension is another than the month before: the cause that moves most. `back` was paid once and not the month
 * before, `stopped` is entitled no longer by the registry (a waiver, a decision), `unknown` was paid and nothing is known of its
 * household, `paidOtherwise` was paid a sum that no run computed.
 */
export const CHANGE_CAUSES = [
  'new',
  'back',
  'ineligible',
  'deceased',
  'stopped',
  'unknown',
  'dependantAdded',
  'dependantGone',
  'stayAbroad',
  'centre',
  'income',
  'assets',
  'families',
  'head',
  'breach',
  'rates',
  'paidOtherwise',
  'other',
] as const;
export type ChangeCause = (typeof CHANGE_CAUSES)[number];

/** Why an entitled household gets no payment of the run, or one that is not simply what is due. */
export const OBSTACLES = [
  /** No account to pay to: nothing is prepared. */
  'noAccount',
  /** The head has died and no other is named: nothing is prepared. */
  'deceased',
  /** The file was merged into another since the run was computed: nothing is prepared. */
  'merged',
  /** A decision, a withdrawal or a new application ended it since the run was computed: nothing is prepared. */
  'stopped',
  /** A file that was merged into this one has a payment of the month: nothing is prepared. */
  'otherFile',
  /** A settlement or another decision has paid of the month: nothing is prepared, and its settlement says what is left. */
  'paidOtherwise',
  /** A life-status case is open: what is prepared is held. */
  'frozen',
  /** An imported list pays the month already, and another sum than is due. */
  'listDiffers',
  /** An imported list pays somebody to whom nothing is due. */
  'listNotDue',
  /** An imported list pays somebody of whose household nothing is known. */
  'listUnknown',
] as const;
export type Obstacle = (typeof OBSTACLES)[number];

/** Whether no payment is prepared at all. */
export function isUnplanned(obstacle: Obstacle): boolean {
  return UNPLANNED.includes(obstacle);
}

const UNPLANNED: readonly Obstacle[] = [
  'noAccount',
  'deceased',
  'merged',
  'stopped',
  'otherFile',
  'paidOtherwise',
];

/** Counts of households, sums in halalas. */
export interface RunTotals {
  /** Of which the sum was made. */
  readonly households: number;
  readonly eligible: number;
  readonly ineligible: number;
  readonly pension: Halalas;
  /** Calculations written down anew: of the others the last one still says the same. */
  readonly calculated: number;
  readonly before: { readonly eligible: number; readonly pension: Halalas };
  readonly changed: number;
}
