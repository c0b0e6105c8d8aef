import { describe, expect, it } from 'vitest';
import type { BankRecord } from './bank-message.ts';
import { StatementCollector } from './collect-statements.ts';

const at = { line: 1, offset: 10, length: 90 };
const noKeys = {
  endToEndId: null,
  instructionId: null,
  transactionId: null,
  originalMessageId: null,
  paymentInformationId: null,
  uetr: null,
  bankReference: null,
  reasons: [],
  isReturn: false,
  account: null,
  name: null,
  bank: null,
  personId: null,
  narrative: null,
  problem: null,
  transactionCode: null,
} as const;
const message: BankRecord = {
  type: 'message',
  ...at,
  kind: 'camt.053',
  version: '001.08',
  messageId: 'M',
  createdAt: null,
  declaredCount: null,
  declaredSum: null,
  originalMessageId: null,
  originalMessageName: null,
  groupStatus: null,
  reasons: [],
};
const statement: BankRecord = {
  type: 'statement',
  ...at,
  statement: 1,
  id: 'S',
  account: 'SA0380000000608010167519',
  currency: 'SAR',
  sequence: '118',
  page: null,
  createdAt: '2026-11-02T06:00:00',
};
const balance = (code: string, amount: string, more = {}): BankRecord => ({
  type: 'balance',
  ...at,
  statement: 1,
  code,
  amount,
  currency: 'SAR',
  direction: 'credit',
  date: '2026-11-02',
  ...more,
});
const entry = (amount: string, direction: 'credit' | 'debit', more = {}): BankRecord => ({
  type: 'entry',
  ...at,
  ...noKeys,
  index: 1,
  amount,
  currency: 'SAR',
  direction,
  status: null,
  statement: 1,
  details: 0,
  reversal: false,
  bookingDate: null,
  valueDate: null,
  ...more,
});
const detail = (amount: string, direction: 'credit' | 'debit'): BankRecord => ({
  type: 'detail',
  ...at,
  ...noKeys,
  index: 1,
  amount,
  currency: 'SAR',
  direction,
  status: null,
  statement: 1,
  entry: 1,
  amountFrom: 'detail',
});
const end: BankRecord = {
  type: 'statement-end',
  statement: 1,
  opening: null,
  closing: null,
  balances: null,
};

function collect(...records: BankRecord[]): StatementCollector {
  const collector = new StatementCollector();
  for (const record of [message, statement, ...records, end]) collector.add(record);
  return collector;
}

describe('a statement is kept', () => {
  it('with its balances, its dates and the signed sum of what is booked', () => {
    const { statements } = collect(
      balance('OPBD', '100.00', { direction: 'debit', date: '2026-11-01' }),
      entry('30.5', 'credit'),
      entry('7', 'debit', { status: 'BOOK' }),
      entry('999', 'credit', { status: 'PDNG' }),
      entry('5', 'credit', { currency: 'USD' }),
      balance('CLBD', '76.50', { direction: 'debit' }),
    );
    expect(statements).toEqual([
      {
        place: 1,
        kind: 'camt.053',
        statementId: 'S',
        account: 'SA0380000000608010167519',
        currency: 'SAR',
        sequence: '118',
        createdAt: '2026-11-02T06:00:00',
        openedOn: '2026-11-01',
        closedOn: '2026-11-02',
        opening: '-100.00',
        closing: '-76.50',
        booked: '23.50',
        entries: 4,
        opensWithin: false,
        closesWithin: false,
      },
    ]);
  });

  it('with the closing balance before it, where the bank gives no opening one', () => {
    const { statements } = collect(balance('PRCD', '5'), balance('CLBD', '5'));
    expect(statements).toMatchObject([{ opening: '5.00', closing: '5.00' }]);
  });

  it('as one page of several, where the balances say so', () => {
    const { statements } = collect(balance('60M', '5'), balance('62M', '5'));
    expect(statements).toMatchObject([{ opensWithin: true, closesWithin: true }]);
  });

  it('with no opening balance of another currency', () => {
    const { statements } = collect(balance('OPBD', '5', { currency: 'USD' }), balance('CLBD', '5'));
    expect(statements).toMatchObject([{ currency: 'SAR', opening: null, closing: '5.00' }]);
  });
});

describe('an entry and its details', () => {
  it.each<[string, BankRecord[], object[]]>([
    ['agree', [detail('1.10', 'debit'), detail('2.2', 'debit'), entry('3.30', 'debit')], []],
    [
      'agree with signs: a return among payments',
      [detail('10', 'debit'), detail('4', 'credit'), entry('6', 'debit')],
      [],
    ],
    ['agree to the fifth decimal', [detail('1.00001', 'debit'), entry('1.00001', 'debit')], []],
    [
      'differ',
      [detail('10', 'debit'), entry('10.50', 'debit')],
      [
        {
          place: 1,
          entry: 1,
          start: 10,
          end: 100,
          amount: '-10.50',
          details: '-10.00',
          currency: 'SAR',
        },
      ],
    ],
    ['say nothing where there is no detail', [entry('10', 'debit')], []],
  ])('%s', (_what, records, differences) => {
    expect(collect(...records).differences).toEqual(differences);
  });
});
