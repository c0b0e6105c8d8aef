import { holdsOn } from '../../../../domain/registry/household-at.ts';
import type { NewFact } from '../../../../domain/registry/household-change.ts';
import type { AnyFact } from '../../../../domain/registry/household-fact.ts';
import {
  addMonths,
  dayOfMonth,
  monthOf,
  type IsoDate,
  type IsoMonth,
} from '../../../../domain/shared/iso-date.ts';
import { sameValue } from '../../../../domain/shared/same-value.ts';

type Fact = NewFact | AnyFact;

/**
 * The months until the present one that may be due otherwise after a change: from the first whose first day, on which it is
 * assessed, comes at or after the first day that changed. Null where nothing that a pension depends on did.
 */
export function affectedMonths(
  superseded: readonly Fact[],
  added: readonly Fact[],
  today: IsoDate,
): { from: IsoMonth; to: IsoMonth } | null {
  const day = firstDayChanged(superseded, added);
  if (day === null) return null;
  const month = monthOf(day);
  const from = dayOfMonth(month, 1) === day ? month : addMonths(month, 1);
  const to = monthOf(today);
  return from > to ? null : { from, to };
}

function firstDayChanged(before: readonly Fact[], after: readonly Fact[]): IsoDate | null {
  const days = [...before, ...after].flatMap(({ validFrom, validTo }) =>
    validTo === null ? [validFrom] : [validFrom, validTo],
  );
  const changed = days
    .sort()
    .find((day) => !sameValue(countingOn(before, day), countingOn(after, day)));
  return changed ?? null;
}

/** What counts of the facts of a day. */
function countingOn(facts: readonly Fact[], day: IsoDate): unknown[] {
  return facts
    .filter((fact) => fact.kind !== 'contact' && holdsOn(fact, day))
    .sort((left, right) => left.record - right.record)
    .map((fact) => [fact.record, counting(fact)]);
}

/** A person's name and number change nothing of what is due. */
function counting(fact: Fact): unknown {
  if (fact.kind !== 'person') return fact.data;
  const { birthDate, nationality, relation, student, disabled, deceasedOn } = fact.data;
  return { birthDate, nationality, relation, student, disabled, deceasedOn };
}
