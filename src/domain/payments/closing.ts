import type { Halalas } from '../shared/halalas.ts';
import type { IsoDate } from '../shared/iso-date.ts';

export interface CountAndAmount {
  readonly count: number;
  /** Halalas. */
  readonly amount: Halalas;
}

/** Where the money of a cycle stands. What was never sent is `planned` and no part of the sum. */
export interface CycleStanding {
  readonly sent: CountAndAmount;
  readonly paid: CountAndAmount;
  readonly rejected: CountAndAmount;
  readonly returned: CountAndAmount;
  readonly open: CountAndAmount;
  readonly planned: CountAndAmount;
}

export interface ExceptionCount extends CountAndAmount {
  readonly kind: string;
}

/** What decides whether a cycle can be closed. */
export interface ClosingFacts {
  readonly payDate: IsoDate;
  readonly today: IsoDate;
  /** Payments at a bank that has not said what became of them, by the setting `paidStatuses`, and that nobody explained. */
  readonly unanswered: CountAndAmount;
  /** Prepared payments that are neither sent, held, cancelled nor explained. */
  readonly prepared: CountAndAmount;
  readonly proposals: CountAndAmount;
  /** Open exceptions of the cycle. */
  readonly exceptions: readonly ExceptionCount[];
  readonly standing: CycleStanding;
}

export const CLOSING_CHECKS = [
  'payDate',
  'prepared',
  'proposals',
  'answered',
  'exceptions',
  'balanceBreaks',
  'totals',
] as const;

export interface ClosingCheck {
  readonly id: (typeof CLOSING_CHECKS)[number];
  readonly passed: boolean;
  /** What is in the way. */
  readonly count: number;
  readonly amount: Halalas;
  /** Of exceptions, how many of which kind. */
  readonly kinds: readonly ExceptionCount[];
}

const NO_MONEY = 0 as Halalas;

/** Everything that closing asks for, each with what is missing. A cycle is closed when all have passed. */
export function closingChecks(facts: ClosingFacts): ClosingCheck[] {
  const { payDate, today, unanswered, prepared, proposals, exceptions, standing } = facts;
  const breaks = exceptions.filter(({ kind }) => kind === 'balanceBreak');
  const others = exceptions.filter(({ kind }) => kind !== 'balanceBreak');
  const gap = openGap(standing);
  return [
    check('payDate', payDate <= today ? 0 : 1),
    check('prepared', prepared.count, prepared.amount),
    check('proposals', proposals.count, proposals.amount),
    check('answered', unanswered.count, unanswered.amount),
    check('exceptions', sumCount(others), sumAmount(others), others),
    check('balanceBreaks', sumCount(breaks), sumAmount(breaks), breaks),
    check('totals', gap.count === 0 && gap.amount === 0 ? 0 : Math.abs(gap.count) || 1, gap.amount),
  ];
}

export const mayClose = (checks: readonly ClosingCheck[]): boolean =>
  checks.every(({ passed }) => passed);

/** sent - (paid + rejected + returned + open), in count and amount: zero where the ledger is whole. */
export function openGap({ sent, paid, rejected, returned, open }: CycleStanding): CountAndAmount {
  const parts = [paid, rejected, returned, open];
  return {
    count: sent.count - sumCount(parts),
    amount: (sent.amount - sumAmount(parts)) as Halalas,
  };
}

function check(
  id: ClosingCheck['id'],
  count: number,
  amount: Halalas = NO_MONEY,
  kinds: readonly ExceptionCount[] = [],
): ClosingCheck {
  return { id, passed: count === 0, count, amount, kinds };
}

const sumCount = (parts: readonly CountAndAmount[]): number =>
  parts.reduce((sum, { count }) => sum + count, 0);

const sumAmount = (parts: readonly CountAndAmount[]): Halalas =>
  parts.reduce((sum, { amount }) => sum + amount, 0) as Halalas;
