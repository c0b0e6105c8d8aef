import { sameValue } from '../shared/same-value.ts';
import type { IsoDate } from '../shared/iso-date.ts';
import type { StatedData } from './check-fact.ts';
import type { HouseholdPlan, NewFact } from './household-change.ts';
import { knownAt, overlaps } from './household-at.ts';
import type { AnyFact, SubjectNo } from './household-fact.ts';

/** A stretch of days for which something is known; `seq` null while it is only planned. */
export type Piece = StatedData & {
  readonly seq: number | null;
  readonly record: number;
  readonly subject: SubjectNo;
  readonly validFrom: IsoDate;
  readonly validTo: IsoDate | null;
};

/**
 * What is known of a household while a change of it is planned. Records that are new have numbers below zero until the plan
 * is made.
 */
export class HouseholdPieces {
  #pieces: Piece[];
  readonly #facts: readonly AnyFact[];
  #newRecords = 0;

  /** @param facts All there ever were. */
  constructor(facts: readonly AnyFact[]) {
    this.#facts = facts;
    this.#pieces = knownAt(facts, null).map(
      ({ recordedIn: _in, supersededIn: _until, ...fact }) => fact,
    );
  }

  get all(): readonly Piece[] {
    return this.#pieces;
  }

  ofRecord(record: number): readonly Piece[] {
    return this.#pieces.filter((piece) => piece.record === record);
  }

  newRecord(): number {
    this.#newRecords -= 1;
    return this.#newRecords;
  }

  /** The highest number that anybody of the household ever had. */
  get lastSubject(): SubjectNo {
    return Math.max(0, ...this.#facts.map(({ subject }) => subject));
  }

  /**
   * From `from` to before `to` (null: for good) a record is what is stated, or nothing; on the days outside it stays as it was
   * known.
   */
  rewrite(
    record: number,
    subject: SubjectNo,
    from: IsoDate,
    to: IsoDate | null,
    stated: StatedData | null,
  ): void {
    const span = { validFrom: from, validTo: to };
    const kept: Piece[] = [];
    for (const piece of this.#pieces) {
      if (piece.record !== record || !overlaps(piece, span)) {
        kept.push(piece);
        continue;
      }
      if (piece.validFrom < from) kept.push({ ...piece, seq: null, validTo: from });
      if (to !== null && (piece.validTo === null || piece.validTo > to)) {
        kept.push({ ...piece, seq: null, validFrom: to });
      }
    }
    if (stated !== null) kept.push({ ...stated, ...span, seq: null, record, subject });
    this.#pieces = kept;
  }

  /** What was known and is said once more stays as it is; the rest is superseded and added. */
  plan(): HouseholdPlan & { readonly known: readonly NewFact[] } {
    const stored = knownAt(this.#facts, null);
    const before = new Map(stored.map((fact) => [fact.seq, fact]));
    const kept = joined(this.#pieces).map((piece) => {
      if (piece.seq !== null) return piece;
      const same = stored.find((fact) => saysTheSame(fact, piece));
      return same === undefined ? piece : { ...piece, seq: same.seq };
    });
    const staying = new Set(kept.flatMap(({ seq }) => (seq === null ? [] : [seq])));
    const numbers = new Map<number, number>();
    let seq = Math.max(0, ...this.#facts.map((fact) => fact.seq));
    const add: NewFact[] = [];
    for (const piece of kept.filter((one) => one.seq === null).sort(inOrder)) {
      seq += 1;
      const record = piece.record > 0 ? piece.record : (numbers.get(piece.record) ?? seq);
      numbers.set(piece.record, record);
      add.push({ ...piece, seq, record });
    }
    const unchanged = kept.flatMap((piece) =>
      piece.seq === null ? [] : [{ ...piece, seq: piece.seq }],
    );
    return {
      supersede: [...before.keys()].filter((one) => !staying.has(one)),
      add,
      known: [...unchanged, ...add],
    };
  }
}

/** Stretches of a record that follow each other and say the same are one. */
function joined(pieces: readonly Piece[]): Piece[] {
  const result: Piece[] = [];
  for (const piece of [...pieces].sort(inOrder)) {
    const last = result.at(-1);
    const isOne =
      last !== undefined &&
      last.record === piece.record &&
      last.validTo === piece.validFrom &&
      (last.seq === null || piece.seq === null) &&
      sameValue(last.data, piece.data);
    if (isOne) result[result.length - 1] = { ...last, seq: null, validTo: piece.validTo };
    else result.push(piece);
  }
  return result;
}

function saysTheSame(fact: AnyFact, piece: Piece): boolean {
  return (
    fact.record === piece.record &&
    fact.subject === piece.subject &&
    fact.validFrom === piece.validFrom &&
    fact.validTo === piece.validTo &&
    sameValue(fact.data, piece.data)
  );
}

/** Known records first, new ones as they were named; then by their days. */
function inOrder(left: Piece, right: Piece): number {
  const rank = ({ record }: Piece): number => (record > 0 ? record : 1e9 - record);
  return rank(left) - rank(right) || (left.validFrom < right.validFrom ? -1 : 1);
}
