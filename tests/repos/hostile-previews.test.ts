import { appendFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  damaged,
  FUZZ_SEEDS,
  mutations,
} from '../../src/backend/bank-files/testing/mutate-file.ts';
import {
  ANSWER,
  megabytes,
  message,
  STATEMENT,
  TABLE,
  utf8,
  WAGES,
  workbook,
} from '../../src/backend/bank-files/testing/sample-files.ts';
import { sampleWorkbook } from '../../src/backend/bank-files/testing/sample-workbook.ts';
import type { Client } from '../../src/contract/client.ts';
import { statusReport, answer } from './bank-answers.ts';
import { openBranch, valueOf, type TestBranch } from './open-branch.ts';
import { listText, rowsOf } from './payment-lists.ts';

/** One branch for all: each file must leave it as it was. */
let branch: TestBranch;
let api: Client;

beforeAll(async () => {
  branch = await openBranch();
  api = await branch.as('finance');
  const file = branch.write('list.csv', listText(rowsOf(5)));
  const { sha256, encoding, mapping } = valueOf(await api.payments.previewList({ path: file }));
  valueOf(await api.payments.importList({ path: file, sha256, encoding, mapping }));
});
afterAll(() => branch.close());

const cut = (bytes: Buffer): Buffer => bytes.subarray(0, Math.floor(bytes.length * 0.7));

const bombOfArchives = (): Buffer => {
  let inner = workbook({ name: 'xl/media/1', content: megabytes(8) });
  for (let depth = 0; depth < 4; depth += 1) {
    inner = workbook({ name: 'xl/embeddings/1.xlsx', content: inner });
  }
  return inner;
};

const HOSTILE: readonly (readonly [string, () => Buffer, string, number | null])[] = [
  [
    'an entity bomb',
    () => utf8(message('&e;', '<!DOCTYPE x [<!ENTITY e "xx">]>')),
    'BANK_FILE_XML_DOCTYPE',
    2,
  ],
  ['an endless nest', () => utf8(message('<A>'.repeat(100_000))), 'BANK_FILE_XML_TOO_DEEP', 2],
  [
    'a giant attribute after a good line',
    () => utf8(message(`${ANSWER}<A a="${'x'.repeat(5_000_000)}"/>`)),
    'BANK_FILE_XML_RUNAWAY_MARKUP',
    5,
  ],
  ['NUL in an answer', () => utf8(message(`${ANSWER}\u0000`)), 'BANK_FILE_XML_MALFORMED', 5],
  [
    'a broken character after good lines',
    () => Buffer.concat([utf8(message(ANSWER.repeat(400)).slice(0, -60)), Buffer.from([0xff])]),
    'BANK_FILE_ENCODING_BROKEN',
    1202,
  ],
  ['a cut answer', () => cut(utf8(message(ANSWER.repeat(900)))), 'BANK_FILE_TRUNCATED', 1892],
  ['two roots', () => utf8(`${message(ANSWER)}\n<B/>`), 'BANK_FILE_XML_MALFORMED', 6],
  ['a cut wage file', () => utf8(WAGES.slice(0, -1)), 'BANK_FILE_TRUNCATED', 3],
  [
    'a wage file of another sum',
    () => utf8(WAGES.replace('2640.00', '2640.01')),
    'BANK_FILE_TOTALS_DIFFER',
    1,
  ],
  [
    'a line of 100 MB',
    () => Buffer.concat([utf8(`${STATEMENT}\n`), megabytes(100)]),
    'BANK_FILE_LINE_TOO_LONG',
    9,
  ],
  ['one line of 100 MB alone', () => megabytes(100), 'BANK_FILE_NOT_RECOGNISED', 1],
  [
    'a table with an open quote',
    () => utf8(`${TABLE.repeat(5)}3,"${'x\n'.repeat(80_000)}`),
    'BANK_FILE_LINE_TOO_LONG',
    16,
  ],
  [
    'a workbook bomb',
    () => workbook({ name: 'xl/worksheets/sheet1.xml', content: megabytes(300) }),
    'BANK_FILE_ARCHIVE_UNSAFE',
    null,
  ],
  [
    'a workbook of 3,000 parts',
    () =>
      workbook(...Array.from({ length: 3000 }, (_, n) => ({ name: `x${n}`, content: utf8('x') }))),
    'BANK_FILE_ARCHIVE_UNSAFE',
    null,
  ],
  [
    'a workbook that lies about its size',
    () => workbook({ name: 'xl/worksheets/sheet1.xml', content: megabytes(30), claimedSize: 900 }),
    'BANK_FILE_ARCHIVE_BROKEN',
    null,
  ],
  [
    'a workbook with one part twice',
    () =>
      sampleWorkbook(
        [{ name: 'x', rows: [['a']] }],
        [{ name: 'xl/workbook.xml', content: utf8('<workbook/>') }],
      ),
    'BANK_FILE_ARCHIVE_BROKEN',
    null,
  ],
  ['archives within archives', bombOfArchives, 'BANK_FILE_MAPPING_NEEDED', null],
  [
    'our own message',
    () =>
      utf8(
        '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.052.001.08"><BkToCstmrAcctRpt><GrpHdr><MsgId>M</MsgId></GrpHdr></BkToCstmrAcctRpt></Document>',
      ),
    'BANK_FILE_NOT_AN_ANSWER',
    null,
  ],
];

describe('a hostile file', () => {
  it.each(HOSTILE)(
    '(%s) is refused at its line, quickly, and not a row of any table changes',
    async (_name, make, code, line) => {
      const before = await branch.digest({ audit: true });
      const file = branch.write('hostile.bin', make());
      const started = performance.now();
      const refused = await api.reconciliation.preview({ path: file });
      expect(performance.now() - started).toBeLessThan(2000);
      expect(refused).toMatchObject({ ok: false, error: { code } });
      if (!refused.ok && line !== null) expect(refused.error.details?.['line']).toBe(line);
      expect(await branch.digest({ audit: true })).toBe(before);
    },
  );

  it('that is replaced while it is read is refused, and not a row changes', async () => {
    const answers = Array.from({ length: 4000 }, (_, index) => answer(index, 'ACSC'));
    const file = await statusReport(branch.write('changing.xml', ''), answers);
    const before = await branch.digest({ audit: true });
    let isChanged = false;
    const refused = await api.reconciliation.preview(
      { path: file },
      {
        onProgress: ({ phase, done }) => {
          if (isChanged || phase !== 'reading' || done < 100_000) return;
          isChanged = true;
          appendFileSync(file, '<!-- more -->');
        },
      },
    );
    expect(isChanged).toBe(true);
    expect(refused).toMatchObject({ ok: false, error: { code: 'BANK_FILE_CHANGED' } });
    expect(await branch.digest({ audit: true })).toBe(before);
  });

  it('of 200 damaged ones is refused without a trace, or previewed whole and thrown away without one', async () => {
    const tables = ['payment', 'payment_event', 'bank_line', 'reconciliation_exception'];
    const before = await branch.tablesDigest(tables);
    const target = path.join(branch.folder, '..', `damaged-${process.pid}.bin`);
    let previewed = 0;
    await fc.assert(
      fc.asyncProperty(fc.nat(FUZZ_SEEDS.length - 1), mutations, async (seed, damage) => {
        writeFileSync(target, damaged(FUZZ_SEEDS[seed] ?? Buffer.alloc(0), damage));
        const result = await api.reconciliation.preview({ path: target });
        if (result.ok) {
          previewed += 1;
          const { id: fileId, version: expectedVersion } = result.value.file;
          valueOf(await api.reconciliation.discard({ fileId, expectedVersion }));
        } else expect(result.error.code).not.toBe('INTERNAL');
        expect(await branch.tablesDigest(tables)).toBe(before);
      }),
      { numRuns: 200 },
    );
    expect(previewed).toBeGreaterThan(5);
  });
});
