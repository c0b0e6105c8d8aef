import { hash } from 'node:crypto';
import { judgeLine, type EarlierLine } from '../../../domain/reconciliation/judge-line.ts';
import { contentOf } from '../../../domain/reconciliation/staged-line.ts';
import { groupBy } from '../../../domain/shared/group-by.ts';
import type { JudgedRow, MatchingWriter, UnjudgedLine, UnknownRow } from './matching-ports.ts';
import type { NumberRange } from './ports.ts';
import type { EffectCounts } from './summary-counter.ts';

type JudgedBefore = EarlierLine & Pick<JudgedRow, 'id' | 'after'>;

/**
 * Judges the lines of one file that could not be judged as they were read: second lines about a payment, lines that another
 * key or a whole batch led to their payment, and lines that nothing leads anywhere. Ranges come in the order of the file, so
 * each line finds its payment where the lines before it left it.
 */
export class LineJudge {
  readonly #matching: MatchingWriter;
  readonly #fileId: string;
  /** How often content that belongs to no payment was met: two equal payments a day are real. */
  readonly #met = new Map<string, number>();

  readonly #counts: EffectCounts;

  constructor(matching: MatchingWriter, fileId: string, counts: EffectCounts) {
    this.#matching = matching;
    this.#fileId = fileId;
    this.#counts = counts;
  }

  async judge(range: NumberRange): Promise<void> {
    const lines = await this.#matching.unjudged(this.#fileId, range);
    await this.#judgeOurs(lines.filter(({ payment }) => payment !== null));
    await this.#judgeUnknown(lines.filter(({ payment }) => payment === null));
  }

  async #judgeOurs(lines: readonly UnjudgedLine[]): Promise<void> {
    if (lines.length === 0) return;
    const numbers = new Set(lines.flatMap(({ payment }) => (payment ? [payment.no] : [])));
    const judged = await this.#matching.judgedOf(this.#fileId, [...numbers]);
    const earlierOf = new Map<number, readonly JudgedBefore[]>(
      groupBy(judged, ({ paymentNo }) => paymentNo),
    );
    const rows = lines.flatMap(({ id, line, rule, reasonClear, payment }): JudgedRow[] => {
      if (!payment) return [];
      const earlier = (earlierOf.get(payment.no) ?? []).filter((other) => other.id < id);
      const before = earlier.at(-1)?.after ?? payment.status;
      const facts = {
        reported: line.reported,
        isoStatus: line.isoStatus,
        currency: line.currency,
        amount: line.amount,
        hasAmount: line.amountText !== null || line.amount !== null,
        reasonClear,
        isBatch: rule === 'batch',
      };
      const judgement = judgeLine(facts, before, payment.amount, earlier);
      if (rule !== null) this.#counts.add(judgement, payment, rule);
      const { reported, isoStatus } = line;
      const { effect, after } = judgement;
      earlierOf.set(payment.no, [...earlier, { id, reported, isoStatus, effect, after }]);
      return [{ id, repeats: earlier.length > 0, ...judgement }];
    });
    await this.#matching.setJudged(rows);
  }

  /** What a committed file has said before in the same words is no news. */
  async #judgeUnknown(lines: readonly UnjudgedLine[]): Promise<void> {
    if (lines.length === 0) return;
    const rows = lines.map(({ id, line }) => {
      const fingerprint = hash('sha1', contentOf(line), 'base64url');
      const occurrence = (this.#met.get(fingerprint) ?? 0) + 1;
      this.#met.set(fingerprint, occurrence);
      const isNoted = line.reported === 'noted';
      return { id, fingerprint, occurrence, isNoted, amount: line.amount ?? 0 };
    });
    const seen = await this.#matching.seenBefore(this.#fileId, rows);
    await this.#matching.setUnknown(
      rows.map(({ amount, isNoted, ...row }): UnknownRow => {
        const isNews = !isNoted && !seen.has(row.id);
        this.#counts.addUnknown(isNews, amount);
        return { ...row, isNews };
      }),
    );
  }
}
