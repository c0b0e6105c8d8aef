import type { Halalas } from '../../shared/halalas.ts';
import type { IsoDate, IsoMonth } from '../../shared/iso-date.ts';
import { idLabel } from '../letter-frame.ts';
import type { DecisionLetterData } from '../letter-data.ts';
import { HEAD_FIELDS, defineKind, headFacts } from './kind-definition.ts';

export interface PensionCertificateData extends DecisionLetterData {
  readonly recipient: string;
  /** What the records say on this day. */
  readonly asOf: IsoDate;
  /** Halalas a month, above zero. */
  readonly monthlyPension: Halalas;
  readonly since: IsoMonth | null;
  readonly lastPaid: IsoMonth | null;
  /** For whom it was asked; null where the person did not say. */
  readonly forWhom: string | null;
}

/** What somebody receives, for whomever he shows it to. */
export const pensionCertificate = defineKind<PensionCertificateData>()({
  recipient: ({ recipient }) => recipient,
  fields: {
    ...HEAD_FIELDS,
    idKind: {
      type: 'phrase',
      ar: 'نوع رقم الهوية: السجل المدني أو رقم الإقامة',
      en: 'What the ID is: civil registry or residence permit',
    },
    monthlyPension: {
      type: 'amount',
      requiredBy: 'purpose',
      ar: 'المعاش الشهري',
      en: 'Monthly pension',
    },
    asOf: { type: 'date', requiredBy: 'purpose', ar: 'تاريخ البيان', en: 'As of' },
    since: { type: 'month', optional: true, ar: 'شهر بدء الصرف', en: 'Paid since' },
    lastPaid: { type: 'month', optional: true, ar: 'شهر آخر دفعة صُرفت', en: 'Last paid month' },
    forWhom: { type: 'text', optional: true, ar: 'الجهة التي تُقدم إليها', en: 'For whom' },
  },
  facts: (data) => ({
    ...headFacts(data),
    idKind: idLabel(data.addressee.nationalId),
    monthlyPension: data.monthlyPension,
    asOf: data.asOf,
    since: data.since,
    lastPaid: data.lastPaid,
    forWhom: data.forWhom,
  }),
});
