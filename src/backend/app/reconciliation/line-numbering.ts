import { createHash } from 'node:crypto';
import { contentOf, type StagedLine } from '../../../domain/reconciliation/staged-line.ts';
import type { KnownReasons } from './known-reasons.ts';
import type { NumberedLine } from './ports.ts';

/** Numbers the lines of one file and gives each the fingerprint of what it says. */
export class LineNumbering {
  readonly #reasons: KnownReasons;
  /** Fingerprints met once, and how often those met again. */
  readonly #met = new Set<string>();
  readonly #repeated = new Map<string, number>();
  readonly #references = new Set<string>();
  count = 0;

  constructor(reasons: KnownReasons) {
    this.#reasons = reasons;
  }

  number(line: StagedLine): NumberedLine {
    this.count += 1;
    const fingerprint = createHash('sha1').update(contentOf(line)).digest('base64url');
    const { reasonList, reasonCode } = line;
    return {
      ...line,
      lineNo: this.count,
      fingerprint,
      occurrence: this.#occurrence(fingerprint),
      reasonClear: this.#reasons.isClear(reasonList, reasonCode),
      repeats: this.#repeats(line.endToEndId),
    };
  }

  #repeats(reference: string | null): boolean {
    if (reference === null) return false;
    const known = this.#references.size;
    // NOTE: a part of a text keeps the whole text in memory; a copy of it does not.
    const copy = Buffer.from(reference).toString();
    return this.#references.add(copy).size === known;
  }

  #occurrence(fingerprint: string): number {
    if (!this.#met.has(fingerprint)) {
      this.#met.add(fingerprint);
      return 1;
    }
    const occurrence = (this.#repeated.get(fingerprint) ?? 1) + 1;
    this.#repeated.set(fingerprint, occurrence);
    return occurrence;
  }
}
