import type {
  Calculation,
  CalculationInput,
  CountedAsset,
  CountedDependant,
  CountedIncome,
  IneligibilityReason,
} from './calculation.ts';
import {
  assetChanged,
  barred,
  breachChanged,
  dependantChanged,
  familiesChanged,
  headChanged,
  incomeChanged,
  ruleChanged,
  type HeadChange,
} from './difference-words.ts';
import type { EntitlementRules } from './entitlement-rules.ts';
import type { EntitlementSettingKey } from './entitlement-settings.ts';
import { REASON_WORDS, RELATION_WORDS, type Words } from './entitlement-words.ts';
import { standingOf } from './minimum.ts';

export const DIFFERENCE_CODES = [
  /** There was no household before, or there is none now. */
  'began',
  'ended',
  'rates',
  /** Another setting than the rates. */
  'rule',
  'age',
  'kind',
  'head.replaced',
  'head.abroad',
  'head.back',
  'head.centre',
  'head.leftCentre',
  'head.nationality',
  'head.dwelling',
  'head.student',
  'families',
  'breach.began',
  'breach.ended',
  'dependant.added',
  'dependant.gone',
  'dependant.abroad',
  'dependant.back',
  'dependant.centre',
  'dependant.leftCentre',
  'income.began',
  'income.ended',
  'income.changed',
  'asset.began',
  'asset.ended',
  'asset.changed',
  /** What no fact and no rule explains: a sum that was made otherwise. */
  'other',
] as const;
export type DifferenceCode = (typeof DIFFERENCE_CODES)[number];

export interface Side {
  readonly input: CalculationInput;
  readonly rules: EntitlementRules;
}

interface CalculatedSide extends Side {
  readonly calculation: Calculation;
}

export interface DifferenceStep {
  readonly code: DifferenceCode;
  readonly article: string;
  readonly person: string | null;
  readonly text: Words;
  /** Makes the one change that the step is about. */
  readonly apply: (side: Side) => Side;
}

interface Step extends DifferenceStep {
  /** The grounds of ineligibility that the change may bring or end. */
  readonly grounds?: readonly IneligibilityReason[];
}

type NameOf = (person: string) => string | null;

/** Every change between two sums in the order in which they are made. */
export function differenceSteps(
  before: CalculatedSide,
  after: CalculatedSide,
  nameOf: NameOf,
): DifferenceStep[] {
  const whoIs = namesOf(before.input, after.input, nameOf);
  const steps = [
    ...ruleSteps(before.rules, after.rules),
    ...headSteps(before, after),
    ...familySteps(before.input, after.input),
    ...dependantSteps(before, after, whoIs),
    ...incomeSteps(before.input, after.input, whoIs),
    ...assetSteps(before.input, after.input, whoIs),
  ];
  const placed = steps.map((step) => placeOf(step, before.calculation, after.calculation));
  return [-1, 0, 1].flatMap((place) =>
    placed.filter((one) => one.place === place).map(({ step }) => step),
  );
}

/** First what ends a bar, last what brings one, with the bar in its words. */
function placeOf(step: Step, before: Calculation, after: Calculation) {
  for (const ground of step.grounds ?? []) {
    const was = before.reasons.includes(ground);
    const is = after.reasons.includes(ground);
    if (was === is) continue;
    const text = barred(step.text, REASON_WORDS[ground].text, is);
    const { article } = REASON_WORDS[ground];
    return { step: { ...step, text, article }, place: is ? 1 : -1 };
  }
  return { step, place: 0 };
}

function ruleSteps(before: EntitlementRules, after: EntitlementRules): Step[] {
  const { pensionRates, ratesFrom } = after;
  const rates: Step = {
    code: 'rates',
    article: 'REG 12',
    person: null,
    text: ruleChanged('pensionRates', ratesFrom),
    apply: (side) => ({ ...side, rules: { ...side.rules, pensionRates, ratesFrom } }),
  };
  return OTHER_RULES.reduce<Step[]>(
    (steps, key) =>
      isSame(before[key], after[key])
        ? steps
        : [
            ...steps,
            {
              code: 'rule',
              article: '',
              person: null,
              text: ruleChanged(key, ratesFrom),
              apply: (side) => ({ ...side, rules: { ...side.rules, [key]: after[key] } }),
            },
          ],
    isSame(before.pensionRates, pensionRates) ? [] : [rates],
  );
}

const OTHER_RULES = [
  'earnedIncomePercent',
  'retirementPensionEarned',
  'spreadMonths',
  'otherWealth',
  'daysAbroadLimit',
  'entitlementAges',
  'wealthLimits',
  'breachIncrements',
  'separateFamilies',
  'equalIncomeEligible',
  'pensionRounding',
] as const satisfies readonly EntitlementSettingKey[];

function headSteps(before: CalculatedSide, after: CalculatedSide): Step[] {
  const { input: was } = before;
  const { input: is, rules } = after;
  const steps: Step[] = [];
  const add = (
    code: DifferenceCode,
    change: HeadChange,
    grounds: readonly IneligibilityReason[],
    apply: (input: CalculationInput) => CalculationInput,
  ): void => {
    steps.push({
      code,
      article: '',
      person: is.head.id,
      text: headChanged(change),
      grounds,
      apply: (side) => ({ ...side, input: apply(side.input) }),
    });
  };
  if (was.head.id !== is.head.id) {
    const { id, birthDate } = is.head;
    add('head.replaced', 'replaced', ['independentAge', 'studentUnder25'], (input) => ({
      ...input,
      head: { ...input.head, id, birthDate },
      dependants: input.dependants.filter((one) => one.id !== id),
    }));
  }
  if (was.kind !== is.kind) {
    const change = is.kind === 'family' ? 'becameFamily' : 'becameIndependent';
    add('kind', change, ['independentAge', 'independentDwelling', 'cars'], (input) => ({
      ...input,
      kind: is.kind,
    }));
  }
  if (was.month !== is.month || was.head.birthDate !== is.head.birthDate) {
    const { month } = is;
    const { birthDate } = is.head;
    add('age', 'age', ['independentAge', 'studentUnder25'], (input) => ({
      ...input,
      month,
      head: { ...input.head, birthDate },
    }));
  }
  const { daysAbroad, inCentre, nationality, dwellingProven, student } = is.head;
  if (was.head.daysAbroad !== daysAbroad) {
    const isAway = daysAbroad > rules.daysAbroadLimit;
    add(isAway ? 'head.abroad' : 'head.back', isAway ? 'abroad' : 'back', ['stayAbroad'], (input) =>
      withHead(input, { daysAbroad }),
    );
  }
  if (was.head.inCentre !== inCentre) {
    const code = inCentre ? 'head.centre' : 'head.leftCentre';
    add(code, inCentre ? 'centre' : 'leftCentre', ['centre'], (input) =>
      withHead(input, { inCentre }),
    );
  }
  if (was.head.nationality !== nationality) {
    add('head.nationality', 'nationality', ['nationality'], (input) =>
      withHead(input, { nationality }),
    );
  }
  if (was.head.dwellingProven !== dwellingProven) {
    const change = dwellingProven ? 'dwellingProven' : 'dwellingUnproven';
    add('head.dwelling', change, ['independentDwelling'], (input) =>
      withHead(input, { dwellingProven }),
    );
  }
  if (was.head.student !== student) {
    add('head.student', student ? 'student' : 'noStudent', ['studentUnder25'], (input) =>
      withHead(input, { student }),
    );
  }
  return steps;
}

function withHead(
  input: CalculationInput,
  change: Partial<CalculationInput['head']>,
): CalculationInput {
  return { ...input, head: { ...input.head, ...change } };
}

function familySteps(was: CalculationInput, is: CalculationInput): Step[] {
  const { families, breachAllMinors } = is;
  const steps: Step[] = [];
  if (was.families !== families) {
    steps.push({
      code: 'families',
      article: 'REG 10/4',
      person: null,
      text: familiesChanged(was.families, families),
      apply: (side) => ({ ...side, input: { ...side.input, families } }),
    });
  }
  if (was.breachAllMinors !== breachAllMinors) {
    steps.push({
      code: breachAllMinors ? 'breach.began' : 'breach.ended',
      article: 'REG 20/6',
      person: null,
      text: breachChanged(breachAllMinors),
      apply: (side) => ({ ...side, input: { ...side.input, breachAllMinors } }),
    });
  }
  return steps;
}

function dependantSteps(before: Side, after: Side, whoIs: (person: string) => Words): Step[] {
  const had = byId(before.input.dependants);
  const has = byId(after.input.dependants);
  const ofPerson = (
    id: string,
    code: DifferenceCode,
    change: (dependants: readonly CountedDependant[]) => readonly CountedDependant[],
  ): Step => ({
    code,
    article: 'REG 12',
    person: id,
    text: dependantChanged(code, whoIs(id)),
    apply: (side) => ({
      ...side,
      input: { ...side.input, dependants: change(side.input.dependants) },
    }),
  });
  const changed = [...has.values()].flatMap((one) => {
    const known = had.get(one.id);
    if (known === undefined || isSame(known, one)) return [];
    return [
      ofPerson(one.id, codeOfChange(before, after, known, one), (dependants) =>
        dependants.map((each) => (each.id === one.id ? one : each)),
      ),
    ];
  });
  const gone = [...had.keys()].filter((id) => !has.has(id) && id !== after.input.head.id);
  const added = [...has.values()].filter(({ id }) => !had.has(id));
  return [
    ...added.map((one) => ofPerson(one.id, 'dependant.added', (rest) => [...rest, one])),
    ...changed,
    ...gone.map((id) =>
      ofPerson(id, 'dependant.gone', (rest) => rest.filter((each) => each.id !== id)),
    ),
  ];
}

function codeOfChange(
  before: Side,
  after: Side,
  was: CountedDependant,
  is: CountedDependant,
): DifferenceCode {
  const standing = standingOf(is, after.rules);
  if (standing !== 'counted') return `dependant.${standing}`;
  return standingOf(was, before.rules) === 'centre' ? 'dependant.leftCentre' : 'dependant.back';
}

function incomeSteps(
  before: CalculationInput,
  after: CalculationInput,
  whoIs: (person: string) => Words,
): Step[] {
  return changedGroups(before.incomes, after.incomes).map(({ first, was, is }) => ({
    code: codeOfGroup('income', was, is),
    article: 'REG 9',
    person: first.person,
    text: incomeChanged(first.type, whoIs(first.person), was, is),
    apply: (side) => ({
      ...side,
      input: { ...side.input, incomes: replaceGroup<CountedIncome>(side.input.incomes, first, is) },
    }),
  }));
}

function assetSteps(
  before: CalculationInput,
  after: CalculationInput,
  whoIs: (person: string) => Words,
): Step[] {
  return changedGroups(before.assets, after.assets).map(({ first, was, is }) => ({
    code: codeOfGroup('asset', was, is),
    article: 'REG 11',
    person: first.person,
    text: assetChanged(first.type, whoIs(first.person), was, is),
    grounds: first.type === 'car' ? ['cars'] : first.type === 'domesticWorkers' ? [first.type] : [],
    apply: (side) => ({
      ...side,
      input: { ...side.input, assets: replaceGroup<CountedAsset>(side.input.assets, first, is) },
    }),
  }));
}

interface Owned {
  readonly person: string;
  readonly type: string;
}

/** What one person has of one type, where it is not the same before and after. */
function changedGroups<Item extends Owned>(
  before: readonly Item[],
  after: readonly Item[],
): { readonly first: Item; readonly was: readonly Item[]; readonly is: readonly Item[] }[] {
  const groups = new Map<string, Item>();
  for (const item of [...after, ...before]) {
    const key = `${item.type} ${item.person}`;
    if (!groups.has(key)) groups.set(key, item);
  }
  return [...groups.values()].flatMap((first) => {
    const was = before.filter((item) => isOf(item, first));
    const is = after.filter((item) => isOf(item, first));
    return isSame(was, is) ? [] : [{ first, was, is }];
  });
}

function replaceGroup<Item extends Owned>(
  items: readonly Item[],
  first: Owned,
  by: readonly Item[],
): readonly Item[] {
  return [...items.filter((item) => !isOf(item, first)), ...by];
}

const isOf = (item: Owned, { person, type }: Owned): boolean =>
  item.person === person && item.type === type;

function codeOfGroup<Kind extends 'income' | 'asset'>(
  kind: Kind,
  was: readonly unknown[],
  is: readonly unknown[],
): `${Kind}.${'began' | 'ended' | 'changed'}` {
  if (was.length === 0) return `${kind}.began`;
  return is.length === 0 ? `${kind}.ended` : `${kind}.changed`;
}

function namesOf(
  before: CalculationInput,
  after: CalculationInput,
  nameOf: NameOf,
): (person: string) => Words {
  const relations = new Map(
    [...before.dependants, ...after.dependants].map(({ id, relation }) => [id, relation]),
  );
  return (person) => {
    const name = nameOf(person);
    if (name !== null) return { ar: name, en: name };
    const relation = relations.get(person);
    if (relation === undefined || person === after.head.id) return HEAD;
    const { ar, en } = RELATION_WORDS[relation];
    return { ar, en };
  };
}

const HEAD: Words = { ar: 'العائل', en: 'head' };

const byId = (dependants: readonly CountedDependant[]): Map<string, CountedDependant> =>
  new Map(dependants.map((one) => [one.id, one]));

/** Plain JSON of one shape, fields in one order. */
const isSame = (one: unknown, two: unknown): boolean => JSON.stringify(one) === JSON.stringify(two);
