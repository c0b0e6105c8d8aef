import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { halalas, halalasToDecimal, formatHalalas } from '../shared/halalas.ts';
import type { NumberSigns } from './table-layout.ts';
import { parseTableAmount, parseTableDate } from './table-values.ts';

const POINT: NumberSigns = { decimalSign: '.', thousandsSign: ',' };
const COMMA: NumberSigns = { decimalSign: ',', thousandsSign: '.' };

describe('an amount in a bank’s table', () => {
  it.each([
    ['1,320.00', POINT, '1320.00', false],
    ['1,320', POINT, '1320', false],
    ['1.320', POINT, '1.320', false],
    ['1.320', COMMA, '1320', false],
    ['1.320,50', COMMA, '1320.50', false],
    ['1320,5', COMMA, '1320.5', false],
    ['1 320,50', { decimalSign: ',', thousandsSign: ' ' }, '1320.50', false],
    ["1'320.50", { decimalSign: '.', thousandsSign: "'" }, '1320.50', false],
    ['١٬٣٢٠٫٠٠', POINT, '1320.00', false],
    ['SAR 1,320.00', POINT, '1320.00', false],
    ['١٣٢٠ ر.س', POINT, '1320', false],
    ['1320 ريال سعودي', POINT, '1320', false],
    ['-50.00', POINT, '50.00', true],
    ['50.00-', POINT, '50.00', true],
    ['(50.00)', POINT, '50.00', true],
    ['+50.00', POINT, '50.00', false],
    ['\u200F50.00\u200E', POINT, '50.00', false],
  ] as const)('%j is read by the signs of the mapping', (text, signs, amount, isNegative) => {
    expect(parseTableAmount(text, signs)).toEqual({ amount, isNegative });
  });

  it.each([
    ['1,32', POINT],
    ['1,3200.00', POINT],
    ['1.320,00', POINT],
    ['1,320.00', COMMA],
    ['1,320.00', { decimalSign: '.', thousandsSign: 'none' }],
    ['1.2.3', POINT],
    ['', POINT],
    ['-', POINT],
    ['5,', POINT],
    ['=1+1', POINT],
    ['1e3', POINT],
    ['USD 5', POINT],
    ['--5', POINT],
  ] as const)('%j is refused rather than guessed', (text, signs) => {
    expect(parseTableAmount(text, signs)).toBeNull();
  });

  it('means the same however a bank groups it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 13 }), (value) => {
        const amount = halalasToDecimal(halalas(value));
        const grouped = formatHalalas(halalas(value));
        const european = grouped.replaceAll(',', '_').replace('.', ',').replaceAll('_', '.');
        expect([
          parseTableAmount(grouped, POINT)?.amount,
          parseTableAmount(european, COMMA)?.amount,
        ]).toEqual([amount, amount]);
      }),
    );
  });
});

describe('a date in a bank’s table', () => {
  it.each([
    ['2026-11-05', 'ymd', '2026-11-05'],
    ['05/11/2026', 'dmy', '2026-11-05'],
    ['11/5/2026', 'mdy', '2026-11-05'],
    ['05.11.2026 14:30', 'dmy', '2026-11-05'],
    ['2026-11-05T14:30:00Z', 'ymd', '2026-11-05'],
    ['20261105', 'ymd', '2026-11-05'],
    ['05112026', 'dmy', '2026-11-05'],
    ['٠٥/١١/٢٠٢٦', 'dmy', '2026-11-05'],
    ['31/11/2026', 'dmy', null],
    ['05/11/1448', 'dmy', null],
    ['11/13/2026', 'dmy', null],
    ['05/11/26', 'dmy', null],
    ['', 'ymd', null],
  ] as const)('%j in the order %s is %s', (text, order, date) => {
    expect(parseTableDate(text, order)).toBe(date);
  });
});
