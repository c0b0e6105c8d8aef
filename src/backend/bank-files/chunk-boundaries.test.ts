import { describe, expect, it } from 'vitest';
import { readBankFile } from './read-bank-file.ts';
import { CHUNK_BYTES } from './source/byte-chunks.ts';
import type { TextEncoding } from './source/text-encoding.ts';
import { readRawLine } from './read-raw-line.ts';

/** Filler moves the border of two chunks through every place of the records. */
const PIECE = CHUNK_BYTES;

/** The records without where they stand, and with the raw text of each. */
async function described(bytes: Uint8Array, encoding: TextEncoding): Promise<unknown[]> {
  const all: unknown[] = [];
  for await (const batch of readBankFile(bytes)) {
    for (const record of batch) {
      if (!('length' in record)) continue;
      const { line: _line, offset: _offset, ...rest } = record;
      all.push({ ...rest, raw: await readRawLine(bytes, record, encoding) });
    }
  }
  return all;
}

const ANSWER = `<p:TxInfAndSts  ><p:OrgnlEndToEndId>E&amp;1</p:OrgnlEndToEndId>\r
<p:TxSts><![CDATA[RJCT]]></p:TxSts><!-- é --><p:StsRsnInf><p:Rsn><p:Cd>AC04</p:Cd></p:Rsn>
<p:AddtlInf>الحساب مغلق 😀 Ö</p:AddtlInf></p:StsRsnInf></p:TxInfAndSts>`;
const MESSAGE = {
  before:
    '<p:Document xmlns:p="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><p:CstmrPmtStsRpt><!--ـ😀',
  records: `-->\r\n${ANSWER}\n${ANSWER}</p:CstmrPmtStsRpt></p:Document>`,
  fill: (characters: number) => 'x'.repeat(characters),
};
const STATEMENT = {
  before: ':20:S1\r\n:25:SA03\r\n:28C:1/1\r\n:86:سـ😀\r\n',
  records: `\r\n:60F:C260301SAR1000,00\r\n:61:2603010301D250,00NTRFE2E-1//BANK-1\r\nسعد 😀\r
:86:/EREF/E2E-1/NAME/نورة/\r\nREMI/معاش\r\n:61:2603010301C50,NTRFX\r\n:62F:C260301SAR800,00\r\n-`,
  fill: (characters: number) => 'x\r\n'.repeat(characters / 3).padEnd(characters, 'x'),
};

describe.each([
  {
    name: 'a bank’s answer in UTF-8',
    file: MESSAGE,
    encoding: 'utf8',
    read: 'utf-8',
    mark: '',
    unit: 1,
  },
  {
    name: 'a bank’s answer in UTF-16',
    file: MESSAGE,
    encoding: 'utf16le',
    read: 'utf-16le',
    mark: '\uFEFF',
    unit: 2,
  },
  {
    name: 'a statement in UTF-8',
    file: STATEMENT,
    encoding: 'utf8',
    read: 'utf-8',
    mark: '',
    unit: 1,
  },
  {
    name: 'a statement in UTF-16',
    file: STATEMENT,
    encoding: 'utf16le',
    read: 'utf-16le',
    mark: '\uFEFF',
    unit: 2,
  },
] as const)('$name', ({ file, encoding, read, mark, unit }) => {
  it('says the same wherever the pieces it is read in are cut', async () => {
    const before = Buffer.from(`${mark}${file.before}`, encoding);
    const records = Buffer.from(file.records, encoding);
    const whole = await described(Buffer.concat([before, records]), read);
    expect(whole.length).toBeGreaterThan(2);
    for (let border = 0; border <= records.length; border += unit) {
      const fill = file.fill((PIECE - border - before.length) / unit);
      const bytes = Buffer.concat([before, Buffer.from(fill, encoding), records]);
      expect(await described(bytes, read), `border at byte ${border}`).toEqual(whole);
    }
  }, 60_000);
});
