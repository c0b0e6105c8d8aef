import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { letterHead } from '../cases/letter-head.ts';
import { differenceOf } from '../letters/kinds/months.ts';
import { DEFAULT_SETTINGS } from '../settings/settings.ts';
import { halalas } from '../shared/halalas.ts';
import { isoDate, isoMonth } from '../shared/iso-date.ts';
import { differenceLetter, recoveryLetter } from './sum-letters.ts';

const today = isoDate('2026-11-12');
const month = isoMonth('2026-11');
const head = letterHead(
  { number: '1448/0001', date: today },
  { fullName: 'سعد بن محسن القرني', sex: null, nationalId: '1010150108', address: '' },
  'منى العنزي',
  DEFAULT_SETTINGS,
);
const sum = (amount: number, arrived: number) => ({
  month,
  amount: halalas(amount),
  arrived: halalas(arrived),
  cause: 'لم يُحتسب تابع',
});
const noPlan = { instalments: null, respondBy: null };
const amount = fc.integer({ min: 1, max: 10_000_000 });

describe('the letter of a sum', () => {
  it('adds up to the difference that was approved, to the halala', () => {
    fc.assert(
      fc.property(amount, fc.nat(10_000_000), (wanted, arrived) => {
        const letter = differenceLetter(sum(wanted, arrived), month, head);
        expect(differenceOf(letter.months)).toBe(wanted);
      }),
    );
  });

  it('adds up to the recovery that was approved, and asks for no more than arrived', () => {
    fc.assert(
      fc.property(amount, fc.nat(10_000_000), (wanted, arrived) => {
        const letter = recoveryLetter(sum(wanted, arrived), noPlan, today);
        expect(letter.ok).toBe(wanted <= arrived);
        if (letter.ok) expect(differenceOf(letter.value(head).months)).toBe(-wanted);
      }),
    );
  });

  it('asks for an answer on a day that is yet to come', () => {
    const plan = { instalments: null, respondBy: today };
    expect(recoveryLetter(sum(1, 1), plan, today)).toMatchObject({
      error: { code: 'RESPOND_BY_PAST' },
    });
  });
});
