import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { insertWords, isInsideBraces, onOneLine, toggleBold } from './text-edits.ts';
import { mentionedFields, textMarks } from './text-marks.ts';
import { placeholderOf, type ScopedField } from './template-fields.ts';

describe('writing', () => {
  it('puts a field in place of what is chosen', () => {
    expect(insertWords({ text: 'رقم س في', start: 4, end: 5 }, '{ticket}')).toEqual({
      text: 'رقم {ticket} في',
      start: 12,
      end: 12,
    });
  });

  it('makes words bold, and plain again', () => {
    const chosen = { text: 'تقرر قبولها', start: 5, end: 11 };
    const bold = toggleBold(chosen);
    expect(bold.text).toBe('تقرر **قبولها**');
    expect(toggleBold(bold)).toEqual(chosen);
    expect(toggleBold({ text: bold.text, start: 5, end: bold.text.length }).text).toBe(chosen.text);
  });

  it('joins pasted lines, which are no paragraphs', () => {
    expect(onOneLine('سطر \r\n\n آخر')).toBe('سطر آخر');
  });

  it('knows whether the caret stands within a placeholder', () => {
    expect(isInsideBraces('{a|نعم {b}|}', 4)).toBe(true);
    expect(isInsideBraces('{a|نعم {b}|} ثم', 13)).toBe(false);
  });
});

describe('what is painted behind a text', () => {
  const known = new Set(['name', 'iban']);

  it('tells fields, choices, bold and what is not known', () => {
    const marks = textMarks('**{name}**{iban| رقم {iban}|} {x} |', known);
    expect(marks.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      'bold **',
      'field {name}',
      'bold **',
      'choice {iban|',
      'words  رقم ',
      'field {iban}',
      'choice |',
      'choice }',
      'words  ',
      'unknown {x}',
      'words  |',
    ]);
  });

  it('keeps every character of any text', () => {
    const text = fc.string({ unit: fc.constantFrom('{', '}', '|', '*', ':', 'name', 'م', ' ') });
    fc.assert(
      fc.property(text, (written) => {
        const kept = textMarks(written, known).map((mark) => mark.text);
        expect(kept.join('')).toBe(written);
      }),
    );
  });

  it('names the fields of texts once', () => {
    expect(mentionedFields(['{b} {a:words}', '{a|{b}|}'])).toEqual(['b', 'a']);
  });
});

describe('a field that is put in', () => {
  const field: ScopedField = {
    name: 'iban',
    type: 'iban',
    meaning: { ar: 'الحساب', en: 'IBAN' },
    optional: true,
    requiredBy: null,
    formats: [],
    examples: [],
  };

  it('that a letter may not hold stands in a choice of its own', () => {
    expect(placeholderOf(field, null, new Set()).words).toBe('{iban|{iban}|}');
    expect(placeholderOf(field, null, new Set(['iban'])).words).toBe('{iban}');
  });

  it('that only chooses words leaves room for them', () => {
    const { words, caret } = placeholderOf({ ...field, type: 'flag' }, null, new Set());
    expect(insertWords({ text: '', start: 0, end: 0 }, words, caret)).toEqual({
      text: '{iban||}',
      start: 6,
      end: 6,
    });
  });

  it('is written in the chosen way', () => {
    const amount = { ...field, name: 'due', type: 'amount', optional: false } as const;
    expect(placeholderOf(amount, 'words', new Set()).words).toBe('{due:words}');
  });
});
