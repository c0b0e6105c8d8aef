import { LENGTH_MASK, LITERALS, distanceOf, findRepetitions } from './matches.ts';
import { PrefixCode } from './huffman.ts';

/** Symbols of one block: codes follow what changes within a file. */
const BLOCK = 0x4000;
const END = 256;
const DYNAMIC = 2;
const LENGTH_SYMBOLS = 286;
const DISTANCE_SYMBOLS = 30;
/** Order in which the lengths of the length codes are written (RFC 1951, 3.2.7). */
const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
const REPEAT = 16;
const ZEROS = 17;
const MANY_ZEROS = 18;
/** Bits that say how long a run is, for each of the three. */
const RUN_BITS = [2, 3, 7];
const RUN_SYMBOL = 0x1f;
const RUN_SHIFT = 5;
const ADLER = 65521;
/** Bytes that Adler's sums take before they have to be brought down. */
const ADLER_RUN = 3800;

const lengthSymbol = new Uint16Array(259);
const lengthBase = new Uint16Array(LENGTH_SYMBOLS);
const lengthExtra = new Uint8Array(LENGTH_SYMBOLS);
const distanceSymbol = new Uint8Array(0x8001);
const distanceBase = new Uint16Array(DISTANCE_SYMBOLS);
const distanceExtra = new Uint8Array(DISTANCE_SYMBOLS);
fillTables();

const literals = new PrefixCode(LENGTH_SYMBOLS, 15);
const distances = new PrefixCode(DISTANCE_SYMBOLS, 15);
const lengthCodes = new PrefixCode(ORDER.length, 7);
const literalCounts = new Uint32Array(LENGTH_SYMBOLS);
const distanceCounts = new Uint32Array(DISTANCE_SYMBOLS);
const lengthCounts = new Uint32Array(ORDER.length);
const codeLengths = new Uint8Array(LENGTH_SYMBOLS + DISTANCE_SYMBOLS);
const runs = new Uint16Array(codeLengths.length);
let symbols = new Uint32Array(0x8000);

/**
 * Compresses data into a zlib stream (RFC 1950). Of this process's own making: the platform's library
 * gives other bytes on other machines, and those written in JavaScript take memory anew for each of the
 * ten small streams of a letter, which is most of their time.
 */
export function zlibStream(input: Uint8Array): Uint8Array {
  // A Buffer is an array of another class: loops that meet both run at half the pace.
  const data = new Uint8Array(input.buffer, input.byteOffset, input.length);
  if (symbols.length < data.length) symbols = new Uint32Array(2 * data.length);
  const count = findRepetitions(data, symbols);
  const out = new BitWriter(data.length);
  out.bits(0x78, 8);
  out.bits(0xda, 8);
  let from = 0;
  do {
    const to = Math.min(count, from + BLOCK);
    writeBlock(out, from, to, to === count);
    from = to;
  } while (from < count);
  return out.finish(adler32(data));
}

/** Bits, the lowest first. */
class BitWriter {
  #bytes: Uint8Array;
  #length = 0;
  #held = 0;
  #count = 0;

  constructor(expected: number) {
    this.#bytes = new Uint8Array(Math.ceil(expected * 0.75) + 512);
  }

  /** Up to 16 bits. */
  bits(value: number, count: number): void {
    this.#held |= value << this.#count;
    this.#count += count;
    this.#makeRoom(4);
    while (this.#count >= 8) {
      this.#bytes[this.#length++] = this.#held & 0xff;
      this.#held >>>= 8;
      this.#count -= 8;
    }
  }

  /** The symbols of a block in its codes; what the other method does, without a call for each code. */
  symbols(from: number, to: number): void {
    this.#makeRoom(6 * (to - from) + 8);
    const bytes = this.#bytes;
    let length = this.#length;
    let held = this.#held;
    let count = this.#count;
    for (let index = from; index < to; index++) {
      const symbol = symbols[index] ?? 0;
      const isLiteral = symbol < LITERALS;
      const repeated = symbol & LENGTH_MASK;
      const code = isLiteral ? symbol : (lengthSymbol[repeated] ?? 0);
      held |= (literals.codes[code] ?? 0) << count;
      count += literals.lengths[code] ?? 0;
      for (; count >= 8; count -= 8, held >>>= 8) bytes[length++] = held & 0xff;
      if (isLiteral) continue;
      held |= (repeated - (lengthBase[code] ?? 0)) << count;
      count += lengthExtra[code] ?? 0;
      const distance = distanceOf(symbol);
      const far = distanceSymbol[distance] ?? 0;
      for (; count >= 8; count -= 8, held >>>= 8) bytes[length++] = held & 0xff;
      held |= (distances.codes[far] ?? 0) << count;
      count += distances.lengths[far] ?? 0;
      for (; count >= 8; count -= 8, held >>>= 8) bytes[length++] = held & 0xff;
      held |= (distance - (distanceBase[far] ?? 0)) << count;
      count += distanceExtra[far] ?? 0;
      for (; count >= 8; count -= 8, held >>>= 8) bytes[length++] = held & 0xff;
    }
    this.#length = length;
    this.#held = held;
    this.#count = count;
  }

  finish(checksum: number): Uint8Array {
    if (this.#count > 0) this.bits(0, 8 - this.#count);
    for (let shift = 24; shift >= 0; shift -= 8) this.bits((checksum >>> shift) & 0xff, 8);
    return this.#bytes.slice(0, this.#length);
  }

  #makeRoom(bytes: number): void {
    if (this.#length + bytes <= this.#bytes.length) return;
    const larger = new Uint8Array(2 * (this.#length + bytes));
    larger.set(this.#bytes);
    this.#bytes = larger;
  }
}

function writeBlock(out: BitWriter, from: number, to: number, last: boolean): void {
  literalCounts.fill(0);
  distanceCounts.fill(0);
  for (let index = from; index < to; index++) {
    const symbol = symbols[index] ?? 0;
    if (symbol < LITERALS) {
      literalCounts[symbol] = (literalCounts[symbol] ?? 0) + 1;
      continue;
    }
    const length = lengthSymbol[symbol & LENGTH_MASK] ?? 0;
    const distance = distanceSymbol[distanceOf(symbol)] ?? 0;
    literalCounts[length] = (literalCounts[length] ?? 0) + 1;
    distanceCounts[distance] = (distanceCounts[distance] ?? 0) + 1;
  }
  literalCounts[END] = 1;
  literals.make(literalCounts);
  distances.make(distanceCounts);
  out.bits(last ? 1 : 0, 1);
  out.bits(DYNAMIC, 2);
  writeCodes(out);
  out.symbols(from, to);
  out.bits(literals.codes[END] ?? 0, literals.lengths[END] ?? 0);
}

/** The lengths of a block's codes, themselves shortened and coded (RFC 1951, 3.2.7). */
function writeCodes(out: BitWriter): void {
  const literalCount = usedUpTo(literals.lengths, 257);
  const distanceCount = usedUpTo(distances.lengths, 1);
  codeLengths.set(literals.lengths.subarray(0, literalCount));
  codeLengths.set(distances.lengths.subarray(0, distanceCount), literalCount);
  const count = shortenRuns(literalCount + distanceCount);
  lengthCounts.fill(0);
  for (let index = 0; index < count; index++) {
    const symbol = (runs[index] ?? 0) & RUN_SYMBOL;
    lengthCounts[symbol] = (lengthCounts[symbol] ?? 0) + 1;
  }
  lengthCodes.make(lengthCounts);
  let written = ORDER.length;
  while (written > 4 && lengthCodes.lengths[ORDER[written - 1] ?? 0] === 0) written--;
  out.bits(literalCount - 257, 5);
  out.bits(distanceCount - 1, 5);
  out.bits(written - 4, 4);
  for (let at = 0; at < written; at++) out.bits(lengthCodes.lengths[ORDER[at] ?? 0] ?? 0, 3);
  for (let index = 0; index < count; index++) {
    const run = runs[index] ?? 0;
    const symbol = run & RUN_SYMBOL;
    out.bits(lengthCodes.codes[symbol] ?? 0, lengthCodes.lengths[symbol] ?? 0);
    if (symbol >= REPEAT) out.bits(run >> RUN_SHIFT, RUN_BITS[symbol - REPEAT] ?? 0);
  }
}

/** Writes the lengths as themselves and runs: `more << 5 | symbol`. */
function shortenRuns(end: number): number {
  let count = 0;
  for (let from = 0; from < end;) {
    const length = codeLengths[from] ?? 0;
    let to = from + 1;
    while (to < end && codeLengths[to] === length) to++;
    let left = to - from;
    from = to;
    if (length !== 0) {
      runs[count++] = length;
      left--;
    }
    while (left >= 3) {
      const run = Math.min(left, length !== 0 ? 6 : left >= 11 ? 138 : 10);
      if (length !== 0) runs[count++] = ((run - 3) << RUN_SHIFT) | REPEAT;
      else if (run >= 11) runs[count++] = ((run - 11) << RUN_SHIFT) | MANY_ZEROS;
      else runs[count++] = ((run - 3) << RUN_SHIFT) | ZEROS;
      left -= run;
    }
    for (; left > 0; left--) runs[count++] = length;
  }
  return count;
}

function usedUpTo(lengths: Uint8Array, least: number): number {
  let count = lengths.length;
  while (count > least && lengths[count - 1] === 0) count--;
  return count;
}

function adler32(data: Uint8Array): number {
  let low = 1;
  let high = 0;
  for (let from = 0; from < data.length; from += ADLER_RUN) {
    const to = Math.min(data.length, from + ADLER_RUN);
    for (let at = from; at < to; at++) {
      low += data[at] ?? 0;
      high += low;
    }
    low %= ADLER;
    high %= ADLER;
  }
  return (high * 0x10000 + low) >>> 0;
}

/** Symbols of lengths and distances with their bases and extra bits (RFC 1951, 3.2.5). */
function fillTables(): void {
  let length = 3;
  for (let symbol = 257; symbol < LENGTH_SYMBOLS - 1; symbol++) {
    const extra = symbol < 265 ? 0 : (symbol - 261) >> 2;
    lengthBase[symbol] = length;
    lengthExtra[symbol] = extra;
    for (let step = 0; step < 2 ** extra; step++) lengthSymbol[length++] = symbol;
  }
  lengthSymbol[258] = LENGTH_SYMBOLS - 1;
  lengthBase[LENGTH_SYMBOLS - 1] = 258;
  let distance = 1;
  for (let symbol = 0; symbol < DISTANCE_SYMBOLS; symbol++) {
    const extra = symbol < 4 ? 0 : (symbol - 2) >> 1;
    distanceBase[symbol] = distance;
    distanceExtra[symbol] = extra;
    for (let step = 0; step < 2 ** extra; step++) distanceSymbol[distance++] = symbol;
  }
}
