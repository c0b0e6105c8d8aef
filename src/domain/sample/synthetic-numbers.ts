import { makeIban, type Iban } from '../registry/iban.ts';
import { seedOf, type Random } from './random.ts';

/**
 * Numbers that pass every check and are meant for nobody. National ids begin with 19 and residence ids with 29, accounts with
 * 0000 99, phones with 052: ranges that, as far as is known, are not given out. They stay invented all the same: a sample
 * branch never sends anything.
 */
const SERIALS = 10_000_000;
/** Numbers grow with the place, as a registry's do, one in each stretch of this length: a region takes half of all. */
const STEP = 16;

/** Serial of a subject within a seed: different for each `index` below 600,000, and growing with it but for one wrap. */
function serial(index: number, seed: number, what: string): number {
  const within = seedOf(seed, what, index) % STEP;
  return (seedOf(seed, what) + index * STEP + within) % SERIALS;
}

/** @param place 0 for the beneficiary; those of his household have the other numbers of his stretch. */
export function syntheticNationalId(
  index: number,
  seed: number,
  resident: boolean,
  place = 0,
): string {
  const own = seedOf(seed, 'id', index) % STEP;
  const within = (own + place) % STEP;
  const number = (seedOf(seed, 'id') + index * STEP + within) % SERIALS;
  const nine = `${resident ? '29' : '19'}${String(number).padStart(7, '0')}`;
  return `${nine}${luhnDigit(nine)}`;
}

/** The check digit of nine digits whose odd places (from 1) are doubled. */
function luhnDigit(nine: string): number {
  let sum = 0;
  for (let index = 0; index < 9; index += 1) {
    const digit = nine.charCodeAt(index) - 48;
    const weighted = index % 2 === 0 ? digit * 2 : digit;
    sum += weighted > 9 ? weighted - 9 : weighted;
  }
  return (10 - (sum % 10)) % 10;
}

/** The ten large banks with the share of beneficiaries that each pays, in percent. */
const BANK_SHARES = [
  ['80', 38],
  ['10', 19],
  ['05', 14],
  ['20', 9],
  ['15', 6],
  ['45', 5],
  ['60', 3],
  ['55', 2],
  ['30', 2],
  ['65', 2],
] as const;
export const SAMPLE_BANKS: readonly string[] = BANK_SHARES.map(([code]) => code);

/** `attempt` tells a second account of the same person from the first. */
export function syntheticIban(random: Random, index: number, seed: number, attempt = 0): Iban {
  const bank = random.weighted(BANK_SHARES);
  const account = String(serial(index, seed, 'account')).padStart(7, '0');
  const suffix = String(random.int(0, 9999)).padStart(4, '0');
  return makeIban(bank, `000099${account}${attempt % 10}${suffix}`);
}

export function syntheticPhone(index: number, seed: number): string {
  return `052${String(serial(index, seed, 'phone')).padStart(7, '0')}`;
}
