import { describe, expect, it } from 'vitest';
import { calculate } from '../entitlement/calculate.ts';
import { entitlementRulesOn } from '../entitlement/entitlement-rules.ts';
import { halalas } from '../shared/halalas.ts';
import { isoDate, isoMonth, type IsoDate } from '../shared/iso-date.ts';
import { householdOn } from './household-at.ts';
import type { AnyFact, FactData, FactKind } from './household-fact.ts';
import { calculationInputOf, monthlyOf } from './household-input.ts';

const MONTH = isoMonth('2026-10');
const PAID = isoDate('2026-10-01');
const SINCE = isoDate('2022-05-01');
const applied = isoDate('2026-03-12');

class Known {
  readonly facts: AnyFact[] = [];

  add<Kind extends FactKind>(
    kind: Kind,
    subject: number,
    data: Partial<FactData[Kind]>,
    validFrom: IsoDate = SINCE,
    validTo: IsoDate | null = null,
  ): this {
    const seq = this.facts.length + 1;
    const said = kind === 'person' ? { ...PERSON, ...data } : data;
    const fact = { seq, record: seq, kind, subject, data: said, validFrom, validTo };
    this.facts.push({ ...fact, recordedIn: 1, supersededIn: null } as unknown as AnyFact);
    return this;
  }
}

const PERSON: FactData['person'] = {
  name: 'سعد',
  nationalId: null,
  sex: 'male',
  birthDate: isoDate('1980-05-01'),
  birthTyped: null,
  nationality: 'saudi',
  relation: null,
  dependantKind: null,
  student: false,
  disabled: false,
  deceasedOn: null,
};
const CHILD = { relation: 'child', birthDate: isoDate('2015-01-01') } as const;

const family = (): Known =>
  new Known()
    .add('household', 0, { kind: 'family', applicationDate: applied, families: 1 })
    .add('person', 0, {})
    .add('person', 1, CHILD);

const input = (known: Known) => calculationInputOf(known.facts, MONTH, PAID);
const pension = (known: Known): number | null => {
  const found = input(known);
  return found && calculate(found, entitlementRulesOn(MONTH, [])).pension;
};

describe('what a month is computed from', () => {
  it('is the household of its first day', () => {
    const later = isoDate('2026-10-02');
    expect(pension(family().add('person', 2, CHILD, later))).toBe(198_000);
    expect(pension(family().add('person', 2, CHILD, PAID))).toBe(264_000);
    expect(pension(family().add('person', 2, CHILD, SINCE, PAID))).toBe(198_000);
  });

  it('is nothing where no household was known, or no head', () => {
    expect(input(new Known().add('person', 0, {}))).toBeNull();
    const { facts } = family();
    expect(calculationInputOf(facts, isoMonth('2022-04'), isoDate('2022-04-01'))).toBeNull();
    expect(calculationInputOf([], MONTH, PAID)).toBeNull();
  });

  it('names people by their numbers, with what each earns and owns, in one order', () => {
    const known = family()
      .add('income', 1, { type: 'rent', amount: halalas(600_000), per: 'year' })
      .add('income', 0, { type: 'wage', amount: halalas(100_000), per: 'month' })
      .add('asset', 0, { type: 'car', value: null, count: 1 })
      .add('asset', 0, { type: 'liquid', value: halalas(5_000), count: null });
    const expected = {
      incomes: [
        { person: '0', type: 'wage', monthly: 100_000 },
        { person: '1', type: 'rent', yearly: 600_000 },
      ],
      assets: [
        { person: '0', type: 'car', count: 1 },
        { person: '0', type: 'liquid', value: 5_000 },
      ],
    };
    expect(input(known)).toMatchObject(expected);
    expect(calculationInputOf(known.facts.toReversed(), MONTH, PAID)).toMatchObject(expected);
  });

  it('leaves out incomes of who has left', () => {
    const known = family()
      .add('person', 2, CHILD, SINCE, isoDate('2026-01-01'))
      .add('income', 2, { type: 'wage', amount: halalas(100_000), per: 'month' });
    expect(input(known)?.incomes).toEqual([]);
  });

  it('counts a dependant’s days abroad before the application, and the head’s before the payment (REG 6, 12)', () => {
    const away = (subject: number, from: string, to: string) =>
      family().add('stay', subject, { place: 'abroad' }, isoDate(from), isoDate(to));
    const before = input(away(1, '2025-10-01', '2026-02-01'));
    expect(before?.dependants[0]?.daysAbroad).toBe(123);
    expect(input(away(1, '2026-04-01', '2026-09-01'))?.dependants[0]?.daysAbroad).toBe(0);
    expect(input(away(0, '2026-04-01', '2026-09-01'))?.head.daysAbroad).toBe(153);
    expect(input(away(0, '2025-01-01', '2025-09-30'))?.head.daysAbroad).toBe(0);
  });

  it('says who lives in a centre, and for whom a dwelling is proven', () => {
    const known = family()
      .add('stay', 1, { place: 'centre' }, isoDate('2026-01-01'))
      .add('dwelling', 0, { tenure: 'rented', proof: null });
    expect(input(known)).toMatchObject({
      head: { inCentre: false, dwellingProven: false },
      dependants: [{ inCentre: true, daysAbroad: 0 }],
    });
    expect(input(family())?.head.dwellingProven).toBe(true);
  });

  it('deducts for a breach where all dependants are minors, in its months only (REG 20/6)', () => {
    const known = family().add(
      'breach',
      0,
      { reason: 'x', allMinors: true },
      PAID,
      isoDate('2026-11-01'),
    );
    expect(input(known)?.breachAllMinors).toBe(true);
    expect(
      calculationInputOf(known.facts, isoMonth('2026-11'), isoDate('2026-11-01'))?.breachAllMinors,
    ).toBe(false);
  });
});

describe('a death (REG 23/2)', () => {
  it('of a dependant ends his amount with the month after, and his income', () => {
    const known = family()
      .add('person', 2, { ...CHILD, deceasedOn: isoDate('2026-09-10') })
      .add('income', 2, { type: 'rent', amount: halalas(10_000), per: 'month' });
    expect(input(known)).toMatchObject({ dependants: [{ id: '1' }], incomes: [] });
    const then = calculationInputOf(known.facts, isoMonth('2026-09'), isoDate('2026-09-01'));
    expect(then?.dependants).toHaveLength(2);
  });

  it('of the head leaves the family its pension without the amount set for him, the eldest adult standing for him', () => {
    const known = new Known()
      .add('household', 0, { kind: 'family', applicationDate: applied, families: 1 })
      .add('person', 0, { deceasedOn: isoDate('2026-09-10') })
      .add('person', 1, CHILD)
      .add('person', 2, { relation: 'spouse', birthDate: isoDate('1984-01-01') })
      .add('person', 3, { relation: 'child', birthDate: isoDate('2006-01-01') });
    expect(input(known)).toMatchObject({
      head: { id: '2' },
      dependants: [{ id: '1' }, { id: '3' }],
    });
    expect(pension(known)).toBe(264_000);
  });

  it('of somebody alone, or with minors only, leaves no head', () => {
    const known = new Known()
      .add('household', 0, { kind: 'family', applicationDate: applied, families: 1 })
      .add('person', 0, { deceasedOn: isoDate('2026-09-10') })
      .add('person', 1, CHILD);
    expect(input(known)).toBeNull();
  });
});

it('a household of a day leaves out who had died and what was over', () => {
  const known = family()
    .add('person', 2, { ...CHILD, deceasedOn: isoDate('2026-09-10') })
    .add('income', 0, { type: 'wage', amount: halalas(1), per: 'month' }, SINCE, PAID);
  const { dependants, incomes, head } = householdOn(known.facts, PAID);
  expect(dependants.map(({ subject }) => subject)).toEqual([1]);
  expect(incomes).toEqual([]);
  expect(head?.subject).toBe(0);
});

it('a yearly income is its twelfth a month, half up', () => {
  const income = { type: 'rent', from: '' } as const;
  expect(monthlyOf({ ...income, amount: halalas(100), per: 'year' })).toBe(8);
  expect(monthlyOf({ ...income, amount: halalas(102), per: 'year' })).toBe(9);
  expect(monthlyOf({ ...income, amount: halalas(102), per: 'month' })).toBe(102);
});
