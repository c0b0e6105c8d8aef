import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BankRecord } from '../../../domain/reconciliation/bank-message.ts';
import { halalas, halalasToDecimal } from '../../../domain/shared/halalas.ts';
import { readBankFile } from '../read-bank-file.ts';
import { readRawLine } from '../read-raw-line.ts';
import { writeCamt054 } from './write-camt-054.ts';
import { writePain001 } from './write-pain-001.ts';
import { writePain002 } from './write-pain-002.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'insaf-writers-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function readAll(path: string): Promise<BankRecord[]> {
  const records: BankRecord[] = [];
  for await (const batch of readBankFile(path)) records.push(...batch);
  return records;
}

const identifier = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9/?:().,'+ -]{0,33}[A-Za-z0-9]$/);
const amount = fc.integer({ min: 1, max: 10_000_000 }).map(halalas);
/** Text as people write it, markup and Arabic included; banks trim it, so no blanks around it. */
const text = fc
  .string({
    unit: fc.constantFrom(...'عبدالله<>&"\' ]]>ab١٢😀é\u200F'),
    minLength: 1,
    maxLength: 60,
  })
  .map((value) => `م${value}ن`);
const iban = fc.constantFrom('SA0380000000608010167519', 'SA4420000001234567891234');
const reason = fc.record({
  code: fc.constantFrom('AC01', 'AC04', 'AC06', 'BE01', 'MD07', 'NARR'),
  info: fc.array(text, { maxLength: 2 }),
});

describe('a batch that we write', () => {
  it('is read back payment for payment, with count and control sum that agree', async () => {
    const payments = fc.array(
      fc.record({
        endToEndId: identifier,
        instructionId: identifier,
        amount,
        iban,
        name: text,
        narrative: text,
      }),
      { minLength: 1, maxLength: 8 },
    );
    await fc.assert(
      fc.asyncProperty(payments, async (written) => {
        const path = join(folder, 'batch.xml');
        await writePain001(path, {
          messageId: 'INSAF-2026-03',
          createdAt: '2026-03-01T08:00:00.000Z',
          paymentInformationId: 'P1',
          executionDate: '2026-03-01',
          debtorName: 'فرع تجريبي',
          debtorIban: 'SA0380000000608010167519',
          debtorBank: 'RJHISARI',
          count: written.length,
          total: halalas(written.reduce((sum, payment) => sum + payment.amount, 0)),
          payments: written,
        });
        const records = await readAll(path);
        expect(records.filter(({ type }) => type === 'warning')).toEqual([]);
        expect(records.filter(({ type }) => type === 'transaction')).toMatchObject(
          written.map((payment) => ({
            endToEndId: payment.endToEndId,
            instructionId: payment.instructionId,
            amount: halalasToDecimal(payment.amount),
            currency: 'SAR',
            account: payment.iban,
            name: payment.name,
            narrative: payment.narrative,
            originalMessageId: 'INSAF-2026-03',
          })),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('is not written at all when its payments are not what the header announces', async () => {
    const batch = {
      messageId: 'M',
      createdAt: '2026-03-01T08:00:00.000Z',
      paymentInformationId: 'P',
      executionDate: '2026-03-01',
      debtorName: 'فرع',
      debtorIban: 'SA0380000000608010167519',
      debtorBank: 'RJHISARI',
      count: 2,
      total: halalas(100),
      payments: [
        { endToEndId: 'E1', amount: halalas(100), iban: 'SA0380000000608010167519', name: 'أ' },
      ],
    };
    await expect(writePain001(join(folder, 'wrong.xml'), batch)).rejects.toThrow(RangeError);
    expect((await readdir(folder)).filter((name) => name.startsWith('wrong'))).toEqual([]);
  });
});

describe('a bank answer that we write', () => {
  it('is read back with every status and reason, and each raw line is the bank’s own text of that payment', async () => {
    const answers = fc.array(
      fc.record({
        endToEndId: identifier,
        status: fc.constantFrom('ACSC', 'ACCC', 'RJCT', 'PDNG'),
        reasons: fc.array(reason, { maxLength: 2 }),
        amount: fc.option(amount),
        name: text,
        iban,
      }),
      { maxLength: 8 },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(answers, { minLength: 1, maxLength: 3 }), async (batches) => {
        const path = join(folder, 'answer.xml');
        await writePain002(path, {
          messageId: 'BANK-1',
          createdAt: '2026-03-01T08:00:00.000Z',
          originalMessageId: 'INSAF-1',
          originalCount: 5,
          originalTotal: halalas(500),
          groupStatus: 'PART',
          batches: batches.map((transactions, index) => ({
            paymentInformationId: `P${index}`,
            originalCount: 5,
            originalTotal: halalas(500),
            status: 'PART',
            transactions,
          })),
        });
        const records = await readAll(path);
        const lines = records.filter((record) => record.type === 'transaction');
        const written = batches.flatMap((transactions, batch) =>
          transactions.map((answer) => ({ answer, batch })),
        );
        expect(lines).toMatchObject(
          written.map(({ answer, batch }) => ({
            endToEndId: answer.endToEndId,
            status: answer.status,
            amount: answer.amount === null ? null : halalasToDecimal(answer.amount),
            name: answer.name,
            paymentInformationId: `P${batch}`,
            reasons: answer.reasons.map(({ code, info }) => ({
              list: 'status',
              code,
              proprietary: null,
              info,
            })),
          })),
        );
        const bytes = await readFile(path);
        for (const line of lines) {
          const raw = await readRawLine(path, line, 'utf-8');
          expect(raw.startsWith('<TxInfAndSts>') && raw.endsWith('</TxInfAndSts>')).toBe(true);
          expect(raw).toContain(`<OrgnlEndToEndId>${line.endToEndId?.replaceAll('&', '&amp;')}<`);
          expect(bytes.subarray(0, line.offset).toString().split('\n')).toHaveLength(line.line);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('a notification that we write', () => {
  it('is read back entry for entry and detail for detail, returns with their reason', async () => {
    const detail = fc.record({
      endToEndId: fc.option(identifier),
      amount,
      direction: fc.constantFrom('credit', 'debit'),
      name: text,
      iban,
      returned: fc.option(reason),
    });
    const entry = fc.record({
      amount,
      direction: fc.constantFrom('credit', 'debit'),
      bookingDate: fc.constant('2026-03-05'),
      bankReference: identifier,
      details: fc.array(detail, { maxLength: 4 }),
      narrative: text,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(entry, { maxLength: 6 }), async (entries) => {
        const path = join(folder, 'notification.xml');
        await writeCamt054(path, {
          messageId: 'N1',
          id: 'N1-1',
          createdAt: '2026-03-05T08:00:00.000Z',
          account: 'SA9910000000000000000001',
          entries,
        });
        const records = await readAll(path);
        expect(records.filter(({ type }) => type === 'entry')).toMatchObject(
          entries.map((written) => ({
            amount: halalasToDecimal(written.amount),
            direction: written.direction,
            details: written.details.length,
            bankReference: written.bankReference,
            narrative: written.narrative,
            status: 'BOOK',
          })),
        );
        expect(records.filter(({ type }) => type === 'detail')).toMatchObject(
          entries.flatMap(({ details }, index) =>
            details.map((written) => ({
              entry: index + 1,
              endToEndId: written.endToEndId,
              amount: halalasToDecimal(written.amount),
              direction: written.direction,
              account: written.iban,
              name: written.name,
              isReturn: written.returned !== null,
              reasons: written.returned ? [{ list: 'return', code: written.returned.code }] : [],
            })),
          ),
        );
      }),
      { numRuns: 60 },
    );
  });
});
