import type { Direction } from './bank-message.ts';

/**
 * What a line of a bank's file says about a payment, in our words. `pending` is an answer that decides nothing yet,
 * `noted` a statement line that moves nothing of ours (a charge, an entry not booked), `unclear` something an officer has to
 * read.
 */
export const REPORTED = [
  'pending',
  'noted',
  'bankAccepted',
  'settled',
  'credited',
  'rejected',
  'returned',
  'unclear',
] as const;
export type Reported = (typeof REPORTED)[number];

/**
 * ISO 20022 ExternalPaymentTransactionStatus1Code and its group and batch forms. ACSC says the payer's side is settled; only
 * ACCC says that the money is in the beneficiary's account.
 */
const OF_STATUS: ReadonlyMap<string, Reported> = new Map([
  ['RCVD', 'pending'],
  ['PDNG', 'pending'],
  ['PART', 'pending'],
  ['PATC', 'pending'],
  ['PRES', 'pending'],
  ['RCVC', 'pending'],
  ['RVNA', 'pending'],
  ['RVNC', 'pending'],
  ['ACTC', 'bankAccepted'],
  ['ACCP', 'bankAccepted'],
  ['ACFC', 'bankAccepted'],
  ['ACWC', 'bankAccepted'],
  ['ACWP', 'bankAccepted'],
  ['ACSP', 'bankAccepted'],
  ['ACPT', 'bankAccepted'],
  ['ACIS', 'bankAccepted'],
  ['ACSC', 'settled'],
  ['ACCC', 'credited'],
  ['RJCT', 'rejected'],
]);

/** What a status report says; without a status of any level it decides nothing. */
export function reportedStatus(status: string | null): Reported {
  return status === null ? 'pending' : (OF_STATUS.get(status) ?? 'unclear');
}

export interface StatementLine {
  /** `BOOK`, `PDNG`, `INFO`, ...; an entry without status counts as booked. */
  readonly status: string | null;
  readonly direction: Direction | null;
  readonly isReturn: boolean;
  readonly transactionCode: string | null;
}

/**
 * What a line on our own account says: money out is a payment settled, money in a payment returned, whether or not the bank
 * marked it as a return. Only the indicator of the line gives the sign.
 */
export function reportedEntry(line: StatementLine): Reported {
  if (line.status !== null && line.status !== 'BOOK') return 'noted';
  if (isCharge(line.transactionCode)) return 'noted';
  if (line.direction === null) return 'unclear';
  if (line.direction === 'credit') return 'returned';
  return line.isReturn ? 'unclear' : 'settled';
}

/** ISO 20022 ExternalBankTransactionSubFamily1Code CHRG, COMM, FEES, INTR and SWIFT's NCHG and NINT: lines of their own. */
function isCharge(code: string | null): boolean {
  return code !== null && /(?:^|\/)(?:CHRG|COMM|FEES|INTR|.CHG|.INT)$/.test(code);
}

/** Words that banks write into TRN-STATUS of the wage-file layout; the specification's own list is not public. */
const WAGES_PAID = /^(?:0+|S|P|PAID|SUCCESS|SUCCESSFUL|COMPLETED|PROCESSED|ACSC)$/i;

/** What a line of a returned wage file says: a RET-CODE is a rejection, whatever the status beside it. */
export function reportedWage(status: string | null, returnCode: string | null): Reported {
  if (returnCode !== null && !/^0+$/.test(returnCode)) return 'rejected';
  if (status === null && returnCode === null) return 'pending';
  if (status === null) return 'settled';
  if (status === 'RJCT') return 'rejected';
  return WAGES_PAID.test(status) ? 'settled' : 'unclear';
}
