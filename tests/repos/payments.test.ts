import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Client } from '../../src/contract/client.ts';
import { openBranch, valueOf, type TestBranch } from './open-branch.ts';
import { listText, nationalId, rowsOf, type ListRow } from './payment-lists.ts';

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
