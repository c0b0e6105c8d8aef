import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inspectBankFile, type Inspection, type RefusedBankFile } from './inspect-bank-file.ts';
import {
  ANSWER,
  megabytes,
  message,
  sheet,
  STATEMENT,
  TABLE,
  utf8,
  WAGES,
  workbook,
} from './testing/sample-files.ts';
import { zipArchive } from './testing/zip-archive.ts';

async function timed(bytes: Uint8Array): Promise<Inspection | RefusedBankFile> {
  const started = performance.now();
  const result = await inspectBankFile(bytes);
  expect(performance.now() - started).toBeLessThan(2000);
  return result;
}

const bomb = Array.from(
  { length: 30 },
  (_, index) => `<!ENTITY e${index + 1} "&e${index};&e${index};">`,
).join('');

const REFUSED: readonly (readonly [string, Buffer, string, number | null])[] = [
  ['empty', Buffer.alloc(0), 'BANK_FILE_EMPTY', null],
  ['blank', utf8(' \n\n'), 'BANK_FILE_EMPTY', null],
  ['prose', utf8('مرحبا\nكيف الحال'), 'BANK_FILE_NOT_RECOGNISED', 1],
  ['a web page', utf8('<html><body>x</body></html>'), 'BANK_FILE_NOT_RECOGNISED', 1],
  ['a PDF', Buffer.concat([utf8('%PDF-1.7\n'), Buffer.from([0, 1, 2])]), 'BANK_FILE_BINARY', 2],
  [
    'a message of another kind',
    utf8('<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pacs.008.001.08"><A/></Document>'),
    'BANK_FILE_MESSAGE_UNSUPPORTED',
    1,
  ],
  ['with a DOCTYPE', utf8(message(ANSWER, '<!DOCTYPE Document>\n')), 'BANK_FILE_XML_DOCTYPE', 2],
  [
    'an entity bomb',
    utf8(message('&e30;', `<!DOCTYPE x [<!ENTITY e0 "x">${bomb}]>`)),
    'BANK_FILE_XML_DOCTYPE',
    2,
  ],
  [
    'with an external entity',
    utf8(message('&f;', '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>')),
    'BANK_FILE_XML_DOCTYPE',
    2,
  ],
  ['with an undeclared entity', utf8(message('&nbsp;')), 'BANK_FILE_XML_MALFORMED', 2],
  ['nested without end', utf8(message('<A>'.repeat(100_000))), 'BANK_FILE_XML_TOO_DEEP', 2],
  [
    'with too many attributes',
    utf8(message(`<A ${Array.from({ length: 65 }, (_, i) => `a${i}="1"`).join(' ')}/>`)),
    'BANK_FILE_XML_TOO_MANY_ATTRIBUTES',
    2,
  ],
  ['with an attribute twice', utf8(message('<A a="1" a="2"/>')), 'BANK_FILE_XML_MALFORMED', 2],
  [
    'with a giant attribute',
    utf8(message(`<A a="${'x'.repeat(5_000_000)}"/>`)),
    'BANK_FILE_XML_RUNAWAY_MARKUP',
    2,
  ],
  [
    'with a giant comment',
    utf8(message(`<!--${'x'.repeat(5_000_000)}-->`)),
    'BANK_FILE_XML_RUNAWAY_MARKUP',
    2,
  ],
  [
    'with a giant text',
    utf8(message(`<AddtlInf>${'x'.repeat(70_000)}</AddtlInf>`)),
    'BANK_FILE_XML_TEXT_TOO_LONG',
    2,
  ],
  [
    'with a name that never ends',
    utf8(message(`<${'x'.repeat(3_000_000)}`)),
    'BANK_FILE_XML_RUNAWAY_MARKUP',
    2,
  ],
  ['with an unknown prefix', utf8(message('<p:A/>')), 'BANK_FILE_XML_MALFORMED', 2],
  ['with NUL in it', utf8(message('<A>\n\u0000</A>')), 'BANK_FILE_XML_MALFORMED', 3],
  [
    'with a broken character',
    Buffer.concat([
      utf8('<Document xmlns="x">\n\n<A>'),
      Buffer.from([0xc3, 0x28]),
      utf8('</A></Document>'),
    ]),
    'BANK_FILE_ENCODING_BROKEN',
    3,
  ],
  [
    'that ends within a character',
    Buffer.concat([utf8(message('').slice(0, -11)), Buffer.from([0xd8])]),
    'BANK_FILE_ENCODING_BROKEN',
    2,
  ],
  [
    'in an unknown encoding',
    utf8('<?xml version="1.0" encoding="EBCDIC-FR"?><Document/>'),
    'BANK_FILE_ENCODING_UNSUPPORTED',
    1,
  ],
  [
    'UTF-16 of odd length',
    Buffer.from([0xff, 0xfe, 0x3c, 0x00, 0x41]),
    'BANK_FILE_ENCODING_BROKEN',
    1,
  ],
  [
    'with two roots',
    utf8(`${message(ANSWER)}\n${message(ANSWER).split('\n').slice(1).join('\n')}`),
    'BANK_FILE_XML_MALFORMED',
    6,
  ],
  ['with text behind the root', utf8(`${message(ANSWER)}\nمرحبا`), 'BANK_FILE_XML_MALFORMED', 6],
  [
    'with two messages in an envelope',
    utf8(`<E>${message('').slice(39)}${message('').slice(39)}</E>`),
    'BANK_FILE_SEVERAL_MESSAGES',
    1,
  ],
  [
    'a statement in an open block',
    utf8(`{1:F01X}{4:\n${STATEMENT.slice(0, -1)}`),
    'BANK_FILE_TRUNCATED',
    1,
  ],
  ['a wage file without its last line', utf8(WAGES.slice(0, -1)), 'BANK_FILE_TRUNCATED', 3],
  [
    'a wage file whose total differs',
    utf8(WAGES.replace('2640.00', '2640.01')),
    'BANK_FILE_TOTALS_DIFFER',
    1,
  ],
  ['a wage file with a short line', utf8(WAGES.replace('\tSSBE\t', '\n')), 'BANK_FILE_LAYOUT', 2],
  ['a wage file in another currency', utf8(WAGES.replace('SAR', 'USD')), 'BANK_FILE_LAYOUT', 1],
  [
    'a table with an open quote',
    utf8(`${TABLE.repeat(5)}3,"${'x\n'.repeat(80_000)}`),
    'BANK_FILE_LINE_TOO_LONG',
    16,
  ],
  [
    'a line without end',
    utf8(`${STATEMENT}\n${'x'.repeat(200_000)}`),
    'BANK_FILE_LINE_TOO_LONG',
    9,
  ],
  [
    'an archive of anything',
    zipArchive([{ name: 'a.txt', content: utf8('x') }]),
    'BANK_FILE_NOT_RECOGNISED',
    null,
  ],
  [
    'a workbook bomb',
    workbook({ name: 'xl/worksheets/sheet1.xml', content: megabytes(100) }),
    'BANK_FILE_ARCHIVE_UNSAFE',
    null,
  ],
  [
    'a workbook of many bombs',
    workbook(...[1, 2, 3].map((n) => ({ name: `xl/media/${n}`, content: megabytes(50) }))),
    'BANK_FILE_ARCHIVE_UNSAFE',
    null,
  ],
  [
    'a workbook that lies about its size',
    workbook({ name: 'xl/worksheets/sheet1.xml', content: megabytes(30), claimedSize: 900 }),
    'BANK_FILE_ARCHIVE_BROKEN',
    null,
  ],
  [
    'a cut workbook',
    workbook({ name: 'xl/worksheets/sheet1.xml', content: sheet(9) }).subarray(0, 200),
    'BANK_FILE_ARCHIVE_BROKEN',
    null,
  ],
  [
    'a workbook with a DOCTYPE',
    workbook({ name: 'xl/worksheets/sheet1.xml', content: utf8('<!DOCTYPE x><worksheet/>') }),
    'BANK_FILE_XML_DOCTYPE',
    1,
  ],
];

describe('a file that is', () => {
  it.each(REFUSED)(
    '%s is refused with its code and line, quickly',
    async (_name, bytes, code, line) => {
      const result = await timed(bytes);
      expect(result).toMatchObject({ error: { code, line } });
      expect('error' in result && result.error.message.length).toBeGreaterThan(10);
    },
  );

  it('larger than the limit is refused before it is read', async () => {
    const result = await inspectBankFile(utf8(message(ANSWER)), { limits: { maxFileBytes: 100 } });
    expect(result).toMatchObject({ error: { code: 'BANK_FILE_TOO_LARGE' } });
  });

  it('named like prototype members by the bank is counted like any other', async () => {
    const result = await timed(
      utf8(message('<TxInfAndSts><TxSts>__proto__</TxSts></TxInfAndSts>')),
    );
    expect(JSON.parse(JSON.stringify(result))).toMatchObject({ transactions: 1 });
    expect(JSON.stringify(result)).toContain('"statusCounts":{"__proto__":1}');
  });
});

describe('memory and time of a hostile file on disk', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'insaf-hostile-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it.each([
    [
      'giant-attribute.xml',
      'BANK_FILE_XML_RUNAWAY_MARKUP',
      () => utf8(message(`<A a="${'x'.repeat(60_000_000)}"/>`)),
    ],
    ['deep.xml', 'BANK_FILE_XML_TOO_DEEP', () => utf8(message('<A>'.repeat(10_000_000)))],
    ['many-comments.xml', 'pain.002', () => utf8(message('<!-- x -->'.repeat(2_000_000)))],
    [
      'one-line-table.csv',
      'BANK_FILE_LINE_TOO_LONG',
      () => Buffer.concat([utf8(`${TABLE}3,"`), megabytes(100)]),
    ],
    [
      'bomb.xlsx',
      'BANK_FILE_ARCHIVE_UNSAFE',
      () => workbook({ name: 'xl/worksheets/sheet1.xml', content: megabytes(400) }),
    ],
    [
      'one-line.txt',
      'BANK_FILE_LINE_TOO_LONG',
      () => Buffer.concat([utf8(`${STATEMENT}\n`), megabytes(100)]),
    ],
  ] as const)(
    '%s stays under 200 MB',
    async (name, expected, make) => {
      const path = join(folder, name);
      await writeFile(path, make());
      const root = fileURLToPath(new URL('../../../', import.meta.url));
      const script =
        `const { inspectBankFile } = await import(${JSON.stringify(`${root}src/backend/bank-files/inspect-bank-file.ts`)});` +
        `const result = await inspectBankFile(${JSON.stringify(path)});` +
        `const { peakMegabytes } = await import(${JSON.stringify(`${root}src/backend/bank-files/testing/peak-memory.ts`)});` +
        `console.log(JSON.stringify({ code: result.error?.code ?? result.kind, mb: peakMegabytes() }));`;
      const node = join(root, 'node_modules/.bin/node');
      const { stdout } = await promisify(execFile)(node, [
        '--no-warnings',
        '--input-type=module',
        '-e',
        script,
      ]);
      const { code, mb } = JSON.parse(stdout) as { code: string; mb: number };
      expect(code).toBe(expected);
      expect(mb).toBeLessThan(200);
    },
    30_000,
  );
});
