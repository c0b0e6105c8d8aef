import { describe, expect, it } from 'vitest';
import { inspectBankFile } from './inspect-bank-file.ts';

const MT942 = [
  ':20:REPORT-1',
  ':25:SA0380000000608010167519',
  ':28C:5/1',
  ':34F:SAR0,',
  ':13D:2611021000+0300',
  ':61:2611021102D250,00NTRFE2E-1//BANK-1',
  ':86:/EREF/E2E-1',
  ':90D:1SAR250,',
  '-',
].join('\r\n');

const CAMT052 =
  '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.052.001.08"><BkToCstmrAcctRpt><GrpHdr><MsgId>M</MsgId></GrpHdr>' +
  '<Rpt><Id>R</Id><Ntry><Amt Ccy="SAR">250.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts></Ntry></Rpt>' +
  '</BkToCstmrAcctRpt></Document>';

describe('a report within the day', () => {
  it.each([
    ['mt942', MT942],
    ['camt.052', CAMT052],
  ])('of %s is inspected with its entries, and named as no statement', async (kind, text) => {
    expect(await inspectBankFile(Buffer.from(text))).toMatchObject({
      kind,
      transactions: 1,
      statements: [{ opening: null, closing: null, entries: 1, balances: null }],
      warnings: [{ code: 'NOT_A_STATEMENT', value: kind }],
    });
  });
});
