import {
  OFFICIAL_LAYOUT,
  type LetterBlock,
  type LetterModel,
} from '../../../domain/letters/letter-model.ts';
import { randomLines } from './sample-lines.ts';

function letter(blocks: readonly LetterBlock[]): LetterModel {
  return {
    title: 'نموذج',
    number: '\u20661448/31\u2069',
    date: null,
    digits: 'latin',
    layout: OFFICIAL_LAYOUT,
    letterhead: null,
    meta: [],
    mark: null,
    seal: null,
    blocks,
  };
}

const WORDS = randomLines(8, 99).join(' ');

const FORM: readonly LetterBlock[] = [
  { kind: 'heading', text: ['نموذج طلب'] },
  { kind: 'section', text: ['أولاً: بيانات المستفيد'] },
  {
    kind: 'fields',
    columns: 2,
    items: [
      { label: 'الاسم:', value: ['نورة بنت خالد الشهري'] },
      { label: 'السجل المدني:', value: ['\u20661010150108\u2069'] },
      { label: 'الجوال:', value: null },
      { label: 'المدينة:', value: null },
      { label: 'العنوان الوطني المختصر كما في نفاذ:', value: ['\u2066RRRD2929\u2069'] },
    ],
  },
  { kind: 'fields', columns: 1, items: [{ label: 'ملاحظات:', value: null }] },
  { kind: 'section', text: ['ثانياً: المستندات'] },
  {
    kind: 'checklist',
    items: [
      { text: ['صورة الهوية الوطنية'], done: true },
      { text: [WORDS], done: false },
    ],
  },
  { kind: 'bullets', items: [['أن يكون الطلب مكتملاً'], [WORDS]] },
  { kind: 'note', text: ['آخر موعد لاستكمال المستندات ', { strong: 'ثلاثون يوماً' }, '.'] },
  { kind: 'signature', post: 'مقدم الطلب', name: 'نورة بنت خالد الشهري', stamp: false },
];

/** Eight by eight points, clearer from left to right. */
const TRANSPARENT_PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAYAAADED76LAAAAgklEQVR42hXKSUIBYABAYSSOkTJdQ4ilK5i7Q6uS4Rpm10iFa5hdw/cvvtV7kaePWoQUBep8MuaHfYhRnnmlwRcT1hzCEOOFIk16TPnlGIYH0pRo8c2MP05hiJOhTJs+c/45h+GRLG90GLBgwyUMCXJU6DJkyZZrGJLkqfLOiBU7bnfhbVbhzP/UaQAAAABJRU5ErkJggg==';

/** Letters of every block that templates may have, in layouts that branches may set; all data is invented. */
export const BLOCK_LETTERS: Readonly<Record<string, LetterModel>> = {
  'a form': letter(FORM),
  'a form with wide margins, without frame, not justified': {
    ...letter(FORM),
    layout: {
      margins: { top: 25, right: 30, bottom: 40, left: 25 },
      frame: false,
      justify: false,
    },
  },
  'a letterhead with a transparent logo': {
    ...letter([{ kind: 'paragraph', text: [WORDS] }]),
    letterhead: {
      lines: ['المملكة العربية السعودية', 'الفرع'],
      basmala: 'بسم الله الرحمن الرحيم',
      logo: { format: 'png', base64: TRANSPARENT_PNG },
      addressLine: null,
    },
  },
  'a note of more than a page': letter([
    { kind: 'paragraph', text: [WORDS] },
    { kind: 'note', text: [randomLines(110, 4).join(' ')] },
    { kind: 'closing', text: ['والسلام عليكم ورحمة الله وبركاته'] },
    { kind: 'signature', post: 'مدير الفرع', name: 'عبدالمحسن الفايز', stamp: true },
  ]),
  'a row of two pages': letter([
    {
      kind: 'table',
      columns: [
        { title: 'البيان', share: 1, align: 'start' },
        { title: 'الحالة', share: 3, align: 'center' },
      ],
      rows: [
        [
          Array.from({ length: 120 }, (_, index) => `الجزء ${index + 1} من البيان.`).join(' '),
          'قائم',
        ],
      ],
      total: null,
    },
  ]),
};
