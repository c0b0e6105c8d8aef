import { describe, expect, it } from 'vitest';
import { composeShipped } from '../../backend/letters/testing/compose-shipped.ts';
import { letterHead } from '../cases/letter-head.ts';
import { letterPlainText } from '../letters/letter-plain-text.ts';
import { DEFAULT_SETTINGS } from '../settings/settings.ts';
import { halalas } from '../shared/halalas.ts';
import { isoDate, isoMonth } from '../shared/iso-date.ts';
import { letterOfDeed, pensionLetter } from './pension-letters.ts';

const head = letterHead(
  { number: '1448/0001', date: isoDate('2026-11-12') },
  { fullName: 'سعد بن محسن القرني', sex: 'male', nationalId: '1010150108', address: '' },
  'منى العنزي',
  DEFAULT_SETTINGS,
);
const measured = { month: isoMonth('2026-12'), amount: halalas(132_000) };
const nothing = { steps: [], respondBy: null, amountsKept: false };

describe('the letter of what was done to a payment', () => {
  it.each([
    ['held', 'held', 'pensionHeld'],
    ['cancelled', 'cancelled', 'pensionStopped'],
    ['prepared', 'released', 'pensionResumed'],
    ['sent', 'released', 'pensionResumed'],
    ['rejected', 'held', null],
    ['prepared', null, null],
  ] as const)('of a payment that is %s after it was %s', (status, deed, letter) => {
    expect(letterOfDeed({ kind: 'regular', status }, deed)).toBe(letter);
  });

  it('is of the month’s pension alone', () => {
    expect(letterOfDeed({ kind: 'difference', status: 'held' }, 'held')).toBe(null);
  });

  it('states each line of the officer’s reason', () => {
    const reason = 'انتهت صلاحية سجل الأسرة\n\nتعذر التواصل';
    const letter = pensionLetter('pensionStopped', { ...measured, reason }, nothing, head);
    const text = letterPlainText(composeShipped(letter));
    expect(text).toContain('انتهت صلاحية سجل الأسرة');
    expect(text).toContain('تعذر التواصل');
    expect(text).toContain('إيقاف صرف معاشكم');
  });

  it('says nothing of a death to somebody who was found alive', () => {
    const letter = pensionLetter('pensionResumed', { ...measured, reason: null }, nothing, head);
    const text = letterPlainText(composeShipped(letter));
    expect(text).toContain('اكتمل التحقق من بيانات السجل المدني');
    expect(text).not.toMatch(/وفاة|متوف|حياة/);
  });
});
