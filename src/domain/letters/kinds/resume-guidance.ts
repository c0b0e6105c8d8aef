import type { EditDays } from '../../resume/edit-days.ts';
import type { Halalas } from '../../shared/halalas.ts';
import { isolate } from '../../shared/isolate.ts';
import type { IsoDate, IsoMonth } from '../../shared/iso-date.ts';
import { isolateFigures } from '../isolate-figures.ts';
import { sentence, withoutStop } from '../legal-phrases.ts';
import type { DecisionLetterData } from '../letter-data.ts';
import { HEAD_FIELDS, defineKind, headFacts } from './kind-definition.ts';

export interface ResumeGuidanceData extends DecisionLetterData {
  readonly payment: {
    readonly month: IsoMonth;
    readonly amount: Halalas;
    readonly reference: string;
    readonly bankName: string;
    readonly maskedIban: string;
    readonly outcome: 'rejected' | 'returned';
    readonly failedOn: IsoDate;
  };
  readonly reason: {
    /** Title and meaning, as the table of reason codes has them; null for a code that it does not hold. */
    readonly title: string | null;
    readonly meaning: string | null;
    /** As the bank wrote it. */
    readonly code: string | null;
  };
  /** What the beneficiary is asked to do by the table; null where it is not his to act. */
  readonly guidance: string | null;
  /** Whether the account has to be proven before the payment is sent again. */
  readonly accountNeeded: boolean;
  readonly editDays: EditDays;
  /** Where to come. */
  readonly branchName: string;
  readonly branchAddress: string | null;
}

/** Why a payment did not arrive, what to do, where and by when: one page to take along. */
export const resumeGuidance = defineKind<ResumeGuidanceData>()({
  fields: {
    ...HEAD_FIELDS,
    returned: {
      type: 'flag',
      ar: 'أعاد البنك الدفعة، وإلا فرفضها',
      en: 'The bank returned the payment, otherwise rejected it',
    },
    month: { type: 'month', requiredBy: 'purpose', ar: 'شهر الدفعة', en: 'Month of the payment' },
    failedOn: { type: 'date', ar: 'تاريخ تعذر الصرف', en: 'Day on which it failed' },
    amount: { type: 'amount', requiredBy: 'purpose', ar: 'مبلغ الدفعة', en: 'Amount' },
    bank: { type: 'text', ar: 'البنك', en: 'Bank' },
    account: { type: 'code', ar: 'الحساب مخفياً إلا آخره', en: 'The account, masked' },
    reference: { type: 'code', ar: 'مرجع الدفعة', en: 'Reference of the payment' },
    failure: {
      type: 'phrase',
      requiredBy: 'purpose',
      ar: 'سبب تعذر الصرف جملةً تامة',
      en: 'Why it failed, as a whole sentence',
    },
    accountNeeded: {
      type: 'flag',
      ar: 'يلزم إثبات الحساب قبل إعادة الإرسال',
      en: 'The account has to be proven first',
    },
    guidance: {
      type: 'phrase',
      optional: true,
      ar: 'ما يُطلب من المستفيد بحسب جدول الأسباب، جملةً تامة',
      en: 'What the table of reasons asks of the beneficiary, as a whole sentence',
    },
    opensOn: {
      type: 'date',
      ar: 'أول أيام تعديل الحساب',
      en: 'First day on which accounts are changed',
    },
    closesOn: {
      type: 'date',
      ar: 'آخر أيام تعديل الحساب',
      en: 'Last day on which accounts are changed',
    },
    office: { type: 'text', ar: 'الفرع الذي يُراجَع', en: 'The office to come to' },
    officeAddress: { type: 'text', optional: true, ar: 'عنوان الفرع', en: 'Its address' },
  },
  facts: (data) => ({
    ...headFacts(data),
    returned: data.payment.outcome === 'returned',
    month: data.payment.month,
    failedOn: data.payment.failedOn,
    amount: data.payment.amount,
    bank: data.payment.bankName,
    account: data.payment.maskedIban,
    reference: data.payment.reference,
    failure: failurePhrase(data),
    accountNeeded: data.accountNeeded,
    guidance: data.guidance === null ? null : sentence(data.guidance),
    opensOn: data.editDays.opensOn,
    closesOn: data.editDays.closesOn,
    office: data.branchName,
    officeAddress: data.branchAddress,
  }),
});

function failurePhrase({ reason }: ResumeGuidanceData): string {
  const code = reason.code === null ? '' : ` (${isolate(reason.code)})`;
  if (reason.title === null)
    return `ما ذكره البنك بالرمز${code || ' غير المبيّن'}، ويستفسر الفرع عنه.`;
  const meaning = reason.meaning === null ? '' : `: ${withoutStop(isolateFigures(reason.meaning))}`;
  return `${withoutStop(reason.title)}${code}${meaning}.`;
}
