import { describe, expect, it } from 'vitest';
import type {
  BankLine,
  BankRecord,
  BatchRecord,
  DetailRecord,
  EntryRecord,
  MessageRecord,
  TransactionRecord,
} from './bank-message.ts';
import { RecordStager } from './stage-records.ts';

const line: BankLine = {
  index: 1,
  line: 1,
  offset: 0,
  length: 10,
  endToEndId: null,
  instructionId: null,
  transactionId: null,
  originalMessageId: null,
  paymentInformationId: null,
  uetr: null,
  bankReference: null,
  amount: null,
  currency: null,
  direction: null,
  status: null,
  reasons: [],
  isReturn: false,
  account: null,
  name: null,
  bank: null,
  personId: null,
  narrative: null,
  problem: null,
};
const at = { line: 1, offset: 0, length: 0 };
const message = (more: Partial<MessageRecord> = {}): MessageRecord => ({
  type: 'message',
  kind: 'pain.002',
  version: '001.10',
  ...at,
  messageId: 'M1',
  createdAt: null,
  declaredCount: null,
  declaredSum: null,
  originalMessageId: 'SSB202611-R',
  originalMessageName: null,
  groupStatus: null,
  reasons: [],
  ...more,
});
const batch = (more: Partial<BatchRecord> = {}): BatchRecord => ({
  type: 'batch',
  batch: 1,
  ...at,
  paymentInformationId: 'SSB202611-R',
  status: null,
  reasons: [],
  declaredCount: null,
  declaredSum: null,
  account: null,
  executionDate: null,
  ...more,
});
const transaction = (more: Partial<TransactionRecord> = {}): TransactionRecord => ({
  ...line,
  type: 'transaction',
  batch: null,
  endToEndId: 'E1',
  ...more,
});
const entry = (more: Partial<EntryRecord> = {}): EntryRecord => ({
  ...line,
  type: 'entry',
  statement: 1,
  details: 0,
  reversal: false,
  bookingDate: '2026-11-02',
  valueDate: null,
  transactionCode: null,
  direction: 'debit',
  ...more,
});
const detail = (more: Partial<DetailRecord> = {}): DetailRecord => ({
  ...line,
  type: 'detail',
  statement: 1,
  entry: 1,
  amountFrom: 'detail',
  transactionCode: null,
  direction: 'debit',
  endToEndId: 'E1',
  ...more,
});

function staged(...records: BankRecord[]) {
  const stager = new RecordStager();
  const lines = records.flatMap((record) => stager.add(record));
  return { lines: [...lines, ...stager.end()], stager };
}

const AC04 = [{ list: 'status', code: 'AC04', proprietary: null, info: [] }] as const;

describe('the status of a whole batch or message', () => {
  it('without listed transactions is a line of its own', () => {
    const { lines } = staged(message(), batch({ status: 'RJCT', reasons: AC04 }));
    expect(lines).toMatchObject([
      {
        level: 'batch',
        reported: 'rejected',
        paymentInformationId: 'SSB202611-R',
        reasonCode: 'AC04',
      },
    ]);
    expect(staged(message({ groupStatus: 'ACSC' })).lines).toMatchObject([
      { level: 'group', reported: 'settled', originalMessageId: 'SSB202611-R' },
    ]);
  });

  it('is taken by a transaction that has none', () => {
    const { lines } = staged(
      message({ groupStatus: 'PART' }),
      batch({ status: 'ACSC' }),
      transaction({ batch: 1 }),
      transaction({ batch: 1, status: 'RJCT', reasons: AC04 }),
    );
    expect(lines.map(({ reported }) => reported)).toEqual(['settled', 'rejected']);
  });

  it('is a rejection for those not listed too, but no other status is', () => {
    const listed = [batch({ status: 'RJCT' }), transaction({ batch: 1 })];
    expect(staged(message(), ...listed).lines.map(({ level }) => level)).toEqual([
      'transaction',
      'batch',
    ]);
    expect(staged(message({ groupStatus: 'ACSC' }), transaction()).lines).toHaveLength(1);
  });
});

describe('an entry', () => {
  it('with details is its details, with the day on which it was booked', () => {
    const { lines, stager } = staged(
      message(),
      detail({ amount: '10.00' }),
      detail({ amount: '5.00', endToEndId: 'E2' }),
      entry({ amount: '15.00', details: 2 }),
    );
    expect(lines).toMatchObject([
      { endToEndId: 'E1', reported: 'settled', bookedOn: '2026-11-02', amount: 1000 },
      { endToEndId: 'E2', reported: 'settled', bookedOn: '2026-11-02', amount: 500 },
    ]);
    expect(stager.warnings).toEqual([]);
  });

  it('that is not the sum of its details is warned about', () => {
    const { stager } = staged(message(), detail({ amount: '10.00' }), entry({ amount: '15.00' }));
    expect(stager.warnings).toMatchObject([{ code: 'DETAILS_DIFFER' }]);
  });

  it('that is not booked moves nothing', () => {
    const { lines } = staged(message(), detail(), entry({ status: 'PDNG' }));
    expect(lines).toMatchObject([{ reported: 'noted' }]);
  });

  it('that names a batch and lists nothing is the booking of the batch', () => {
    const { lines } = staged(
      message(),
      entry({ paymentInformationId: 'SSB202611-R', amount: '99' }),
    );
    expect(lines).toMatchObject([{ level: 'batch', reported: 'settled', amount: 9900 }]);
  });

  it('of very many details hands them out before it is known, and says so afterwards', () => {
    const details = Array.from({ length: 12_001 }, (_, place) =>
      detail({ endToEndId: `E${place}` }),
    );
    const { lines, stager } = staged(message(), ...details, entry({ status: 'PDNG' }));
    expect(lines).toHaveLength(12_001);
    expect(stager.lateEntries).toEqual([
      { first: 1, last: 10_000, bookedOn: '2026-11-02', booked: false },
    ]);
    expect(lines.slice(10_000).every(({ reported }) => reported === 'noted')).toBe(true);
  });
});

describe('identifiers', () => {
  it('that stand for none are none, and padding is no part of them', () => {
    const { lines } = staged(
      message(),
      transaction({ endToEndId: 'NOTPROVIDED', instructionId: '  INS59-000001  ', uetr: ' ' }),
    );
    expect(lines).toMatchObject([{ endToEndId: null, instructionId: 'INS59-000001', uetr: null }]);
  });

  it('amounts stay what the bank wrote; what is not exact in halalas is no amount', () => {
    const { lines } = staged(
      message(),
      transaction({ amount: '1320.00000' }),
      transaction({ amount: '1320.005' }),
      transaction({ problem: 'AMOUNT_UNREADABLE' }),
    );
    expect(lines).toMatchObject([
      { amountText: '1320.00000', amount: 132_000 },
      { amountText: '1320.005', amount: null },
      { amountText: '?', amount: null },
    ]);
  });
});
