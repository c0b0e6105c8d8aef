/** An amount of money in halalas (1/100 of a Saudi riyal): an integer below 2^51, never a float. */
export type Halalas = number & { readonly __unit: 'halalas' };

export const MAX_HALALAS = 2 ** 51;

export const ZERO_HALALAS = 0 as Halalas;

/** @throws RangeError when the number is not an integer of that range: reaching it is a bug. */
export function halalas(amount: number): Halalas {
  if (!Number.isSafeInteger(amount) || Math.abs(amount) >= MAX_HALALAS) {
    throw new RangeError(`Not an amount in halalas: ${amount}`);
  }
  return amount as Halalas;
}

export function addHalalas(...amounts: readonly Halalas[]): Halalas {
  return halalas(amounts.reduce((sum: number, amount) => sum + amount, 0));
}

export function subtractHalalas(from: Halalas, amount: Halalas): Halalas {
  return halalas(from - amount);
}

/** Riyals with two decimals and grouped thousands, Latin digits: 132000 -> `1,320.00`. */
export function formatHalalas(amount: Halalas): string {
  const sign = amount < 0 ? '-' : '';
  const absolute = Math.abs(amount);
  const riyals = Math.trunc(absolute / 100);
  const rest = String(absolute % 100).padStart(2, '0');
  return `${sign}${String(riyals).replace(/\B(?=(\d{3})+$)/g, ',')}.${rest}`;
}

/** Exact decimal without grouping, as bank files write it: 132000 -> `1320.00`. */
export function halalasToDecimal(amount: Halalas): string {
  return formatHalalas(amount).replaceAll(',', '');
}
