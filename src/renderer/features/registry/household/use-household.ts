import type { OutputOf } from '../../../../contract/api.ts';
import type { HouseholdFactDto, ShownFact, WantedStep } from '../../../../contract/households.ts';
import type { IsoDate, IsoInstant, IsoMonth } from '../../../../domain/shared/iso-date.ts';
import { api } from '../../../lib/client.ts';
import { useApiQuery } from '../../../lib/queries.ts';

export type Household = OutputOf<'households.show'>;
export type HouseholdChanges = OutputOf<'households.history'>['changes'];
export type Step = WantedStep;
export type FactKind = ShownFact['kind'];
export type FactOf<Kind extends FactKind> = Extract<HouseholdFactDto, { readonly kind: Kind }>;

/** Which day's household is looked at, and by the knowledge of which day; null for today and now. */
export interface Looking {
  readonly month: IsoMonth | null;
  readonly knownOn: IsoDate | null;
}

export const LOOKING_NOW: Looking = { month: null, knownOn: null };

/** A month is assessed on its first day; what a day knew is what was recorded until its end in Riyadh. */
export function useHousehold(beneficiaryId: string, { month, knownOn }: Looking) {
  return useApiQuery(
    ['households', 'show', beneficiaryId, month, knownOn],
    () =>
      api.households.show({
        beneficiaryId,
        ...(month === null ? {} : { on: `${month}-01` as IsoDate }),
        ...(knownOn === null ? {} : { knownAt: endOfDay(knownOn) }),
      }),
    { keepPrevious: true },
  );
}

function endOfDay(date: IsoDate): IsoInstant {
  return new Date(`${date}T23:59:59.999+03:00`).toISOString() as IsoInstant;
}

export function factsOf<Kind extends FactKind>(
  { facts }: Household,
  kind: Kind,
): readonly FactOf<Kind>[] {
  return facts.filter((fact): fact is FactOf<Kind> => fact.kind === kind);
}
