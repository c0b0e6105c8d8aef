import { halalas, type Halalas } from '../../domain/shared/halalas.ts';
import { OUTCOMES, type Outcome } from '../../domain/sample/payment-plan.ts';
import type { SampleBatch } from '../../domain/sample/references.ts';
import { CYCLES, type SampleCycle } from '../../domain/sample/sample-months.ts';

/** A difference or arrears, beside the month's pension. */
export interface ExtraPayment {
  readonly index: number;
  readonly batch: SampleBatch;
  readonly amount: Halalas;
}

/** What a cycle pays, by the person's place; flat numbers, since a region has 300,000 people in four cycles. */
export class CycleLedger {
  readonly cycle: SampleCycle;
  readonly extras: ExtraPayment[] = [];
  readonly #due: Int32Array;
  readonly #amounts: Int32Array;
  readonly #outcomes: Uint8Array;
  /** Regular payments in the list. */
  listed = 0;

  constructor(cycle: SampleCycle, size: number) {
    this.cycle = cycle;
    this.#due = new Int32Array(size);
    this.#amounts = new Int32Array(size);
    this.#outcomes = new Uint8Array(size);
  }

  get size(): number {
    return this.#due.length;
  }

  record(index: number, outcome: Outcome, due: Halalas, amount: Halalas): void {
    this.#outcomes[index] = OUTCOMES.indexOf(outcome);
    this.#due[index] = due;
    this.#amounts[index] = amount;
    if (amount > 0) this.listed += 1;
  }

  outcome(index: number): Outcome {
    return OUTCOMES[this.#outcomes[index] ?? 0] ?? 'notPaid';
  }

  /** The pension of the month, 0 where none is due. */
  due(index: number): Halalas {
    return halalas(this.#due[index] ?? 0);
  }

  /** Halalas in the list; 0 for who is not in it. */
  amount(index: number): Halalas {
    return halalas(this.#amounts[index] ?? 0);
  }

  totalOf(batch: SampleBatch): { readonly count: number; readonly amount: Halalas } {
    if (batch === 'regular') {
      return {
        count: this.listed,
        amount: halalas(this.#amounts.reduce((sum, one) => sum + one, 0)),
      };
    }
    const extras = this.extras.filter((extra) => extra.batch === batch);
    return {
      count: extras.length,
      amount: halalas(extras.reduce((sum, { amount }) => sum + amount, 0)),
    };
  }
}

export interface Ledger {
  readonly cycles: Readonly<Record<SampleCycle, CycleLedger>>;
  /** Id of each beneficiary in the registry, by his place. */
  readonly ids: string[];
}

export function createLedger(size: number): Ledger {
  const cycles = Object.fromEntries(CYCLES.map((cycle) => [cycle, new CycleLedger(cycle, size)]));
  return { cycles: cycles as Record<SampleCycle, CycleLedger>, ids: [] };
}
