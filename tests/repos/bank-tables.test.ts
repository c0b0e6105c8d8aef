import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  sampleWorkbook,
  type SampleSheet,
} from '../../src/backend/bank-files/testing/sample-workbook.ts';
import type { Client } from '../../src/contract/client.ts';
import type { OutputOf } from '../../src/contract/api.ts';
import type { TableMappingDto } from '../../src/contract/table-mappings.ts';
import { iban, listText, rowsOf } from './payment-lists.ts';
import { openBranch, valueOf, type TestBranch } from './open-branch.ts';

let branch: TestBranch;
let api: Client;

beforeEach(async () => {
  branch = await openBranch();
  api = await branch.as('finance');
  const path = branch.write('list.csv', listText(rowsOf(5)));
  const { sha256, encoding, mapping } = valueOf(await api.payments.previewList({ path }));
  valueOf(await api.payments.importList({ path, sha256, encoding, mapping }));
});
afterEach(() => branch.close());

const TITLES = ['رقم المرجع', 'رقم الآيبان', 'المبلغ', 'الحالة', 'سبب الرفض', 'التاريخ'];

const row = (index: number, status: string, more: { amount?: string; reason?: string } = {}) => [
  rowsOf(1, index)[0]?.reference ?? '',
  iban(index),
  more.amount ?? '1,320.00',
  status,
  more.reason ?? '',
  '15/11/2026',
];

const csv = (...rows: readonly (readonly string[])[]): string =>
  `${[TITLES, ...rows].map((cells) => cells.map((cell) => `"${cell}"`).join(',')).join('\r\n')}\r\n`;

type ReadTable = OutputOf<'reconciliation.readTable'>;

function completed({ mapping }: ReadTable, more: Partial<TableMappingDto> = {}): TableMappingDto {
  return {
    ...mapping,
    decimalSign: mapping.decimalSign ?? '.',
    thousandsSign: mapping.thousandsSign ?? ',',
    dateOrder: mapping.dateOrder ?? 'dmy',
    ...more,
  };
}

async function save(path: string, more: Partial<TableMappingDto> = {}) {
  const table = valueOf(await api.reconciliation.readTable({ path }));
  return valueOf(
    await api.reconciliation.saveMapping({
      bankCode: '05',
      name: 'ردود الإنماء',
      titles: table.titles,
      mapping: completed(table, more),
    }),
  );
}

async function statuses(): Promise<string[]> {
  const { rows } = valueOf(await api.payments.list({ sort: 'endToEndId' }));
  return rows.map(({ status }) => status);
}

const REASONS = { reasonWords: [{ word: 'الحساب مغلق', list: 'status' as const, code: 'AC04' }] };

describe('a bank’s table of answers', () => {
  it('asks for a mapping the first time, changes nothing by it, and is recognised the next time', async () => {
    const path = branch.write(
      'first.csv',
      csv(row(0, 'تم الصرف'), row(1, 'مرفوض', { reason: 'الحساب مغلق' })),
    );
    const before = await branch.digest();
    expect(await api.reconciliation.preview({ path })).toMatchObject({
      ok: false,
      error: { code: 'BANK_FILE_MAPPING_NEEDED', details: { kind: 'csv', several: 0 } },
    });
    const table = valueOf(await api.reconciliation.readTable({ path }));
    expect(table).toMatchObject({
      kind: 'csv',
      titles: TITLES,
      known: [],
      problems: [],
      mapping: { columns: { endToEndId: 0, account: 1, amount: 2, status: 3, reasonText: 4 } },
      words: { status: ['تم الصرف', 'مرفوض'] },
      rows: [
        { line: 2, amount: '1320.00', reported: 'settled', problem: null },
        { line: 3, reported: 'rejected', reasonCode: 'الحساب مغلق' },
      ],
    });
    expect(await branch.digest()).toBe(before);

    await save(path, REASONS);
    const { file, advances } = valueOf(await api.reconciliation.preview({ path }));
    expect(advances).toMatchObject([
      { status: 'settled', count: 1, amount: 132_000 },
      { status: 'rejected', count: 1, amount: 132_000 },
    ]);
    valueOf(await api.reconciliation.commit({ fileId: file.id, expectedVersion: file.version }));
    expect(await statuses()).toEqual(['settled', 'rejected', 'sent', 'sent', 'sent']);
    const { rows } = valueOf(await api.reconciliation.exceptions({}));
    expect(rows).toMatchObject([{ kind: 'rejected', reasonList: 'status', reasonCode: 'AC04' }]);
    const shown = valueOf(await api.reconciliation.exception({ id: rows[0]?.id ?? '' }));
    expect(shown.line?.raw.trim()).toContain('"مرفوض","الحساب مغلق"');

    const next = branch.write('next.csv', csv(row(2, 'تم الصرف')));
    valueOf(await api.reconciliation.preview({ path: next }));
    expect(valueOf(await api.reconciliation.mappings({}))).toMatchObject([
      { name: 'ردود الإنماء', bankCode: '05', files: 2, version: 1, savedBy: 'موظف finance' },
    ]);
  });

  it('is undone like any other file', async () => {
    const path = branch.write('first.csv', csv(row(0, 'تم الصرف')));
    await save(path);
    const { file } = valueOf(await api.reconciliation.preview({ path }));
    valueOf(await api.reconciliation.commit({ fileId: file.id, expectedVersion: file.version }));
    const [committed] = valueOf(await api.reconciliation.files({}));
    const expectedVersion = committed?.version ?? 0;
    valueOf(await api.reconciliation.undo({ fileId: file.id, expectedVersion }));
    expect(await statuses()).toEqual(['sent', 'sent', 'sent', 'sent', 'sent']);
    expect(valueOf(await api.reconciliation.exceptions({})).rows).toEqual([]);
  });

  it('as a workbook is read from its sheet, its row shown as the raw line', async () => {
    const sheet = (name: string, rows: SampleSheet['rows']): SampleSheet => ({ name, rows });
    const cells = row(0, 'مرفوض', { reason: 'الحساب مغلق' });
    const bytes = sampleWorkbook([
      sheet('غلاف', [['مصرف']]),
      sheet('ردود', [
        TITLES,
        [cells[0] ?? '', cells[1] ?? '', 1320, 'مرفوض', 'الحساب مغلق', { day: 46341 }],
      ]),
    ]);
    const path = branch.write('answers.xlsx', bytes);
    expect(valueOf(await api.reconciliation.readTable({ path })).mapping.sheet).toBe('ردود');
    await save(path, REASONS);
    const { file } = valueOf(await api.reconciliation.preview({ path }));
    valueOf(await api.reconciliation.commit({ fileId: file.id, expectedVersion: file.version }));
    const { rows } = valueOf(await api.reconciliation.exceptions({}));
    const { line } = valueOf(await api.reconciliation.exception({ id: rows[0]?.id ?? '' }));
    expect(line?.raw).toContain('مرفوض\tالحساب مغلق\t2026-11-15');
  });

  it('whose columns have moved is refused, with nothing changed', async () => {
    const path = branch.write('first.csv', csv(row(0, 'تم الصرف')));
    const { id: mappingId } = await save(path);
    const moved = csv(row(1, 'تم الصرف')).replace('"المبلغ","الحالة"', '"الحالة","المبلغ"');
    const before = await branch.digest();
    const answer = await api.reconciliation.preview({
      path: branch.write('moved.csv', moved),
      mappingId,
    });
    expect(answer).toMatchObject({ ok: false, error: { code: 'BANK_FILE_MAPPING_DIFFERS' } });
    expect(await branch.digest()).toBe(before);
  });

  it.each([
    [
      'a formula',
      csv(row(0, 'تم الصرف'), ['=1+1', iban(1), '1', 'مرفوض', '', '']),
      'BANK_FILE_FORMULA',
      3,
    ],
    [
      'an unquoted thousands sign',
      csv(row(0, 'تم الصرف')) + 'X,Y,1,320.00,مرفوض,,\r\n',
      'BANK_FILE_LAYOUT',
      3,
    ],
  ])('with %s is refused at its line, with nothing changed', async (_what, text, code, line) => {
    await save(branch.write('first.csv', csv(row(0, 'تم الصرف'))));
    const before = await branch.digest();
    const answer = await api.reconciliation.preview({ path: branch.write('bad.csv', text) });
    expect(answer).toMatchObject({ ok: false, error: { code, details: { line } } });
    expect(await branch.digest()).toBe(before);
  });
});

describe('a saved mapping', () => {
  it('is changed as a new version, every version kept, and refused to whoever saw an older one', async () => {
    const path = branch.write('first.csv', csv(row(0, 'تم الصرف')));
    const { id } = await save(path);
    const table = valueOf(await api.reconciliation.readTable({ path }));
    expect(table.known).toEqual([id]);
    const change = (expectedVersion: number, name: string) =>
      api.reconciliation.saveMapping({
        id,
        expectedVersion,
        bankCode: '05',
        name,
        titles: table.titles,
        mapping: completed(table, REASONS),
      });
    expect(valueOf(await change(1, 'ردود جديدة'))).toEqual({ id, version: 2 });
    expect(await change(1, 'متأخر')).toMatchObject({ ok: false, error: { code: 'CONFLICT' } });
    expect(valueOf(await api.reconciliation.mappings({}))).toMatchObject([
      { name: 'ردود جديدة', version: 2, mapping: REASONS },
    ]);
    expect(valueOf(await api.reconciliation.mappingHistory({ id }))).toMatchObject([
      { version: 1, name: 'ردود الإنماء', mapping: { reasonWords: [] } },
    ]);
  });

  it('that leaves a number or a key open is not saved', async () => {
    const path = branch.write('first.csv', csv(row(0, 'تم الصرف')));
    const table = valueOf(await api.reconciliation.readTable({ path }));
    const answer = await api.reconciliation.saveMapping({
      bankCode: '05',
      name: 'ناقص',
      titles: table.titles,
      mapping: completed(table, { columns: { account: 1 }, thousandsSign: 'none' }),
    });
    expect(answer).toMatchObject({
      ok: false,
      error: {
        code: 'TABLE_MAPPING_INCOMPLETE',
        details: { problems: 'AMOUNT_MISSING KEY_MISSING STATUS_MISSING' },
      },
    });
  });

  it('that is retired reads nothing any more', async () => {
    const path = branch.write('first.csv', csv(row(0, 'تم الصرف')));
    const { id } = await save(path);
    valueOf(await api.reconciliation.retireMapping({ id, expectedVersion: 1 }));
    expect(await api.reconciliation.preview({ path })).toMatchObject({
      error: { code: 'BANK_FILE_MAPPING_NEEDED' },
    });
  });

  it('of two banks with the same titles is for the officer to choose', async () => {
    const path = branch.write('first.csv', csv(row(0, 'تم الصرف')));
    const { id } = await save(path);
    await save(path);
    expect(await api.reconciliation.preview({ path })).toMatchObject({
      error: { code: 'BANK_FILE_MAPPING_NEEDED', details: { several: 2 } },
    });
    valueOf(await api.reconciliation.preview({ path, mappingId: id }));
  });

  it('names the encoding where the file cannot say it', async () => {
    const text = csv(row(0, 'مرفوض', { reason: 'الحساب مغلق' }));
    const { encodeText } = await import('../../src/backend/bank-files/testing/encode-text.ts');
    const path = branch.write('old.csv', encodeText(text, 'iso-8859-6') ?? '');
    const table = valueOf(await api.reconciliation.readTable({ path }));
    expect(table.encodingGuessed).toBe(true);
    const again = valueOf(await api.reconciliation.readTable({ path, encoding: 'iso-8859-6' }));
    expect(again.titles).toEqual(TITLES);
    valueOf(
      await api.reconciliation.saveMapping({
        bankCode: '10',
        name: 'قديم',
        titles: again.titles,
        mapping: completed(again),
      }),
    );
    const { advances, warnings } = valueOf(await api.reconciliation.preview({ path }));
    expect(advances).toMatchObject([{ status: 'rejected', count: 1 }]);
    expect(warnings).toEqual([]);
  });
});
