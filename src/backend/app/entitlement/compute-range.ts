import { calculate } from '../../../domain/entitlement/calculate.ts';
import type { Calculation } from '../../../domain/entitlement/calculation.ts';
import {
  causesOfChange,
  changeByRates,
  type CausesOfChange,
} from '../../../domain/entitlement/change-cause.ts';
import type { RunTotals } from '../../../domain/entitlement/eligibility-run.ts';
import type { ExplainedSide } from '../../../domain/entitlement/explain-difference.ts';
import type { EntitlementRules } from '../../../domain/entitlement/entitlement-rules.ts';
import {
  packCalculation,
  packInput,
  unpackCalculation,
  unpackInput,
} from '../../../domain/entitlement/stored-calculation.ts';
import { calculationInputOf } from '../../../domain/registry/household-input.ts';
import { halalas, type Halalas } from '../../../domain/shared/halalas.ts';
import type { IsoDate, IsoMonth } from '../../../domain/shared/iso-date.ts';
import type { HouseholdOfRange } from '../registry/household-ports.ts';
import type {
  FoundChange,
  NewCalculation,
  NewEntitlement,
  PreviousEntitlement,
} from './run-ports.ts';

/** What a month is computed with. */
export interface MonthRules {
  readonly month: IsoMonth;
  readonly payDate: IsoDate;
  readonly comparedMonth: IsoMonth;
  readonly rulesNo: number;
  readonly rules: EntitlementRules;
  /** Of the run that it is compared with; null where none is. */
  readonly rulesBefore: EntitlementRules | null;
}

/** Some households in the order of their numbers, and what was found of them the month before. */
export interface HouseholdsBefore {
  readonly households: readonly HouseholdOfRange[];
  readonly previous: readonly PreviousEntitlement[];
  /** Halalas paid, where no run was made of that month. */
  readonly paid: ReadonlyMap<number, Halalas>;
  readonly barred: ReadonlyMap<
    number,
    { readonly entitled: boolean; readonly deceasedOn: IsoDate | null }
  >;
}

/** What is found of some households; who is new is looked up once for all of them. */
export class FoundOfRange {
  readonly entitlements: {
    beneficiaryNo: number;
    pension: Halalas;
    calculationNo: number | null;
  }[] = [];
  /** Of the entitlements without a calculation, in their order. */
  readonly calculations: Omit<NewCalculation, 'no'>[] = [];
  readonly changes: FoundChange[] = [];
  /** Due something and not the month before. */
  readonly beginners: { readonly beneficiaryNo: number; readonly after: Halalas }[] = [];

  /** @param seen Beginners who were paid or eligible some earlier month. */
  begin(seen: ReadonlySet<number>): void {
    for (const { beneficiaryNo, after } of this.beginners) {
      const cause = seen.has(beneficiaryNo) ? 'back' : 'new';
      const before = halalas(0);
      this.changes.push({ beneficiaryNo, cause, reason: '', before, after, causes: [] });
    }
  }

  /** The same with numbers for the calculations that are new. */
  numberedAfter(last: number): {
    readonly calculations: NewCalculation[];
    readonly entitlements: NewEntitlement[];
  } {
    let next = last;
    const entitlements = this.entitlements.map(({ calculationNo, ...rest }) => {
      if (calculationNo === null) next += 1;
      return { ...rest, calculationNo: calculationNo ?? next };
    });
    const calculations = this.calculations.map((one, index) => ({ ...one, no: last + 1 + index }));
    return { calculations, entitlements };
  }
}

export class RunSums {
  households = 0;
  eligible = 0;
  pension = 0;
  calculated = 0;
  changed = 0;
  beforeEligible = 0;
  beforePension = 0;

  toTotals(): RunTotals {
    return {
      households: this.households,
      eligible: this.eligible,
      ineligible: this.households - this.eligible,
      pension: halalas(this.pension),
      calculated: this.calculated,
      changed: this.changed,
      before: { eligible: this.beforeEligible, pension: halalas(this.beforePension) },
    };
  }
}

/** Computes some households for a month and compares them with the month before. */
export function computeRange(
  rules: MonthRules,
  { households, previous, paid, barred }: HouseholdsBefore,
  found: FoundOfRange,
  sums: RunSums,
): void {
  const before = new Map(previous.map((one) => [one.beneficiaryNo, one]));
  const paidOnly = new Map(paid);
  for (const { no, facts } of households) {
    if (barred.get(no)?.entitled === false) continue;
    const input = calculationInputOf(facts, rules.month, rules.payDate);
    if (input === null) continue;
    const calculation = calculate(input, rules.rules);
    const inputText = packInput(input);
    const resultText = packCalculation(calculation);
    const last = before.get(no);
    before.delete(no);
    const paidBefore = paidOnly.get(no);
    paidOnly.delete(no);
    const { pension } = calculation;
    const isSame =
      last !== undefined &&
      last.rulesNo === rules.rulesNo &&
      last.input === inputText &&
      last.result === resultText;
    if (!isSame) {
      sums.calculated += 1;
      found.calculations.push({
        beneficiaryNo: no,
        input: inputText,
        result: resultText,
      });
    }
    const calculationNo = isSame ? last.calculationNo : null;
    found.entitlements.push({ beneficiaryNo: no, calculationNo, pension });
    sums.households += 1;
    sums.pension += pension;
    if (calculation.eligible) sums.eligible += 1;
    const pensionBefore = last?.pension ?? paidBefore ?? (0 as Halalas);
    sums.beforePension += pensionBefore;
    if (pensionBefore > 0) sums.beforeEligible += 1;
    if (pensionBefore === pension) continue;
    if (pensionBefore === 0) {
      found.beginners.push({ beneficiaryNo: no, after: pension });
      continue;
    }
    found.changes.push({
      beneficiaryNo: no,
      before: pensionBefore,
      after: pension,
      ...(last === undefined
        ? sinceList(calculation)
        : causesSince(last, inputText, { input, calculation, rules: rules.rules }, rules)),
    });
  }
  for (const { beneficiaryNo, pension } of before.values())
    ended(beneficiaryNo, pension, barred, found, sums);
  for (const [beneficiaryNo, amount] of paidOnly) ended(beneficiaryNo, amount, barred, found, sums);
}

function causesSince(
  last: PreviousEntitlement,
  inputText: string,
  now: ExplainedSide,
  { rulesBefore, comparedMonth }: MonthRules,
): CausesOfChange {
  const rules = rulesBefore ?? now.rules;
  const { calculation } = now;
  if (last.input === inputText && calculation.eligible && isOtherRates(rules, now.rules))
    return changeByRates(last.pension, calculation.pension);
  const input = unpackInput(last.input, comparedMonth);
  const before = unpackCalculation(last.result, calculate(input, rules));
  return causesOfChange({ input, calculation: before, rules }, now);
}

function isOtherRates(before: EntitlementRules, after: EntitlementRules): boolean {
  const { head, dependant } = after.pensionRates;
  return before.pensionRates.head !== head || before.pensionRates.dependant !== dependant;
}

/** Nobody computed what was paid the month before. */
function sinceList({ eligible, reasons }: Calculation): CausesOfChange {
  return eligible
    ? { cause: 'paidOtherwise', reason: '', causes: [] }
    : { cause: 'ineligible', reason: reasons[0] ?? '', causes: [] };
}

function ended(
  beneficiaryNo: number,
  before: Halalas,
  barred: HouseholdsBefore['barred'],
  { changes }: FoundOfRange,
  sums: RunSums,
): void {
  if (before === 0) return;
  sums.beforePension += before;
  sums.beforeEligible += 1;
  const bar = barred.get(beneficiaryNo);
  const cause =
    bar === undefined
      ? 'unknown'
      : bar.deceasedOn !== null
        ? 'deceased'
        : bar.entitled
          ? 'unknown'
          : 'stopped';
  changes.push({ beneficiaryNo, cause, reason: '', before, after: halalas(0), causes: [] });
}
