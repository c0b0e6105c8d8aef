import type { Halalas } from '../shared/halalas.ts';
import type {
  CalculationInput,
  CalculationLine,
  CountedIncome,
  IncomeType,
} from './calculation.ts';
import { countedWealth } from './counted-wealth.ts';
import type { EntitlementRules } from './entitlement-rules.ts';
import { incomeWords, wealthWords } from './line-words.ts';

/** `earned`: by the percent of REG 9. `full`: unearned, wholly. `none`: REG 10/1, 10/3 and what the ministry leaves out. */
export type IncomeCounting = 'earned' | 'full' | 'none';

export function countingOf(
  type: IncomeType,
  { retirementPensionEarned }: Pick<EntitlementRules, 'retirementPensionEarned'>,
): IncomeCounting {
  return type === 'retirementPension'
    ? retirementPensionEarned
      ? 'earned'
      : 'full'
    : COUNTING[type];
}

const COUNTING: Readonly<Record<Exclude<IncomeType, 'retirementPension'>, IncomeCounting>> = {
  wage: 'earned',
  business: 'earned',
  rent: 'full',
  dividend: 'full',
  returns: 'full',
  socialAid: 'full',
  governmentSupport: 'full',
  citizenAccount: 'none',
  disabilityAid: 'none',
  supportProgramme: 'none',
  studentStipend: 'none',
  inKind: 'none',
};

const ARTICLES: Readonly<Record<IncomeType, string>> = {
  wage: 'REG 9',
  business: 'REG 9',
  rent: 'REG 10',
  dividend: 'REG 10',
  returns: 'REG 10',
  socialAid: 'REG 10',
  governmentSupport: 'REG 11',
  retirementPension: 'REG 10',
  citizenAccount: 'REG 10/1',
  disabilityAid: 'REG 10/1',
  supportProgramme: 'REG 10/1',
  studentStipend: 'REG 10/1',
  inKind: 'REG 10/3',
};

const CODES = Object.fromEntries(
  Object.keys(ARTICLES).map((type) => [type, `income.${type}`]),
) as Readonly<Record<IncomeType, string>>;

const MONTHS_OF_YEAR = 12;

/**
 * The counted income in halalas a month (REG 9 to 11), a line for each income and for what is spread of wealth. Fractions are
 * kept until the end: the sum is rounded once, half up, and each line is what it adds to the rounded sum.
 * @param lines What is found is added here.
 */
export function countIncome(
  input: CalculationInput,
  rules: EntitlementRules,
  lines: CalculationLine[],
): number {
  const { incomes, assets, families, head } = input;
  if (incomes.length === 0 && assets.length === 0) return 0;
  const { liquid, governmentSupport } = rules.spreadMonths;
  const sum = new ExactSum(100 * commonMultiple(liquid, governmentSupport) * families);

  for (const income of incomes) {
    const { person, type } = income;
    const counting = countingOf(type, rules);
    const sharedBy = person === head.id ? families : 1;
    const months = monthsOf(income, governmentSupport);
    const value = income.yearly ?? income.monthly ?? 0;
    const percent =
      counting === 'none' ? 0 : counting === 'earned' ? rules.earnedIncomePercent : 100;
    lines.push({
      code: CODES[type],
      article: sharedBy > 1 && percent > 0 ? 'REG 10/4' : articleOf(type, counting),
      amount: lessThan(sum.add(value * percent, 100 * months * sharedBy)),
      person,
      text: incomeWords(type, value, months, percent, sharedBy),
    });
  }
  for (const { type, person, value } of countedWealth(assets, rules.otherWealth)) {
    const sharedBy = person === head.id ? families : 1;
    lines.push({
      code: `asset.${type}`,
      article: 'REG 11',
      amount: lessThan(sum.add(value, liquid * sharedBy)),
      person,
      text: wealthWords(type, value, liquid, sharedBy),
    });
  }
  return sum.rounded;
}

/** Over how many months a sum is spread: 1 for what comes every month. */
function monthsOf({ type, yearly }: CountedIncome, ofSupport: number): number {
  if (yearly === undefined) return 1;
  return type === 'governmentSupport' ? ofSupport : MONTHS_OF_YEAR;
}

const articleOf = (type: IncomeType, counting: IncomeCounting): string =>
  counting === 'earned' ? 'REG 9' : ARTICLES[type];

const lessThan = (amount: number): Halalas => (amount === 0 ? 0 : -amount) as Halalas;

/** Fractions of halalas added without loss, whatever their size. */
class ExactSum {
  readonly #denominator: number;
  #whole = 0;
  /** Parts of the denominator. */
  #rest = 0;
  rounded = 0;

  /** @param denominator A multiple of every divisor that comes. */
  constructor(denominator: number) {
    this.#denominator = denominator;
  }

  /** @returns By how much the rounded sum has grown. */
  add(amount: number, divisor: number): number {
    const rest = amount % divisor;
    this.#whole += (amount - rest) / divisor;
    if (rest > 0) {
      this.#rest += rest * (this.#denominator / divisor);
      if (this.#rest >= this.#denominator) {
        this.#rest -= this.#denominator;
        this.#whole += 1;
      }
    }
    const before = this.rounded;
    this.rounded = this.#whole + (2 * this.#rest >= this.#denominator ? 1 : 0);
    return this.rounded - before;
  }
}

/** Of the months of a year and those over which wealth and support are spread; nearly always the year itself. */
function commonMultiple(liquid: number, support: number): number {
  const both = leastMultiple(MONTHS_OF_YEAR, liquid);
  return leastMultiple(both, support);
}

function leastMultiple(one: number, two: number): number {
  if (one % two === 0) return one;
  let multiple = one;
  while (multiple % two !== 0) multiple += one;
  return multiple;
}
