import { FAMILY_NAMES, FEMALE_NAMES, MALE_NAMES, RESIDENT_LAST_NAMES } from './name-lists.ts';
import type { Random } from './random.ts';

export type Sex = 'male' | 'female';

/** A name by its parts, so that children can carry their father's. */
export interface PersonName {
  readonly given: string;
  readonly father: string;
  readonly grandfather: string;
  readonly family: string;
  /** Whether the records write «بن» and «بنت» between the parts. */
  readonly linked: boolean;
}

/** The first names of the lists are the common ones: a square draw prefers them as life does. */
function frequentFirst(random: Random, names: readonly string[]): string {
  const index = Math.floor(random.next() ** 1.7 * names.length);
  return names[index] ?? random.pick(names);
}

export function givenName(random: Random, sex: Sex, apartFrom: readonly string[] = []): string {
  const names = sex === 'male' ? MALE_NAMES : FEMALE_NAMES;
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const name = frequentFirst(random, names);
    if (!apartFrom.includes(name)) return name;
  }
  return random.pick(names);
}

export function drawName(random: Random, sex: Sex, resident: boolean): PersonName {
  const given = givenName(random, sex);
  const father = givenName(random, 'male', [given]);
  return {
    given,
    father,
    grandfather: givenName(random, 'male', [given, father]),
    family: resident ? random.pick(RESIDENT_LAST_NAMES) : frequentFirst(random, FAMILY_NAMES),
    linked: !resident && random.chance(0.3),
  };
}

/** The name of somebody's child: the parent's own names move back by one generation. */
export function childName(
  random: Random,
  sex: Sex,
  father: PersonName,
  siblings: readonly string[],
): PersonName {
  return {
    given: givenName(random, sex, [...siblings, father.given]),
    father: father.given,
    grandfather: father.father,
    family: father.family,
    linked: father.linked,
  };
}

/** As records write it: `محمد بن سعد بن علي القحطاني` or `محمد سعد علي القحطاني`. */
export function writeName(name: PersonName, sex: Sex): string {
  const { given, father, grandfather, family, linked } = name;
  if (!linked) return [given, father, grandfather, family].join(' ');
  return `${given} ${sex === 'male' ? 'بن' : 'بنت'} ${father} بن ${grandfather} ${family}`;
}
