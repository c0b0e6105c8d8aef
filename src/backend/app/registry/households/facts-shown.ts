import type { HouseholdFactDto } from '../../../../contract/households.ts';
import { holdsOn } from '../../../../domain/registry/household-at.ts';
import type { AnyFact } from '../../../../domain/registry/household-fact.ts';
import { yearBefore } from '../../../../domain/registry/stay-days.ts';
import type { IsoDate } from '../../../../domain/shared/iso-date.ts';
import { sameValue } from '../../../../domain/shared/same-value.ts';
import { toShownFact } from './to-shown-fact.ts';

type Mark = Pick<HouseholdFactDto, 'mark' | 'instead'>;

/**
 * What belongs on the page of a household on a day: what holds on it, stays that still count in the year after them
 * (REG 6, 12), and of today what is known to begin later.
 */
export function factsShownOn(known: readonly AnyFact[], on: IsoDate, today: IsoDate): AnyFact[] {
  const aYearBefore = yearBefore(on);
  const shown = known.filter(
    (fact) =>
      holdsOn(fact, on) ||
      (fact.validFrom > on && on >= today) ||
      (fact.kind === 'stay' && fact.validTo !== null && fact.validTo > aYearBefore),
  );
  // A thing keeps its place whichever of its versions is shown.
  return shown.sort(
    (left, right) => left.record - right.record || (left.validFrom < right.validFrom ? -1 : 1),
  );
}

/** Each fact beside what is compared with it, record by record, and at the end what only that has. */
export function markFacts(
  shown: readonly AnyFact[],
  compared: readonly AnyFact[] | null,
): (Mark & { readonly fact: AnyFact })[] {
  if (compared === null) return shown.map((fact) => ({ fact, mark: 'same', instead: null }));
  const records = new Set(shown.map(({ record }) => record));
  return [
    ...shown.map((fact) => ({ fact, ...markOf(fact, compared) })),
    ...compared
      .filter(({ record }) => !records.has(record))
      .map((fact) => ({ fact, mark: 'missing' as const, instead: null })),
  ];
}

function markOf(fact: AnyFact, compared: readonly AnyFact[]): Mark {
  const others = compared.filter(({ record }) => record === fact.record);
  const [other] = others;
  if (other === undefined) return { mark: 'onlyHere', instead: null };
  if (others.some((one) => sameData(one, fact))) return { mark: 'same', instead: null };
  return { mark: 'changed', instead: toShownFact(other) };
}

export const sameData = (one: Pick<AnyFact, 'data'>, other: Pick<AnyFact, 'data'>): boolean =>
  sameValue(one.data, other.data);
