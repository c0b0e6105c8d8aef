/** A stream of numbers that is the same for the same seed, on every machine. */
export interface Random {
  /** 0 <= number < 1, 32 bits of it. */
  next(): number;
  /** An integer from `from` to `to`, both included. */
  int(from: number, to: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** One of the entries, as often as its weight says. */
  weighted<T>(entries: readonly (readonly [T, number])[]): T;
}

/** Spreads neighbouring numbers far apart (the finaliser of MurmurHash3). */
export function mix(value: number): number {
  let hash = value >>> 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** One seed out of several numbers and names: each subject has its own stream, whatever the others draw. */
export function seedOf(...parts: readonly (number | string)[]): number {
  let seed = 0x9e3779b9;
  for (const part of parts) {
    if (typeof part === 'number') {
      seed = mix(seed ^ mix(part + 0x7f4a7c15));
      continue;
    }
    for (let index = 0; index < part.length; index += 1) {
      seed = mix(seed ^ Math.imul(part.charCodeAt(index) + index, 0x01000193));
    }
  }
  return seed;
}

/** xoshiro128** of Blackman and Vigna, its state filled by splitmix32; never for secrets. */
export function createRandom(seed: number): Random {
  let splitter = seed >>> 0;
  const split = (): number => {
    splitter = (splitter + 0x9e3779b9) >>> 0;
    return mix(splitter);
  };
  let a = split();
  let b = split();
  let c = split();
  let d = split() | 1;

  const next = (): number => {
    const scrambled = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotate(d, 11);
    return scrambled / 0x1_0000_0000;
  };
  const int = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));

  return {
    next,
    int,
    chance: (probability) => next() < probability,
    pick: (list) => known(list[int(0, list.length - 1)]),
    weighted(entries) {
      let left = next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [value, weight] of entries) {
        left -= weight;
        if (left < 0) return value;
      }
      return known(entries.at(-1))[0];
    },
  };
}

function rotate(value: number, bits: number): number {
  return (value << bits) | (value >>> (32 - bits));
}

function known<T>(value: T | undefined): T {
  if (value === undefined) throw new RangeError('Nothing to choose from');
  return value;
}
