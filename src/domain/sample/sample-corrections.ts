import { halalas } from '../shared/halalas.ts';
import type { IsoDate, IsoMonth } from '../shared/iso-date.ts';
import { pensionOf, samplePerson, type SamplePerson } from './sample-person.ts';

/**
 * Households of which the branch learns late: a child that was added late, in time for three months or for two, a wage that had
 * ended, one that nobody reported, and one that is being paid back.
 */
export const CORRECTIONS = [
  'childOfThreeMonths',
  'childOfTwoMonths',
  'endedWage',
  'hiddenWage',
  'repaidWage',
] as const;
export type Correction = (typeof CORRECTIONS)[number];

/** A wage that comes to light: it counts for half of itself (REG 9). */
export const HIDDEN_WAGE = halalas(180_000);
const LEAST_PENSION = 150_000;

/**
 * A household for each kind, looked for from the last person on; a kind that none fits is missing.
 * @param isFit Whether somebody was paid what was due in all months and is in no other story.
 */
export function chooseCorrected(
  { seed, size, today }: { readonly seed: number; readonly size: number; readonly today: IsoDate },
  month: IsoMonth,
  isFit: (index: number) => boolean,
): ReadonlyMap<Correction, SamplePerson> {
  const chosen = new Map<Correction, SamplePerson>();
  for (let index = size - 1; index >= 0 && chosen.size < CORRECTIONS.length; index -= 1) {
    if (!isFit(index)) continue;
    const person = samplePerson(seed, index, today);
    const kind = CORRECTIONS.find((one) => !chosen.has(one) && FITS[one](person, month));
    if (kind !== undefined) chosen.set(kind, person);
  }
  return chosen;
}

const mayHaveChild = (person: SamplePerson): boolean =>
  person.kind === 'family' && childNameIn(person) !== null;

const mayHideWage = (person: SamplePerson, month: IsoMonth): boolean =>
  wageOf(person) === undefined && pensionOf(person, month) >= LEAST_PENSION;

const FITS: Readonly<Record<Correction, (person: SamplePerson, month: IsoMonth) => boolean>> = {
  childOfThreeMonths: mayHaveChild,
  childOfTwoMonths: mayHaveChild,
  endedWage: (person) => wageOf(person) !== undefined,
  hiddenWage: mayHideWage,
  repaidWage: mayHideWage,
};

/** The head's wage; undefined where he has none. */
export function wageOf(person: SamplePerson) {
  return incomesOf(person).find(({ subject, data }) => subject === 0 && data.type === 'wage');
}

export function incomesOf({ facts }: SamplePerson) {
  return facts.filter((fact) => fact.kind === 'income');
}

const CHILD = 'ليان';

/** A daughter's name in the family of a citizen; null where her father is not the head or his names are not plain. */
export function childNameIn({ name, sex, nationalId, members }: SamplePerson): string | null {
  const [own, father, , family, more] = name.split(' ').filter((word) => word !== 'بن');
  const isPlain = own !== undefined && father !== undefined && family !== undefined && !more;
  if (!isPlain || sex !== 'male' || !nationalId.startsWith('1')) return null;
  if (members.some((member) => member.name.startsWith(CHILD))) return null;
  const words = name.includes(' بن ') ? ['بنت', own, 'بن', father] : [own, father];
  return [CHILD, ...words, family].join(' ');
}
