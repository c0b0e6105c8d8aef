/** Whole numbers that lie close together, at a bit each: a million payments take 128 KB. */
export class NumberSet {
  #bits = new Uint8Array(1024);

  /** False where the number was in already. */
  add(number: number): boolean {
    const at = number >>> 3;
    const bit = 1 << (number & 7);
    if (at >= this.#bits.length) this.#grow(at);
    const known = this.#bits[at] ?? 0;
    this.#bits[at] = known | bit;
    return (known & bit) === 0;
  }

  #grow(at: number): void {
    const larger = new Uint8Array(Math.max(at + 1, this.#bits.length * 2));
    larger.set(this.#bits);
    this.#bits = larger;
  }
}
