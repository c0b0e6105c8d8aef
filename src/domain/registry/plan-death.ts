import type { IsoDate } from '../shared/iso-date.ts';
import type { HouseholdPlan } from './household-change.ts';
import { HEAD, type AnyFact } from './household-fact.ts';
import { HouseholdPieces } from './household-pieces.ts';

/** What is recorded when a head is known to have died: the rest stays as it was known. Null where no head is known. */
export function planDeath(facts: readonly AnyFact[], deceasedOn: IsoDate): HouseholdPlan | null {
  const pieces = new HouseholdPieces(facts);
  const head = pieces.all.flatMap((piece) =>
    piece.kind === 'person' && piece.subject === HEAD ? [piece] : [],
  );
  for (const { record, subject, validFrom, validTo, data } of head) {
    const said = { kind: 'person', data: { ...data, deceasedOn } } as const;
    pieces.rewrite(record, subject, validFrom, validTo, said);
  }
  const { supersede, add } = pieces.plan();
  return head.length === 0 ? null : { supersede, add };
}
