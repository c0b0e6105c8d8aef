import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { halalas, halalasToDecimal, MAX_HALALAS } from '../shared/halalas.ts';
import {
  addDecimals,
  CurrencySums,
  decimalsEqual,
  decimalToHalalas,
  formatDecimal,
  parseDecimal,
  parseWrittenAmount,
  ZERO,
} from './decimal-amount.ts';

describe('an amount in a bank file', () => {
  it.each([
    ['1320', '1320.00'],
    ['0.00001', '0.00001'],
    ['-64321.50', '-64321.50'],
    ['200000.00000', '200000.00000'],
    ['3.', '3.00'],
    ['007', '7.00'],
  ])('%s is read exactly', (text, expected) => {
    const value = parseDecimal(text);
    expect(value && formatDecimal(value)).toBe(expected);
  });

  it.each(['', ' 1', '1e3', '1,5', '1.2.3', '--1', 'NaN', '0x10', '.5', '٣', '1'.repeat(30)])(
    '%j is not read at all, never as zero',
    (text) => expect(parseDecimal(text)).toBeNull(),
  );

  it('adds up exactly where floating point would not', () => {
    const tenth = parseDecimal('0.1') ?? ZERO;
    const sum = Array.from({ length: 10 }).reduce(
      (total: typeof ZERO) => addDecimals(total, tenth),
      ZERO,
    );
    expect(decimalsEqual(sum, parseDecimal('1') ?? ZERO)).toBe(true);
  });

  it('sums per currency, so that different currencies never meet', () => {
    const sums = new CurrencySums();
    sums.add('SAR', parseDecimal('1.005') ?? ZERO);
    sums.add('EUR', parseDecimal('2') ?? ZERO);
    sums.add('SAR', parseDecimal('1.005') ?? ZERO);
    expect(JSON.parse(JSON.stringify(sums))).toEqual({ SAR: '2.010', EUR: '2.00' });
  });
});

describe('halalas of a bank amount', () => {
  it.each([
    ['1320', 132000],
    ['1320.5', 132050],
    ['1320.00000', 132000],
    ['0.01', 1],
    ['1320.', 132000],
  ])('%s is %i halalas', (text, expected) => expect(decimalToHalalas(text)).toBe(expected));

  it.each(['1.005', '-1', '1,320.00', '22517998136852.49', '', '1e2'])(
    '%j is refused: not whole halalas, negative, too large or no number',
    (text) => expect(decimalToHalalas(text)).toBeNull(),
  );

  it('come back from the text that we write, whatever the amount', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: MAX_HALALAS - 1 }), (amount) => {
        expect(decimalToHalalas(halalasToDecimal(halalas(amount)))).toBe(amount);
      }),
    );
  });
});

describe('an amount as people write it', () => {
  it.each([
    ['1,320.00', '1320.00'],
    ['١٬٣٢٠٫٠٠', '1320.00'],
    ['١,٣٢٠.٠٠', '1320.00'],
    ['۱۳۲۰', '1320'],
    [' 1320.5 ', '1320.5'],
    ['1,000,000', '1000000'],
  ])('%j is %s', (text, expected) => expect(parseWrittenAmount(text)).toBe(expected));

  it.each([
    '1320,50',
    '1,32',
    '1.320,00',
    '1 320',
    '13,20.00',
    '-5',
    '1,320.',
    '',
    ',100',
    '1,,320',
    'SAR 5',
  ])('%j is refused rather than guessed', (text) => expect(parseWrittenAmount(text)).toBeNull());

  it('with a decimal comma by choice, the point groups', () => {
    expect(parseWrittenAmount('1.320,50', ',')).toBe('1320.50');
    expect(parseWrittenAmount('1320.50', ',')).toBeNull();
    expect(parseWrittenAmount('١٬٣٢٠٫٥٠', ',')).toBe('1320.50');
  });

  it('means the same with thousands grouped or not, in Latin or Arabic digits', () => {
    const amount = fc
      .integer({ min: 0, max: 10 ** 12 })
      .map((value) => halalasToDecimal(halalas(value)));
    fc.assert(
      fc.property(amount, (plain) => {
        const grouped = plain.replace(/\B(?=(\d{3})+\.)/g, ',');
        const arabic = grouped
          .replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)))
          .replaceAll(',', '٬')
          .replace('.', '٫');
        expect([parseWrittenAmount(grouped), parseWrittenAmount(arabic)]).toEqual([plain, plain]);
      }),
    );
  });
});
