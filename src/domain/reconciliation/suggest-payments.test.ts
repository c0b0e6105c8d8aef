import { describe, expect, it } from 'vitest';
import { isoDate } from '../shared/iso-date.ts';
import { suggestionWindow, suggestPayments } from './suggest-payments.ts';

const payment = (payDate: string, status: 'sent' | 'returned' | 'settled' | 'held') => ({
  payDate: isoDate(payDate),
  status,
});

describe('payments suggested for a line', () => {
  it('come nearest first, those first that may become what the bank reports', () => {
    const line = { bookedOn: isoDate('2026-11-05'), reported: 'settled' } as const;
    const held = payment('2026-11-04', 'held');
    const near = payment('2026-11-01', 'sent');
    const far = payment('2026-10-01', 'sent');
    expect(suggestPayments([held, far, near], line)).toEqual([
      { payment: near, days: 4, fits: true },
      { payment: far, days: 35, fits: true },
      { payment: held, days: 1, fits: false },
    ]);
  });

  it('are those paid within some days before and after it', () => {
    expect(suggestionWindow(isoDate('2026-11-05'), 10)).toEqual({
      from: '2026-10-26',
      to: '2026-11-15',
    });
  });
});
