import { describe, expect, it } from 'vitest';
import type { CatalogueField } from '../../../contract/letter-templates.ts';
import { PROBLEM_CODES } from '../../../domain/letters/template-problem.ts';
import { catalogs } from '../../lib/i18n/catalogs.ts';
import { translatorOf } from '../../lib/i18n/use-t.ts';
import { beginEditing } from './editing.ts';
import { placeWords, problemWords } from './problem-words.ts';

const ar = translatorOf('ar', 'latn');
const en = translatorOf('en', 'latn');
const plain = { optional: false, requiredBy: null } as const;
const FIELDS: readonly CatalogueField[] = [
  {
    ...plain,
    formats: [],
    examples: [],
    name: 'reasons',
    type: 'list',
    meaning: { ar: 'الأسباب', en: 'Reasons' },
    row: [
      {
        ...plain,
        formats: [],
        examples: [],
        name: 'reason',
        type: 'phrase',
        meaning: { ar: 'السبب', en: 'Reason' },
      },
    ],
  },
];
/** Every detail that any problem comes with. */
const DETAILS = {
  at: 3,
  field: 'reason',
  list: 'reasons',
  format: 'words',
  type: 'flag',
  limit: 200,
  requiredBy: 'REG 28',
  columns: 4,
  cells: 3,
  character: 'U+202E',
};

describe('the words for a problem of a template', () => {
  it.each(PROBLEM_CODES)(
    '%s exist in both languages, with a next step and nothing unsaid',
    (code) => {
      for (const t of [ar, en]) {
        const words = problemWords(t, { code, details: DETAILS }, FIELDS);
        expect(Object.keys(catalogs[t.language].letterTemplates)).toContain(`problem.${code}`);
        expect(words).not.toContain('…');
        expect(words).toMatch(/\. .+\.$/);
      }
    },
  );

  it('name fields by what they mean, those of rows too', () => {
    expect(problemWords(ar, { code: 'EACH_MISSING', details: DETAILS }, FIELDS)).toBe(
      'الحقل «السبب» من صفوف «الأسباب». اجعل هذا الجزء يتكرر لكل صف منها.',
    );
  });

  it('say which article asks for what is missing', () => {
    const words = problemWords(ar, { code: 'REQUIRED_FIELD_MISSING', details: DETAILS }, FIELDS);
    expect(words).toContain('المادة 28 من اللائحة');
  });

  it('say where it stands', () => {
    const { present } = beginEditing({
      kind: 'plain',
      version: 1,
      title: { ar: '', en: '' },
      subject: '',
      blocks: [
        { kind: 'paragraph', text: '' },
        { kind: 'table', columns: [], rows: [] },
      ],
    });
    const where = (block: number | null, part: string) => placeWords(ar, { block, part }, present);
    expect(where(null, 'blocks')).toBe('الخطاب كله');
    expect(where(null, 'subject')).toBe('الموضوع');
    expect(where(0, 'text')).toBe('فقرة 1');
    expect(where(1, 'rows.0.cells.2')).toBe('جدول 2 · الصف 1، العمود 3');
    expect(where(1, 'total.cells.1')).toBe('جدول 2 · صف المجموع، العمود 2');
  });
});
