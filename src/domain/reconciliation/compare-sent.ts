import type { TransactionRecord } from './bank-message.ts';
import { decimalToHalalas } from './decimal-amount.ts';

/** What a payment of our own message can differ in from the payment that we keep. */
export const SENT_DIFFERENCES = [
  'amount',
  'currency',
  'account',
  'repeated',
  'unknown',
  'missing',
] as const;
export type SentDifference = (typeof SENT_DIFFERENCES)[number];

export interface KeptPayment {
  /** Halalas. */
  readonly amount: number;
  readonly iban: string;
}

/** The first thing in which a payment of the message differs from ours, or null where they agree exactly. */
export function sentDifference(
  sent: Pick<TransactionRecord, 'amount' | 'currency' | 'account'>,
  kept: KeptPayment,
): Exclude<SentDifference, 'repeated' | 'unknown' | 'missing'> | null {
  if (sent.currency !== 'SAR') return 'currency';
  if (sent.amount === null || decimalToHalalas(sent.amount) !== kept.amount) return 'amount';
  return sent.account?.replace(/\s/g, '').toUpperCase() === kept.iban ? null : 'account';
}
