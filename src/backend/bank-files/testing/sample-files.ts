import { zipArchive, type ZipFileSpec } from './zip-archive.ts';

const NAMESPACE = 'urn:iso:std:iso:20022:tech:xsd:pain.002.001.10';
const HEADER = `<GrpHdr><MsgId>M1</MsgId></GrpHdr><OrgnlGrpInfAndSts><OrgnlMsgId>O1</OrgnlMsgId></OrgnlGrpInfAndSts>`;
export const ANSWER = `<TxInfAndSts>
<OrgnlEndToEndId>E1</OrgnlEndToEndId><TxSts>RJCT</TxSts>
<StsRsnInf><Rsn><Cd>AC04</Cd></Rsn><AddtlInf>الحساب مغلق 😀</AddtlInf></StsRsnInf>
<OrgnlTxRef><Amt><InstdAmt Ccy="SAR">1320.00</InstdAmt></Amt></OrgnlTxRef></TxInfAndSts>`;
export const message = (inside: string, before = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${before}<Document xmlns="${NAMESPACE}"><CstmrPmtStsRpt>${HEADER}` +
  `<OrgnlPmtInfAndSts><OrgnlPmtInfId>P1</OrgnlPmtInfId>${inside}</OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>`;

export const STATEMENT = [
  ':20:STMT-1',
  ':25:SA0380000000608010167519',
  ':28C:1/1',
  ':60F:C260301SAR1000,00',
  ':61:2603010301D250,00NTRFE2E-1//BANK-1',
  ':86:/EREF/E2E-1/NAME/سعد/REMI/معاش',
  ':62F:C260301SAR750,00',
  '-',
].join('\r\n');
export const WAGES = [
  ['RJHI', '1', 'SA0380000000608010167519', 'SAR', '20260301', '2640.00', '', 'REF1', '', '7'],
  [
    '1320.00',
    'SA0380000000608010167519',
    'سعد',
    'RJHI',
    'SSBE',
    '',
    '0',
    '0',
    '0',
    '0',
    '1000000008',
    'T1',
    'PAID',
    '20260301',
  ],
  [
    '1320.00',
    'SA0380000000608010167519',
    'نورة',
    'RJHI',
    'SSBE',
    'AC04',
    '0',
    '0',
    '0',
    '0',
    '2000000006',
    'T2',
    'FAILED',
    '20260301',
  ],
  ['-'],
]
  .map((cells) => cells.join('\t'))
  .join('\r\n');
export const TABLE = 'id,amount,status\n1,1320.00,PAID\n2,"1,320.00",FAILED\n';

export const utf8 = (text: string): Buffer => Buffer.from(text, 'utf8');

export const sheet = (rows: number): Buffer =>
  utf8(
    `<worksheet><sheetData>${'<row><c><v>1</v></c></row>'.repeat(rows)}</sheetData></worksheet>`,
  );
export const workbook = (...files: ZipFileSpec[]): Buffer =>
  zipArchive([
    { name: '[Content_Types].xml', content: utf8('<Types/>') },
    { name: 'xl/workbook.xml', content: utf8('<workbook/>') },
    ...files,
  ]);
export const megabytes = (count: number): Buffer => Buffer.alloc(count * 1024 * 1024, 'x');
