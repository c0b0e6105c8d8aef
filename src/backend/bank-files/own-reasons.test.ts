import { describe, expect, it } from 'vitest';
import { RecordStager } from '../../domain/reconciliation/stage-records.ts';
import type { StagedLine } from '../../domain/reconciliation/staged-line.ts';
import { readBankFile } from './read-bank-file.ts';

const OWN = '<StsRsnInf><Rsn><Prtry>X1</Prtry></Rsn></StsRsnInf>';
const ISO = '<StsRsnInf><Rsn><Cd>AC04</Cd></Rsn></StsRsnInf>';

const report = (header: string, body: string): string =>
  `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt><GrpHdr><MsgId>M</MsgId>${header}</GrpHdr>` +
  `<OrgnlGrpInfAndSts><OrgnlMsgId>SSB202611-R</OrgnlMsgId></OrgnlGrpInfAndSts>${body}</CstmrPmtStsRpt></Document>`;

const payment = (reason: string, original = ''): string =>
  `<OrgnlPmtInfAndSts><OrgnlPmtInfId>P</OrgnlPmtInfId><TxInfAndSts><OrgnlEndToEndId>E1</OrgnlEndToEndId><TxSts>RJCT</TxSts>${reason}` +
  `${original === '' ? '' : `<OrgnlTxRef>${original}</OrgnlTxRef>`}</TxInfAndSts></OrgnlPmtInfAndSts>`;

const DEBTOR = '<DbtrAcct><Id><IBAN>SA0380000000608010167519</IBAN></Id></DbtrAcct>';
const AGENT = '<DbtrAgt><FinInstnId><BICFI>NCBKSAJE</BICFI></FinInstnId></DbtrAgt>';

async function listsOf(text: string): Promise<unknown[]> {
  const stager = new RecordStager();
  const lines: StagedLine[] = [];
  for await (const records of readBankFile(Buffer.from(text))) {
    for (const record of records) lines.push(...stager.add(record));
  }
  lines.push(...stager.end());
  return lines.map(({ reasonList, reasonCode }) => [reasonList, reasonCode]);
}

describe('a code of a bank’s own making', () => {
  it.each([
    ['of the header’s bank', report(AGENT, payment(OWN, DEBTOR)), ['bank:10', 'X1']],
    ['of the bank of our account', report('', payment(OWN, DEBTOR)), ['bank:80', 'X1']],
    ['of the payer’s agent', report('', payment(OWN, AGENT + DEBTOR)), ['bank:10', 'X1']],
    ['of nobody known', report('', payment(OWN)), ['status', 'X1']],
    ['beside codes of ISO', report(AGENT, payment(ISO, DEBTOR)), ['status', 'AC04']],
    [
      'of a whole batch',
      report(
        AGENT,
        `<OrgnlPmtInfAndSts><OrgnlPmtInfId>P</OrgnlPmtInfId><PmtInfSts>RJCT</PmtInfSts>${OWN}</OrgnlPmtInfAndSts>`,
      ),
      ['bank:10', 'X1'],
    ],
    [
      'of a whole message',
      report(AGENT, '').replace(
        '</OrgnlGrpInfAndSts>',
        `<GrpSts>RJCT</GrpSts>${OWN}</OrgnlGrpInfAndSts>`,
      ),
      ['bank:10', 'X1'],
    ],
  ])('%s stands in its list', async (_whose, text, expected) => {
    expect(await listsOf(text)).toEqual([expected]);
  });

  it('of a returned payment stands in the list of the bank that keeps our account', async () => {
    const text =
      '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.08"><BkToCstmrDbtCdtNtfctn><GrpHdr><MsgId>M</MsgId></GrpHdr>' +
      '<Ntfctn><Id>N</Id><Acct><Id><IBAN>SA0380000000608010167519</IBAN></Id><Svcr><FinInstnId><BICFI>NCBKSAJE</BICFI></FinInstnId></Svcr></Acct>' +
      '<Ntry><Amt Ccy="SAR">1.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><NtryDtls><TxDtls><Refs><EndToEndId>E1</EndToEndId></Refs>' +
      '<RtrInf><Rsn><Prtry>R9</Prtry></Rsn></RtrInf></TxDtls></NtryDtls></Ntry></Ntfctn></BkToCstmrDbtCdtNtfctn></Document>';
    expect(await listsOf(text)).toEqual([['bank:10', 'R9']]);
    expect(await listsOf(text.replace(/<Svcr>.*<\/Svcr>/, ''))).toEqual([['bank:80', 'R9']]);
  });
});
