import { derivedBeneficiary } from '../../../domain/registry/derived-beneficiary.ts';
import { overlaps } from '../../../domain/registry/household-at.ts';
import type { AnyFact } from '../../../domain/registry/household-fact.ts';
import { maskNationalId } from '../../../domain/registry/mask.ts';
import type { RunningOperation } from '../operation.ts';
import type { HouseholdReader, StoredBeneficiary } from './household-ports.ts';

/** A column of a beneficiary that says otherwise than the facts of his household, or facts that contradict each other. */
export interface HouseholdDifference {
  readonly area: 'households';
  readonly id: string;
  /** The national id, masked. */
  readonly number: string;
  readonly field: string;
}

const HOUSEHOLDS_A_STEP = 200;

/** Recomputes what is derived of beneficiaries from what is known now, and finds records that are known twice on a day. */
export async function verifyHouseholds(
  households: Pick<HouseholdReader, 'stored'>,
  breathe: RunningOperation['breathe'],
): Promise<{ readonly checked: number; readonly differences: readonly HouseholdDifference[] }> {
  const differences: HouseholdDifference[] = [];
  let checked = 0;
  let after = 0;
  for (;;) {
    const stored = await households.stored(after, HOUSEHOLDS_A_STEP);
    for (const one of stored) differences.push(...differencesOf(one));
    checked += stored.length;
    const last = stored.at(-1);
    if (!last) return { checked, differences };
    after = last.no;
    await breathe();
  }
}

const COLUMNS = [
  'name',
  'nameKey',
  'nationalId',
  'sex',
  'birthDate',
  'deceasedOn',
  'phone',
  'address',
  'kind',
] as const;

function differencesOf({ id, columns, facts }: StoredBeneficiary): HouseholdDifference[] {
  const number = maskNationalId(columns.nationalId ?? '');
  const derived = derivedBeneficiary(facts);
  const wrong: string[] =
    derived === null
      ? ['head']
      : COLUMNS.filter(
          (column) =>
            columns[column] !== derived[column] &&
            // A head whose id is not known keeps the one under which he was registered.
            !(column === 'nationalId' && derived.nationalId === null),
        );
  if (isKnownTwice(facts)) wrong.push('facts');
  return wrong.map((field) => ({ area: 'households', id, number, field }));
}

function isKnownTwice(facts: readonly AnyFact[]): boolean {
  return facts.some((fact, place) =>
    facts.some(
      (other, later) => later > place && other.record === fact.record && overlaps(fact, other),
    ),
  );
}
