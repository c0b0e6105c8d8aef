import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bankCodeOfIban, parseIban } from '../registry/iban.ts';
import { checkNationalId } from '../registry/national-id.ts';
import { daysBetween, isoDate, isoMonth } from '../shared/iso-date.ts';
import { HEAD } from '../registry/household-fact.ts';
import { calculationOf, pensionOf, samplePerson } from './sample-person.ts';
import { SAMPLE_BANKS } from './synthetic-numbers.ts';

const TODAY = isoDate('2026-11-21');
const MONTH = isoMonth('2026-11');
const people = Array.from({ length: 3000 }, (_, index) => samplePerson(1, index, TODAY));
const ageOf = (birthDate: string) => daysBetween(isoDate(birthDate), TODAY) / 365.25;
const place = fc.integer({ min: 0, max: 299_999 });

describe('a person of the sample', () => {
  it('is the same for the same seed and place, and another for another seed', () => {
    fc.assert(
      fc.property(fc.nat(), place, (seed, index) => {
        expect(samplePerson(seed, index, TODAY)).toEqual(samplePerson(seed, index, TODAY));
        expect(samplePerson(seed, index, TODAY).nationalId).not.toBe(
          samplePerson(seed + 1, index, TODAY).nationalId,
        );
      }),
    );
  });

  it('has an id and an account that pass every check', () => {
    fc.assert(
      fc.property(fc.nat(1e6), place, (seed, index) => {
        const { nationalId, iban, formerIban } = samplePerson(seed, index, TODAY);
        expect(checkNationalId(nationalId)).toEqual({ ok: true, value: nationalId });
        const parsed = parseIban(iban);
        expect(parsed).toEqual({ ok: true, value: iban });
        if (parsed.ok) expect(SAMPLE_BANKS).toContain(bankCodeOfIban(parsed.value));
        if (formerIban !== null) expect(parseIban(formerIban).ok).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('shares neither id, account nor phone with another', () => {
    for (const field of ['nationalId', 'iban', 'phone'] as const) {
      const values = people.map((person) => person[field]).filter((value) => value !== null);
      expect(new Set(values).size).toBe(values.length);
    }
  });

  it('carries an Arabic name of three parts or more that fits bank files', () => {
    for (const { name } of people) {
      expect(name).toMatch(/^[\u0621-\u064A ]+$/u);
      expect(name.split(' ').length).toBeGreaterThanOrEqual(4);
      expect(name.length).toBeLessThanOrEqual(70);
    }
  });

  it('is recorded as a woman by «بنت» and as a man by «بن»', () => {
    const linked = people.filter(({ name }) => / (بن|بنت) /u.test(name));
    expect(linked.length).toBeGreaterThan(600);
    for (const { name, sex } of linked) {
      expect(/^\S+( الله)? بنت /u.test(name)).toBe(sex === 'female');
    }
  });
});

describe('a household of the sample', () => {
  it('has one to nine dependants in a family and none for an independent', () => {
    const sizes = new Set<number>();
    for (const { kind, members } of people) {
      if (kind === 'independent') expect(members).toEqual([]);
      else sizes.add(members.length);
    }
    expect(sizes).toEqual(new Set([1, 2, 3, 4, 5, 6, 7, 8, 9]));
  });

  it('holds ages that a family can have', () => {
    for (const { birthDate, members, kind } of people) {
      const head = ageOf(birthDate);
      expect(head).toBeGreaterThan(kind === 'family' ? 21.9 : 18.9);
      expect(members.filter(({ relation }) => relation === 'spouse').length).toBeLessThan(2);
      for (const { relation, birthDate: born } of members) {
        const age = ageOf(born);
        expect(age).toBeGreaterThanOrEqual(0);
        if (relation === 'child') expect(head - age).toBeGreaterThan(18);
        if (relation === 'child') expect(age).toBeLessThan(26);
        if (relation === 'parent') expect(age - head).toBeGreaterThan(17);
        if (relation === 'spouse') expect(age).toBeGreaterThan(18);
      }
    }
  });

  it('lets incomes of members be earned by grown-ups of the same household', () => {
    for (const { facts, members } of people) {
      for (const { kind, subject } of facts) {
        if (kind !== 'income' || subject === HEAD) continue;
        expect(ageOf(members[subject - 1]?.birthDate ?? TODAY)).toBeGreaterThanOrEqual(17.9);
      }
    }
  });

  it('names everybody with an id of his own that passes every check', () => {
    const ids = people.flatMap(({ facts }) =>
      facts.flatMap((fact) => (fact.kind === 'person' ? [fact.data.nationalId ?? ''] : [])),
    );
    expect(ids.length).toBeGreaterThan(8000);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(checkNationalId(id).ok).toBe(true);
  });

  it('has everything that a sum can be made of', () => {
    const codes = new Set(
      people.flatMap(({ facts }) => {
        const { lines, reasons } = calculationOf(facts, MONTH);
        return [...lines.map(({ code }) => code), ...reasons];
      }),
    );
    for (const code of [
      'dependant',
      'dependant.abroad',
      'dependant.centre',
      'breach',
      'income.wage',
      'income.retirementPension',
      'income.dividend',
      'income.governmentSupport',
      'income.citizenAccount',
      'asset.liquid',
      'stayAbroad',
      'cars',
      'domesticWorkers',
      'independentDwelling',
      'income',
    ]) {
      expect(codes).toContain(code);
    }
    const families = people.filter(({ facts }) =>
      facts.some((fact) => fact.kind === 'household' && fact.data.families > 1),
    );
    expect(families.length).toBeGreaterThan(3);
  });
});

describe('the pension of the sample', () => {
  it('is what the minimum leaves after the counted income, above zero for whoever is paid', () => {
    for (const person of people) {
      const due = pensionOf(person, MONTH);
      if (person.eligibility !== 'eligible') {
        expect(due).toBe(0);
        continue;
      }
      const { minimum, counted, pension } = calculationOf(person.facts, MONTH);
      expect(due).toBe(pension);
      expect(due).toBe(minimum - counted);
      expect(due).toBeGreaterThan(0);
    }
  });

  it('is refused to three in a hundred, and to more of the first two hundred', () => {
    const refused = people.filter(({ eligibility }) => eligibility === 'ineligible');
    expect(refused.filter(({ index }) => index < 200).length).toBe(15);
    expect(refused.filter(({ index }) => index >= 200).length / 2800).toBeCloseTo(0.03, 3);
  });
});
