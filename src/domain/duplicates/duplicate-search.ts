import type { IsoDate } from '../shared/iso-date.ts';
import type { BirthDay } from './birth-likeness.ts';
import { comparable, type ComparableFile, type ComparedFile } from './compare-files.ts';
import { meantIds } from './number-likeness.ts';

/** A phone or a whole name that more files have than this is not what tells two of them to be one. */
const MOST_IN_A_BLOCK = 40;
/** A file's place in the low bits of a number, its key's hash above: both fit into 53 bits. */
const PLACES = 2 ** 21;
/** Entries by the highest bits of their hash: sorting all of them at once would hold everybody else up. */
const BUCKETS = 256;
const BUCKET_SHIFT = 24;
const WHOLE_NAME_PARTS = 4;

export type FilePair = readonly [ComparableFile, ComparableFile];

/**
 * Which files of a branch are worth comparing: those that have a key in common. Keys are chosen so that what is compared as
 * close still meets: a birth date with its neighbours and with day and month swapped beside the first or the last name, a
 * phone in any form, an account, a whole name in any order, and for an id with a wrong check digit all that may have been meant.
 */
export class DuplicateSearch {
  /** Keys that too many files have; their pairs are left out unless they meet elsewhere. */
  crowded = 0;
  readonly #files: ComparableFile[] = [];
  readonly #birthDays = new Map<IsoDate, BirthDay>();
  readonly #buckets = Array.from({ length: BUCKETS }, () => new NumberList());

  add(file: ComparedFile): void {
    const prepared = comparable(file, this.#birthDays);
    const place = this.#files.push(prepared) - 1;
    if (place >= PLACES) throw new RangeError(`More files than ${PLACES}`);
    for (const key of keysOf(prepared)) this.#enter(hash(key), place);
  }

  /** How many steps `candidates` takes, for a progress bar. */
  get steps(): number {
    return BUCKETS;
  }

  /** Each pair once, the file added first first; a step is some milliseconds of work. */
  *candidates(): Generator<FilePair[]> {
    const seen = new Set<number>();
    for (const bucket of this.#buckets) yield this.#pairsIn(bucket.sorted(), seen);
  }

  #enter(hashed: number, place: number): void {
    this.#buckets[hashed >>> BUCKET_SHIFT]?.add(hashed * PLACES + place);
  }

  #pairsIn(bucket: Float64Array, seen: Set<number>): FilePair[] {
    const pairs: FilePair[] = [];
    for (let from = 0; from < bucket.length;) {
      const key = Math.floor((bucket[from] ?? 0) / PLACES);
      let to = from + 1;
      while (to < bucket.length && Math.floor((bucket[to] ?? 0) / PLACES) === key) to += 1;
      if (to - from > MOST_IN_A_BLOCK) this.crowded += 1;
      else this.#pairUp(bucket.subarray(from, to), seen, pairs);
      from = to;
    }
    return pairs;
  }

  #pairUp(block: Float64Array, seen: Set<number>, pairs: FilePair[]): void {
    for (let left = 0; left < block.length; left += 1) {
      for (let right = left + 1; right < block.length; right += 1) {
        const [low, high] = [(block[left] ?? 0) % PLACES, (block[right] ?? 0) % PLACES];
        const pair = low * PLACES + high;
        const [one, other] = [this.#files[low], this.#files[high]];
        if (low === high || seen.has(pair) || !one || !other) continue;
        seen.add(pair);
        pairs.push([one, other]);
      }
    }
  }
}

function keysOf({ file, id, parts, birth, phone }: ComparableFile): string[] {
  const keys = [`i${id}`];
  for (const meant of meantIds(id)) keys.push(`i${meant}`);
  if (phone !== null) keys.push(`p${phone}`);
  for (const { iban } of file.ibans) keys.push(`a${iban}`);
  if (parts.length >= WHOLE_NAME_PARTS) keys.push(`n${parts.toSorted().join(' ')}`);
  if (birth === null) return keys;
  const { date, dayAfter, swapped, hijriSwapped } = birth;
  // The day after is entered by both: by the one born before under it, by the other as his own.
  const days: string[] = [date, dayAfter];
  for (const other of [swapped, hijriSwapped]) {
    if (other !== null) days.push(date < other ? `${date}${other}` : `${other}${date}`);
  }
  for (const part of new Set([parts[0] ?? '', parts.at(-1) ?? ''])) {
    for (const day of days) keys.push(`${day} ${part}`);
  }
  return keys;
}

/** FNV-1a, 32 bits: two keys of one hash only make a pair that is compared in vain. */
function hash(key: string): number {
  let hashed = 0x811c9dc5;
  for (let at = 0; at < key.length; at += 1) {
    hashed = Math.imul(hashed ^ key.charCodeAt(at), 0x01000193);
  }
  // NOTE: the last characters of FNV-1a reach the high bits too little, by which the buckets are made.
  hashed = Math.imul(hashed ^ (hashed >>> 16), 0x85ebca6b);
  return (hashed ^ (hashed >>> 13)) >>> 0;
}

/** Numbers in a list that grows, eight bytes each. */
class NumberList {
  #numbers = new Float64Array(256);
  #count = 0;

  add(number: number): void {
    if (this.#count === this.#numbers.length) {
      const larger = new Float64Array(this.#numbers.length * 2);
      larger.set(this.#numbers);
      this.#numbers = larger;
    }
    this.#numbers[this.#count] = number;
    this.#count += 1;
  }

  sorted(): Float64Array {
    return this.#numbers.subarray(0, this.#count).sort();
  }
}
