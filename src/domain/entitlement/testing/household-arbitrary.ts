import fc from 'fast-check';
import { halalas } from '../../shared/halalas.ts';
import { isoDate, isoMonth } from '../../shared/iso-date.ts';
import {
  ASSET_TYPES,
  HOUSEHOLD_KINDS,
  INCOME_TYPES,
  NATIONALITIES,
  RELATIONS,
  type CalculationInput,
  type CountedAsset,
  type CountedDependant,
  type CountedIncome,
} from '../calculation.ts';
import { entitlementRulesOn, type EntitlementRules } from '../entitlement-rules.ts';
import { PENSION_ROUNDINGS, SEPARATE_FAMILIES } from '../entitlement-settings.ts';

const HEAD_ID = 'H';

const birthDates = fc
  .date({ min: new Date('1930-01-01'), max: new Date('2022-12-31'), noInvalidDate: true })
  .map((date) => isoDate(date.toISOString().slice(0, 10)));

const amounts = fc.integer({ min: 0, max: 900_000 }).map(halalas);
const daysAbroad = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 366 }));
const rarely = fc.integer({ min: 0, max: 9 }).map((dice) => dice === 0);

/** Ids that several households share, so that two of them have people in common. */
const dependantIds = fc.uniqueArray(fc.constantFrom('A', 'B', 'C', 'D', 'E'), { maxLength: 5 });

function dependantOf(id: string): fc.Arbitrary<CountedDependant> {
  return fc.record({
    id: fc.constant(id),
    relation: fc.constantFrom(...RELATIONS),
    birthDate: birthDates,
    student: fc.boolean(),
    daysAbroad,
    inCentre: rarely,
  });
}

function incomesOf(people: readonly string[]): fc.Arbitrary<readonly CountedIncome[]> {
  const owner = { person: fc.constantFrom(...people), type: fc.constantFrom(...INCOME_TYPES) };
  return fc.array(
    fc.oneof(fc.record({ ...owner, monthly: amounts }), fc.record({ ...owner, yearly: amounts })),
    { maxLength: 4 },
  );
}

function assetsOf(people: readonly string[]): fc.Arbitrary<readonly CountedAsset[]> {
  const person = fc.constantFrom(...people);
  return fc.array(
    fc.oneof(
      fc.record({ person, type: fc.constant('liquid' as const), value: amounts }),
      fc.record({
        person,
        type: fc.constantFrom(...ASSET_TYPES),
        value: amounts,
        count: fc.integer({ min: 0, max: 3 }),
      }),
    ),
    { maxLength: 3 },
  );
}

/** Households as the registry may hold them, contested ones among them. */
export const households: fc.Arbitrary<CalculationInput> = dependantIds.chain((ids) => {
  const people = [HEAD_ID, ...ids];
  return fc.record({
    month: fc.constantFrom(isoMonth('2023-10'), isoMonth('2023-11'), isoMonth('2026-10')),
    applicationDate: fc.constant(isoDate('2023-03-12')),
    kind: ids.length > 0 ? fc.constant('family' as const) : fc.constantFrom(...HOUSEHOLD_KINDS),
    head: fc.record({
      id: fc.constant(HEAD_ID),
      birthDate: birthDates,
      nationality: fc.oneof(fc.constant('saudi' as const), fc.constantFrom(...NATIONALITIES)),
      daysAbroad,
      inCentre: rarely,
      student: rarely,
      dwellingProven: rarely.map((is) => !is),
    }),
    dependants: fc.tuple(...ids.map(dependantOf)),
    families: fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 4 })),
    breachAllMinors: rarely,
    incomes: incomesOf(people),
    assets: assetsOf(people),
  });
});

/** Rules with every contested point decided in any way. */
export const anyRules: fc.Arbitrary<EntitlementRules> = fc
  .record({
    retirementPensionEarned: fc.boolean(),
    earnedIncomePercent: fc.constantFrom(50, 40, 33),
    spreadMonths: fc.record({
      liquid: fc.constantFrom(12, 1, 7),
      governmentSupport: fc.constantFrom(12, 5),
    }),
    otherWealth: fc.record({ counted: fc.boolean(), exemptCars: fc.constantFrom(0, 1, 2) }),
    separateFamilies: fc.constantFrom(...SEPARATE_FAMILIES),
    pensionRounding: fc.constantFrom(...PENSION_ROUNDINGS),
    equalIncomeEligible: fc.boolean(),
    breachIncrements: fc.constantFrom(1, 0, 3),
  })
  .map((settings) => ({ ...entitlementRulesOn(isoMonth('2026-10'), []), ...settings }));
