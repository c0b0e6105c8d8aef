import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Client } from '../../src/contract/client.ts';
import { openBranch, valueOf, type TestBranch } from './open-branch.ts';
import { HEADER, listText, nationalId, rowsOf, type ListRow } from './payment-lists.ts';

let branch: TestBranch;
let api: Client;

beforeEach(async () => {
  branch = await openBranch();
  api = await branch.as('finance');
});
afterEach(() => branch.close());

const write = (rows: readonly ListRow[], name = 'list.csv') => branch.write(name, listText(rows));

async function importFile(path: string) {
  const preview = valueOf(await api.payments.previewList({ path }));
  const { sha256, encoding, mapping } = preview;
  return api.payments.importList({ path, sha256, encoding, mapping });
}

describe('a payment list', () => {
  it('is previewed without changing anything', async () => {
    const before = await branch.digest({ audit: true });
    const path = write([...rowsOf(3), { index: 1, kind: 'فرق', amount: '660' }]);
    const preview = valueOf(await api.payments.previewList({ path }));
    expect(preview).toMatchObject({
      fileName: 'list.csv',
      encoding: 'utf-8',
      rows: 4,
      amount: 3 * 132_000 + 66_000,
      months: [{ month: '2026-11', rows: 4, amount: 462_000 }],
      newBeneficiaries: 3,
      problems: [],
      problemCount: 0,
      alreadyImportedAt: null,
      importable: true,
    });
    expect(await branch.digest({ audit: true })).toBe(before);
  });

  it('is imported whole: people, accounts, payments with their events, the cycle', async () => {
    const path = write([...rowsOf(3), { index: 1, kind: 'فرق', amount: '660' }]);
    const imported = valueOf(await importFile(path));
    expect(imported).toMatchObject({ rows: 4, amount: 462_000 });
    expect(valueOf(await api.payments.cycles({}))).toEqual([
      {
        id: imported.cycleId,
        number: 59,
        month: '2026-11',
        payDate: '2026-11-01',
        status: 'open',
        payments: 4,
        amount: 462_000,
        sentRuns: 1,
        closing: false,
        version: 1,
      },
    ]);
    const page = valueOf(await api.payments.list({ sort: 'amount' }));
    expect(page).toMatchObject({ total: 4, amount: 462_000 });
    const [difference] = page.rows;
    expect(difference).toMatchObject({
      endToEndId: 'INS59-000004',
      kind: 'difference',
      status: 'sent',
      maskedNationalId: `******${nationalId(1).slice(-4)}`,
      bankCode: '80',
    });
    const trace = valueOf(await api.payments.trace({ id: difference?.id ?? '' }));
    expect(trace.events.map(({ type, effectiveOn }) => [type, effectiveOn])).toEqual([
      ['prepared', null],
      ['sent', '2026-11-01'],
    ]);
    const person = valueOf(await api.registry.beneficiary({ id: difference?.beneficiaryId ?? '' }));
    expect(person).toMatchObject({ sex: null, birthDate: null, eligibility: 'eligible' });
    expect(person.payments).toHaveLength(2);
    expect(person.bankAccounts).toMatchObject([{ validFrom: '2026-11-01', validTo: null }]);
  });
});

describe('an id whose check digit is wrong', () => {
  it('is shown before the import, and hinders it not', async () => {
    const [one, two] = rowsOf(2) as [ListRow, ListRow];
    const path = write([one, { ...two, nationalId: '1000000001' }], 'digit.csv');
    const preview = valueOf(await api.payments.previewList({ path }));
    expect(preview).toMatchObject({
      importable: true,
      problemCount: 0,
      warningCount: 1,
      warnings: [
        { line: 3, field: 'nationalId', value: '1000000001', reason: 'NATIONAL_ID_CHECKSUM' },
      ],
    });
    const { sha256, encoding, mapping } = preview;
    const imported = valueOf(await api.payments.importList({ path, sha256, encoding, mapping }));
    expect(imported.rows).toBe(2);
  });
});

describe('a list that cannot be imported', () => {
  /** The problems of a list; importing it all the same is refused and changes nothing. */
  async function problemsOf(rows: readonly ListRow[]) {
    const before = await branch.digest({ audit: true });
    const path = write(rows, 'bad.csv');
    const preview = valueOf(await api.payments.previewList({ path }));
    const { sha256, encoding, mapping, problems } = preview;
    expect(preview).toMatchObject({ importable: false, problemCount: problems.length });
    expect(await api.payments.importList({ path, sha256, encoding, mapping })).toMatchObject({
      ok: false,
      error: { code: 'LIST_HAS_PROBLEMS' },
    });
    expect(await branch.digest({ audit: true })).toBe(before);
    return problems.map(({ line, field, code }) => [line, field, code]);
  }

  const [one, two] = rowsOf(2) as [ListRow, ListRow];

  it.each([
    [
      'bad cells, each with its line, column and reason',
      [
        one,
        { ...two, nationalId: '100000001', iban: 'SA0380000000608010167591', amount: '0' },
        { index: 3, month: '2026-13' },
        { index: 4, kind: 'هدية' },
      ],
      [
        [3, 'nationalId', 'NATIONAL_ID_INVALID'],
        [3, 'iban', 'IBAN_INVALID'],
        [3, 'amount', 'AMOUNT_ZERO'],
        [4, 'month', 'MONTH_UNREADABLE'],
        [5, 'kind', 'KIND_UNKNOWN'],
      ],
    ],
    [
      'a person twice, or a reference twice',
      [one, { ...one, reference: 'OTHER-1' }, { ...two, reference: one.reference ?? '' }],
      [
        [3, 'nationalId', 'PAYMENT_REPEATED'],
        [4, 'endToEndId', 'REFERENCE_REPEATED'],
      ],
    ],
    ['more than one month', [one, { ...two, month: '2026-10' }], [[3, 'month', 'MONTH_DIFFERS']]],
    [
      'references that no bank can give back',
      [
        { ...one, reference: 'NOTPROVIDED' },
        { ...two, reference: 'INS59-000001' },
      ],
      [
        [2, 'endToEndId', 'REFERENCE_UNUSABLE'],
        [3, 'endToEndId', 'REFERENCE_UNUSABLE'],
      ],
    ],
  ])('has %s', async (_what, rows, problems) => {
    expect(await problemsOf(rows)).toEqual(problems);
  });

  it('pays somebody a second time, or takes the reference of another payment', async () => {
    valueOf(await importFile(write([one])));
    const rows = [
      { ...one, reference: 'NEW-1' },
      { ...two, reference: one.reference ?? '' },
    ];
    expect(await problemsOf(rows)).toEqual([
      [2, 'nationalId', 'PAYMENT_EXISTS'],
      [3, 'endToEndId', 'REFERENCE_TAKEN'],
    ]);
  });

  it('is of a cycle that is closed', async () => {
    valueOf(await importFile(write([one])));
    await branch.run("update cycle set status = 'closed'");
    const path = write([two], 'late.csv');
    const preview = valueOf(await api.payments.previewList({ path }));
    expect(preview.problems).toMatchObject([{ code: 'CYCLE_CLOSED', value: '2026-11' }]);
    expect(await importFile(path)).toMatchObject({ ok: false, error: { code: 'CYCLE_CLOSED' } });
  });

  it('lacks a column', async () => {
    const before = await branch.digest({ audit: true });
    const header = 'رقم الهوية,اسم المستفيد,الآيبان,الشهر';
    const path = branch.write('columns.csv', `${header}\r\n1,2,3,4\r\n`);
    const preview = valueOf(await api.payments.previewList({ path }));
    expect(preview).toMatchObject({
      importable: false,
      columns: header.split(','),
      problems: [{ code: 'COLUMN_MISSING', field: 'amount', line: 1 }],
    });
    const { sha256, encoding, mapping } = preview;
    expect(await api.payments.importList({ path, sha256, encoding, mapping })).toMatchObject({
      ok: false,
      error: { code: 'LIST_COLUMNS', details: { fields: 'amount' } },
    });
    expect(await branch.digest({ audit: true })).toBe(before);
  });

  it('has two columns for one thing, until the officer says which', async () => {
    const [line = ''] = listText([one]).split('\r\n').slice(1);
    const path = branch.write('two.csv', `${HEADER},Amount\r\n${line},7.00\r\n`);
    expect(valueOf(await api.payments.previewList({ path }))).toMatchObject({
      importable: false,
      problems: [{ code: 'COLUMN_AMBIGUOUS', field: 'amount' }],
    });
    const chosen = valueOf(await api.payments.previewList({ path, mapping: { amount: 7 } }));
    expect(chosen).toMatchObject({ importable: true, amount: 700 });
  });

  it.each([
    ['is empty', '', 'BANK_FILE_EMPTY'],
    ['is no text', Uint8Array.from([0, 1, 2, 0, 255, 0, 7]), 'BANK_FILE_BINARY'],
  ])('%s', async (_case, content, code) => {
    const path = branch.write('odd.csv', content);
    expect(await api.payments.previewList({ path })).toMatchObject({ ok: false, error: { code } });
  });

  it('is not there', async () => {
    expect(await api.payments.previewList({ path: '/nowhere/list.csv' })).toMatchObject({
      ok: false,
      error: { code: 'BANK_FILE_UNREADABLE' },
    });
  });

  it('was imported before, under whatever name', async () => {
    valueOf(await importFile(write([one])));
    const before = await branch.digest({ audit: true });
    const again = write([one], 'again.csv');
    expect(valueOf(await api.payments.previewList({ path: again }))).toMatchObject({
      alreadyImportedAt: '2026-11-02T08:00:00.000Z',
      importable: false,
    });
    expect(await importFile(again)).toMatchObject({
      ok: false,
      error: { code: 'LIST_ALREADY_IMPORTED' },
    });
    expect(await branch.digest({ audit: true })).toBe(before);
  });

  it('has changed since it was looked at', async () => {
    const path = write([one]);
    const { sha256, encoding, mapping } = valueOf(await api.payments.previewList({ path }));
    write([one, two]);
    expect(await api.payments.importList({ path, sha256, encoding, mapping })).toMatchObject({
      ok: false,
      error: { code: 'LIST_CHANGED' },
    });
  });

  it('is stopped half-way by the officer', async () => {
    const before = await branch.digest({ audit: true });
    const path = write(rowsOf(5000));
    const { sha256, encoding, mapping } = valueOf(await api.payments.previewList({ path }));
    const stop = new AbortController();
    const result = await api.payments.importList(
      { path, sha256, encoding, mapping },
      { signal: stop.signal, onProgress: () => stop.abort() },
    );
    expect(result).toEqual({ ok: false, error: { code: 'CANCELLED' } });
    expect(await branch.digest({ audit: true })).toBe(before);
  });

  it('is not for every role', async () => {
    const path = write([one]);
    for (const role of ['officer', 'supervisor', 'auditor'] as const) {
      const other = await branch.as(role);
      expect(await other.payments.previewList({ path })).toMatchObject({
        error: { code: 'NOT_PERMITTED' },
      });
    }
  });
});

describe('a list in other hands', () => {
  it('in windows-1256 with semicolons is read as what it is', async () => {
    const text = listText(rowsOf(2)).replaceAll(',', ';');
    const path = branch.write('list.csv', encodeWindows1256(text));
    const preview = valueOf(await api.payments.previewList({ path }));
    expect(preview).toMatchObject({ encoding: 'windows-1256', delimiter: ';', importable: true });
    valueOf(await importFile(path));
    const { rows } = valueOf(await api.payments.list({}));
    expect(rows.map(({ name }) => name)).toContain('فاطمة بنت سعد الدوسري');
  });

  it('with columns of its own is mapped by the officer', async () => {
    const [row] = rowsOf(1);
    const text = listText(row ? [row] : []).replace(/^[^\r]*/, 'a,b,c,d,e,f,g');
    const path = branch.write('list.csv', text);
    expect(valueOf(await api.payments.previewList({ path })).problems).toHaveLength(5);
    const mapping = { nationalId: 0, name: 1, iban: 2, amount: 3, month: 4 };
    const preview = valueOf(await api.payments.previewList({ path, mapping }));
    expect(preview).toMatchObject({ importable: true, mapping });
    const { sha256, encoding } = preview;
    valueOf(await api.payments.importList({ path, sha256, encoding, mapping }));
    const { rows } = valueOf(await api.payments.list({}));
    expect(rows).toMatchObject([{ endToEndId: 'INS59-000001' }]);
  });
});

describe('lists of several months', () => {
  it('know their people again, and keep the history of their accounts', async () => {
    const november = rowsOf(2);
    valueOf(await importFile(write(november, 'november.csv')));
    const later = (month: string, more: Partial<ListRow>): ListRow[] =>
      november.map((row) => ({ ...row, month, reference: `${month}-${row.index}`, ...more }));
    valueOf(await importFile(write(later('2027-01', { bank: '10' }), 'january.csv')));
    valueOf(await importFile(write(later('2026-12', {}), 'december.csv')));
    valueOf(await importFile(write(later('2026-10', { bank: '05' }), 'october.csv')));
    const { rows } = valueOf(await api.payments.list({}));
    const person = valueOf(await api.registry.beneficiary({ id: rows[0]?.beneficiaryId ?? '' }));
    expect(
      person.bankAccounts.map(({ bankCode, validFrom, validTo }) => [bankCode, validFrom, validTo]),
    ).toEqual([
      ['10', '2027-01-01', null],
      ['80', '2026-11-01', '2027-01-01'],
      ['05', '2026-10-01', '2026-11-01'],
    ]);
    expect(
      valueOf(await api.payments.cycles({})).map(({ number, payDate }) => [number, payDate]),
    ).toEqual([
      [61, '2026-12-31'],
      [60, '2026-12-01'],
      [59, '2026-11-01'],
      [58, '2026-10-01'],
    ]);
  });

  it('go on with the numbers of the cycle', async () => {
    valueOf(await importFile(write([{ index: 0 }, { index: 1 }])));
    valueOf(await importFile(write([{ index: 2 }], 'second.csv')));
    const { rows } = valueOf(await api.payments.list({ sort: 'endToEndId' }));
    expect(rows.map(({ endToEndId }) => endToEndId)).toEqual([
      'INS59-000001',
      'INS59-000002',
      'INS59-000003',
    ]);
  });
});

describe('the list of payments', () => {
  const banks = ['80', '10', '05'];

  beforeEach(async () => {
    const rows = rowsOf(30).map((row) => ({
      ...row,
      amount: `${1000 + ((row.index * 7) % 30)}.50`,
      bank: banks[row.index % 3] ?? '80',
    }));
    valueOf(await importFile(write(rows)));
  });

  it.each(['name', 'amount', 'status', 'bank', 'endToEndId'] as const)(
    'sorted by %s is the same in pages as in one piece, both ways round',
    async (sort) => {
      for (const descending of [false, true]) {
        const whole = valueOf(await api.payments.list({ sort, descending, limit: 500 }));
        expect(whole).toMatchObject({ total: 30 });
        const pages = [];
        for (let offset = 0; offset < 30; offset += 7) {
          pages.push(
            ...valueOf(await api.payments.list({ sort, descending, offset, limit: 7 })).rows,
          );
        }
        expect(pages.map(({ id }) => id)).toEqual(whole.rows.map(({ id }) => id));
      }
    },
  );

  it('counts and sums what the filter lets through, not the page', async () => {
    const page = valueOf(await api.payments.list({ bankCode: ['10'], limit: 2 }));
    expect(page.rows).toHaveLength(2);
    expect(page.total).toBe(10);
    const all = valueOf(await api.payments.list({ bankCode: ['10'], limit: 500 }));
    expect(page.amount).toBe(all.rows.reduce((sum, { amount }) => sum + amount, 0));
    expect(valueOf(await api.payments.list({ status: ['rejected'] }))).toEqual({
      rows: [],
      total: 0,
      amount: 0,
    });
  });

  it.each([
    ['a name in another spelling', 'فاطمه الدوسري', 6],
    ['the beginning of a reference', 'SSB202611R0000001', 1],
    ['an instruction id', 'INS59-000030', 1],
    ['a national id', nationalId(4), 1],
    ['nobody', 'يوسف', 0],
  ])('is searched by %s', async (_case, search, total) => {
    expect(valueOf(await api.payments.list({ search }))).toMatchObject({ total });
  });
});

describe('what is stored and what the events say', () => {
  it('is the same, and a payment changed behind their back is named', async () => {
    valueOf(await importFile(write(rowsOf(3))));
    expect(await branch.verifyPayments()).toEqual({ checked: 3, differences: [] });
    await branch.run("update payment set status = 'credited' where no = 2");
    expect(await branch.verifyPayments()).toMatchObject({
      differences: [
        { number: 'SSB202611R0000002', field: 'status', stored: 'credited', derived: 'sent' },
      ],
    });
  });
});

function encodeWindows1256(text: string): Uint8Array {
  const decoder = new TextDecoder('windows-1256');
  const bytes = new Map(
    Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]),
  );
  return Uint8Array.from(text, (character) => bytes.get(character) ?? 0x3f);
}
