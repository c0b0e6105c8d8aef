import { describe, expect, it } from 'vitest';
import type { PaymentKind, PaymentStatus } from '../payments/payment-status.ts';
import { halalas } from '../shared/halalas.ts';
import { isoMonth } from '../shared/iso-date.ts';
import { pensionCertificate } from './pension-certificate.ts';

const PAID = ['settled', 'credited'] as const;
const payment = (
  month: string,
  status: PaymentStatus,
  kind: PaymentKind = 'regular',
  amount = 132_000,
) => ({ month: isoMonth(month), status, kind, amount: halalas(amount) });
const refusal = (...payments: readonly ReturnType<typeof payment>[]) => {
  const certified = pensionCertificate(payments, PAID);
  return certified.ok ? null : certified.error.code;
};

describe('a certificate of pension', () => {
  it('is refused while no pension has arrived, whatever else did', () => {
    expect(refusal()).toBe('NOTHING_PAID');
    expect(refusal(payment('2026-11', 'sent'))).toBe('NOTHING_PAID');
    expect(refusal(payment('2026-11', 'credited', 'difference'))).toBe('NOTHING_PAID');
  });

  it('is refused once a later month is held or cancelled', () => {
    expect(refusal(payment('2026-11', 'credited'), payment('2026-12', 'held'))).toBe(
      'PENSION_NOT_RUNNING',
    );
    expect(refusal(payment('2026-12', 'cancelled'), payment('2026-11', 'credited'))).toBe(
      'PENSION_NOT_RUNNING',
    );
  });

  it('is given where only an attempt was cancelled, or a month is on its way', () => {
    expect(
      refusal(
        payment('2026-12', 'cancelled'),
        payment('2026-12', 'returned'),
        payment('2026-11', 'credited'),
      ),
    ).toBe(null);
    expect(refusal(payment('2026-12', 'sent'), payment('2026-11', 'settled'))).toBe(null);
  });

  it('is not hindered by what was held before the last month arrived', () => {
    expect(refusal(payment('2026-10', 'held'), payment('2026-11', 'credited'))).toBe(null);
  });
});
