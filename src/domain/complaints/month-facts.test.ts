import { describe, expect, it } from 'vitest';
import type { PaymentKind, PaymentStatus } from '../payments/payment-status.ts';
import type { Halalas } from '../shared/halalas.ts';
import { monthFacts, type MonthPayment } from './month-facts.ts';

const paid: readonly PaymentStatus[] = ['settled', 'credited'];

function payment(
  amount: number,
  status: PaymentStatus,
  more: { due?: number; kind?: PaymentKind; live?: boolean } = {},
): MonthPayment {
  return {
    kind: more.kind ?? 'regular',
    status,
    amount: amount as Halalas,
    due: (more.due ?? null) as Halalas | null,
    live: more.live ?? true,
  };
}

describe('what the records prove about a month', () => {
  it.each([
    ['nothing was to be paid', [], [null, null, 0, null, 'notDue']],
    ['the pension arrived whole', [payment(1960, 'credited')], [1960, 1960, 1960, 0, 'paidInFull']],
    [
      'settled counts as arrived by the setting',
      [payment(1960, 'settled')],
      [1960, 1960, 1960, 0, 'paidInFull'],
    ],
    [
      'less was paid than was due',
      [payment(1300, 'credited', { due: 1960 })],
      [1960, 1300, 1300, 660, 'shortfallProven'],
    ],
    ['the bank gave it back', [payment(1960, 'returned')], [1960, 1960, 0, 0, 'bankReturned']],
    ['the bank refused it', [payment(1960, 'rejected')], [1960, 1960, 0, 0, 'bankReturned']],
    [
      'the bank gave back less than was due',
      [payment(1300, 'returned', { due: 1960 })],
      [1960, 1300, 0, 660, 'shortfallProven'],
    ],
    ['the bank has not answered', [payment(1960, 'sent')], [1960, 1960, 0, 0, 'pending']],
    ['it is held', [payment(1960, 'held')], [1960, 0, 0, 0, 'pending']],
    [
      'less is on its way than was due',
      [payment(1300, 'sent', { due: 1960 })],
      [1960, 1300, 0, 660, 'shortfallProven'],
    ],
    [
      'a second attempt arrived',
      [payment(1960, 'rejected', { live: false }), payment(1960, 'credited')],
      [1960, 1960, 1960, 0, 'paidInFull'],
    ],
    [
      'the difference came later',
      [payment(1300, 'credited', { due: 1960 }), payment(660, 'credited', { kind: 'difference' })],
      [1960, 1960, 1960, 0, 'paidInFull'],
    ],
    [
      'a recovery is no payment of the month',
      [payment(1960, 'credited'), payment(500, 'credited', { kind: 'recovery' })],
      [1960, 1960, 1960, 0, 'paidInFull'],
    ],
    [
      'nothing was due and nothing paid',
      [payment(0, 'cancelled', { due: 0 })],
      [0, 0, 0, 0, 'notDue'],
    ],
  ] as const)('%s', (_name, payments, [due, sent, credited, difference, suggestedFinding]) => {
    expect(monthFacts(payments, paid)).toMatchObject({
      due,
      sent,
      credited,
      difference,
      suggestedFinding,
    });
  });

  it('settled is not arrived where the setting wants the credit', () => {
    expect(monthFacts([payment(1960, 'settled')], ['credited'])).toMatchObject({
      credited: 0,
      suggestedFinding: 'pending',
    });
  });
});
