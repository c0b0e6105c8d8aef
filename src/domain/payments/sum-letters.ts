import type { LetterData } from '../letters/kinds/all-kinds.ts';
import type { DecisionLetterData } from '../letters/letter-data.ts';
import { monthName } from '../letters/months-phrase.ts';
import { addHalalas, subtractHalalas, type Halalas } from '../shared/halalas.ts';
import type { IsoDate, IsoMonth } from '../shared/iso-date.ts';
import { ok, refuse, type Refusal, type Result } from '../shared/result.ts';

/** A sum that one officer proposed and another approved. */
export interface ApprovedSum {
  readonly month: IsoMonth;
  /** Halalas, above zero. */
  readonly amount: Halalas;
  /** How it arose, in the proposer's words. */
  readonly cause: string;
  /** Halalas that reached the account for that month before it. */
  readonly arrived: Halalas;
}

/**
 * Tells that a difference is paid: what arrived, what was due, and with which month's payment the rest comes.
 * @param paidWith Month of the cycle that it is paid in.
 */
export function differenceLetter(
  { month, amount, cause, arrived }: ApprovedSum,
  paidWith: IsoMonth,
  head: DecisionLetterData,
): LetterData<'differencePayment'> {
  return {
    template: 'differencePayment',
    ...head,
    cause,
    months: [{ month, due: addHalalas(arrived, amount), paid: arrived, finding: null }],
    reasons: [],
    paidWith,
    iban: null,
  };
}

export interface RecoveryPlan {
  readonly instalments: { readonly count: number; readonly firstMonth: IsoMonth } | null;
  readonly respondBy: IsoDate | null;
}

/**
 * Tells what was paid beyond what was due, and proposes how it is given back: nothing is set off without a yes.
 * Errors: RECOVERY_EXCEEDS_PAID (month): more is asked back than arrived; RESPOND_BY_PAST (today).
 */
export function recoveryLetter(
  { month, amount, cause, arrived }: ApprovedSum,
  { instalments, respondBy }: RecoveryPlan,
  today: IsoDate,
): Result<(head: DecisionLetterData) => LetterData<'recoveryNotice'>, Refusal> {
  if (amount > arrived) return refuse('RECOVERY_EXCEEDS_PAID', { month });
  if (respondBy !== null && respondBy <= today) return refuse('RESPOND_BY_PAST', { today });
  const due = subtractHalalas(arrived, amount);
  return ok((head) => ({
    template: 'recoveryNotice',
    ...head,
    cause,
    months: [{ month, due, paid: arrived, finding: null }],
    reasons: [],
    instalments,
    respondBy,
  }));
}

export function differenceSubject(month: IsoMonth): string {
  return `صرف فرق دفعة شهر ${monthName(month)}`;
}

export function recoverySubject(month: IsoMonth): string {
  return `إشعار بمبلغ زائد في دفعة شهر ${monthName(month)}`;
}
