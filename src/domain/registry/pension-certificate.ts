import type { LetterData } from '../letters/kinds/all-kinds.ts';
import type { DecisionLetterData } from '../letters/letter-data.ts';
import type { PaymentKind, PaymentStatus } from '../payments/payment-status.ts';
import type { Halalas } from '../shared/halalas.ts';
import type { IsoMonth } from '../shared/iso-date.ts';
import { ok, refuse, type Refusal, type Result } from '../shared/result.ts';

interface CertifiedPayment {
  readonly month: IsoMonth;
  readonly kind: PaymentKind;
  readonly amount: Halalas;
  readonly status: PaymentStatus;
}

const RECIPIENT = 'من يهمه الأمر';

/**
 * What somebody receives, as far as the branch's own ledger proves it: the last month's pension that arrived. It says
 * nothing of since when, as the ledger may begin later than the pension.
 *
 * Errors: NOTHING_PAID where no pension has arrived, PENSION_NOT_RUNNING (month, status) where a later one is held or
 * cancelled.
 * @param paidStatuses Statuses that count as arrived (setting).
 */
export function pensionCertificate(
  payments: readonly CertifiedPayment[],
  paidStatuses: readonly PaymentStatus[],
): Result<
  (head: DecisionLetterData, forWhom: string | null) => LetterData<'pensionCertificate'>,
  Refusal
> {
  const pensions = payments
    .filter(({ kind }) => kind === 'regular')
    .toSorted((one, two) => (one.month < two.month ? 1 : -1));
  const last = pensions.find(({ status }) => paidStatuses.includes(status));
  if (last === undefined || last.amount <= 0) return refuse('NOTHING_PAID');
  // NOTE: an attempt that was cancelled stops nothing where another payment of its month goes on.
  const goingOn = new Set(pensions.filter((one) => !isStopped(one)).map(({ month }) => month));
  const stopped = pensions.find(
    (one) => one.month > last.month && isStopped(one) && !goingOn.has(one.month),
  );
  if (stopped !== undefined) {
    return refuse('PENSION_NOT_RUNNING', { month: stopped.month, status: stopped.status });
  }
  return ok((head, forWhom) => ({
    template: 'pensionCertificate',
    ...head,
    recipient: RECIPIENT,
    asOf: head.date,
    monthlyPension: last.amount,
    since: null,
    lastPaid: last.month,
    forWhom,
  }));
}

function isStopped({ status }: CertifiedPayment): boolean {
  return status === 'held' || status === 'cancelled';
}

export const CERTIFICATE_SUBJECT = 'شهادة بمعاش الضمان الاجتماعي';
