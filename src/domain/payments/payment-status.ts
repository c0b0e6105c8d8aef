/** What is paid: the month's pension, a difference (فرق), arrears, or a recovery. */
export const PAYMENT_KINDS = ['regular', 'difference', 'retroactive', 'recovery'] as const;
export type PaymentKind = (typeof PAYMENT_KINDS)[number];

/** Where a payment stands, derived from its events. `credited` (ACCC) is more than `settled` (ACSC). */
export const PAYMENT_STATUSES = [
  'prepared',
  'sent',
  'bankAccepted',
  'settled',
  'credited',
  'rejected',
  'returned',
  'held',
  'cancelled',
] as const;
export type PaymentStatus = (typeof PAYMENT_STATUSES)[number];
