import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { halalas } from '../shared/halalas.ts';
import { isoDate, isoMonth } from '../shared/iso-date.ts';
import type { AnyFact } from '../registry/household-fact.ts';
import { householdOn, knownAt } from '../registry/household-at.ts';
import { planAcceptance } from './assess-intake.ts';
import { checkIntake } from './check-intake.ts';
import { intakeOfHousehold } from './intake-of-household.ts';
import { EMPTY_INTAKE, type Intake } from './intake.ts';
import { wantedFacts } from './wanted-facts.ts';

const TODAY = isoDate('2026-11-16');
const DAYS = { applicationDate: TODAY, from: isoDate('2026-12-01') };

const person = {
  name: 'نورة بنت سعد الشهري',
  nationalId: '1010101010',
  sex: 'female',
  birthDate: '1985-03-04',
  birthTyped: null,
  nationality: 'saudi',
  student: false,
  disabled: false,
} as const;
const child = {
  ...person,
  subject: 1,
  name: 'ريم بنت علي الشهري',
  nationalId: '',
  birthDate: '2018-09-30',
  relation: 'child',
  dependantKind: 'ward',
} as const;
const whole: Intake = {
  ...EMPTY_INTAKE,
  applicant: person,
  social: { maritalStatus: 'widowed', employment: 'employed' },
  contact: { ...EMPTY_INTAKE.contact, phone: '٠٥٥١٢٣٤٥٦٧', addressLine: 'الرياض' },
  household: { kind: 'family', families: 1 },
  dependants: [child],
  incomes: [{ person: 0, type: 'wage', amount: 200_000, per: 'month', from: '' }],
  dwelling: { tenure: 'rented', proof: 'lease', proofNumber: '1', address: null },
  bank: { iban: 'SA44 2000 0001 2345 6789 1234' },
};

const problemsOf = (change: Partial<Intake>, pays = true) =>
  checkIntake({ ...whole, ...change }, pays, TODAY).problems.map(
    ({ path, code }) => `${path} ${code}`,
  );
const wage = { person: 0, type: 'wage', amount: 0, per: 'month', from: '' } as const;

describe('an intake', () => {
  it('that says everything is let through', () => {
    expect(problemsOf({})).toEqual([]);
  });

  it('that says nothing names every field that is asked for', () => {
    expect(checkIntake(EMPTY_INTAKE, true, TODAY).problems.map(({ path }) => path)).toEqual([
      'applicant.name',
      'applicant.nationalId',
      'applicant.sex',
      'applicant.nationality',
      'applicant.birthDate',
      'household.kind',
      'social.maritalStatus',
      'social.employment',
      'contact.phone',
      'contact.address',
      'dwelling.tenure',
      'bank.iban',
    ]);
  });

  it.each<[string, Partial<Intake>, string]>([
    [
      'a Hijri day that its month does not have',
      {
        applicant: {
          ...person,
          birthDate: '',
          birthTyped: { calendar: 'hijri', text: '1405-02-30' },
        },
      },
      'applicant.birthDate DATE_IMPOSSIBLE',
    ],
    [
      'a birth to come',
      { dependants: [{ ...child, birthDate: '2026-12-01' }] },
      'dependants.0.birthDate DATE_IN_FUTURE',
    ],
    ['one name only', { applicant: { ...person, name: 'نورة' } }, 'applicant.name NAME_INCOMPLETE'],
    [
      'an ID of nine digits',
      { applicant: { ...person, nationalId: '101010101' } },
      'applicant.nationalId NATIONAL_ID_FORMAT',
    ],
    [
      'the applicant among his own dependants',
      { dependants: [{ ...child, nationalId: person.nationalId }] },
      'dependants.0.nationalId PERSON_TWICE',
    ],
    ['two heads', { dependants: [{ ...child, subject: 0 }] }, 'dependants.0.subject SECOND_HEAD'],
    [
      'a number twice',
      { dependants: [child, { ...child, name: 'سعد بن علي' }] },
      'dependants.1.subject SUBJECT_TWICE',
    ],
    ['a family of nobody', { dependants: [] }, 'household.kind FAMILY_WITHOUT_DEPENDANTS'],
    [
      'an independent with dependants',
      { household: { kind: 'independent', families: 1 } },
      'household.kind INDEPENDENT_WITH_DEPENDANTS',
    ],
    [
      'a negative income',
      { incomes: [{ ...wage, amount: -1 }] },
      'incomes.0.amount AMOUNT_NEGATIVE',
    ],
    [
      'an absurd income',
      { incomes: [wage, { ...wage, amount: 90_000_000_000 }] },
      'incomes.1.amount AMOUNT_ABSURD',
    ],
    [
      'an income of nobody',
      { incomes: [{ ...wage, person: 9 }] },
      'incomes.0.person PERSON_UNKNOWN',
    ],
    [
      'cars without a number',
      { assets: [{ person: 0, type: 'car', value: null, count: null, description: '' }] },
      'assets.0.count FIELD_MISSING',
    ],
    [
      'a stay that ends before it begins',
      { stays: [{ person: 0, place: 'abroad', where: '', from: '2026-03-01', to: '2026-02-01' }] },
      'stays.0.to END_BEFORE_BEGIN',
    ],
    [
      'a stay on a day that is none',
      { stays: [{ person: 0, place: 'abroad', where: '', from: '2026-02-30', to: '' }] },
      'stays.0.from DATE_IMPOSSIBLE',
    ],
    ['an account abroad', { bank: { iban: 'GB29NWBK60161331926819' } }, 'bank.iban IBAN_COUNTRY'],
    [
      'a wrong mobile',
      { contact: { ...whole.contact, phone: '0451' } },
      'contact.phone PHONE_FORMAT',
    ],
  ])('with %s names the field', (_what, change, problem) => {
    expect(problemsOf(change)).toEqual([problem]);
  });

  it('of a programme that pays no pension needs no account', () => {
    expect(problemsOf({ bank: { iban: '' } }, false)).toEqual([]);
    expect(problemsOf({ bank: { iban: '' } })).toEqual(['bank.iban FIELD_MISSING']);
  });

  it('with an ID whose check digit does not fit is warned of only', () => {
    const checked = checkIntake(
      { ...whole, applicant: { ...person, nationalId: '1010101011' } },
      true,
      TODAY,
    );
    expect(checked.problems).toEqual([]);
    expect(checked.warnings).toMatchObject([
      { path: 'applicant.nationalId', code: 'NATIONAL_ID_CHECKSUM' },
    ]);
  });

  it('never throws, whatever has been typed', () => {
    const text = fc.string({ maxLength: 20 });
    fc.assert(
      fc.property(text, text, text, fc.option(fc.maxSafeInteger()), (one, two, three, amount) => {
        const typed: Intake = {
          ...whole,
          applicant: { ...person, name: one, nationalId: two, birthDate: three },
          contact: { ...whole.contact, phone: two, email: one },
          incomes: [{ ...wage, amount }],
          stays: [{ person: 1, place: 'abroad', where: one, from: two, to: three }],
          bank: { iban: one },
        };
        expect(Array.isArray(checkIntake(typed, true, TODAY).problems)).toBe(true);
      }),
    );
  });
});

describe('an accepted intake', () => {
  const month = isoMonth('2026-12');

  /** What the registry knows once an intake was accepted. */
  function accepted(intake: Intake, facts: readonly AnyFact[] = []): AnyFact[] {
    const planned = planAcceptance(intake, { facts, elsewhere: [] }, TODAY, month, TODAY);
    if (!planned.ok) throw new Error(JSON.stringify(planned.error));
    const { supersede, add } = planned.value.plan;
    return [
      ...facts.map((fact) => (supersede.includes(fact.seq) ? { ...fact, supersededIn: 2 } : fact)),
      ...add.map((fact) => ({ ...fact, recordedIn: 1, supersededIn: null })),
    ];
  }

  it('of somebody new begins the household with the month after, and the people with the application', () => {
    const facts = wantedFacts(whole, [], DAYS).map(({ fact }) =>
      fact.action === 'begin' ? `${fact.kind} ${fact.from}` : fact.action,
    );
    expect(facts).toEqual([
      'household 2026-12-01',
      'person 2026-11-16',
      'contact 2026-11-16',
      'person 2026-11-16',
      'income 2026-12-01',
      'dwelling 2026-11-16',
    ]);
  });

  it('said again of what is known so changes nothing but the day of the application', () => {
    const known = accepted(whole);
    const again = intakeOfHousehold(
      householdOn(knownAt(known, null), isoDate('2026-12-01')),
      'SA4420000001234567891234',
    );
    const wanted = wantedFacts({ ...again, social: whole.social }, known, DAYS);
    expect(wanted).toEqual([]);
  });

  it('of a known household ends what is not said any more, and leaves the months before as they were', () => {
    const known = accepted(whole);
    const later = { applicationDate: isoDate('2027-02-10'), from: isoDate('2027-03-01') };
    const wanted = wantedFacts(
      {
        ...whole,
        incomes: [{ ...wage, amount: 300_000 }],
        dependants: [],
        household: { kind: 'independent', families: 1 },
      },
      known,
      later,
    );
    const days = wanted.map(({ fact }) =>
      'from' in fact ? fact.from : 'on' in fact ? fact.on : '',
    );
    expect(new Set(days)).toEqual(new Set(['2027-03-01']));
    expect(wanted.filter(({ fact }) => fact.action === 'end').map(({ path }) => path)).toEqual([
      'dependants',
      'incomes',
    ]);
  });

  it('keeps a dependant his number by his ID, whatever number the draft gave him', () => {
    const withId = { ...child, nationalId: '1044444440' };
    const known = accepted({ ...whole, dependants: [withId] });
    const wanted = wantedFacts(
      { ...whole, dependants: [{ ...withId, subject: 7, student: true }] },
      known,
      DAYS,
    );
    const revised = wanted.find(({ path }) => path === 'dependants.0')?.fact;
    expect(revised).toMatchObject({ action: 'revise', data: { student: true } });
  });

  it('keeps the days of a stay as they were, before the application', () => {
    const stay = {
      person: 1,
      place: 'abroad',
      where: 'مصر',
      from: '2026-01-10',
      to: '2026-06-10',
    } as const;
    const wanted = wantedFacts({ ...whole, stays: [stay] }, [], DAYS);
    expect(wanted.find(({ path }) => path === 'stays.0')?.fact).toMatchObject({
      from: '2026-01-10',
      to: '2026-06-10',
    });
  });

  it('records amounts as they were given', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 49_999_999 }), (amount) => {
        const known = accepted({ ...whole, incomes: [{ ...wage, amount }] });
        const income = known.find(({ kind }) => kind === 'income');
        expect(income?.data).toMatchObject({ amount: halalas(amount) });
      }),
      { numRuns: 20 },
    );
  });
});
