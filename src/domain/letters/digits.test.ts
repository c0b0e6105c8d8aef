import { describe, expect, it, test } from 'vitest';
import { shapeDigits } from './digits.ts';
import { isolate } from '../shared/isolate.ts';

describe('the digits of a branch that writes Arabic-Indic ones', () => {
  test.each([
    ['المعاش 1,320.00 ريال', 'المعاش ١٬٣٢٠٫٠٠ ريال'],
    ['نسبة 25%', 'نسبة ٢٥٪'],
    [`${isolate('13/6/1448')}هـ`, `${isolate('١٣/٦/١٤٤٨')}هـ`],
    [isolate('-250.00'), isolate('-٢٥٠٫٠٠')],
    ['المواد 5, 6 و 7.', 'المواد ٥, ٦ و ٧.'],
  ])('%s becomes %s', (latin, shaped) => {
    expect(shapeDigits(latin, 'arabic-indic')).toBe(shaped);
  });

  test.each([isolate('2026-031274'), isolate('care@example1.sa'), isolate('SA03\u00A08000')])(
    'the code %s stays as people type it back',
    (code) => {
      expect(shapeDigits(`رقم ${code} و 12`, 'arabic-indic')).toBe(`رقم ${code} و ١٢`);
    },
  );

  it('changes nothing for a branch that writes Latin ones', () => {
    expect(shapeDigits('1,320.00', 'latin')).toBe('1,320.00');
  });
});
