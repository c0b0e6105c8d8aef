import type { IsoDate } from '../../shared/iso-date.ts';
import { sentence } from '../legal-phrases.ts';
import type { DecisionLetterData } from '../letter-data.ts';
import { caseFields, caseFacts, type LetterCase } from './letter-case.ts';
import { HEAD_FIELDS, defineKind, headFacts } from './kind-definition.ts';

export interface DocumentsRequestData extends DecisionLetterData {
  /** What the papers are for; null for the person's file itself. */
  readonly of: LetterCase | null;
  readonly documents: readonly { readonly text: string; readonly received: boolean }[];
  readonly deliverBy: IsoDate;
  readonly note: string | null;
}

/** Which papers are missing, which have come, and by when. */
export const documentsRequest = defineKind<DocumentsRequestData>()({
  fields: {
    ...HEAD_FIELDS,
    ...caseFields,
    documents: {
      type: 'list',
      requiredBy: 'purpose',
      ar: 'المستندات المطلوبة',
      en: 'The papers that are asked for',
      row: {
        document: { type: 'text', ar: 'المستند', en: 'Paper' },
        received: { type: 'flag', ar: 'استُلم', en: 'Has been received' },
      },
    },
    someReceived: { type: 'flag', ar: 'استُلم بعضها', en: 'Some have been received' },
    deliverBy: {
      type: 'date',
      requiredBy: 'purpose',
      ar: 'آخر موعد لتقديم المستندات',
      en: 'Last day to bring them',
    },
    note: { type: 'phrase', optional: true, ar: 'ملاحظة الموظف', en: "The officer's note" },
  },
  facts: (data) => ({
    ...headFacts(data),
    ...caseFacts(data.of),
    documents: data.documents.map(({ text, received }) => ({ document: text, received })),
    someReceived: data.documents.some(({ received }) => received),
    deliverBy: data.deliverBy,
    note: data.note === null ? null : sentence(data.note),
  }),
});
