import type { LetterData } from '../../../domain/letters/kinds/all-kinds.ts';
import { LETTER_KINDS } from '../../../domain/letters/letter-kinds.ts';
import {
  SAMPLE_SIZES,
  sampleHead,
  type SampleSize,
} from '../../../domain/letters/samples/sample-head.ts';
import { sampleLetter } from '../../../domain/letters/samples/sample-letter.ts';
import { isoDate } from '../../../domain/shared/iso-date.ts';

const { settings } = sampleHead('normal');

/** The text again and again up to the 300 characters that a field may have. */
function longest(text: string): string {
  return Array.from({ length: Math.floor(300 / (text.length + 1)) }, () => text).join(' ');
}

function inArabicDigits(letter: LetterData, size: SampleSize): LetterData {
  return {
    ...letter,
    settings: { ...(letter.settings ?? sampleHead(size).settings), digits: 'arabic-indic' },
  };
}

/** Each kind of letter with short, ordinary and very long data; all people and numbers are invented. */
export const SAMPLE_LETTERS: Readonly<Record<string, LetterData>> = {
  ...Object.fromEntries(
    LETTER_KINDS.flatMap((kind) => [
      ...SAMPLE_SIZES.map((size) => [`${kind}, ${size}`, sampleLetter(kind, size)] as const),
      [`${kind}, long, Arabic digits`, inArabicDigits(sampleLetter(kind, 'long'), 'long')] as const,
    ]),
  ),
  'complaint accepted': sampleLetter('complaintAccepted', 'normal'),
  'forty months, Arabic digits': inArabicDigits(
    sampleLetter('complaintPartlyAccepted', 'long'),
    'long',
  ),
  'every field as long as it may be': {
    ...sampleLetter('complaintAccepted', 'normal'),
    mark: 'veryUrgent',
    complaint: {
      ...sampleLetter('complaintAccepted', 'normal').complaint,
      ticket: longest('2026-031274/AB'),
    },
    settings: {
      ...settings,
      agency: longest('وزارة الموارد البشرية والتنمية الاجتماعية'),
      branch: longest('فرع شمال الرياض'),
      addressLine: longest('الرياض، حي النرجس 7421،'),
    },
    addressee: {
      ...sampleHead('normal').addressee,
      name: longest('عبدالرحمن'),
      nationalAddress: longest('شارع 12'),
    },
    signatory: { post: longest('مدير الفرع'), name: longest('عبدالمحسن') },
    copies: Array.from({ length: 10 }, (_, index) => longest(`صورة لإدارة المتابعة ${index + 1}`)),
  },
  'plain text under the letterhead': {
    template: 'plain',
    title: 'تعميم بشأن مواعيد العمل',
    paragraphs: [
      'إلى جميع الموظفين في الفرع، نفيدكم بأن العمل يبدأ في 2026-12-01 الساعة 7:30 صباحاً.',
      'This paragraph is English only: it runs from left to right, and is long enough for two lines of text.',
    ],
    settings,
    number: '1448/17',
    date: isoDate('2026-11-23'),
  },
  'plain text': { template: 'plain', title: 'عنوان', paragraphs: ['فقرة قصيرة.'] },
};
