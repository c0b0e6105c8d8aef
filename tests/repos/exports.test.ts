import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { readSheet } from 'read-excel-file/node';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Client } from '../../src/contract/client.ts';
import { halalas } from '../../src/domain/shared/halalas.ts';
import { answer, rejected, statusReport } from './bank-answers.ts';
import { openDesk, type FinanceDesk } from './finance-desk.ts';
import { valueOf } from './open-branch.ts';
import { rowsOf } from './payment-lists.ts';

type Input = Parameters<Client['exports']['write']>[0];

let desk: FinanceDesk;
beforeEach(async () => {
  desk = await openDesk(rowsOf(6));
  await desk.commit(
    await statusReport(desk.newFile(), [
      rejected(0, 'AC04'),
      rejected(1, 'AC04'),
      answer(2, 'ACSC', { amount: halalas(131_900) }),
      answer(3, 'ACSC'),
    ]),
  );
});
afterEach(() => desk.branch.close());

const sheetOf = (
  list: Input['list'],
  columns: readonly string[],
  words: Record<string, string> = {},
): Input => ({
  path: desk.newFile('xlsx'),
  list,
  title: 'قائمة',
  rightToLeft: true,
  columns: columns.map((id) => ({ id, header: id })),
  words,
});

async function exported(input: Input, api = desk.api) {
  const written = valueOf(await api.exports.write(input));
  return { ...written, data: (await readSheet(written.path)).slice(1) };
}

describe('a list that is exported', () => {
  it('holds the exceptions of the screen, row by row, in its filter and order', async () => {
    const query = { action: 'NEW_ACCOUNT', sort: 'name', descending: true } as const;
    const { rows, data } = await exported(
      sheetOf(
        { table: 'exceptions', query },
        ['reference', 'person', 'nationalId', 'ours', 'code', 'kind'],
        {
          'kind.rejected': 'مرفوضة',
        },
      ),
    );
    const onScreen = await desk.exceptions(query);
    expect(rows).toBe(2);
    expect(data).toEqual(
      onScreen.map(({ endToEndId, person }) => [
        endToEndId,
        person?.name,
        person?.maskedNationalId,
        1320,
        'AC04',
        'مرفوضة',
      ]),
    );
    expect(data[0]?.[2]).toMatch(/^\*{6}\d{4}$/);
  });

  it('writes amounts as numbers, days as days, and what is not there as nothing', async () => {
    const { data } = await exported(
      sheetOf({ table: 'exceptions', query: { kind: 'amountDiffers' } }, [
        'ours',
        'banks',
        'difference',
        'followUp',
        'opened',
      ]),
    );
    expect(data).toEqual([[1320, 1319, -1, null, new Date('2026-11-02T11:00:00.000Z')]]);
  });

  it('has all payments, files, totals and banks', async () => {
    const payments = await exported(
      sheetOf({ table: 'payments', query: { sort: 'endToEndId' } }, [
        'reference',
        'iban',
        'status',
        'amount',
      ]),
    );
    expect(payments.rows).toBe(6);
    expect(payments.data.map(([reference, , status]) => [reference, status])).toEqual([
      ['SSB202611R0000001', 'rejected'],
      ['SSB202611R0000002', 'rejected'],
      ['SSB202611R0000003', 'sent'],
      ['SSB202611R0000004', 'settled'],
      ['SSB202611R0000005', 'sent'],
      ['SSB202611R0000006', 'sent'],
    ]);
    expect(payments.data[0]?.[1]).toMatch(/^SA\*{6}\d{4}$/);
    const files = await exported(sheetOf({ table: 'bankFiles', query: {} }, ['lines', 'status']));
    expect(files.data).toEqual([[4, 'committed']]);
    const { cycleId } = desk;
    const totals = await exported(
      sheetOf({ table: 'totals', query: { cycleId } }, ['part', 'count', 'amount']),
    );
    expect(totals.data).toEqual([
      ['sent', 6, 7920],
      ['paid', 1, 1320],
      ['rejected', 2, 2640],
      ['returned', 0, 0],
      ['open', 3, 3960],
      ['planned', 0, 0],
    ]);
    const banks = await exported(
      sheetOf({ table: 'pictures', query: { cycleId } }, ['bank', 'sent', 'rejected', 'rate'], {
        'bank.80': 'مصرف الراجحي',
      }),
    );
    expect(banks.data).toEqual([['مصرف الراجحي', 6, 2, 0.333333]]);
  });

  it('is for who may see the list, and stands on the audit trail', async () => {
    const cases = sheetOf({ table: 'complaints', query: {} }, ['number']);
    expect(valueOf(await desk.api.exports.write(cases)).rows).toBe(0);
    const auditor = await desk.branch.as('administrator');
    const input = sheetOf({ table: 'payments', query: {} }, ['reference']);
    expect(await auditor.exports.write(input)).toMatchObject({
      error: { code: 'NOT_PERMITTED', details: { permission: 'payments.read' } },
    });
    const before = await desk.branch.tablesDigest(['audit_entry']);
    valueOf(await desk.api.exports.write(input));
    expect(await desk.branch.tablesDigest(['audit_entry'])).not.toBe(before);
  });

  it('is refused where it cannot be written, and for a column that the list has not', async () => {
    const input = sheetOf({ table: 'payments', query: {} }, ['reference']);
    const nowhere = path.join(path.dirname(input.path), 'missing', 'list.xlsx');
    expect(await desk.api.exports.write({ ...input, path: nowhere })).toMatchObject({
      error: { code: 'EXPORT_PATH' },
    });
    expect(await desk.api.exports.write({ ...input, path: 'list.xlsx' })).toMatchObject({
      error: { code: 'EXPORT_PATH' },
    });
    expect(
      await desk.api.exports.write({ ...input, columns: [{ id: 'iban2', header: 'iban2' }] }),
    ).toMatchObject({ error: { code: 'INVALID_INPUT' } });
  });

  it('leaves no file when it is stopped', async () => {
    const input = sheetOf({ table: 'payments', query: {} }, ['reference']);
    const target = path.join(path.dirname(input.path), 'stopped.xlsx');
    const stop = new AbortController();
    const result = await desk.api.exports.write(
      { ...input, path: target },
      { signal: stop.signal, onProgress: () => stop.abort() },
    );
    expect(result).toEqual({ ok: false, error: { code: 'CANCELLED' } });
    expect(existsSync(target)).toBe(false);
    expect(readdirSync(path.dirname(target)).filter((name) => name.endsWith('.partial'))).toEqual(
      [],
    );
  });
});
