import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { halalas } from '../../../domain/shared/halalas.ts';
import { writeCamt054 } from './write-camt-054.ts';
import { writePain001, type InstructedPayment, type PaymentBatch } from './write-pain-001.ts';
import { writePain002 } from './write-pain-002.ts';

const hasXmllint = spawnSync('xmllint', ['--version']).status === 0;
const DOCUMENTS = 60;

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'insaf-schema-'));
});
afterAll(() => rm(folder, { recursive: true }));

type Message = 'pain.001.001.09' | 'pain.002.001.10' | 'camt.054.001.08';

/** What xmllint says; the empty text is valid. */
async function faults(message: Message, ...paths: string[]): Promise<string> {
  const schema = fileURLToPath(new URL(`../testing/schemas/${message}.xsd`, import.meta.url));
  const run = promisify(execFile)('xmllint', ['--noout', '--schema', schema, ...paths]);
  const { stderr } = await run.catch((error: { stderr: string }) => error);
  return stderr
    .split('\n')
    .filter((line) => line !== '' && !line.endsWith(' validates'))
    .join('\n');
}

const identifier = fc.stringMatching(/^[A-Za-z0-9/?:().,'+-]{1,35}$/);
const text = (longest: number) =>
  fc
    .string({
      unit: fc.constantFrom(...'عبدالله <>&"\'ab١٢😀é'),
      minLength: 1,
      maxLength: longest - 1,
    })
    .map((value) => `م${value}`);
const amount = fc.integer({ min: 1, max: 10_000_000 }).map(halalas);
const iban = fc.constantFrom('SA0380000000608010167519', 'SA4420000001234567891234');
const bic = fc.option(fc.constantFrom('RJHISARI', 'NCBKSAJEXXX'));
const uetr = fc.option(fc.uuid({ version: 4 }));
const reason = fc.record({
  code: fc.option(fc.constantFrom('AC04', 'MD07', 'NARR')),
  proprietary: text(35),
  info: fc.array(text(105), { maxLength: 2 }),
});

const payment = fc.record({
  endToEndId: identifier,
  instructionId: fc.option(identifier),
  uetr,
  amount,
  iban,
  name: text(140),
  nationalId: fc.option(fc.constant('1000000008')),
  bank: bic,
  narrative: fc.option(text(140)),
});

const batchOf = (payments: readonly InstructedPayment[]): PaymentBatch => ({
  messageId: 'SSB202611-R',
  createdAt: '2026-11-01T08:00:00.000Z',
  paymentInformationId: 'SSB202611-R',
  executionDate: '2026-11-01',
  debtorName: 'فرع تجريبي',
  debtorIban: 'SA0380000000608010167519',
  debtorBank: 'RJHISARI',
  count: payments.length,
  total: halalas(payments.reduce((sum, one) => sum + one.amount, 0)),
  payments,
});

const answer = fc.record({
  endToEndId: identifier,
  instructionId: fc.option(identifier),
  uetr,
  status: fc.constantFrom('ACSC', 'ACCC', 'RJCT'),
  reasons: fc.array(reason, { maxLength: 2 }),
  acceptedAt: fc.option(fc.constant('2026-11-01T08:00:00.000Z')),
  bankReference: fc.option(identifier),
  amount: fc.option(amount),
  name: fc.option(text(140)),
  iban: fc.option(iban),
  bank: bic,
});

const detail = fc.record({
  messageId: fc.option(identifier),
  endToEndId: fc.option(identifier),
  uetr,
  bankReference: fc.option(identifier),
  amount,
  direction: fc.constantFrom('credit' as const, 'debit' as const),
  name: fc.option(text(140)),
  iban: fc.option(iban),
  narrative: fc.option(text(140)),
  returned: fc.option(reason),
});

/** As many documents as can be told apart by what they hold, in one run of xmllint. */
async function writeSome<T>(
  name: string,
  arbitrary: fc.Arbitrary<T>,
  write: (path: string, value: T) => Promise<unknown>,
): Promise<string[]> {
  const values = fc.sample(arbitrary, { numRuns: DOCUMENTS, seed: 20_260_301 });
  const paths = values.map((_, index) => join(folder, `${name}-${index}.xml`));
  for (const [index, value] of values.entries()) await write(paths[index] ?? '', value);
  return paths;
}

describe.skipIf(!hasXmllint)('what we write, under the message definition (xmllint)', () => {
  it('is a valid pain.001.001.09, whatever the payments hold', async () => {
    const payments = fc.array(payment, { minLength: 1, maxLength: 6 });
    const paths = await writeSome('batch', payments, (path, written) =>
      writePain001(path, batchOf(written)),
    );
    expect(await faults('pain.001.001.09', ...paths)).toBe('');
  });

  it('is a valid pain.002.001.10', async () => {
    const batches = fc.array(fc.array(answer, { maxLength: 4 }), { maxLength: 3 });
    const paths = await writeSome('answer', batches, (path, written) =>
      writePain002(path, {
        messageId: 'BANK-1',
        createdAt: '2026-11-02T08:00:00.000Z',
        bank: 'RJHISARI',
        originalMessageId: 'SSB202611-R',
        originalCount: 5,
        originalTotal: halalas(660_000),
        groupStatus: 'PART',
        reasons: [{ code: 'NARR', info: ['جزئي'] }],
        batches: written.map((transactions, index) => ({
          paymentInformationId: `P${index}`,
          originalCount: 5,
          originalTotal: halalas(660_000),
          status: 'PART',
          transactions,
        })),
      }),
    );
    expect(await faults('pain.002.001.10', ...paths)).toBe('');
  });

  it('is a valid camt.054.001.08', async () => {
    const details = fc.array(fc.array(detail, { maxLength: 3 }), { maxLength: 4 });
    const paths = await writeSome('notice', details, (path, entries) =>
      writeCamt054(path, {
        messageId: 'N1',
        id: 'N1-1',
        createdAt: '2026-11-05T08:00:00.000Z',
        account: 'SA9910000000000000000001',
        entries: entries.map((some, index) => ({
          reference: `E${index}`,
          amount: halalas(132_000),
          direction: 'credit' as const,
          bookingDate: '2026-11-05',
          valueDate: '2026-11-06',
          bankReference: `B${index}`,
          narrative: 'إشعار',
          details: some,
        })),
      }),
    );
    expect(await faults('camt.054.001.08', ...paths)).toBe('');
  });

  it('is refused by the schema once elements change places or values break their pattern', async () => {
    const path = join(folder, 'good.xml');
    const name = 'سعد';
    const one = { endToEndId: 'E1', amount: halalas(100), iban: 'SA0380000000608010167519', name };
    await writePain001(path, batchOf([one]));
    const good = await readFile(path, 'utf8');
    const swapped = good.replace(
      /(\s*<NbOfTxs>.*?<\/NbOfTxs>)(\s*<CtrlSum>.*?<\/CtrlSum>)/,
      '$2$1',
    );
    const broken = [swapped, good.replace('RJHISARI', 'rjhi'), good.replace('"SAR"', '"ريال"')];
    for (const [index, document] of broken.entries()) {
      const wrong = join(folder, `broken-${index}.xml`);
      await writeFile(wrong, document);
      expect(await faults('pain.001.001.09', wrong)).toContain('fails to validate');
    }
  });
});

describe('a batch that the schema would refuse', () => {
  const one = {
    endToEndId: 'E1',
    amount: halalas(100),
    iban: 'SA0380000000608010167519',
    name: 'سعد',
  };
  it.each([
    ['a name of 141 characters', { ...one, name: 'س'.repeat(141) }],
    ['no name', { ...one, name: ' ' }],
    ['an identifier of 36 characters', { ...one, endToEndId: 'E'.repeat(36) }],
    ['a BIC that is none', { ...one, bank: 'RJHI' }],
    ['an IBAN with blanks', { ...one, iban: 'SA03 8000 0000 6080 1016 7519' }],
    ['a UETR of another version', { ...one, uetr: '018f0000-0000-7000-8000-000000000000' }],
    ['a text of 141 characters', { ...one, narrative: 'x'.repeat(141) }],
  ])('is not written: %s', async (_what, wrong) => {
    const written = writePain001(join(folder, 'refused.xml'), batchOf([wrong]));
    await expect(written).rejects.toThrow(RangeError);
  });
});
