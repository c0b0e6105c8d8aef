import type { DifferenceRow } from '../../../contract/government-records.ts';

/** Whose lists show a difference or what is done about it. */
export const TOUCHED = [
  'governmentRecords',
  'registry',
  'households',
  'letters',
  'entitlement',
] as const;

/** A kind of difference as it is chosen: `income missingHere`. */
export type DifferenceKind = Pick<DifferenceRow, 'field' | 'outcome'>;
