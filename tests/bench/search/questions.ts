/** What people type into the search box, made of people who are there. */
import type { SamplePerson } from '../../../src/domain/sample/sample-person.ts';
import { createRandom, type Random } from '../../../src/domain/sample/random.ts';

export interface Question {
  readonly kind: string;
  readonly text: string;
  /** A number that one household has: it must be among the hits. A name that some have: one of them must be. */
  readonly expects: 'household' | 'name' | null;
  /** Whom it was made of: head, or the dependant whose name it is. */
  readonly name: string;
}

type Make = (person: SamplePerson, random: Random) => string | null;

const words = (name: string): string[] => name.split(' ');
const withoutLinks = (name: string): string =>
  words(name)
    .filter((word) => word !== 'بن' && word !== 'بنت')
    .join(' ');

/** As somebody writes who minds no hamza, no article and no taa marbuta. */
const misspelt = (name: string): string =>
  withoutLinks(name)
    .replace(/[أإآ]/gu, 'ا')
    .replaceAll('ة', 'ه')
    .replaceAll('ى', 'ي')
    .replaceAll('عبدال', 'عبد ال')
    .replace(/ ال(?=\S{3,}$)/u, ' ');

const slipped = (name: string, random: Random): string => {
  const typed = words(withoutLinks(name));
  const long = typed.findIndex((word) => word.length > 5);
  const word = typed[long];
  if (word === undefined) return name;
  const place = random.int(2, word.length - 2);
  typed[long] = word.slice(0, place) + word.slice(place + 1);
  return typed.join(' ');
};

const dependantOf = (person: SamplePerson, random: Random) =>
  person.members.length === 0
    ? null
    : (person.facts.filter((fact) => fact.kind === 'person' && fact.subject > 0)[
        random.int(0, person.members.length - 1)
      ] ?? null);

const dependantId: Make = (person, random) => {
  const fact = dependantOf(person, random);
  return fact?.kind === 'person' ? fact.data.nationalId : null;
};

const HEADS: readonly (readonly [string, Question['expects'], Make])[] = [
  ['national id', 'household', ({ nationalId }) => nationalId],
  ['first digits of an id', null, ({ nationalId }) => nationalId.slice(0, 7)],
  ['dependant’s id', 'household', dependantId],
  ['IBAN', 'household', ({ iban }) => iban.replace(/(.{4})/gu, '$1 ')],
  ['end of an IBAN', null, ({ iban }) => iban.slice(-6)],
  ['phone', 'household', ({ phone }) => phone],
  ['phone with country', 'household', ({ phone }) => phone && `+966 ${phone.slice(1)}`],
  ['whole name', 'name', ({ name }) => name],
  ['name without links', 'name', ({ name }) => withoutLinks(name)],
  ['name misspelt', 'name', ({ name }) => misspelt(name)],
  [
    'words in another order',
    'name',
    ({ name }) => words(withoutLinks(name)).toReversed().join(' '),
  ],
  [
    'beginnings of words',
    null,
    ({ name }) =>
      words(withoutLinks(name))
        .map((word) => word.slice(0, 3))
        .join(' '),
  ],
  ['name with a slip', null, ({ name }, random) => slipped(name, random)],
  ['given name', null, ({ name }) => words(name)[0] ?? null],
  ['family name', null, ({ name }) => words(name).at(-1) ?? null],
  ['given and family name', null, ({ name }) => `${words(name)[0]} ${words(name).at(-1)}`],
  ['two letters', null, ({ name }) => name.slice(0, 2)],
  ['name being typed', null, ({ name }, random) => name.slice(0, random.int(3, name.length))],
  ['names of nobody', null, ({ name }) => `${words(name)[0]} زبرجد`],
];

/** Questions about as many people as there are `people`, every kind as often. */
export function* questions(people: readonly SamplePerson[]): Generator<Question> {
  const random = createRandom(11);
  for (const person of people) {
    for (const [kind, expects, make] of HEADS) {
      const text = make(person, random);
      if (text !== null) yield { kind, text, expects, name: person.name };
    }
    const member = person.members[0];
    if (member === undefined) continue;
    yield {
      kind: 'dependant’s name',
      text: withoutLinks(member.name),
      expects: null,
      name: member.name,
    };
  }
}
