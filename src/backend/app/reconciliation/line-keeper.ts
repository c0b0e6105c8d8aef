import { judgeLine, type Judgement } from '../../../domain/reconciliation/judge-line.ts';
import type { StagedLine } from '../../../domain/reconciliation/staged-line.ts';
import type { WriteRepos } from '../ports.ts';
import type { KnownReasons } from './known-reasons.ts';
import { NumberSet } from './number-set.ts';
import type { KeptLine, LedgerPayment, NumberRange } from './ports.ts';
import { EffectCounts } from './summary-counter.ts';

/**
 * Keeps the lines of one file as they are read. A line with the end-to-end id of a payment that the file has not named before
 * is judged at once, which is nearly every line; the others wait until the whole file is known.
 */
export class LineKeeper {
  readonly #reasons: KnownReasons;
  readonly #fileId: string;
  readonly #named = new NumberSet();
  #first = Number.POSITIVE_INFINITY;
  #last = 0;
  /** What the judged lines do. */
  readonly counts = new EffectCounts();
  count = 0;
  /** Lines that wait for the whole file. */
  unjudged = 0;

  constructor(fileId: string, reasons: KnownReasons) {
    this.#fileId = fileId;
    this.#reasons = reasons;
  }

  /** The payments that lines are about; null without any. */
  get payments(): NumberRange | null {
    return this.#last === 0 ? null : { from: this.#first, to: this.#last };
  }

  async keep(
    { bankFiles, matching }: Pick<WriteRepos, 'bankFiles' | 'matching'>,
    lines: readonly StagedLine[],
  ): Promise<void> {
    if (lines.length === 0) return;
    const references = lines.flatMap(({ level, endToEndId }) =>
      level === 'transaction' && endToEndId !== null ? [endToEndId] : [],
    );
    const payments = await matching.paymentsByEndToEndId(references);
    const kept = lines.map((line) => this.#line(line, payments));
    await bankFiles.addLines(this.#fileId, kept);
  }

  #line(line: StagedLine, payments: ReadonlyMap<string, LedgerPayment>): KeptLine {
    this.count += 1;
    const { endToEndId, level } = line;
    const payment =
      level === 'transaction' && endToEndId !== null ? (payments.get(endToEndId) ?? null) : null;
    const repeats = payment !== null && !this.#named.add(payment.no);
    const reasonClear = this.#reasons.isClear(line.reasonList, line.reasonCode);
    const judgement = payment === null || repeats ? null : judge(line, payment, reasonClear);
    if (payment !== null) {
      this.#first = Math.min(this.#first, payment.no);
      this.#last = Math.max(this.#last, payment.no);
    }
    if (judgement === null || payment === null) this.unjudged += 1;
    else this.counts.add(judgement, payment, 'endToEndId');
    return Object.assign(line, {
      lineNo: this.count,
      reasonClear,
      repeats,
      payment,
      judgement,
    });
  }
}

function judge(line: StagedLine, payment: LedgerPayment, reasonClear: boolean): Judgement {
  const facts = {
    reported: line.reported,
    isoStatus: line.isoStatus,
    currency: line.currency,
    amount: line.amount,
    hasAmount: line.amountText !== null,
    reasonClear,
    isBatch: false,
  };
  return judgeLine(facts, payment.status, payment.amount);
}
