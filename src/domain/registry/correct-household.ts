import type { IsoDate } from '../shared/iso-date.ts';
import type { Refusal, Result } from '../shared/result.ts';
import type { LivingElsewhere, PlannedChange, WantedFact } from './household-change.ts';
import type { AnyFact } from './household-fact.ts';

/** Plans what a change supersedes and adds. */
export function planChange(
  _facts: readonly AnyFact[],
  _wanted: readonly WantedFact[],
  _today: IsoDate,
  _elsewhere: readonly LivingElsewhere[] = [],
): Result<PlannedChange, Refusal> {
  throw new Error('TODO: not written yet');
}
