import { assertNever } from '../shared/assert-never.ts';
import type { ExceptionKind } from './exception-kind.ts';
import { REQUIRED_ACTIONS, type RequiredAction } from './reason-code.ts';

/** What must be done about an exception that no reason code speaks of. */
export const OWN_ACTIONS = [
  'NO_ANSWER',
  'UNKNOWN_PAYMENT',
  'AMOUNT_DIFFERS',
  'CURRENCY_DIFFERS',
  'PAID_AFTER_REJECTION',
  'UNPAID_RETURN',
  'BATCH_REJECTED',
  'BALANCE_BREAK',
  'FOREIGN_ACCOUNT',
] as const;

/** The work queues: an exception stands in exactly one, by what must be done about it. */
export const QUEUE_ACTIONS = [...REQUIRED_ACTIONS, ...OWN_ACTIONS] as const;
export type QueueAction = (typeof QUEUE_ACTIONS)[number];

/** Whose move a queue waits for. */
export const QUEUE_SIDES = ['beneficiary', 'bank', 'us'] as const;
export type QueueSide = (typeof QUEUE_SIDES)[number];

type ReasonedKind = 'rejected' | 'returned' | 'unclearReason';

/** Kinds that ask for the same whatever code stands beside them. */
const BY_KIND: Readonly<Record<Exclude<ExceptionKind, ReasonedKind>, QueueAction>> = {
  unknownId: 'UNKNOWN_PAYMENT',
  amountDiffers: 'AMOUNT_DIFFERS',
  currencyDiffers: 'CURRENCY_DIFFERS',
  duplicateLine: 'DUPLICATE_CHECK',
  rejectedThenPaid: 'PAID_AFTER_REJECTION',
  returnWithoutPayment: 'UNPAID_RETURN',
  noAnswer: 'NO_ANSWER',
  batchRejected: 'BATCH_REJECTED',
  balanceBreak: 'BALANCE_BREAK',
  foreignAccount: 'FOREIGN_ACCOUNT',
};

/**
 * What must be done about an exception. Rejected and returned payments follow their reason, and where it is in no table
 * the bank is asked; every other kind has its own action.
 *
 * @param reason the code's row of the table, null where the table has none
 */
export function requiredActionOf(
  kind: ExceptionKind,
  reason: { readonly action: RequiredAction } | null,
): QueueAction {
  if (kind === 'rejected' || kind === 'returned' || kind === 'unclearReason') {
    return reason?.action ?? 'ASK_BANK';
  }
  return BY_KIND[kind];
}

/** Who has to move before the queue empties. */
export function sideOf(action: QueueAction): QueueSide {
  switch (action) {
    case 'REVERIFY_ACCOUNT':
    case 'NEW_ACCOUNT':
    case 'REACTIVATE_ACCOUNT':
    case 'CONFIRM_IDENTITY':
      return 'beneficiary';
    case 'ASK_BANK':
    case 'WAIT_ENQUIRE':
    case 'NO_ANSWER':
    case 'UNPAID_RETURN':
      return 'bank';
    case 'CHECK_ALIVE':
    case 'INVESTIGATE_STOP':
    case 'FIX_OUR_DATA':
    case 'TREASURY':
    case 'DUPLICATE_CHECK':
    case 'RECALL_CLOSE':
    case 'NONE':
    case 'UNKNOWN_PAYMENT':
    case 'AMOUNT_DIFFERS':
    case 'CURRENCY_DIFFERS':
    case 'PAID_AFTER_REJECTION':
    case 'BATCH_REJECTED':
    case 'BALANCE_BREAK':
    case 'FOREIGN_ACCOUNT':
      return 'us';
    default:
      return assertNever(action);
  }
}
