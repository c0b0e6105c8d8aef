import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BankRecord } from '../../../domain/reconciliation/bank-message.ts';
import { RecordStager } from '../../../domain/reconciliation/stage-records.ts';
import { halalas, halalasToDecimal } from '../../../domain/shared/halalas.ts';
import { isoDate } from '../../../domain/shared/iso-date.ts';
import { readBankFile } from '../read-bank-file.ts';
import { writeWages, type WageBatch, type WagePayment } from './write-wages.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'insaf-wages-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function readAll(path: string): Promise<BankRecord[]> {
  const records: BankRecord[] = [];
  for await (const batch of readBankFile(path)) records.push(...batch);
  return records;
}

const word = fc
  .string({ unit: fc.constantFrom(...'عبدالله أحمد;,"\'-+=@[]x١٢é\u200F'), maxLength: 40 })
  .map((value) => `م${value}ن`);
const payment = fc.record({
  endToEndId: fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9/?:().,'+-]{0,33}[A-Za-z0-9]$/),
  amount: fc.integer({ min: 1, max: 10_000_000 }).map(halalas),
  iban: fc.constantFrom('SA0380000000608010167519', 'SA4420000001234567891234'),
  name: word,
  nationalId: fc.stringMatching(/^[12]\d{9}$/),
  bank: fc.constantFrom('RJHI', 'INMA', 'NCBKSAJE'),
  narrative: fc.option(word),
});

const batchOf = (payments: readonly WagePayment[], more: Partial<WageBatch> = {}): WageBatch => ({
  destination: 'RJHI',
  establishmentId: '1234567890',
  debtorIban: 'SA9910000000000000000001',
  valueDate: isoDate('2026-11-01'),
  fileReference: 'SSB202611-R',
  ministryEstablishmentId: '77001',
  count: payments.length,
  total: halalas(payments.reduce((sum, { amount }) => sum + amount, 0)),
  payments,
  ...more,
});

const one: WagePayment = {
  endToEndId: 'SSB202611R0000001',
  amount: halalas(132_000),
  iban: 'SA0380000000608010167519',
  name: 'سعد العتيبي',
  nationalId: '1000000008',
  bank: 'RJHI',
};

describe('a wage file that we write', () => {
  it('is read back payment for payment, with its control sum', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(payment, { minLength: 1, maxLength: 8 }), async (payments) => {
        const path = join(folder, 'wages.txt');
        const batch = batchOf(payments);
        const { count, total } = await writeWages(path, batch);
        expect({ count, total }).toEqual({ count: batch.count, total: batch.total });
        const records = await readAll(path);
        expect(records.filter(({ type }) => type === 'warning')).toEqual([]);
        expect(records[0]).toMatchObject({
          kind: 'wages',
          messageId: 'SSB202611-R',
          declaredSum: halalasToDecimal(batch.total),
          groupStatus: null,
        });
        expect(records[1]).toMatchObject({
          paymentInformationId: 'SSB202611-R',
          account: 'SA9910000000000000000001',
          executionDate: '2026-11-01',
        });
        expect(records.filter(({ type }) => type === 'transaction')).toMatchObject(
          payments.map(({ endToEndId, amount, iban, name, nationalId, bank, narrative }) => ({
            amount: halalasToDecimal(amount),
            currency: 'SAR',
            account: iban,
            name,
            bank,
            personId: nationalId,
            narrative: narrative ? `${endToEndId} ${narrative}` : endToEndId,
            originalMessageId: 'SSB202611-R',
            status: null,
            reasons: [],
          })),
        );
      }),
      { numRuns: 100 },
    );
  });

  it('has ten fields in its header, fourteen in each line and ends in a dash', async () => {
    const path = join(folder, 'layout.txt');
    await writeWages(path, batchOf([one, one], { debitDate: isoDate('2026-10-29') }));
    const lines = (await readFile(path, 'utf8')).split('\r\n');
    expect(lines.map((line) => line.split('\t').length)).toEqual([10, 14, 14, 1, 1]);
    expect(lines[0]).toBe(
      'RJHI\t1234567890\tSA9910000000000000000001\tSAR\t20261101\t2640.00\t20261029\tSSB202611-R\t\t77001',
    );
    expect(lines[3]).toBe('-');
  });

  it('comes back from the bank as answers: what was paid, what was not and why', async () => {
    const path = join(folder, 'returned.txt');
    await writeWages(path, batchOf([one, { ...one, endToEndId: 'SSB202611R0000002' }, one]));
    const lines = (await readFile(path, 'utf8')).split('\r\n');
    const answered = lines.map((line, index) => {
      const cells = line.split('\t');
      if (index === 1) cells.splice(11, 3, 'FT26305001', 'PAID', '20261101');
      if (index === 2) {
        cells[5] = 'AC04';
        cells.splice(11, 3, 'FT26305002', 'RJCT', '20261101');
      }
      return cells.join('\t');
    });
    await writeFile(path, answered.join('\r\n'));
    const stager = new RecordStager();
    const staged = (await readAll(path)).flatMap((record) => stager.add(record));
    expect([...staged, ...stager.end()]).toMatchObject([
      { reported: 'settled', narrative: 'SSB202611R0000001', bankReference: 'FT26305001' },
      { reported: 'rejected', reasonList: 'wages', reasonCode: 'AC04', amount: 132_000 },
      { reported: 'pending' },
    ]);
  });

  it.each([
    ['other payments than its header announces', batchOf([one], { count: 2 })],
    ['another sum than its header announces', batchOf([one], { total: halalas(1) })],
    ['a tab in a name', batchOf([{ ...one, name: 'سعد\tالعتيبي' }])],
    ['a line break in a text', batchOf([{ ...one, narrative: 'a\n-' }])],
    ['a blank name', batchOf([{ ...one, name: ' ' }])],
    ['a control character', batchOf([{ ...one, name: 'سعد\u0000' }])],
    ['half a character', batchOf([{ ...one, name: 'سعد\uD83D' }])],
    ['a name that no bank can hold', batchOf([{ ...one, name: 'س'.repeat(141) }])],
    ['no amount', batchOf([{ ...one, amount: halalas(0) }])],
    ['no national id', batchOf([{ ...one, nationalId: '' }])],
    ['a bank that is none', batchOf([one], { destination: 'rjhi' })],
    ['a reference longer than 16', batchOf([one], { fileReference: 'SSB202611-R-00001' })],
  ])('is not written at all with %s', async (_what, batch) => {
    await expect(writeWages(join(folder, 'wrong.txt'), batch)).rejects.toThrow(RangeError);
    expect((await readdir(folder)).filter((name) => name.startsWith('wrong'))).toEqual([]);
  });
});
