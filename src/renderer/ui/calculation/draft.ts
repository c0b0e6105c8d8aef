import type {
  AssetType,
  CalculationInput,
  HouseholdKind,
  IncomeType,
  Nationality,
  Relation,
} from '../../../domain/entitlement/calculation.ts';
import type { Halalas } from '../../../domain/shared/halalas.ts';
import type { IsoDate, IsoMonth } from '../../../domain/shared/iso-date.ts';
import { asTypedDate, type TypedDateValue } from '../TypedDateField.tsx';

interface DraftPerson {
  /** By which incomes and assets point to him. */
  readonly id: string;
  readonly birth: TypedDateValue | null;
  readonly student: boolean;
  /** NaN while it is being typed. */
  readonly daysAbroad: number;
  readonly inCentre: boolean;
}

export interface DraftHead extends DraftPerson {
  readonly nationality: Nationality;
  readonly dwellingProven: boolean;
}

export interface DraftDependant extends DraftPerson {
  readonly relation: Relation;
}

export interface DraftIncome {
  readonly person: string;
  readonly type: IncomeType;
  readonly amount: Halalas | null;
  readonly per: 'month' | 'year';
}

export interface DraftAsset {
  readonly person: string;
  readonly type: AssetType;
  readonly value: Halalas | null;
  readonly count: number | null;
}

/** A household as it is being typed: rows may be unfinished. */
export interface Draft {
  readonly month: IsoMonth;
  readonly applicationDate: IsoDate | null;
  readonly kind: HouseholdKind;
  readonly head: DraftHead;
  readonly dependants: readonly DraftDependant[];
  readonly families: number;
  readonly breachAllMinors: boolean;
  readonly incomes: readonly DraftIncome[];
  readonly assets: readonly DraftAsset[];
}

export function emptyDraft(month: IsoMonth): Draft {
  return {
    month,
    applicationDate: null,
    kind: 'family',
    head: {
      id: 'head',
      birth: null,
      student: false,
      daysAbroad: 0,
      inCentre: false,
      nationality: 'saudi',
      dwellingProven: true,
    },
    dependants: [],
    families: 1,
    breachAllMinors: false,
    incomes: [],
    assets: [],
  };
}

/** A known household to try changes on. */
export function draftOf(input: CalculationInput): Draft {
  return {
    ...input,
    head: { ...input.head, birth: asTypedDate(input.head.birthDate) },
    dependants: input.dependants.map((one) => ({ ...one, birth: asTypedDate(one.birthDate) })),
    incomes: input.incomes.map(({ person, type, monthly, yearly }) => ({
      person,
      type,
      amount: monthly ?? yearly ?? null,
      per: monthly === undefined ? 'year' : 'month',
    })),
    assets: input.assets.map(({ person, type, value = null, count = null }) => ({
      person,
      type,
      value,
      count,
    })),
  };
}

/**
 * Stands in for a date of birth that nobody typed: an adult, old enough to study as an independent. It decides nothing else of
 * a sum, and the form says so beside the field.
 */
const ADULT: IsoDate = '1980-01-01' as IsoDate;

/**
 * What is asked for a draft: rows without their figure are left out until they have one, and of an independent nobody but
 * himself. Null while a number is no number.
 */
export function householdOf(draft: Draft): Record<string, unknown> | null {
  const { month, applicationDate, kind, head, families, breachAllMinors } = draft;
  const dependants = kind === 'family' ? draft.dependants : [];
  const people = [head, ...dependants];
  if (people.some(({ daysAbroad }) => Number.isNaN(daysAbroad)) || Number.isNaN(families))
    return null;
  const isKnown = ({ person }: { person: string }): boolean =>
    people.some(({ id }) => id === person);
  return {
    month,
    ...(applicationDate === null ? {} : { applicationDate }),
    kind,
    head: {
      ...personOf(head),
      nationality: head.nationality,
      dwellingProven: kind === 'family' || head.dwellingProven,
    },
    dependants: dependants.map((one) => ({ ...personOf(one), relation: one.relation })),
    families: kind === 'family' ? families : 1,
    breachAllMinors,
    incomes: draft.incomes
      .filter(isKnown)
      .flatMap(({ person, type, amount, per }) =>
        amount === null
          ? []
          : [{ person, type, ...(per === 'month' ? { monthly: amount } : { yearly: amount }) }],
      ),
    assets: draft.assets.filter(isKnown).flatMap(({ person, type, value, count }) => {
      const isMissing = isCounted(type) ? count === null || Number.isNaN(count) : value === null;
      return isMissing
        ? []
        : [
            {
              person,
              type,
              ...(value === null ? {} : { value }),
              ...(count === null || Number.isNaN(count) ? {} : { count }),
            },
          ];
    }),
  };
}

function personOf({ id, birth, student, daysAbroad, inCentre }: DraftPerson) {
  return { id, birthDate: birth?.date ?? ADULT, student, daysAbroad, inCentre };
}

/** Cars and domestic workers are counted, everything else is valued. */
export const isCounted = (type: AssetType): boolean => type === 'car' || type === 'domesticWorkers';

/** The first dependant is usually the spouse, and those after are children. */
export function withDependant(draft: Draft): Draft {
  const taken = new Set(draft.dependants.map(({ id }) => id));
  let number = draft.dependants.length + 1;
  while (taken.has(String(number))) number += 1;
  const one: DraftDependant = {
    id: String(number),
    relation: draft.dependants.length === 0 ? 'spouse' : 'child',
    birth: null,
    student: false,
    daysAbroad: 0,
    inCentre: false,
  };
  return { ...draft, dependants: [...draft.dependants, one] };
}

/** What a dependant had goes with him. */
export function withoutDependant(draft: Draft, index: number): Draft {
  const gone = draft.dependants[index]?.id;
  return {
    ...draft,
    dependants: draft.dependants.toSpliced(index, 1),
    incomes: draft.incomes.filter(({ person }) => person !== gone),
    assets: draft.assets.filter(({ person }) => person !== gone),
  };
}
