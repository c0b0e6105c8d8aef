import { describe, expect, it } from 'vitest';
import { reportedEntry, reportedStatus, reportedWage } from './reported.ts';

describe('a status report says', () => {
  it.each([
    ['ACCP', 'bankAccepted'],
    ['ACSP', 'bankAccepted'],
    ['ACSC', 'settled'],
    ['ACCC', 'credited'],
    ['RJCT', 'rejected'],
    ['PDNG', 'pending'],
    ['RVNM', 'unclear'],
    ['BLCK', 'unclear'],
    [null, 'pending'],
  ])('%s: %s', (status, reported) => {
    expect(reportedStatus(status)).toBe(reported);
  });
});

describe('a line on our account says', () => {
  const line = {
    status: 'BOOK',
    direction: 'debit',
    isReturn: false,
    transactionCode: null,
  } as const;
  it.each([
    [line, 'settled'],
    [{ ...line, status: null }, 'settled'],
    [{ ...line, direction: 'credit', isReturn: true }, 'returned'],
    [{ ...line, direction: 'credit' }, 'returned'],
    [{ ...line, isReturn: true }, 'unclear'],
    [{ ...line, direction: null }, 'unclear'],
    [{ ...line, status: 'PDNG' }, 'noted'],
    [{ ...line, transactionCode: 'PMNT/MDOP/CHRG' }, 'noted'],
    [{ ...line, transactionCode: 'NCHG' }, 'noted'],
  ] as const)('%o: %s', (entry, reported) => {
    expect(reportedEntry(entry)).toBe(reported);
  });
});

describe('a line of a returned wage file says', () => {
  it.each([
    [null, null, 'pending'],
    ['PAID', null, 'settled'],
    [null, '000', 'settled'],
    ['PAID', 'R05', 'rejected'],
    ['RJCT', null, 'rejected'],
    ['WAIT', null, 'unclear'],
  ])('status %s, code %s: %s', (status, code, reported) => {
    expect(reportedWage(status, code)).toBe(reported);
  });
});
