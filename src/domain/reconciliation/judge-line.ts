import type { PaymentStatus } from '../payments/payment-status.ts';
import type { ExceptionKind } from './exception-kind.ts';
import type { Reported } from './reported.ts';
import { transition } from './transition.ts';

/** What of a line decides what it does to its payment. */
export interface JudgedFacts {
  readonly reported: Reported;
  readonly isoStatus: string | null;
  readonly currency: string | null;
  /** Halalas; null where the line gives none, or none that is exact. */
  readonly amount: number | null;
  /** Whether the bank wrote an amount, readable or not. */
  readonly hasAmount: boolean;
  /** Whether the reason says what to do. */
  readonly reasonClear: boolean;
  /** Whether the line stands for a whole batch: its rejection needs one officer, not one for each payment. */
  readonly isBatch: boolean;
}

export interface Judgement {
  readonly effect: 'advances' | 'unchanged' | 'exception';
  readonly before: PaymentStatus;
  readonly after: PaymentStatus;
  readonly exception: ExceptionKind | null;
}

/** A line of the same file about the same payment that was judged before. */
export interface EarlierLine {
  readonly reported: Reported;
  readonly isoStatus: string | null;
  readonly effect: Judgement['effect'];
}

/**
 * What a line does to a payment that stands at `before`, with `expected` halalas. First the line by itself: another currency,
 * another amount. Then against the lines before it in the file: told twice. Then against where the payment stands.
 */
export function judgeLine(
  line: JudgedFacts,
  before: PaymentStatus,
  expected: number,
  earlier: readonly EarlierLine[] = [],
): Judgement {
  const fault = faultOf(line, expected) ?? (isTold(line, earlier) ? 'duplicateLine' : null);
  if (fault) return { effect: 'exception', before, after: before, exception: fault };
  const step = transition(before, line.reported);
  if (step.effect === 'unchanged') {
    return { effect: 'unchanged', before, after: before, exception: null };
  }
  const exception = exceptionOf(line, step.exception);
  const after = step.effect === 'advances' ? step.to : before;
  return { effect: step.effect, before, after, exception };
}

function decides({ reported }: JudgedFacts): boolean {
  return reported !== 'pending' && reported !== 'noted';
}

function faultOf(line: JudgedFacts, expected: number): ExceptionKind | null {
  if (!decides(line)) return null;
  if (line.currency !== null && line.currency !== 'SAR') return 'currencyDiffers';
  return line.hasAmount && line.amount !== expected ? 'amountDiffers' : null;
}

function isTold(line: JudgedFacts, earlier: readonly EarlierLine[]): boolean {
  return (
    decides(line) &&
    earlier.some(
      ({ reported, isoStatus, effect }) =>
        reported === line.reported && isoStatus === line.isoStatus && effect !== 'exception',
    )
  );
}

/** A reason that nobody can act on is an exception of its own. */
function exceptionOf(line: JudgedFacts, kind: ExceptionKind | null): ExceptionKind | null {
  if (kind !== 'rejected' && kind !== 'returned') return kind;
  if (line.isBatch && kind === 'rejected') return null;
  return line.reasonClear || line.isBatch ? kind : 'unclearReason';
}
