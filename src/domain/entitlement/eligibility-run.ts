import type { Halalas } from '../shared/halalas.ts';
import type { IneligibilityReason } from './calculation.ts';

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
 * Why a household's pension is another than the month before: the cause that moves most. `back` was known and not eligible,
 * `unknown` was paid and nothing is known of its household, `paidOtherwise` was paid a sum that no run computed.
 */
export const CHANGE_CAUSES = [
  'new',
  'back',
  'ineligible',
  'deceased',
  'unknown',
  'dependantAdded',
  'dependantGone',
  'stayAbroad',
  'centre',
  'income',
  'assets',
  'families',
  'breach',
  'rates',
  'paidOtherwise',
  'other',
] as const;
export type ChangeCause = (typeof CHANGE_CAUSES)[number];

/** Why an entitled household gets no payment of the run, or one that is not simply what is due. */
export const OBSTACLES = [
  /** No account to pay to. */
  'noAccount',
  /** The payment is prepared and held: a life-status case is open. */
  'frozen',
  /** An imported list pays the month already, and another sum than is due. */
  'listDiffers',
  /** An imported list pays somebody who is not eligible. */
  'listIneligible',
] as const;
export type Obstacle = (typeof OBSTACLES)[number];

/** Why somebody is due nothing although he was known; beside the reasons of the calculation. */
export const RUN_REASONS = ['deceased', 'unknown'] as const;
export type RunReason = IneligibilityReason | (typeof RUN_REASONS)[number];

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
