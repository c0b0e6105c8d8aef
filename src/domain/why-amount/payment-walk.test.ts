import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PAYMENT_KINDS, PAYMENT_STATUSES } from '../payments/payment-status.ts';
import { halalas } from '../shared/halalas.ts';
import { paymentWalk, type WalkedPayment } from './payment-walk.ts';

const PAID = ['settled', 'credited'] as const;

const payment = (
  kind: WalkedPayment['kind'],
  status: WalkedPayment['status'],
  amount: number,
  more: Partial<WalkedPayment> = {},
): WalkedPayment => ({
  id: `${kind}-${status}`,
  kind,
  status,
  amount: halalas(amount),
  live: true,
  withheld: halalas(0),
  reasonCode: null,
  reasonMeaning: null,
  ...more,
});

const walk = (calculated: number | null, ...payments: WalkedPayment[]) => {
  const { steps, arrived } = paymentWalk(
    calculated === null ? null : halalas(calculated),
    payments,
    PAID,
  );
  return { steps: steps.map(({ code, amount }) => [code, amount]), arrived };
};

describe('from what was calculated to what arrived', () => {
  it('a payment that arrived as calculated needs no step', () => {
    expect(walk(330_000, payment('regular', 'credited', 330_000))).toEqual({
      steps: [],
      arrived: 330_000,
    });
  });

  it('a list that carries less says so, and a later difference fills it', () => {
    expect(
      walk(
        330_000,
        payment('regular', 'credited', 264_000),
        payment('difference', 'settled', 66_000),
      ),
    ).toEqual({
      steps: [
        ['listDiffers', -66_000],
        ['difference', 66_000],
      ],
      arrived: 330_000,
    });
  });

  it('a technical reject takes the whole payment away, and its replacement counts once', () => {
    const rejected = payment('regular', 'rejected', 132_000);
    expect(walk(132_000, rejected)).toEqual({ steps: [['rejected', -132_000]], arrived: 0 });
    expect(
      walk(132_000, { ...rejected, live: false }, payment('regular', 'credited', 132_000)),
    ).toEqual({ steps: [], arrived: 132_000 });
  });

  it('says the reason of the bank as it is known to the branch', () => {
    const reasonMeaning = { ar: 'الحساب مغلق', en: 'Account closed' };
    const closed = payment('regular', 'rejected', 132_000, { reasonCode: 'AC04', reasonMeaning });
    expect(paymentWalk(halalas(132_000), [closed], PAID).steps[0]?.text).toEqual({
      ar: 'رفض البنك الدفعة (الحساب مغلق)',
      en: 'The bank rejected the payment (Account closed)',
    });
  });

  it('a month without a payment, and one that nothing was calculated for', () => {
    expect(walk(66_000)).toEqual({ steps: [['noPayment', -66_000]], arrived: 0 });
    expect(walk(null)).toEqual({ steps: [], arrived: 0 });
    expect(walk(null, payment('regular', 'credited', 50_000))).toEqual({
      steps: [['listDiffers', 50_000]],
      arrived: 50_000,
    });
  });

  it('what was kept back with consent is a step of its own, and the record of it moves no money', () => {
    const paid = payment('regular', 'credited', 112_000, { withheld: halalas(20_000) });
    expect(walk(132_000, paid, payment('recovery', 'credited', 20_000))).toEqual({
      steps: [['withheld', -20_000]],
      arrived: 112_000,
    });
  });

  it('always adds up to the payments that arrived, whatever became of them', () => {
    const payments = fc.array(
      fc.record({
        id: fc.uuid(),
        kind: fc.constantFrom(...PAYMENT_KINDS),
        status: fc.constantFrom(...PAYMENT_STATUSES),
        amount: fc.integer({ min: 0, max: 1_000_000 }).map(halalas),
        live: fc.boolean(),
        withheld: fc.integer({ min: 0, max: 100_000 }).map(halalas),
        reasonCode: fc.constant(null),
        reasonMeaning: fc.constant(null),
      }),
      { maxLength: 6 },
    );
    const calculated = fc.option(fc.integer({ min: 0, max: 1_000_000 }).map(halalas));
    fc.assert(
      fc.property(calculated, payments, (planned, all) => {
        const { steps, arrived } = paymentWalk(planned, all, PAID);
        const came = all
          .filter(({ kind, live }) => live && kind !== 'recovery')
          .filter(({ status }) => PAID.some((paid) => paid === status))
          .reduce((sum, { amount }) => sum + amount, 0);
        expect(arrived).toBe(came);
        expect(steps.reduce((sum, { amount }) => sum + amount, planned ?? 0)).toBe(came);
      }),
    );
  });
});
