import { describe, expect, it } from 'vitest';
import type { PaymentStatus } from '../payments/payment-status.ts';
import { halalas } from '../shared/halalas.ts';
import { isoMonth } from '../shared/iso-date.ts';
import { whyNotWithdrawn, type OwedPayment } from './withdrawal.ts';

const payment = (status: PaymentStatus, live = true): OwedPayment => ({
  id: status,
  reference: `SSB-${status}`,
  month: isoMonth('2026-11'),
  amount: halalas(132_000),
  status,
  live,
});

describe('withdrawing an application', () => {
  it.each([
    ['prepared', true],
    ['sent', true],
    ['bankAccepted', true],
    ['held', true],
    ['rejected', true],
    ['returned', true],
    ['settled', false],
    ['credited', false],
    ['cancelled', false],
  ] as const)('with a payment that is %s loses seniority: %s', (status, loses) => {
    const refusal = whyNotWithdrawn([payment(status)], ['settled', 'credited'], false);
    expect(refusal?.code ?? null).toBe(loses ? 'SENIORITY_WOULD_BE_LOST' : null);
  });

  it('counts what only settled where the branch waits for more', () => {
    const refusal = whyNotWithdrawn([payment('settled')], ['credited'], false);
    expect(refusal?.details).toMatchObject({ count: 1, amount: 132_000 });
  });

  it('is not hindered by an attempt that another has replaced', () => {
    expect(whyNotWithdrawn([payment('rejected', false)], ['credited'], false)).toBeNull();
  });

  it('happens once', () => {
    expect(whyNotWithdrawn([], ['credited'], true)?.code).toBe('ALREADY_WITHDRAWN');
  });
});
