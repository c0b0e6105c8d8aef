import { describe, expect, it } from 'vitest';
import { whyNot, type PaymentAction } from './payment-actions.ts';
import { PAYMENT_STATUSES, type PaymentStatus } from './payment-status.ts';

const facts = (status: PaymentStatus, more: { live?: boolean; contradicted?: boolean } = {}) => ({
  status,
  live: true,
  contradicted: false,
  ...more,
});

/** In the order of PAYMENT_STATUSES. */
const TABLE: Readonly<Record<PaymentAction, Readonly<Record<PaymentStatus, string | null>>>> = {
  hold: {
    prepared: null,
    sent: 'PAYMENT_AT_BANK',
    bankAccepted: 'PAYMENT_AT_BANK',
    settled: 'PAYMENT_PAID',
    credited: 'PAYMENT_PAID',
    rejected: null,
    returned: null,
    held: 'PAYMENT_HELD',
    cancelled: 'PAYMENT_CANCELLED',
  },
  release: {
    prepared: 'PAYMENT_NOT_HELD',
    sent: 'PAYMENT_NOT_HELD',
    bankAccepted: 'PAYMENT_NOT_HELD',
    settled: 'PAYMENT_NOT_HELD',
    credited: 'PAYMENT_NOT_HELD',
    rejected: 'PAYMENT_NOT_HELD',
    returned: 'PAYMENT_NOT_HELD',
    held: null,
    cancelled: 'PAYMENT_CANCELLED',
  },
  cancel: {
    prepared: null,
    sent: 'PAYMENT_AT_BANK',
    bankAccepted: 'PAYMENT_AT_BANK',
    settled: 'PAYMENT_PAID',
    credited: 'PAYMENT_PAID',
    rejected: null,
    returned: null,
    held: null,
    cancelled: 'PAYMENT_CANCELLED',
  },
};

describe.each(['hold', 'release', 'cancel'] as const)('to %s a payment', (action) => {
  it.each(PAYMENT_STATUSES.map((status) => [status, TABLE[action][status]] as const))(
    'that is %s: %s',
    (status, refusal) => {
      expect(whyNot(action, facts(status))).toBe(refusal);
    },
  );

  it('that another one has replaced is refused', () => {
    expect(whyNot(action, facts('held', { live: false }))).toBe('PAYMENT_REPLACED');
    expect(whyNot(action, facts('rejected', { live: false }))).toBe('PAYMENT_REPLACED');
  });
});

it('a rejected payment that the bank says it paid is not cancelled', () => {
  expect(whyNot('cancel', facts('rejected', { contradicted: true }))).toBe('MONEY_NOT_PROVEN_BACK');
  expect(whyNot('cancel', facts('returned', { contradicted: true }))).toBe('MONEY_NOT_PROVEN_BACK');
  expect(whyNot('hold', facts('rejected', { contradicted: true }))).toBeNull();
});
