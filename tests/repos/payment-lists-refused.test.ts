import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Client } from '../../src/contract/client.ts';
import { openBranch, valueOf, type TestBranch } from './open-branch.ts';
import { HEADER, listText, nationalId, rowsOf } from './payment-lists.ts';

let branch: TestBranch;
let api: Client;

beforeEach(async () => {
  branch = await openBranch();
  api = await branch.as('finance');
});
afterEach(() => branch.close());

async function problemsOf(text: string) {
  const before = await branch.digest();
  const shown = valueOf(await api.payments.previewList({ path: branch.write('list.csv', text) }));
  expect(shown.importable).toBe(false);
  const { sha256, encoding, mapping } = shown;
  const imported = await api.payments.importList({
    path: branch.write('list.csv', text),
    sha256,
    encoding,
    mapping,
  });
  expect(imported).toMatchObject({ ok: false });
  expect(await branch.digest()).toBe(before);
  return shown.problems.map(({ line, field, code }) => [line, field, code]);
}

describe('a list with bad rows', () => {
  it('names each line, its field and why, and nothing of the list is imported', async () => {
    const rows = rowsOf(6).map((row, index) => {
      if (index === 1) return { ...row, amount: '0.00' };
      if (index === 2) return { ...row, iban: 'SA0000000000000000000000' };
      if (index === 3) return { ...row, nationalId: '3000000000' };
      if (index === 4) return { ...row, nationalId: nationalId(0) };
      return row;
    });
    const problems = await problemsOf(listText(rows));
    expect(problems.map(([line]) => line)).toEqual([3, 4, 5, 6]);
    expect(problems.map(([, field]) => field)).toEqual([
      'amount',
      'iban',
      'nationalId',
      'nationalId',
    ]);
  });

  it('of two months is no list of a month', async () => {
    const [first, second] = rowsOf(2);
    if (!first || !second) throw new Error('two rows');
    expect(await problemsOf(listText([first, { ...second, month: '2026-12' }]))).toEqual([
      [3, 'month', 'MONTH_DIFFERS'],
    ]);
  });

  it('that would pay somebody twice for a month is refused', async () => {
    const path = branch.write('list.csv', listText(rowsOf(2)));
    const { sha256, encoding, mapping } = valueOf(await api.payments.previewList({ path }));
    valueOf(await api.payments.importList({ path, sha256, encoding, mapping }));
    const again = rowsOf(1).map((row) => ({ ...row, reference: 'ANOTHER-1' }));
    expect(await problemsOf(listText(again))).toEqual([[2, 'nationalId', 'PAYMENT_EXISTS']]);
  });
});

describe('a file that is no payment list', () => {
  it.each([
    ['other columns', 'العمود,الثاني\r\n1,2\r\n'],
    ['a header alone', `${HEADER}\r\n`],
    ['nothing at all', ''],
    ['a picture', '\u0089PNG\r\n\u001a\n\u0000\u0000'],
  ])('with %s is refused, and nothing changes', async (_what, text) => {
    const before = await branch.digest();
    const result = await api.payments.previewList({ path: branch.write('list.csv', text) });
    expect(result.ok && result.value.importable).toBe(false);
    expect(await branch.digest()).toBe(before);
  });

  it('that changed after it was looked at is not imported', async () => {
    const path = branch.write('list.csv', listText(rowsOf(2)));
    const { sha256, encoding, mapping } = valueOf(await api.payments.previewList({ path }));
    branch.write('list.csv', listText(rowsOf(3)));
    const before = await branch.digest();
    expect(await api.payments.importList({ path, sha256, encoding, mapping })).toMatchObject({
      error: { code: 'LIST_CHANGED' },
    });
    expect(await branch.digest()).toBe(before);
  });

  it('is imported once', async () => {
    const path = branch.write('list.csv', listText(rowsOf(2)));
    const { sha256, encoding, mapping } = valueOf(await api.payments.previewList({ path }));
    const list = { path, sha256, encoding, mapping };
    valueOf(await api.payments.importList(list));
    const before = await branch.digest();
    expect(await api.payments.importList(list)).toMatchObject({
      error: { code: 'LIST_ALREADY_IMPORTED' },
    });
    expect(await branch.digest()).toBe(before);
  });
});
