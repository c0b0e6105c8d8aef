import { describe, expect, it } from 'vitest';
import { halalas } from '../shared/halalas.ts';
import { isolate } from '../shared/isolate.ts';
import { fieldText } from './field-text.ts';
import { FIELD_FORMATS } from './template-fields.ts';

describe('an amount in a letter', () => {
  it('has figures and words', () => {
    expect(fieldText('amount', halalas(132_000), null)).toBe(
      '(1,320.00) ألف وثلاثمئة وعشرون ريالاً',
    );
  });

  it.each([null, ...(FIELD_FORMATS.amount ?? [])])(
    'is printed below zero too, whatever format a template names (%s)',
    (format) => {
      expect(fieldText('amount', halalas(-65_950), format)).toBe(isolate('-659.50'));
    },
  );
});
