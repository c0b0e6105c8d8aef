import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Client } from '../../src/contract/client.ts';
import { reference } from './bank-answers.ts';
import { camt053, mt940, OUR_ACCOUNT, type Stated } from './bank-statements.ts';
import { openBranch, valueOf, type TestBranch } from './open-branch.ts';
import { listText, rowsOf } from './payment-lists.ts';

let branch: TestBranch;
let api: Client;
let cycleId: string;

beforeEach(async () => {
  branch = await openBranch();
  api = await branch.as('finance');
  const path = branch.write('list.csv', listText(rowsOf(5)));
  const { sha256, encoding, mapping } = valueOf(await api.payments.previewList({ path }));
  ({ cycleId } = valueOf(await api.payments.importList({ path, sha256, encoding, mapping })));
});
afterEach(() => branch.close());

let files = 0;
const write = (text: string): string => {
  files += 1;
  return branch.write(`statement-${files}.txt`, text);
};
const acknowledged = ['NOTHING_MATCHES', 'OTHER_MONTH', 'MESSAGE_ID_REUSED'] as const;

const preview = async (text: string) =>
  valueOf(await api.reconciliation.preview({ path: write(text) }));

async function commit(text: string): Promise<string> {
  const { file } = await preview(text);
  const input = { fileId: file.id, expectedVersion: file.version };
  valueOf(await api.reconciliation.commit({ ...input, acknowledged: [...acknowledged] }));
  return file.id;
}

async function undo(fileId: string): Promise<void> {
  const file = valueOf(await api.reconciliation.files({})).find(({ id }) => id === fileId);
  valueOf(await api.reconciliation.undo({ fileId, expectedVersion: file?.version ?? 0 }));
}

async function marks(): Promise<(readonly [string | null, string, string[]])[]> {
  const { series } = valueOf(await api.statements.list({}));
  return (series[0]?.statements ?? [])
    .map(
      ({ sequence, mark, problems }) =>
        [sequence, mark, problems.map(({ code }) => code as string)] as const,
    )
    .reverse();
}

async function openBreaks() {
  const { rows } = valueOf(await api.reconciliation.exceptions({ kind: 'balanceBreak' }));
  const found = [];
  for (const { id } of rows) found.push(valueOf(await api.statements.ofException({ id })));
  return found.map((about) => [about?.statement.sequence, about?.fault.code]);
}

const day = (sequence: number, opening: number, more: Partial<Stated> = {}): Stated => ({
  sequence: String(sequence),
  date: `2026-11-${String(sequence).padStart(2, '0')}`,
  opening,
  entries: [{ amount: -100, narrative: `دفعة ${sequence}` }],
  ...more,
});

describe('the statements of a committed file', () => {
  it('are kept with their balances and dates, and listed by account', async () => {
    await commit(camt053(day(1, 1000), day(2, 900)));
    const { series, ours } = valueOf(await api.statements.list({}));
    expect(ours).toEqual([]);
    expect(series).toMatchObject([
      {
        account: OUR_ACCOUNT,
        currency: 'SAR',
        isOurs: null,
        mark: 'unbroken',
        total: 2,
        statements: [
          { sequence: '2', closedOn: '2026-11-02', opening: '9.00', closing: '8.00' },
          { sequence: '1', booked: '-1.00', opening: '10.00', closing: '9.00', entries: 1 },
        ],
      },
    ]);
  });

  it('are no part of the series before the file is committed, after it is thrown away or undone', async () => {
    const before = await branch.tablesDigest(['bank_statement', 'entry_difference']);
    const { file } = await preview(camt053(day(1, 1000)));
    expect(await marks()).toEqual([]);
    valueOf(await api.reconciliation.discard({ fileId: file.id, expectedVersion: file.version }));
    expect(await branch.tablesDigest(['bank_statement', 'entry_difference'])).toBe(before);
    await undo(await commit(camt053(day(1, 1000))));
    expect(await marks()).toEqual([]);
  });

  it('in pages of MT940 follow each other', async () => {
    await commit(
      mt940(
        { ...day(3, 500), sequence: '00003/001', closesWithin: true },
        { ...day(3, 400), sequence: '00003/002', opensWithin: true },
      ),
    );
    await commit(mt940({ ...day(4, 300), sequence: '00004/001' }));
    expect((await marks()).map(([, mark]) => mark)).toEqual(['unbroken', 'unbroken', 'unbroken']);
  });

  it('in pages of camt.053 are one statement, proven by its pages together', async () => {
    const pages = [
      day(3, 500, { page: { number: 1, isLast: false } }),
      day(3, 400, { page: { number: 2, isLast: false } }),
      day(3, 300, { page: { number: 3, isLast: true } }),
    ] as const;
    const { warnings } = await preview(camt053(...pages));
    expect(warnings.map(({ code }) => code)).toEqual(['NOTHING_MATCHES', 'ACCOUNTS_NOT_SET']);
    await commit(camt053(pages[0]));
    const third = await commit(camt053(pages[2], day(4, 200)));
    expect(await marks()).toEqual([
      ['3/1', 'unbroken', []],
      ['3/3', 'gap', ['gap']],
      ['4', 'unbroken', []],
    ]);
    expect(await openBreaks()).toEqual([['3/3', 'gap']]);
    await commit(camt053(pages[1]));
    expect((await marks()).map(([, mark]) => mark)).toEqual(Array(4).fill('unbroken'));
    expect(await openBreaks()).toEqual([]);
    await undo(third);
    expect(await openBreaks()).toEqual([['3/2', 'unproven']]);
  });

  it('of MT940 and camt.053 for one account are one series', async () => {
    await commit(camt053(day(1, 1000)));
    await commit(mt940(day(2, 900)));
    expect(await marks()).toEqual([
      ['1', 'unbroken', []],
      ['2', 'unbroken', []],
    ]);
  });
});

describe('a balance that breaks', () => {
  it('is a warning first, and an exception of the cycle once the file is committed', async () => {
    const text = camt053(day(1, 1000, { closing: 950 }));
    const { warnings } = await preview(text);
    expect(warnings).toContainEqual({
      code: 'STATEMENT_UNBALANCED',
      details: { statement: '1', expected: '9.00', found: '9.50', other: '' },
    });
    expect(warnings.map(({ code }) => code)).not.toContain('BALANCES_DIFFER');
    const [staged] = valueOf(await api.reconciliation.files({}));
    const input = { fileId: staged?.id ?? '', expectedVersion: staged?.version ?? 0 };
    const knowingly = { ...input, acknowledged: [...acknowledged] };
    expect(valueOf(await api.reconciliation.commit(knowingly))).toMatchObject({ exceptions: 2 });
    expect(await openBreaks()).toEqual([['1', 'unbalanced']]);
    const { rows } = valueOf(
      await api.reconciliation.exceptions({ cycleId, kind: 'balanceBreak' }),
    );
    expect(rows).toHaveLength(1);
  });

  it('by a missing statement is mended by that statement, and broken again by taking it back', async () => {
    await commit(camt053(day(1, 1000)));
    await commit(camt053(day(3, 800)));
    expect(await openBreaks()).toEqual([['3', 'gap']]);
    const missing = await commit(camt053(day(2, 900)));
    expect(await openBreaks()).toEqual([]);
    expect((await marks()).map(([, mark]) => mark)).toEqual(['unbroken', 'unbroken', 'unbroken']);
    await undo(missing);
    expect(await openBreaks()).toEqual([['3', 'gap']]);
  });

  it('that an officer has settled stays settled while it lasts', async () => {
    await commit(camt053(day(1, 1000)));
    await commit(camt053(day(3, 800)));
    const { rows } = valueOf(await api.reconciliation.exceptions({ kind: 'balanceBreak' }));
    valueOf(
      await api.reconciliation.resolve({
        exceptions: rows.map((row) => ({ id: row.id, expectedVersion: row.version })),
        resolution: 'bankAsked',
        note: 'طُلب الكشف رقم 2',
      }),
    );
    await commit(camt053(day(4, 700)));
    expect(await openBreaks()).toEqual([]);
  });

  it('by another opening balance, or by a statement that comes twice, is told apart', async () => {
    await commit(camt053(day(1, 1000)));
    await commit(camt053(day(2, 950)));
    await commit(camt053(day(2, 950)));
    expect(await marks()).toEqual([
      ['1', 'unbroken', []],
      ['2', 'break', ['openingDiffers']],
      ['2', 'break', ['repeated']],
    ]);
  });

  it('only by a break that was there before is no news about the next file', async () => {
    await commit(camt053(day(1, 1000, { closing: 950 })));
    const { warnings } = await preview(camt053(day(2, 950)));
    expect(warnings.map(({ code }) => code)).not.toContain('STATEMENT_UNBALANCED');
  });

  it('is found again at the commit when the ledger has moved on since the preview', async () => {
    const { file } = await preview(camt053(day(3, 800)));
    await commit(camt053(day(1, 1000)));
    const input = { fileId: file.id, expectedVersion: file.version };
    valueOf(await api.reconciliation.commit({ ...input, acknowledged: [...acknowledged] }));
    expect(await openBreaks()).toEqual([['3', 'gap']]);
  });
});

it('what no payment of ours explains is asked about in the cycle that waits for answers', async () => {
  const entries = [{ amount: -5000, endToEndId: 'STRANGER-1' }];
  await commit(camt053({ sequence: '1', date: '2026-11-02', opening: 9000, closing: 1, entries }));
  const { rows } = valueOf(await api.reconciliation.exceptions({ cycleId }));
  expect(rows.map(({ kind }) => kind).toSorted()).toEqual(['balanceBreak', 'unknownId']);
});

describe('an entry of many payments', () => {
  const entry = (amount: number): Stated => ({
    sequence: '1',
    date: '2026-11-02',
    opening: 1_000_000,
    entries: [
      {
        amount,
        details: [0, 1].map((index) => ({ amount: -132_000, endToEndId: reference(index) })),
      },
    ],
  });

  it('that its details add up to needs nobody', async () => {
    await commit(camt053(entry(-264_000)));
    expect(await openBreaks()).toEqual([]);
    expect(await statuses()).toEqual(['settled', 'settled', 'sent', 'sent', 'sent']);
  });

  it('that its details do not add up to keeps the cycle open where the money is ours', async () => {
    const { warnings } = await preview(camt053(entry(-264_500)));
    expect(warnings.map(({ code }) => code)).toContain('DETAILS_DIFFER');
    await commit(camt053(entry(-264_500)));
    expect(await openBreaks()).toEqual([['1', 'detailsDiffer']]);
    const { rows } = valueOf(
      await api.reconciliation.exceptions({ cycleId, kind: 'balanceBreak' }),
    );
    expect(rows).toHaveLength(1);
  });

  it('that is not ours is only warned of', async () => {
    const details = [{ amount: -5000, endToEndId: 'PAYROLL-1' }];
    const entries = [{ amount: -5500, details }];
    await commit(camt053({ sequence: '1', date: '2026-11-02', opening: 9000, entries }));
    expect(await openBreaks()).toEqual([]);
  });
});

async function statuses(): Promise<string[]> {
  const { rows } = valueOf(await api.payments.list({ sort: 'endToEndId', limit: 500 }));
  return rows.map(({ status }) => status);
}

describe('accounts from which pensions are paid', () => {
  const foreign = 'SA4420000001234567891234';
  const paid: Stated = {
    sequence: '1',
    date: '2026-11-02',
    opening: 500_000,
    entries: [{ amount: -132_000, endToEndId: reference(0) }],
  };

  it('are checked only once somebody has said which they are', async () => {
    const { warnings } = await preview(camt053(paid));
    expect(warnings.map(({ code }) => code)).toContain('ACCOUNTS_NOT_SET');
    valueOf(await api.statements.setAccounts({ accounts: ['SA03 8000 0000 6080 1016 7519'] }));
    const shown = await preview(camt053({ ...paid, sequence: '2' }));
    expect(shown.warnings.map(({ code }) => code)).not.toContain('ACCOUNTS_NOT_SET');
    expect(valueOf(await api.statements.list({})).ours).toEqual([OUR_ACCOUNT]);
  });

  it('are no other: such a statement moves nothing and calls for an officer', async () => {
    valueOf(await api.statements.setAccounts({ accounts: [OUR_ACCOUNT] }));
    const shown = await preview(camt053({ ...paid, account: foreign }));
    expect(shown).toMatchObject({ advances: [], unchanged: 1 });
    expect(shown.warnings.map(({ code }) => code)).toContain('FOREIGN_ACCOUNT');
    await commit(camt053({ ...paid, account: foreign }));
    expect(await statuses()).toEqual(['sent', 'sent', 'sent', 'sent', 'sent']);
    const { rows } = valueOf(await api.reconciliation.exceptions({ kind: 'foreignAccount' }));
    const about = valueOf(await api.statements.ofException({ id: rows[0]?.id ?? '' }));
    expect(about).toMatchObject({ account: 'SA******1234', fault: { code: 'foreignAccount' } });
  });

  it('are accounts: what is none is refused with its reason', async () => {
    expect(await api.statements.setAccounts({ accounts: [OUR_ACCOUNT, 'SA031'] })).toMatchObject({
      ok: false,
      error: { code: 'IBAN_LENGTH', details: { account: 'SA031' } },
    });
    expect(valueOf(await api.statements.list({})).ours).toEqual([]);
  });
});
