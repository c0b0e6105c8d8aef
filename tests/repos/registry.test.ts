import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Client } from '../../src/contract/client.ts';
import { writeRepos } from '../../src/backend/db/repos/repos.ts';
import { searchKey } from '../../src/domain/shared/search-key.ts';
import { ok } from '../../src/domain/shared/result.ts';
import { openBranch, valueOf, type TestBranch } from './open-branch.ts';
import { iban, listText, nationalId, rowsOf } from './payment-lists.ts';

let branch: TestBranch;
let api: Client;

beforeEach(async () => {
  branch = await openBranch();
  const finance = await branch.as('finance');
  const path = branch.write('list.csv', listText(rowsOf(20)));
  const { sha256, encoding, mapping } = valueOf(await finance.payments.previewList({ path }));
  valueOf(await finance.payments.importList({ path, sha256, encoding, mapping }));
  api = await branch.as('officer');
});
afterEach(() => branch.close());

const search = async (text: string, limit = 50) =>
  valueOf(await api.registry.search({ text, limit }));

async function personOf(index: number): Promise<string> {
  const [hit] = await search(nationalId(index));
  return hit?.refId ?? '';
}

describe('the search box', () => {
  it.each([
    ['as it is written', 'إبراهيم آل سعد', 4],
    ['without hamza and in one word', 'ابراهيم السعد', 4],
    ['by words in another order', 'القحطاني عبد الله', 4],
    ['by the beginning of a word', 'فاطمة الدوس', 4],
    ['by words that nobody has', 'فاطمة القحطاني', 0],
  ])('finds a name %s', async (_how, text, count) => {
    const hits = await search(text);
    expect(hits).toHaveLength(count);
    expect(hits.every(({ kind }) => kind === 'person')).toBe(true);
  });

  it('shows the national id and the account masked', async () => {
    const [hit] = await search(nationalId(7));
    expect(hit).toMatchObject({
      kind: 'person',
      title: 'إبراهيم آل سعد',
      subtitle: `SA******${iban(7).slice(-4)}`,
      maskedNationalId: `******${nationalId(7).slice(-4)}`,
    });
    expect(JSON.stringify(hit)).not.toContain(nationalId(7));
  });

  it.each([
    ['the beginning of a national id', () => nationalId(12).slice(0, 9), 1],
    ['a national id in Arabic digits', () => arabic(nationalId(12)), 1],
    ['a whole IBAN, as it is printed', () => iban(12).replace(/(.{4})/g, '$1 '), 1],
    ['the end of an IBAN', () => iban(12).slice(-6), 1],
    ['an IBAN of another person’s end', () => `9${iban(12).slice(-7)}`, 0],
  ])('finds %s', async (_what, text, count) => {
    expect(await search(text())).toHaveLength(count);
  });

  it.each(['0521234567', '521234567', '+966 52 123 4567', '٠٥٢١٢٣'])(
    'finds a phone typed as %s',
    async (text) => {
      await branch.run("update beneficiary set phone = '0521234567' where rowid = 3");
      expect(await search(text)).toHaveLength(1);
    },
  );

  it('puts the exact number first, then names that begin so, then names that have the word', async () => {
    await branch.run(
      `update beneficiary set full_name = 'خالد بن سعد', name_key = '${searchKey('خالد بن سعد')}' where rowid = 2`,
    );
    const id = (await search(nationalId(1)))[0]?.refId ?? '';
    await branch.backend.database.transact(async (tx) => {
      await writeRepos(tx).searchIndex.put('person', id, searchKey('خالد بن سعد'));
      return ok(null);
    });
    const hits = await search('خالد');
    expect(hits.map(({ title }) => title)).toEqual([
      'خالد بن سعد',
      ...Array.from({ length: 4 }, () => 'نورة بنت خالد العتيبي'),
    ]);
    expect(hits[0]?.refId).toBe(id);
  });

  it('gives no more than was asked for, and nothing for nothing', async () => {
    expect(await search('بن', 3)).toHaveLength(3);
    expect(await search('  ')).toEqual([]);
    expect(await search('"*^(')).toEqual([]);
  });
});

describe('the page of a beneficiary', () => {
  it('has everything on one time line, the newest first', async () => {
    const id = await personOf(3);
    const page = valueOf(await api.registry.beneficiary({ id }));
    expect(page).toMatchObject({
      id,
      maskedNationalId: `******${nationalId(3).slice(-4)}`,
      household: [],
      payments: [{ month: '2026-11', status: 'sent', amount: 132_000, cycleNumber: 59 }],
    });
    expect(page.timeline.map(({ code }) => code)).toEqual([
      'payment.sent',
      'payment.prepared',
      'registry.registered',
      'registry.accountHeld',
    ]);
    expect(JSON.stringify(page)).not.toContain(iban(3));
  });

  it('of nobody is not found', async () => {
    expect(
      await api.registry.beneficiary({ id: '019a0000-0000-7000-8000-000000000000' }),
    ).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
  });
});

describe('a masked number', () => {
  it.each([
    ['nationalId', () => nationalId(5)],
    ['iban', () => iban(5)],
  ] as const)('%s is shown for a reason that is written down', async (field, value) => {
    const beneficiaryId = await personOf(5);
    const reason = 'مطابقة مع الهوية المبرزة';
    expect(valueOf(await api.registry.reveal({ beneficiaryId, field, reason }))).toEqual({
      value: value(),
    });
    const { db } = branch.backend.database.reader;
    const entry = await db
      .selectFrom('audit_entry as a')
      .innerJoin('officer as o', 'o.id', 'a.officer_id')
      .where('action', '=', 'registry.revealed')
      .select(['a.subject_id', 'a.details', 'o.username'])
      .executeTakeFirstOrThrow();
    expect(entry).toEqual({
      subject_id: beneficiaryId,
      details: JSON.stringify({ field, reason }),
      username: 'officer',
    });
  });

  it('that there is none of is not found, and nothing is written down', async () => {
    const before = await branch.digest({ audit: true });
    const beneficiaryId = await personOf(5);
    expect(
      await api.registry.reveal({ beneficiaryId, field: 'phone', reason: 'اتصال' }),
    ).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
    expect(await branch.digest({ audit: true })).toBe(before);
  });

  it('is not shown without a reason', async () => {
    const beneficiaryId = await personOf(5);
    expect(await api.registry.reveal({ beneficiaryId, field: 'iban', reason: ' ' })).toMatchObject({
      error: { code: 'INVALID_INPUT' },
    });
  });
});

const arabic = (text: string): string =>
  text.replace(/\d/g, (digit) => String.fromCodePoint(0x660 + Number(digit)));
