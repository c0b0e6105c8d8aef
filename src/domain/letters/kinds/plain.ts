import type { OpenLetterData } from '../letter-data.ts';
import { defineKind } from './kind-definition.ts';

/** Any text; under the branch's letterhead when its settings are given, to a person when it has one. */
export interface PlainLetterData extends OpenLetterData {
  readonly title: string;
  readonly paragraphs: readonly string[];
}

export const plain = defineKind<PlainLetterData>()({
  fields: {
    subject: { type: 'text', requiredBy: 'purpose', ar: 'عنوان الخطاب', en: 'Title of the letter' },
    paragraphs: {
      type: 'list',
      requiredBy: 'purpose',
      ar: 'فقرات الخطاب',
      en: 'The paragraphs',
      row: { paragraph: { type: 'text', ar: 'الفقرة', en: 'Paragraph' } },
    },
  },
  facts: ({ title, paragraphs }) => ({
    subject: title,
    paragraphs: paragraphs.map((paragraph) => ({ paragraph })),
  }),
});
