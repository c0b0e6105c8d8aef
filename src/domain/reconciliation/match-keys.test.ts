import { describe, expect, it } from 'vitest';
import { isoMonth } from '../shared/iso-date.ts';
import { contradicts, namedBatch, narrativeTokens } from './match-keys.ts';

const november = { month: isoMonth('2026-11'), list: 1, kind: 'regular' } as const;

it.each([
  ['رد مبلغ SSB202611R0000001', ['SSB202611R0000001']],
  ['RTN/SSB202611R0000001/AC04', ['RTN/SSB202611R0000001/AC04', 'SSB202611R0000001']],
  ['EREF+INS59-000001', ['EREF+INS59-000001', 'INS59-000001']],
  ['PAYMENT RETURNED', []],
])('tokens of «%s»', (narrative, tokens) => {
  expect(narrativeTokens(narrative)).toEqual(tokens);
});

describe('the batch that is meant', () => {
  it('is the block before the message', () => {
    const names = { originalMessageId: 'SSB202611', paymentInformationId: 'SSB202611-R' };
    expect(namedBatch(names)).toEqual(november);
    expect(namedBatch({ ...names, paymentInformationId: null })).toEqual({
      ...november,
      kind: null,
    });
  });

  it('is none where the block is another bank customer’s', () => {
    const names = { originalMessageId: 'SSB202611', paymentInformationId: 'PAYROLL-7' };
    expect(namedBatch(names)).toBeNull();
    expect(namedBatch({ originalMessageId: 'X1', paymentInformationId: 'X1' })).toBeNull();
  });
});

describe('a key that hits a payment', () => {
  it.each([
    ['SSB202611-R', null, false],
    ['SSB202611', 'SSB202611-R', false],
    ['BANKS-OWN-17', null, false],
    ['SSB202610-R', null, true],
    ['SSB202611', 'SSB202611-D', true],
    ['SSB202611L2-R', null, true],
  ])(
    'in message %s, block %s: contradicted %s',
    (originalMessageId, paymentInformationId, answer) => {
      expect(contradicts({ originalMessageId, paymentInformationId }, november)).toBe(answer);
    },
  );
});
