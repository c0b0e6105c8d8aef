import type { PaymentStatus } from '../payments/payment-status.ts';
import { monthName } from '../letters/months-phrase.ts';
import { formatHalalas, type Halalas } from '../shared/halalas.ts';
import type { IsoDate, IsoMonth } from '../shared/iso-date.ts';

export interface FailedAttempt {
  readonly reference: string;
  readonly status: PaymentStatus;
  readonly reasonCode: string | null;
}

export interface TwiceFailed {
  readonly month: IsoMonth;
  readonly amount: Halalas;
  readonly first: FailedAttempt;
  readonly second: FailedAttempt;
  readonly approvedOn: IsoDate | null;
  /** Whether account and activity were proven; a bank's own fault asks for neither. */
  readonly proven: boolean;
}

/** The claim of a complaint that the branch opens because a resumed payment failed as well, in the branch's words. */
export function claimOf({ month, amount, first, second, approvedOn, proven }: TwiceFailed): string {
  const proofs = proven ? ' بعد إثبات ربط الحساب بالهوية الوطنية وتأكيد البنك نشاطه' : '';
  const when = approvedOn === null ? '' : ` في ${approvedOn}`;
  return [
    `لم تصل دفعة شهر ${monthName(month)} وقدرها ${formatHalalas(amount)} ريال بعد محاولتين.`,
    `${failed(first)}، ثم استؤنف الدفع${when}${proofs}، و${failed(second)}.`,
    'فُتحت هذه الشكوى وفق خطوات معالجة الدفعات المرفوضة، ومرفق بها ما قُدّم من مستندات ومسار الدفعتين.',
  ].join('\n');
}

function failed({ reference, status, reasonCode }: FailedAttempt): string {
  const what = status === 'returned' ? 'أعاد البنك' : 'رفض البنك';
  const code = reasonCode === null ? '' : ` (الرمز ${reasonCode})`;
  return `${what} الدفعة ذات المرجع ${reference}${code}`;
}
