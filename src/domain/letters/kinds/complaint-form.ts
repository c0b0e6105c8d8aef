import { subtractHalalas, type Halalas } from '../../shared/halalas.ts';
import type { IsoDate, IsoMonth } from '../../shared/iso-date.ts';
import { sentence } from '../legal-phrases.ts';
import { DEFAULT_LETTER_SETTINGS, type OpenLetterData } from '../letter-data.ts';
import { defineKind } from './kind-definition.ts';

/** What comes with a complaint as a rule. */
export const COMPLAINT_PAPERS = [
  'صورة من الهوية الوطنية',
  'مستند يبيّن الدخل (راتب أو دخل إضافي)',
  'بيانات عدد أفراد الأسرة بحسب الأوراق الرسمية',
  'مستندات أخرى داعمة',
] as const;

/** What is known of a walk-in's complaint; whatever is null stays a line to write on. */
export interface ComplaintFormData extends OpenLetterData {
  readonly name: string | null;
  readonly nationalId: string | null;
  readonly mobile: string | null;
  readonly familySize: number | null;
  readonly month: IsoMonth | null;
  readonly expected: Halalas | null;
  readonly received: Halalas | null;
  readonly why: string | null;
  readonly documents: readonly { readonly text: string; readonly received: boolean }[];
  readonly ticket: string | null;
  readonly filedOn: IsoDate | null;
  readonly receivedBy: string | null;
}

export const complaintForm = defineKind<ComplaintFormData>()({
  fields: {
    agency: { type: 'text', ar: 'الجهة الموجهة إليها الشكوى', en: 'To which agency it is' },
    name: { type: 'text', optional: true, ar: 'اسم مقدم الشكوى', en: 'Who complains' },
    nationalId: { type: 'code', optional: true, ar: 'رقم الهوية', en: 'National ID' },
    mobile: { type: 'code', optional: true, ar: 'رقم الجوال', en: 'Mobile' },
    familySize: {
      type: 'number',
      optional: true,
      ar: 'عدد أفراد الأسرة',
      en: 'Size of the family',
    },
    month: { type: 'month', optional: true, ar: 'شهر الدفعة', en: 'Month of the payment' },
    expected: { type: 'amount', optional: true, ar: 'المبلغ المتوقع', en: 'Amount expected' },
    received: { type: 'amount', optional: true, ar: 'المبلغ المستلم', en: 'Amount received' },
    difference: { type: 'balance', optional: true, ar: 'الفارق', en: 'Difference' },
    why: {
      type: 'phrase',
      optional: true,
      ar: 'الأسباب التي يراها مقدم الشكوى',
      en: 'What the person thinks is the reason',
    },
    documents: {
      type: 'list',
      ar: 'المرفقات',
      en: 'The papers',
      row: {
        document: { type: 'text', ar: 'المستند', en: 'Paper' },
        handedIn: { type: 'flag', ar: 'أُرفق', en: 'Has been handed in' },
      },
    },
    ticket: { type: 'code', optional: true, ar: 'رقم الشكوى', en: 'Number of the complaint' },
    filedOn: { type: 'date', optional: true, ar: 'تاريخ التقديم', en: 'Day of filing' },
    receivedBy: { type: 'text', optional: true, ar: 'الموظف المستلم', en: 'Who received it' },
  },
  facts: (data) => ({
    agency: (data.settings ?? DEFAULT_LETTER_SETTINGS).agency,
    name: data.name ?? data.addressee?.name ?? null,
    nationalId: data.nationalId ?? data.addressee?.nationalId ?? null,
    mobile: data.mobile,
    familySize: data.familySize,
    month: data.month,
    expected: data.expected,
    received: data.received,
    difference:
      data.expected === null || data.received === null
        ? null
        : subtractHalalas(data.expected, data.received),
    why: data.why === null ? null : sentence(data.why),
    documents: data.documents.map(({ text, received }) => ({ document: text, handedIn: received })),
    ticket: data.ticket,
    filedOn: data.filedOn,
    receivedBy: data.receivedBy,
  }),
});
