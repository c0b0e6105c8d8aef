import type { AssetType, CountedAsset } from './calculation.ts';
import type { EntitlementSettings } from './entitlement-settings.ts';

export interface WealthPart {
  readonly type: AssetType;
  readonly person: string;
  /** Halalas that are spread over months. */
  readonly value: number;
}

/**
 * What of a household's wealth is spread as unearned income (REG 11): liquid assets, and by setting real estate other than
 * the main dwelling and cars beyond the exempt ones, of which the dearest are exempt.
 */
export function countedWealth(
  assets: readonly CountedAsset[],
  { counted, exemptCars }: EntitlementSettings['otherWealth'],
): readonly WealthPart[] {
  if (assets.length === 0) return NOTHING;
  const parts: WealthPart[] = [];
  for (const { type, person, value = 0 } of assets) {
    if (type === 'liquid' || (counted && type === 'realEstate'))
      parts.push({ type, person, value });
  }
  return counted ? [...parts, ...carsBeyond(exemptCars, assets)] : parts;
}

const NOTHING: readonly WealthPart[] = [];

function carsBeyond(exempt: number, assets: readonly CountedAsset[]): WealthPart[] {
  const cars = assets
    .filter(({ type }) => type === 'car')
    .map(({ person, value = 0, count = 1 }) => ({ person, value, count }))
    .filter(({ value, count }) => value > 0 && count > 0)
    .toSorted((one, two) => two.value / two.count - one.value / one.count);
  let left = exempt;
  return cars.flatMap(({ person, value, count }) => {
    const spared = Math.min(left, count);
    left -= spared;
    if (spared === count) return [];
    return [{ type: 'car' as const, person, value: value - Math.floor((value * spared) / count) }];
  });
}
