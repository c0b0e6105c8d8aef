import { hash } from 'node:crypto';
import { contentOf, type StagedLine } from '../../../domain/reconciliation/staged-line.ts';
import type { KnownReasons } from './known-reasons.ts';
import type { NumberedLine } from './ports.ts';

/** Numbers the lines of one file and gives each the fingerprint of what it says. */
export class LineNumbering {
  readonly #reasons: KnownReasons;
  /** Fingerprints met once, and how often those met again. */
  readonly #met = new Set<string>();
  readonly #repeated = new Map<string, number>();
  readonly #references = new Set<number>();
  count = 0;

  constructor(reasons: KnownReasons) {
    this.#reasons = reasons;
  }

  number(line: StagedLine): NumberedLine {
    this.count += 1;
    const fingerprint = hash('sha1', contentOf(line), 'base64url');
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
    return this.#references.add(checksum(reference)).size === known;
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

/**
 * 52 bits of a text, quickly. Two texts that meet cost a second look at a line, nothing else; keeping the texts themselves
 * would keep the parts of the file alive that they were cut from.
 */
function checksum(text: string): number {
  let low = 0x811c9dc5;
  let high = 0x1b873593;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high + code, 0x85ebca6b) ^ (high >>> 13);
  }
  return (low >>> 0) * 0x100000 + ((high >>> 0) & 0xfffff);
}
