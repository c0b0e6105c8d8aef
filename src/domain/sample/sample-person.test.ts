import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bankCodeOfIban, parseIban } from '../registry/iban.ts';
import { checkNationalId } from '../registry/national-id.ts';
import { daysBetween, isoDate, isoMonth } from '../shared/iso-date.ts';
import { calculatedMinimum, countedIncome } from './entitlement.ts';
import { bringsIncrement } from './household.ts';
import { pensionOf, samplePerson } from './sample-person.ts';
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
    for (const { incomes, members } of people) {
      for (const { member } of incomes) {
        if (member === null) continue;
        expect(ageOf(members[member]?.birthDate ?? TODAY)).toBeGreaterThanOrEqual(17.9);
      }
    }
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
      const minimum = calculatedMinimum(MONTH, person.members.filter(bringsIncrement).length);
      expect(due).toBe(minimum - countedIncome(person.incomes));
      expect(due).toBeGreaterThan(0);
    }
  });

  it('is refused to three in a hundred, and to more of the first two hundred', () => {
    const refused = people.filter(({ eligibility }) => eligibility === 'ineligible');
    expect(refused.filter(({ index }) => index < 200).length).toBe(15);
    expect(refused.filter(({ index }) => index >= 200).length / 2800).toBeCloseTo(0.03, 3);
  });
});
