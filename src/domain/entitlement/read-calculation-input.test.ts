import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDate } from '../shared/iso-date.ts';
import { households } from './testing/household-arbitrary.ts';
import { readCalculationInput } from './read-calculation-input.ts';

const today = isoDate('2026-11-22');

/** The contract's own example. */
const example = {
  month: '2026-10',
  applicationDate: '2026-03-12',
  kind: 'family',
  head: {
    id: 'A',
    birthDate: '1980-05-01',
    nationality: 'saudi',
    daysAbroad: 0,
    inCentre: false,
  },
  dependants: [
    { id: 'B', relation: 'spouse', birthDate: '1984-02-11', daysAbroad: 0, inCentre: false },
    {
      id: 'C',
      relation: 'child',
      birthDate: '2005-09-30',
      student: true,
      daysAbroad: 0,
      inCentre: false,
    },
  ],
  families: 1,
  breachAllMinors: false,
  incomes: [
    { person: 'A', type: 'wage', monthly: 400_000 },
    { person: 'B', type: 'rent', yearly: 600_000 },
  ],
  assets: [
    { person: 'A', type: 'liquid', value: 1_200_000 },
    { person: 'A', type: 'car', count: 1 },
  ],
  settings: { retirementPensionEarned: true },
};

const [spouse, child] = example.dependants;
const [wage] = example.incomes;

const refusal = (change: unknown) => {
  const read = readCalculationInput(change, today);
  return read.ok ? 'accepted' : [read.error.code, read.error.details?.['field']];
};

describe('what a sum is made of', () => {
  it('is read as it is written, and what is left out is as in most households', () => {
    const read = readCalculationInput(example, today);
    const { settings, ...input } = example;
    expect(read).toEqual({
      ok: true,
      value: {
        settings,
        input: {
          ...input,
          head: { ...input.head, student: false, dwellingProven: true },
          dependants: [{ ...spouse, student: false }, child],
        },
      },
    });
    const least = { month: '2027-01', kind: 'family', head: { id: 'A', birthDate: '1980-05-01' } };
    expect(readCalculationInput(least, today)).toMatchObject({
      ok: true,
      value: {
        input: {
          applicationDate: today,
          families: 1,
          breachAllMinors: false,
          dependants: [],
          incomes: [],
          assets: [],
          head: { nationality: 'saudi', daysAbroad: 0, inCentre: false },
        },
        settings: {},
      },
    });
  });

  it('knows any relation and any nationality, if only as another one', () => {
    const read = readCalculationInput(
      {
        ...example,
        head: { ...example.head, nationality: 'Yemeni' },
        dependants: [
          { ...spouse, relation: 'Spouse' },
          { ...child, relation: 'grandmother' },
        ],
      },
      today,
    );
    expect(read).toMatchObject({
      value: {
        input: {
          head: { nationality: 'other' },
          dependants: [{ relation: 'spouse' }, { relation: 'other' }],
        },
      },
    });
  });

  it.each<[string, unknown, string, string]>([
    ['is no object', [], 'CALCULATION_OBJECT', 'input'],
    [
      'is without its month',
      { ...example, month: undefined },
      'CALCULATION_FIELD_MISSING',
      'month',
    ],
    ['names no month', { ...example, month: '2026-13' }, 'CALCULATION_MONTH', 'month'],
    ['has another field', { ...example, income: [] }, 'CALCULATION_FIELD_UNKNOWN', 'income'],
    ['has an unknown kind', { ...example, kind: 'couple' }, 'CALCULATION_CHOICE', 'kind'],
    [
      'was applied for tomorrow',
      { ...example, applicationDate: '2026-11-23' },
      'CALCULATION_DATE_FUTURE',
      'applicationDate',
    ],
    [
      'has a birth in the future',
      { ...example, dependants: [spouse, { ...child, birthDate: '2030-01-01' }] },
      'CALCULATION_DATE_FUTURE',
      'dependants[1].birthDate',
    ],
    [
      'has an impossible birth date',
      { ...example, head: { ...example.head, birthDate: '1980-02-30' } },
      'CALCULATION_DATE',
      'head.birthDate',
    ],
    [
      'has a Hijri year',
      { ...example, head: { ...example.head, birthDate: '1400-06-15' } },
      'CALCULATION_DATE',
      'head.birthDate',
    ],
    [
      'has a child born after the month',
      { ...example, month: '2005-08', incomes: [], assets: [] },
      'CALCULATION_BORN_LATER',
      'dependants[1].birthDate',
    ],
    ['has a list of heads', { ...example, head: [example.head] }, 'CALCULATION_TWO_HEADS', 'head'],
    [
      'has a second head among the dependants',
      { ...example, dependants: [spouse, { ...child, relation: 'head' }] },
      'CALCULATION_TWO_HEADS',
      'dependants[1].relation',
    ],
    [
      'names one person twice',
      { ...example, dependants: [spouse, { ...child, id: 'B' }] },
      'CALCULATION_PERSON_TWICE',
      'dependants[1].id',
    ],
    [
      'names the head again as a dependant',
      { ...example, dependants: [{ ...spouse, id: 'A' }] },
      'CALCULATION_PERSON_TWICE',
      'dependants[0].id',
    ],
    [
      'gives an income to nobody',
      { ...example, incomes: [wage, { person: 'Z', type: 'rent', yearly: 1 }] },
      'CALCULATION_PERSON_UNKNOWN',
      'incomes[1].person',
    ],
    [
      'gives a car to nobody',
      { ...example, assets: [{ person: 'Z', type: 'car', count: 1 }] },
      'CALCULATION_PERSON_UNKNOWN',
      'assets[0].person',
    ],
    [
      'has a negative income',
      { ...example, incomes: [{ ...wage, monthly: -1 }] },
      'CALCULATION_MONEY_NEGATIVE',
      'incomes[0].monthly',
    ],
    [
      'has negative assets',
      { ...example, assets: [{ person: 'A', type: 'liquid', value: -5 }] },
      'CALCULATION_MONEY_NEGATIVE',
      'assets[0].value',
    ],
    [
      'has parts of a halala',
      { ...example, incomes: [{ ...wage, monthly: 0.5 }] },
      'CALCULATION_MONEY',
      'incomes[0].monthly',
    ],
    [
      'has an absurd income',
      { ...example, incomes: [{ ...wage, monthly: 1e15 }] },
      'CALCULATION_MONEY',
      'incomes[0].monthly',
    ],
    [
      'has an unknown income',
      { ...example, incomes: [{ ...wage, type: 'lottery' }] },
      'CALCULATION_CHOICE',
      'incomes[0].type',
    ],
    [
      'has an income by month and by year',
      { ...example, incomes: [{ ...wage, yearly: 1 }] },
      'CALCULATION_MONTHLY_OR_YEARLY',
      'incomes[0].yearly',
    ],
    [
      'has an income without a sum',
      { ...example, incomes: [{ person: 'A', type: 'wage' }] },
      'CALCULATION_MONTHLY_OR_YEARLY',
      'incomes[0].monthly',
    ],
    [
      'has assets without a value',
      { ...example, assets: [{ person: 'A', type: 'liquid' }] },
      'CALCULATION_FIELD_MISSING',
      'assets[0].value',
    ],
    [
      'has cars without a count',
      { ...example, assets: [{ person: 'A', type: 'car' }] },
      'CALCULATION_FIELD_MISSING',
      'assets[0].count',
    ],
    [
      'has too many days abroad',
      { ...example, head: { ...example.head, daysAbroad: 400 } },
      'CALCULATION_NUMBER',
      'head.daysAbroad',
    ],
    [
      'says yes in words',
      { ...example, breachAllMinors: 'yes' },
      'CALCULATION_YES_OR_NO',
      'breachAllMinors',
    ],
    ['has no families', { ...example, families: 0 }, 'CALCULATION_NUMBER', 'families'],
    [
      'is an independent with dependants',
      { ...example, kind: 'independent' },
      'CALCULATION_INDEPENDENT_ALONE',
      'dependants',
    ],
    [
      'has an unknown setting',
      { ...example, settings: { lockMinutes: 5 } },
      'CALCULATION_SETTING_UNKNOWN',
      'settings.lockMinutes',
    ],
    [
      'has a setting of another shape',
      { ...example, settings: { pensionRates: { head: 'much' } } },
      'SETTING_NUMBER',
      'settings.pensionRates.head',
    ],
  ])('that %s is refused, and the field is named', (_title, raw, code, field) => {
    expect(refusal(raw)).toEqual([code, field]);
  });

  it('anything at all is read or refused, and a household is read as itself', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (raw) => {
        expect(typeof readCalculationInput(raw, today).ok).toBe('boolean');
      }),
    );
    fc.assert(
      fc.property(households, (input) => {
        const read = readCalculationInput(input, today);
        if (read.ok) expect(read.value.input).toEqual(input);
        else expect(read.error.code).toMatch(/^CALCULATION_(INDEPENDENT_ALONE|FIELD_MISSING)$/);
      }),
    );
  });
});
