import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PAYMENT_STATUSES, type PaymentStatus } from '../payments/payment-status.ts';
import { REPORTED, type Reported } from './reported.ts';
import { transition, transitionRows } from './transition.ts';

describe('what a bank reports about a payment', () => {
  it.each<[PaymentStatus, Reported, PaymentStatus, string | null]>([
    ['sent', 'bankAccepted', 'bankAccepted', null],
    ['sent', 'settled', 'settled', null],
    ['bankAccepted', 'credited', 'credited', null],
    ['settled', 'credited', 'credited', null],
    ['bankAccepted', 'rejected', 'rejected', 'rejected'],
    ['settled', 'returned', 'returned', 'returned'],
    ['credited', 'returned', 'returned', 'returned'],
    ['sent', 'returned', 'returned', 'returnWithoutPayment'],
  ])('%s, then %s, makes it %s', (current, reported, to, exception) => {
    expect(transition(current, reported)).toEqual({ effect: 'advances', to, exception });
  });

  it.each<[PaymentStatus, Reported]>([
    ['settled', 'bankAccepted'],
    ['credited', 'settled'],
    ['returned', 'credited'],
    ['returned', 'returned'],
    ['rejected', 'bankAccepted'],
    ['rejected', 'rejected'],
    ['sent', 'pending'],
    ['rejected', 'noted'],
  ])('%s, then %s, is old news', (current, reported) => {
    expect(transition(current, reported)).toEqual({ effect: 'unchanged' });
  });

  it.each<[PaymentStatus, Reported, string]>([
    ['rejected', 'settled', 'rejectedThenPaid'],
    ['settled', 'rejected', 'rejectedThenPaid'],
    ['rejected', 'returned', 'returnWithoutPayment'],
    ['sent', 'unclear', 'unclearReason'],
    ['cancelled', 'credited', 'unclearReason'],
  ])('%s, then %s, is for an officer: %s', (current, reported, kind) => {
    expect(transition(current, reported)).toEqual({ effect: 'exception', exception: kind });
  });

  it('is decided for every status and every report', () => {
    const rows = transitionRows();
    expect(rows).toHaveLength(PAYMENT_STATUSES.length * REPORTED.length);
    for (const row of rows) {
      expect(row.after === row.current).toBe(row.effect !== 'advances');
      if (row.effect === 'exception') expect(row.exception).not.toBeNull();
    }
  });
});

const reports = fc.array(fc.constantFrom(...REPORTED), { maxLength: 12 });

function after(all: readonly Reported[], from: PaymentStatus = 'sent'): PaymentStatus {
  return all.reduce((status: PaymentStatus, reported) => {
    const found = transition(status, reported);
    return found.effect === 'advances' ? found.to : status;
  }, from);
}

describe('files in any order', () => {
  it('told twice is told once', () => {
    fc.assert(
      fc.property(reports, (all) => {
        const once = after(all);
        expect(after(all.slice(-1), once)).toBe(once);
      }),
    );
  });

  it('news of a payment that was paid and came back ends the same whichever comes first', () => {
    const news = ['bankAccepted', 'settled', 'credited', 'returned'] as const;
    fc.assert(
      fc.property(fc.shuffledSubarray([...news], { minLength: 4 }), (order) => {
        expect(after(order)).toBe('returned');
      }),
    );
  });

  it('money that came back is never paid again by a report', () => {
    fc.assert(
      fc.property(reports, (all) => {
        expect(after(all, 'returned')).toBe('returned');
        expect(['settled', 'credited', 'bankAccepted', 'sent']).not.toContain(
          after(all, 'rejected'),
        );
      }),
    );
  });
});
