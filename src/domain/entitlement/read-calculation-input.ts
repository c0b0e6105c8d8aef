import { isEditedSetting, readSetting } from '../settings/setting-values.ts';
import type { IsoDate, IsoMonth } from '../shared/iso-date.ts';
import { ok, refuse, type Refusal, type Result } from '../shared/result.ts';
import {
  ASSET_TYPES,
  HOUSEHOLD_KINDS,
  INCOME_TYPES,
  NATIONALITIES,
  RELATIONS,
  type CalculationInput,
  type CountedAsset,
  type CountedDependant,
  type CountedHead,
  type CountedIncome,
} from './calculation.ts';
import {
  listOf,
  money,
  month,
  oneOf,
  optional,
  otherwise,
  pastDate,
  shape,
  text,
  whole,
  yesOrNo,
  type FieldReader,
} from './field-readers.ts';
import { DEFAULT_ENTITLEMENT, type EntitlementSettings } from './entitlement-settings.ts';

export interface ReadCalculation {
  readonly input: CalculationInput;
  /** Settings that hold for this sum alone, whatever is in force. */
  readonly settings: Partial<EntitlementSettings>;
}

const DAYS_OF_YEAR = 366;
const MOST_FAMILIES = 20;
const MOST_COUNT = 1000;
/** Beyond what any household is, and small enough to be computed at once. */
const MOST_ITEMS = 500;

/**
 * Reads what a sum is made of from anything, as the command's file and the calculator give it. Left out, a list is empty,
 * `families` is 1, days abroad are 0, the nationality is `saudi`, a dwelling is proven and every other yes-or-no is no; the
 * application is then of the month's first day, or of today where that is still to come.
 *
 * A relation and a nationality may be any words, since nobody has listed them all: what is not known here is `other`.
 *
 * @param today No date may be later; the month may be.
 *
 * Errors, each with the `field` by its path: CALCULATION_OBJECT, CALCULATION_LIST, CALCULATION_TEXT, CALCULATION_YES_OR_NO,
 * CALCULATION_NUMBER (min, max), CALCULATION_CHOICE (choices), CALCULATION_MONEY (most), CALCULATION_MONEY_NEGATIVE,
 * CALCULATION_MONTH, CALCULATION_DATE, CALCULATION_DATE_FUTURE (today), CALCULATION_FIELD_MISSING, CALCULATION_FIELD_UNKNOWN,
 * CALCULATION_TWO_HEADS, CALCULATION_PERSON_TWICE (person), CALCULATION_PERSON_UNKNOWN (person),
 * CALCULATION_MONTHLY_OR_YEARLY, CALCULATION_BORN_LATER (month), CALCULATION_INDEPENDENT_ALONE, CALCULATION_TOO_MANY (max),
 * CALCULATION_SETTING_UNKNOWN, and those of `readSetting` for a setting's value.
 */
export function readCalculationInput(
  raw: unknown,
  today: IsoDate,
): Result<ReadCalculation, Refusal> {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw))
    return refuse('CALCULATION_OBJECT', { field: 'input' });
  const heads = checkOneHead(raw);
  if (!heads.ok) return heads;
  const read = readersFor(today)(raw, '');
  if (!read.ok) return read;
  const { settings, applicationDate, ...rest } = read.value;
  const first = `${rest.month}-01` as IsoDate;
  const input: CalculationInput = {
    month: rest.month,
    applicationDate: applicationDate ?? (first > today ? today : first),
    kind: rest.kind,
    head: rest.head,
    dependants: rest.dependants,
    families: rest.families,
    breachAllMinors: rest.breachAllMinors,
    incomes: rest.incomes,
    assets: rest.assets,
  };
  const refused = contradictionOf(input);
  return refused === null ? ok({ input, settings }) : refused;
}

/** More than one head can be said in several ways; none of them is read as an odd field. */
function checkOneHead(raw: object): Result<null, Refusal> {
  if ('heads' in raw) return refuse('CALCULATION_TWO_HEADS', { field: 'heads' });
  if ('head' in raw && Array.isArray(raw.head))
    return refuse('CALCULATION_TWO_HEADS', { field: 'head' });
  if (!('dependants' in raw) || !Array.isArray(raw.dependants)) return ok(null);
  const at = (raw.dependants as readonly unknown[]).findIndex(
    (one) =>
      typeof one === 'object' && one !== null && 'relation' in one && one.relation === 'head',
  );
  return at < 0
    ? ok(null)
    : refuse('CALCULATION_TWO_HEADS', { field: `dependants[${at}].relation` });
}

type RawInput = Omit<CalculationInput, 'applicationDate'> & {
  readonly applicationDate: IsoDate | undefined;
  readonly settings: Partial<EntitlementSettings>;
};

function readersFor(today: IsoDate): FieldReader<RawInput> {
  const date = pastDate(today);
  const days = optional(whole(0, DAYS_OF_YEAR), 0);
  const no = optional(yesOrNo, false);
  const head: FieldReader<CountedHead> = shape({
    id: text,
    birthDate: date,
    nationality: optional(otherwise(NATIONALITIES), 'saudi'),
    daysAbroad: days,
    inCentre: no,
    student: no,
    dwellingProven: optional(yesOrNo, true),
  });
  const dependant: FieldReader<CountedDependant> = shape({
    id: text,
    relation: otherwise(RELATIONS),
    birthDate: date,
    student: no,
    daysAbroad: days,
    inCentre: no,
  });
  return shape<RawInput>({
    month,
    applicationDate: optional(date, undefined),
    kind: oneOf(HOUSEHOLD_KINDS),
    head,
    dependants: optional(atMost(listOf(dependant)), []),
    families: optional(whole(1, MOST_FAMILIES), 1),
    breachAllMinors: no,
    incomes: optional(atMost(listOf(readIncome)), []),
    assets: optional(atMost(listOf(readAsset)), []),
    settings: optional(readSettings, {}),
  });
}

const incomeFields: FieldReader<
  Pick<CountedIncome, 'person' | 'type'> & {
    readonly monthly: CountedIncome['monthly'] | undefined;
    readonly yearly: CountedIncome['yearly'] | undefined;
  }
> = shape({
  person: text,
  type: oneOf(INCOME_TYPES),
  monthly: optional(money, undefined),
  yearly: optional(money, undefined),
});

const readIncome: FieldReader<CountedIncome> = (value, field) => {
  const read = incomeFields(value, field);
  if (!read.ok) return read;
  const { person, type, monthly, yearly } = read.value;
  if ((monthly === undefined) === (yearly === undefined))
    return refuse('CALCULATION_MONTHLY_OR_YEARLY', {
      field: `${field}.${monthly === undefined ? 'monthly' : 'yearly'}`,
    });
  return ok({
    person,
    type,
    ...(monthly === undefined ? {} : { monthly }),
    ...(yearly === undefined ? {} : { yearly }),
  });
};

const assetFields: FieldReader<
  Pick<CountedAsset, 'person' | 'type'> & {
    readonly value: CountedAsset['value'] | undefined;
    readonly count: CountedAsset['count'] | undefined;
  }
> = shape({
  person: text,
  type: oneOf(ASSET_TYPES),
  value: optional(money, undefined),
  count: optional(whole(0, MOST_COUNT), undefined),
});

const readAsset: FieldReader<CountedAsset> = (given, field) => {
  const read = assetFields(given, field);
  if (!read.ok) return read;
  const { person, type, value, count } = read.value;
  if (type === 'liquid' && value === undefined)
    return refuse('CALCULATION_FIELD_MISSING', { field: `${field}.value` });
  if ((type === 'car' || type === 'domesticWorkers') && count === undefined)
    return refuse('CALCULATION_FIELD_MISSING', { field: `${field}.count` });
  return ok({
    person,
    type,
    ...(value === undefined ? {} : { value }),
    ...(count === undefined ? {} : { count }),
  });
};

const readSettings: FieldReader<Partial<EntitlementSettings>> = (value, field) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return refuse('CALCULATION_OBJECT', { field });
  const settings: Record<string, unknown> = {};
  for (const [key, given] of Object.entries(value)) {
    const at = `${field}.${key}`;
    if (!isEditedSetting(key) || !Object.hasOwn(DEFAULT_ENTITLEMENT, key))
      return refuse('CALCULATION_SETTING_UNKNOWN', {
        field: at,
        choices: Object.keys(DEFAULT_ENTITLEMENT).join(', '),
      });
    const read = readSetting(key, given);
    if (!read.ok) {
      const { code, details } = read.error;
      const inner = details?.['field'];
      return refuse(code, {
        ...details,
        field: inner === undefined ? at : `${at}.${String(inner)}`,
      });
    }
    settings[key] = read.value;
  }
  return ok(settings);
};

function atMost<T>(read: FieldReader<readonly T[]>): FieldReader<readonly T[]> {
  return (value, field) =>
    Array.isArray(value) && value.length > MOST_ITEMS
      ? refuse('CALCULATION_TOO_MANY', { field, max: MOST_ITEMS })
      : read(value, field);
}

/** What each field may say alone and the whole may not. */
function contradictionOf(
  input: CalculationInput,
): { readonly ok: false; readonly error: Refusal } | null {
  const { head, dependants, incomes, assets, kind, families } = input;
  if (isBornAfter(head.birthDate, input.month))
    return refuse('CALCULATION_BORN_LATER', { field: 'head.birthDate', month: input.month });
  const people = new Set([head.id]);
  for (const [at, { id, birthDate }] of dependants.entries()) {
    if (people.has(id))
      return refuse('CALCULATION_PERSON_TWICE', { field: `dependants[${at}].id`, person: id });
    people.add(id);
    if (isBornAfter(birthDate, input.month))
      return refuse('CALCULATION_BORN_LATER', {
        field: `dependants[${at}].birthDate`,
        month: input.month,
      });
  }
  if (kind === 'independent' && dependants.length > 0)
    return refuse('CALCULATION_INDEPENDENT_ALONE', { field: 'dependants' });
  if (kind === 'independent' && families > 1)
    return refuse('CALCULATION_INDEPENDENT_ALONE', { field: 'families' });
  for (const [list, items] of [
    ['incomes', incomes],
    ['assets', assets],
  ] as const) {
    const at = items.findIndex(({ person }) => !people.has(person));
    if (at >= 0)
      return refuse('CALCULATION_PERSON_UNKNOWN', {
        field: `${list}[${at}].person`,
        person: items[at]?.person ?? '',
      });
  }
  return null;
}

/** Who is born within a month is part of it. */
const isBornAfter = (birthDate: IsoDate, counted: IsoMonth): boolean =>
  birthDate.slice(0, 7) > counted;
