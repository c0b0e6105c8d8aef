import type { PaymentRow } from '../../../contract/payments.ts';
import { maskIban, maskNationalId } from '../../../domain/registry/mask.ts';
import type { PaymentListRow } from './ports.ts';

/** A payment as it leaves the backend: the numbers of its person masked. */
export function toPaymentRow({ nationalId, iban, ...row }: PaymentListRow): PaymentRow {
  return { ...row, maskedNationalId: maskNationalId(nationalId), maskedIban: maskIban(iban) };
}
