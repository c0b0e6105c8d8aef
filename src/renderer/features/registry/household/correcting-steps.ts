import type { HouseholdFactDto, StatedFact } from '../../../../contract/households.ts';
import type { IsoDate } from '../../../../domain/shared/iso-date.ts';
import type { Step } from './use-household.ts';

/**
 * What correcting a fact with its days takes. Days outside those that are stated stay as they were known, so a thing that
 * ended earlier is ended as well, and one that began later was never there before: it begins anew.
 */
export function correctingSteps(
  { record, subject, validFrom, validTo, versions }: HouseholdFactDto,
  fact: StatedFact,
  days: { readonly from: IsoDate; readonly to: IsoDate | null },
  isWhole: boolean,
): readonly Step[] {
  const beganLater = isWhole && days.from > validFrom && versions === 1;
  if (beganLater) {
    return [
      { action: 'remove', record },
      { action: 'begin', subject, fact, ...days },
    ];
  }
  const revised: Step = { action: 'revise', record, fact, ...days };
  const endedEarlier = isWhole && days.to !== null && (validTo === null || days.to < validTo);
  return endedEarlier && days.to !== null
    ? [revised, { action: 'end', record, on: days.to }]
    : [revised];
}
