import { describe, expect, it } from 'vitest';
import { isoDate } from '../shared/iso-date.ts';
import {
  NO_TERMS,
  termsOn,
  type DocumentRule,
  type ProgrammeFacts,
  type TermsVersion,
} from './programme-terms.ts';
import { checkTerms, termsState } from './record-terms.ts';
import { requiredDocuments } from './required-documents.ts';

const PAPERS: readonly DocumentRule[] = [
  paper('identity', ['always']),
  paper('divorce', ['divorced']),
  paper('death', ['widowed']),
  paper('disability', ['disabled']),
  paper('study', ['student']),
  paper('lease', ['rented']),
  paper('deed', ['owned']),
  paper('everyDwelling', ['severalDwellings']),
  paper('incomeProof', ['business', 'otherIncome']),
  { ...paper('account', ['bankAccount']), mandatory: false },
];

const NOBODY: ProgrammeFacts = {
  householdKind: 'independent',
  nationality: 'saudi',
  maritalStatus: null,
  dependants: [],
  applicantStudent: false,
  applicantDisabled: false,
  incomes: [],
  tenure: null,
  dwellings: 1,
  hasAccount: false,
};
const CHILD = { dependantKind: 'ward', student: false, disabled: false } as const;

describe('the papers of an application', () => {
  it.each<[string, Partial<ProgrammeFacts>, string[]]>([
    ['of somebody of whom nothing is known', {}, []],
    ['of a divorced applicant', { maritalStatus: 'divorced' }, ['divorce']],
    ['of a widowed applicant', { maritalStatus: 'widowed' }, ['death']],
    ['of an applicant with a disability', { applicantDisabled: true }, ['disability']],
    ['with a child who studies', { dependants: [CHILD, { ...CHILD, student: true }] }, ['study']],
    ['of a tenant', { tenure: 'rented' }, ['lease']],
    [
      'of an owner with families in two dwellings',
      { tenure: 'owned', dwellings: 2 },
      ['deed', 'everyDwelling'],
    ],
    ['with rent as income', { incomes: ['rent'] }, ['incomeProof']],
    ['with a wage, which has a paper of its own', { incomes: ['wage'] }, []],
    ['with an account', { hasAccount: true }, ['account']],
  ])('%s', (_, facts, expected) => {
    const found = requiredDocuments({ documents: PAPERS }, { ...NOBODY, ...facts });
    expect(found.map(({ code }) => code)).toEqual(['identity', ...expected]);
  });

  it('say for which of several circumstances they are asked', () => {
    const facts: ProgrammeFacts = { ...NOBODY, incomes: ['business', 'dividend'] };
    const asked = requiredDocuments({ documents: PAPERS }, facts).at(-1);
    expect(asked?.because.en).toBe('income from a business, other sources of income');
  });

  it('are none of a programme of which nothing is known', () => {
    expect(requiredDocuments(NO_TERMS, NOBODY)).toEqual([]);
  });
});

describe('the terms of a programme', () => {
  const first = version(1, '2020-11-19');
  const second = version(2, '2027-01-01');
  const corrected = version(3, '2027-01-01');

  it.each([
    ['2020-11-18', undefined],
    ['2026-12-31', 1],
    ['2027-01-01', 3],
  ])('on %s are those of version %s', (day, no) => {
    const held = termsOn([first, second, corrected], isoDate(day));
    expect(held.groups[0]?.en).toBe(no === undefined ? undefined : `version ${no}`);
  });

  it('say what holds, what comes and what was corrected', () => {
    const all = [first, second, corrected];
    const on = (day: string) => all.map((one) => termsState(one, all, isoDate(day)));
    expect(on('2026-11-22')).toEqual(['inForce', 'replaced', 'coming']);
    expect(on('2027-02-01')).toEqual(['past', 'replaced', 'inForce']);
  });

  it('are not changed for days that have passed, and ask for no paper twice', () => {
    const today = isoDate('2026-11-22');
    const twice = {
      ...NO_TERMS,
      documents: [paper('lease', ['rented']), paper('lease', ['owned'])],
    };
    expect(checkTerms(NO_TERMS, isoDate('2026-11-21'), today)).toMatchObject({
      error: { code: 'TERMS_IN_PAST' },
    });
    expect(checkTerms(twice, today, today)).toMatchObject({
      error: { code: 'DOCUMENT_CODE_TWICE', details: { code: 'lease' } },
    });
    expect(checkTerms(NO_TERMS, today, today).ok).toBe(true);
  });
});

function paper(code: string, cases: DocumentRule['cases']): DocumentRule {
  return { code, title: { ar: code, en: code }, cases, mandatory: true };
}

function version(no: number, validFrom: string): TermsVersion {
  const groups = [{ ar: `${no}`, en: `version ${no}` }];
  return { no, validFrom: isoDate(validFrom), terms: { ...NO_TERMS, groups } };
}
