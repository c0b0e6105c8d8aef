import type { ExceptionResolution } from './exception-kind.ts';
import type { QueueAction } from './required-action.ts';

/** How an exception of a queue is settled as a rule; the officer may choose otherwise. Null where no rule fits. */
export function suggestedResolution(action: QueueAction): ExceptionResolution | null {
  switch (action) {
    case 'REVERIFY_ACCOUNT':
    case 'NEW_ACCOUNT':
    case 'CONFIRM_IDENTITY':
    case 'FIX_OUR_DATA':
      return 'accountToCorrect';
    case 'REACTIVATE_ACCOUNT':
      return 'beneficiaryAsked';
    case 'CHECK_ALIVE':
      return 'lifeStatusToVerify';
    case 'ASK_BANK':
    case 'WAIT_ENQUIRE':
    case 'NO_ANSWER':
    case 'UNKNOWN_PAYMENT':
    case 'AMOUNT_DIFFERS':
    case 'CURRENCY_DIFFERS':
    case 'PAID_AFTER_REJECTION':
    case 'UNPAID_RETURN':
    case 'DUPLICATE_CHECK':
    case 'BATCH_REJECTED':
    case 'BALANCE_BREAK':
    case 'RECALL_CLOSE':
      return 'bankAsked';
    case 'NONE':
      return 'acceptedAsIs';
    case 'FOREIGN_ACCOUNT':
      return 'notOurs';
    case 'TREASURY':
    case 'INVESTIGATE_STOP':
      return null;
  }
}
