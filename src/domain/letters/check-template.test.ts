import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { loadShippedTemplates, shippedTemplate } from '../../backend/letters/shipped-templates.ts';
import { checkTemplate } from './check-template.ts';
import { composeLetter } from './compose-letter.ts';
import { fieldsOfKind } from './kinds/all-kinds.ts';
import { LETTER_KINDS, type LetterKind } from './letter-kinds.ts';
import type { LetterTemplate, TemplateBlock } from './letter-template.ts';
import { SAMPLE_SIZES } from './samples/sample-head.ts';
import { sampleLetter } from './samples/sample-letter.ts';
import { FIELD_FORMATS, type FieldDefinition } from './template-fields.ts';
import { PROBLEM_CODES, TEMPLATE_LIMITS, type ProblemCode } from './template-problem.ts';

const templates = await loadShippedTemplates('resources');
const shipped = (kind: LetterKind): LetterTemplate => shippedTemplate(templates, kind);

function withBlock(kind: LetterKind, block: TemplateBlock): LetterTemplate {
  const template = shipped(kind);
  return { ...template, blocks: [block, ...template.blocks] };
}

function said(text: string): LetterTemplate {
  return withBlock('complaintAccepted', { kind: 'paragraph', text });
}

const table = {
  kind: 'table',
  columns: [
    { title: 'الشهر', share: 1 },
    { title: 'المبلغ', share: 1 },
  ],
  rows: [{ each: 'months', cells: ['{month}', '{due:figures}'] }],
} as const;

const REFUSED: readonly (readonly [ProblemCode, string, LetterTemplate, object])[] = [
  ['UNBALANCED_BRACES', 'an open brace', said('قيمتها {difference'), { part: 'text' }],
  ['UNBALANCED_BRACES', 'a closing brace alone', said('قيمتها }'), {}],
  ['UNBALANCED_BRACES', 'a choice of three', said('{reasons|أ|ب|ج}'), {}],
  ['UNBALANCED_BOLD', 'bold that does not end', said('**تنبيه: كلمة'), {}],
  ['UNBALANCED_BOLD', 'bold that ends inside a choice', said('**أ{reasons|ب** ج|د}'), {}],
  ['EMPTY_FIELD_NAME', 'braces around nothing', said('قيمتها {} ريال'), {}],
  ['EMPTY_FIELD_NAME', 'a name with a space', said('{paid with}'), {}],
  [
    'UNKNOWN_FIELD',
    'a field that the kind has not',
    said('{salary}'),
    { details: { field: 'salary' } },
  ],
  [
    'UNKNOWN_FIELD',
    'a condition on a field that the kind has not',
    withBlock('complaintAccepted', { kind: 'note', text: 'كلمة', when: 'salary' }),
    {},
  ],
  [
    'UNKNOWN_FORMAT',
    'a format of another type',
    said('{ticket:words}'),
    { details: { field: 'ticket', format: 'words' } },
  ],
  ['UNKNOWN_FORMAT', 'an empty format', said('{filedOn:}'), {}],
  ['NOT_PRINTED', 'a gender', said('{addressee}'), {}],
  ['NOT_PRINTED', 'a list', said('{reasons}'), {}],
  [
    'NOT_A_LIST',
    'a row for each of what is no list',
    withBlock('complaintAccepted', {
      kind: 'bullets',
      items: [{ text: 'كلمة', each: 'ticket' }],
    }),
    { part: 'items.0' },
  ],
  [
    'NOT_A_FLAG',
    'a box ticked by a word',
    withBlock('documentsRequest', {
      kind: 'checklist',
      items: [{ text: '{document}', each: 'documents', done: 'document' }],
    }),
    {},
  ],
  [
    'EACH_MISSING',
    'a list without its rows',
    withBlock('complaintAccepted', { kind: 'numbered', items: [{ text: '{reason}' }] }),
    { details: { field: 'reason', list: 'reasons' } },
  ],
  [
    'ALWAYS_THERE',
    'a condition that always holds',
    withBlock('complaintAccepted', { kind: 'paragraph', text: 'كلمة', when: 'ticket' }),
    {},
  ],
  ['EMPTY_CHOICE', 'a choice between nothing', said('كلمة{reasons||}'), {}],
  [
    'OPTIONAL_WITHOUT_WHEN',
    'a hole where there is no value',
    said('حسابكم {iban}'),
    { details: { field: 'iban' } },
  ],
  [
    'OPTIONAL_WITHOUT_WHEN',
    'a value where the condition says that there is none',
    withBlock('complaintAccepted', { kind: 'paragraph', text: '{iban}', unless: 'iban' }),
    {},
  ],
  ['OPTIONAL_WITHOUT_WHEN', 'a value in the other branch', said('{iban|كلمة|{iban}}'), {}],
  ['EMPTY', 'a paragraph of spaces', said('  '), {}],
  ['EMPTY', 'a list of nothing', withBlock('plain', { kind: 'bullets', items: [] }), {}],
  [
    'EMPTY',
    'a row of nothing',
    withBlock('complaintAccepted', { ...table, rows: [{ cells: ['', ' '] }] }),
    { part: 'rows.0' },
  ],
  ['NO_BLOCKS', 'nothing at all', { ...shipped('plain'), blocks: [] }, { block: null }],
  [
    'TOO_MANY',
    'columns beyond what a page holds',
    withBlock('complaintAccepted', {
      ...table,
      columns: Array.from({ length: TEMPLATE_LIMITS.columns + 1 }, () => ({
        title: 'ع',
        share: 1,
      })),
    }),
    { part: 'columns' },
  ],
  ['TOO_LONG', 'a paragraph of pages', said('كلمة '.repeat(500)), { details: { limit: 2000 } }],
  [
    'TWO_SIGNATURES',
    'two signatures',
    {
      ...shipped('plain'),
      blocks: [
        ...shipped('plain').blocks,
        { kind: 'signature', stamp: true },
        { kind: 'signature', stamp: false },
      ],
    },
    {},
  ],
  [
    'CELLS_DIFFER',
    'fewer cells than columns',
    withBlock('complaintAccepted', { ...table, total: { cells: ['المجموع'] } }),
    { part: 'total', details: { columns: 2, cells: 1 } },
  ],
  ['EMPTY_ISOLATE', 'an isolate around nothing', said('رقم \u2066\u2069 هنا'), {}],
  ['UNBALANCED_ISOLATE', 'an isolate that is not closed', said('رقم \u206612 هنا'), {}],
  ['UNBALANCED_ISOLATE', 'an isolate closed before it opens', said('\u2069رقم\u2066'), {}],
  ['FORBIDDEN_CHARACTER', 'a line break', said('سطر\nآخر'), { details: { character: 'U+000A' } }],
  ['FORBIDDEN_CHARACTER', 'an override of direction', said('رقم \u202e12'), {}],
  ['FORBIDDEN_CHARACTER', 'half a character', said('رقم \ud83d'), {}],
];

describe('a template is refused', () => {
  test.each(REFUSED)('with %s for %s', (code, _, template, expected) => {
    const problems = checkTemplate(template);
    expect(problems).toContainEqual(expect.objectContaining({ code, ...expected }));
  });

  it('for each required field that it does not print whenever there is one', () => {
    for (const kind of LETTER_KINDS) {
      const empty: LetterTemplate = {
        ...shipped(kind),
        subject: 'كلمة',
        blocks: [{ kind: 'paragraph', text: 'كلمة' }],
      };
      const required = Object.entries(fieldsOfKind(kind)).flatMap(([name, { requiredBy }]) =>
        requiredBy === undefined ? [] : [name],
      );
      const missing = checkTemplate(empty).map(({ code, details }) => [code, details['field']]);
      expect(missing).toEqual(required.map((name) => ['REQUIRED_FIELD_MISSING', name]));
    }
    const hidden = shipped('complaintRejected');
    const appeal = hidden.blocks.map((block) =>
      'text' in block && block.text === '{rightOfAppeal}'
        ? { ...block, when: 'severalMonths' }
        : block,
    );
    expect(checkTemplate({ ...hidden, blocks: appeal })).toEqual([
      expect.objectContaining({
        code: 'REQUIRED_FIELD_MISSING',
        details: { field: 'rightOfAppeal', requiredBy: 'REG 28' },
      }),
    ]);
  });

  it('for a list whose rows say nothing of it', () => {
    const template = shipped('ineligibility');
    const blocks = template.blocks.map((block) =>
      block.kind === 'numbered' ? { ...block, items: [{ text: 'سبب', each: 'reasons' }] } : block,
    );
    expect(checkTemplate({ ...template, blocks })).toEqual([
      expect.objectContaining({ details: { field: 'reasons', requiredBy: 'LAW 6' } }),
    ]);
  });

  it('for a character that no face has, once', () => {
    const problems = checkTemplate(said('كلمة 中 و中'), (character) => character !== '中');
    expect(problems).toEqual([
      { code: 'MISSING_CHARACTER', block: 0, part: 'text', details: { character: '中' } },
    ]);
    expect(checkTemplate(said('كلمة 中'))).toEqual([]);
  });

  it('by every code that there is', () => {
    const told = new Set<ProblemCode>([
      ...REFUSED.map(([code]) => code),
      'REQUIRED_FIELD_MISSING',
      'MISSING_CHARACTER',
    ]);
    expect([...PROBLEM_CODES].filter((code) => !told.has(code))).toEqual([]);
  });
});

interface Named {
  readonly name: string;
  readonly field: FieldDefinition;
  readonly each: string | undefined;
}

describe('a template that passes', () => {
  const piece = fc.constantFrom(
    // prettier-ignore
    '{',
    '}',
    '|',
    '**',
    ':',
    ' ',
    'كلمة',
    '.',
    '\u2066',
    '\u2069',
    '{iban}',
    '{ticket}',
    '{reasons|',
    // prettier-ignore
    'reason',
    '{difference:words}',
    '{filedOn:hijri}',
    '{paidWith|',
    'iban',
  );

  it('makes a letter of any data, whatever an administrator has typed', () => {
    fc.assert(
      fc.property(
        fc.array(piece, { minLength: 1, maxLength: 8 }),
        fc.constantFrom(undefined, 'iban', 'difference', 'reasons'),
        (pieces, when) => {
          const template = withBlock('complaintAccepted', {
            kind: 'paragraph',
            text: pieces.join(''),
            ...(when === undefined ? {} : { when }),
          });
          if (checkTemplate(template).length > 0) return;
          for (const size of SAMPLE_SIZES) {
            const letter = composeLetter(sampleLetter('complaintAccepted', size), template, null);
            expect(JSON.stringify(letter)).not.toMatch(/\u2066\u2069|null"|undefined/);
          }
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('prints every field in every format, whatever the data', () => {
    for (const kind of LETTER_KINDS) {
      const printed = Object.entries(fieldsOfKind(kind)).flatMap(([name, field]): Named[] =>
        field.type === 'list'
          ? Object.entries(field.row).map(([inner, row]) => ({
              name: inner,
              field: row,
              each: name,
            }))
          : [{ name, field, each: undefined }],
      );
      const blocks = printed.flatMap(({ name, field, each }): TemplateBlock[] =>
        field.type === 'flag' || field.type === 'gender'
          ? []
          : (FIELD_FORMATS[field.type] ?? [null]).map((format) => ({
              kind: 'paragraph',
              text: `{${name}${format === null ? '' : `:${format}`}}`,
              ...(each === undefined ? {} : { each }),
              ...(field.optional === true ? { when: name } : {}),
            })),
      );
      const template = { ...shipped(kind), blocks };
      expect(checkTemplate(template).filter(({ code }) => code !== 'TOO_MANY')).toEqual([]);
      for (const size of SAMPLE_SIZES) {
        expect(() => composeLetter(sampleLetter(kind, size), template, null)).not.toThrow();
      }
    }
  });

  it('may leave a line to write on where a form’s field is not known', () => {
    const template = withBlock('complaintForm', {
      kind: 'fields',
      columns: 1,
      items: [{ label: 'الاسم:', value: '{name}' }],
    });
    expect(checkTemplate(template)).toEqual([]);
  });

  it('may choose words inside words', () => {
    expect(checkTemplate(said('{difference|قدره {difference}{iban| في {iban}|}|لا شيء}'))).toEqual(
      [],
    );
  });
});
