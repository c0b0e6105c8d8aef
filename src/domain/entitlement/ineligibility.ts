import type { AssetType, CalculationInput, IneligibilityReason } from './calculation.ts';
import type { EntitlementRules } from './entitlement-rules.ts';

/** The grounds on which nothing is due, in the order of their codes. */
export function groundsOf(
  input: CalculationInput,
  rules: EntitlementRules,
  hasTooMuch: boolean,
): IneligibilityReason[] {
  const { head, kind, assets } = input;
  const { wealthLimits } = rules;
  const isIndependent = kind === 'independent';
  const grounds: IneligibilityReason[] = [];
  if (hasTooMuch) grounds.push('income');
  if (head.daysAbroad > rules.daysAbroadLimit) grounds.push('stayAbroad');
  if (assets.length > 0) {
    const cars = isIndependent ? wealthLimits.independentCars : wealthLimits.familyCars;
    if (countOf(input, 'car') > cars) grounds.push('cars');
    if (countOf(input, 'domesticWorkers') > wealthLimits.domesticWorkers)
      grounds.push('domesticWorkers');
  }
  if (head.nationality === 'other') grounds.push('nationality');
  if (isIndependent) {
    const { independent, student } = rules.entitlementAges;
    if (!isAged(input, independent)) grounds.push('independentAge');
    if (!head.dwellingProven) grounds.push('independentDwelling');
    if (head.student && !isAged(input, student)) grounds.push('studentUnder25');
  }
  if (head.inCentre) grounds.push('centre');
  return grounds;
}

function countOf({ assets }: CalculationInput, type: AssetType): number {
  let count = 0;
  for (const asset of assets) if (asset.type === type) count += asset.count ?? 1;
  return count;
}

/** Whether the head has completed so many years on the first day of the month. */
function isAged({ head, month }: CalculationInput, years: number): boolean {
  const born = `${Number(month.slice(0, 4)) - years}${month.slice(4)}-01`;
  return head.birthDate <= born;
}
