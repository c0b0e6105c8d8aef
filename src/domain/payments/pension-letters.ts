import { reasonLines } from '../cases/reason-lines.ts';
import type { LetterData } from '../letters/kinds/all-kinds.ts';
import type { DecisionLetterData } from '../letters/letter-data.ts';
import { monthName } from '../letters/months-phrase.ts';
import type { Halalas } from '../shared/halalas.ts';
import type { IsoDate, IsoMonth } from '../shared/iso-date.ts';
import type { PaymentKind, PaymentStatus } from './payment-status.ts';

/** What an officer did last to a payment by hand. */
export const PAYMENT_DEEDS = ['held', 'released', 'cancelled'] as const;
export type PaymentDeed = (typeof PAYMENT_DEEDS)[number];

export const PENSION_LETTERS = ['pensionHeld', 'pensionResumed', 'pensionStopped'] as const;
export type PensionLetter = (typeof PENSION_LETTERS)[number];

/** The letter that tells of the deed; null where nothing of the month's pension was held, let go or cancelled. */
export function letterOfDeed(
  { kind, status }: { readonly kind: PaymentKind; readonly status: PaymentStatus },
  deed: PaymentDeed | null,
): PensionLetter | null {
  if (kind !== 'regular') return null;
  if (status === 'held') return deed === 'held' ? 'pensionHeld' : null;
  if (status === 'cancelled') return deed === 'cancelled' ? 'pensionStopped' : null;
  return deed === 'released' ? 'pensionResumed' : null;
}

export interface MeasuredPension {
  readonly month: IsoMonth;
  readonly amount: Halalas;
  /** The officer's reason, each line one; null where the civil record settled it. */
  readonly reason: string | null;
}

/** What is asked of the person beside the measure. */
export interface AskedOfPerson {
  readonly steps: readonly string[];
  readonly respondBy: IsoDate | null;
  readonly amountsKept: boolean;
}

/** What a life-status case ends with that found its person alive: it says nothing of why it was opened. */
const RECORD_SETTLED = 'اكتمل التحقق من بيانات السجل المدني وزال سبب التعليق';

export function pensionLetter(
  letter: PensionLetter,
  { month: from, amount: monthlyPension, reason }: MeasuredPension,
  { steps, respondBy, amountsKept }: AskedOfPerson,
  head: DecisionLetterData,
): LetterData<PensionLetter> {
  const told = { ...head, from, reasons: reasonLines(reason ?? RECORD_SETTLED), monthlyPension };
  switch (letter) {
    case 'pensionHeld':
      return { template: 'pensionHeld', ...told, steps, respondBy, amountsKept };
    case 'pensionStopped':
      return { template: 'pensionStopped', ...told, steps };
    case 'pensionResumed':
      return {
        template: 'pensionResumed',
        ...told,
        after: 'held',
        arrears: null,
        arrearsWith: null,
        iban: null,
      };
  }
}

const SUBJECTS: Readonly<Record<PensionLetter, string>> = {
  pensionHeld: 'تعليق صرف المعاش مؤقتاً اعتباراً من دفعة شهر',
  pensionStopped: 'إيقاف صرف المعاش اعتباراً من دفعة شهر',
  pensionResumed: 'استئناف صرف المعاش اعتباراً من دفعة شهر',
};

export function pensionLetterSubject(letter: PensionLetter, month: IsoMonth): string {
  return `${SUBJECTS[letter]} ${monthName(month)}`;
}
