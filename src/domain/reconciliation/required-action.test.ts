import { describe, expect, it } from 'vitest';
import { EXCEPTION_KINDS, type ExceptionKind } from './exception-kind.ts';
import { REQUIRED_ACTIONS } from './reason-code.ts';
import {
  QUEUE_ACTIONS,
  QUEUE_SIDES,
  requiredActionOf,
  sideOf,
  type QueueAction,
} from './required-action.ts';

describe('what must be done about an exception', () => {
  it.each<[ExceptionKind, QueueAction]>([
    ['unknownId', 'UNKNOWN_PAYMENT'],
    ['amountDiffers', 'AMOUNT_DIFFERS'],
    ['currencyDiffers', 'CURRENCY_DIFFERS'],
    ['duplicateLine', 'DUPLICATE_CHECK'],
    ['rejectedThenPaid', 'PAID_AFTER_REJECTION'],
    ['returnWithoutPayment', 'UNPAID_RETURN'],
    ['noAnswer', 'NO_ANSWER'],
    ['batchRejected', 'BATCH_REJECTED'],
    ['balanceBreak', 'BALANCE_BREAK'],
    ['foreignAccount', 'FOREIGN_ACCOUNT'],
  ])('%s asks for %s, whatever code stands beside it', (kind, action) => {
    expect(requiredActionOf(kind, null)).toBe(action);
    expect(requiredActionOf(kind, { action: 'CHECK_ALIVE' })).toBe(action);
  });

  it.each(['rejected', 'returned', 'unclearReason'] as const)(
    'a payment that is %s follows its reason',
    (kind) => {
      for (const action of REQUIRED_ACTIONS) {
        expect(requiredActionOf(kind, { action })).toBe(action);
      }
    },
  );

  it.each(['rejected', 'returned', 'unclearReason'] as const)(
    'a payment that is %s for a reason in no table waits for the bank to explain',
    (kind) => {
      expect(requiredActionOf(kind, null)).toBe('ASK_BANK');
      expect(sideOf('ASK_BANK')).toBe('bank');
    },
  );

  it('every kind stands in one queue, and every queue waits for one side', () => {
    for (const kind of EXCEPTION_KINDS)
      expect(QUEUE_ACTIONS).toContain(requiredActionOf(kind, null));
    for (const action of QUEUE_ACTIONS) expect(QUEUE_SIDES).toContain(sideOf(action));
  });
});
