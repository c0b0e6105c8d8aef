import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { halalas, MAX_HALALAS } from '../../../domain/shared/halalas.ts';
import { isoDate, type IsoInstant } from '../../../domain/shared/iso-date.ts';
import {
  formatDate,
  formatDayMonth,
  formatHijri,
  formatInstant,
  hijriOf,
  riyadhClock,
} from './dates.ts';
import { groupIban, maskIban, maskNationalId } from './masked.ts';
import { formatMoney, parseMoney } from './money.ts';
import { formatNumber, formatPercent, toLatinDigits } from './numbers.ts';

describe('money', () => {
  it.each([
    [132000, '1,320.00'],
    [0, '0.00'],
    [5, '0.05'],
    [-27050, '−270.50'],
    [2371842000, '23,718,420.00'],
  ])('shows %d halalas as %s', (amount, text) => {
    expect(formatMoney(halalas(amount), 'latn')).toBe(text);
  });

  it('shows a gain with its sign only where asked', () => {
    expect(formatMoney(halalas(66000), 'latn', true)).toBe('+660.00');
    expect(formatMoney(halalas(0), 'latn', true)).toBe('0.00');
  });

  it('follows the officer’s digits', () => {
    expect(formatMoney(halalas(196000), 'arab')).toBe('١٬٩٦٠٫٠٠');
  });

  it.each([
    ['1,320', 132000],
    ['1320.5', 132050],
    [' ١٬٣٢٠٫٠٠ ', 132000],
    ['۱۳۲۰', 132000],
    ['-15', -1500],
    ['0', 0],
  ])('reads %s as riyals', (text, amount) => {
    expect(parseMoney(text)).toBe(amount);
  });

  it.each(['', 'ألف', '1.234', '1,320 ر.س', '--5', '1e3', '99999999999999'])(
    'refuses %j instead of guessing',
    (text) => {
      expect(parseMoney(text)).toBeNull();
    },
  );

  it('reads back every amount it shows, in both digits', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -(MAX_HALALAS - 1), max: MAX_HALALAS - 1 }),
        fc.constantFrom('latn' as const, 'arab' as const),
        (amount, digits) => {
          expect(parseMoney(formatMoney(halalas(amount), digits))).toBe(amount);
        },
      ),
    );
  });
});

describe('dates', () => {
  it('stand as day, month, year without leading zeros', () => {
    expect(formatDate(isoDate('2026-11-03'), 'latn')).toBe('3/11/2026');
    expect(formatDayMonth(isoDate('2026-11-23'), 'latn')).toBe('23/11');
    expect(formatDate(isoDate('2026-11-23'), 'arab')).toBe('٢٣/١١/٢٠٢٦');
  });

  it('have their Umm al-Qura day', () => {
    expect(formatHijri(isoDate('2026-11-23'), 'latn')).toBe('13/6/1448');
    expect(hijriOf(isoDate('2026-11-12'))).toEqual({ year: 1448, month: 6, day: 2 });
  });

  it('have none outside 1318 to 1500H', () => {
    expect(hijriOf(isoDate('1890-01-01'))).toBeNull();
    expect(hijriOf(isoDate('2090-01-01'))).toBeNull();
    expect(formatHijri(isoDate('2090-01-01'), 'latn')).toBe('');
  });

  it('belong to Riyadh, where the day begins three hours before UTC’s', () => {
    const instant = '2026-11-22T21:05:00.000Z' as IsoInstant;
    expect(riyadhClock(instant)).toEqual({ date: '2026-11-23', time: '00:05' });
    expect(formatInstant(instant, 'latn')).toBe('23/11/2026 00:05');
  });
});

describe('numbers and identifiers', () => {
  it('group thousands and use a true minus', () => {
    expect(formatNumber(12480, 'latn')).toBe('12,480');
    expect(formatNumber(-0.2, 'latn')).toBe('−0.2');
    expect(formatPercent(0.942, 'latn')).toBe('94.2%');
    expect(formatPercent(0.9, 'arab')).toBe('٩٠٪');
  });

  it('turn any digits an officer types into Latin ones', () => {
    expect(toLatinDigits('١٠٢۳٤')).toBe('10234');
  });

  it('hide all but the last four figures', () => {
    expect(maskNationalId('1010150108')).toBe('******0108');
    expect(maskIban('SA0380000000608010167519')).toBe('SA03 •••• •••• •••• •••• 7519');
    expect(groupIban('SA0380000000608010167519')).toBe('SA03 8000 0000 6080 1016 7519');
  });
});
