/** Prefix codes of one alphabet (RFC 1951, 3.2.2): how long each symbol's code is, and the code, ready to write. */
export class PrefixCode {
  readonly lengths: Uint8Array;
  /** Bits from the lowest, as a stream takes them. */
  readonly codes: Uint16Array;
  readonly #longest: number;
  readonly #order: Uint32Array;

  /** @param longest Bits that a code may have. */
  constructor(symbols: number, longest: number) {
    this.lengths = new Uint8Array(symbols);
    this.codes = new Uint16Array(symbols);
    this.#longest = longest;
    this.#order = new Uint32Array(symbols);
  }

  /** Makes the best codes for symbols of these frequencies, each below 2^22; two symbols at least get one. */
  make(frequencies: Uint32Array): void {
    const { lengths } = this;
    lengths.fill(0);
    const order = this.#sorted(frequencies);
    const counts = countsOfLengths(depths(order), this.#longest);
    // The rarest symbols, which are first, have the longest codes.
    let at = 0;
    for (let length = this.#longest; length > 0; length--) {
      for (let left = counts[length] ?? 0; left > 0; left--) {
        lengths[(order[at++] ?? 0) & SYMBOL] = length;
      }
    }
    this.#assign(counts);
  }

  /** Used symbols with their frequencies above their numbers, the rarest first. */
  #sorted(frequencies: Uint32Array): Uint32Array {
    const order = this.#order;
    let used = 0;
    for (let symbol = 0; symbol < frequencies.length; symbol++) {
      const frequency = frequencies[symbol] ?? 0;
      if (frequency > 0) order[used++] = (frequency << SYMBOL_BITS) | symbol;
    }
    for (let symbol = 0; used < 2; symbol++) {
      if ((frequencies[symbol] ?? 0) === 0) order[used++] = (1 << SYMBOL_BITS) | symbol;
    }
    return order.subarray(0, used).sort();
  }

  #assign(counts: readonly number[]): void {
    const { lengths, codes } = this;
    const next: number[] = [0];
    let code = 0;
    for (let length = 1; length <= this.#longest; length++) {
      code = (code + (length > 1 ? (counts[length - 1] ?? 0) : 0)) << 1;
      next[length] = code;
    }
    for (let symbol = 0; symbol < lengths.length; symbol++) {
      const length = lengths[symbol] ?? 0;
      if (length === 0) continue;
      const own = next[length] ?? 0;
      next[length] = own + 1;
      codes[symbol] = reversed(own, length);
    }
  }
}

const SYMBOL_BITS = 9;
const SYMBOL = (1 << SYMBOL_BITS) - 1;

const weights = new Float64Array(1024);
const parents = new Int32Array(1024);

/** Depth of each leaf of Huffman's tree over the sorted symbols. */
function depths(order: Uint32Array): Uint8Array {
  const leaves = order.length;
  for (let leaf = 0; leaf < leaves; leaf++) weights[leaf] = (order[leaf] ?? 0) >>> SYMBOL_BITS;
  // Inner nodes come out in the order of their weights: two queues are enough.
  let leaf = 0;
  let inner = leaves;
  const last = 2 * leaves - 1;
  for (let node = leaves; node < last; node++) {
    let sum = 0;
    for (let child = 0; child < 2; child++) {
      const takesLeaf =
        leaf < leaves && (inner >= node || (weights[leaf] ?? 0) <= (weights[inner] ?? 0));
      const taken = takesLeaf ? leaf++ : inner++;
      sum += weights[taken] ?? 0;
      parents[taken] = node;
    }
    weights[node] = sum;
  }
  const result = new Uint8Array(last);
  for (let node = last - 2; node >= 0; node--) {
    result[node] = (result[parents[node] ?? 0] ?? 0) + 1;
  }
  return result.subarray(0, leaves);
}

/** How many codes there are of each length, those beyond the longest made to fit. */
function countsOfLengths(depthOf: Uint8Array, longest: number): number[] {
  const counts = new Array<number>(longest + 1).fill(0);
  for (const depth of depthOf) {
    const length = Math.min(depth, longest);
    counts[length] = (counts[length] ?? 0) + 1;
  }
  let taken = counts.reduce(
    (sum, count, length) => (length === 0 ? sum : sum + count * 2 ** (longest - length)),
    0,
  );
  for (; taken > 2 ** longest; taken--) {
    counts[longest] = (counts[longest] ?? 0) - 1;
    let length = longest - 1;
    while ((counts[length] ?? 0) === 0) length--;
    counts[length] = (counts[length] ?? 0) - 1;
    counts[length + 1] = (counts[length + 1] ?? 0) + 2;
  }
  return counts;
}

function reversed(code: number, length: number): number {
  let result = 0;
  for (let bit = 0; bit < length; bit++) result |= ((code >> bit) & 1) << (length - 1 - bit);
  return result;
}
