import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Client } from '../../src/contract/client.ts';
import { isoDate } from '../../src/domain/shared/iso-date.ts';
import { ok } from '../../src/domain/shared/result.ts';
import { TestBranch, value, type Person } from './branch.ts';
import { record } from './settlement-branch.ts';

const from = isoDate('2026-01-01');

let branch: TestBranch;
let sara: Client;
let khalid: Client;

async function change(statement: ReturnType<typeof sql>): Promise<void> {
  await branch.backend.database.transact(async (tx) => {
    await statement.execute(tx.db);
    return ok(null);
  });
}

async function born(person: Person, birthDate: string, phone: string | null = null): Promise<void> {
  await change(
    sql`update beneficiary set birth_date = ${birthDate}, phone = ${phone} where id = ${person.id}`,
  );
}

async function known(api: Client, status: 'open' | 'notSame' | 'merging' | 'merged' = 'open') {
  const { rows } = value(await api.duplicates.pairs({ status }));
  return rows;
}

async function twoFiles(): Promise<[Person, Person]> {
  const one = await branch.person('سعد بن محمد القحطاني');
  const other = await branch.person('سعد محمد القحطاني');
  await born(one, '1975-03-05', '0551234567');
  await born(other, '1975-05-03', '+966551234567');
  return [one, other];
}

beforeEach(async () => {
  branch = await TestBranch.start('2026-11-12');
  [sara, khalid] = [await branch.as('sara'), await branch.as('khalid')];
});
afterEach(() => branch.end());

describe('the search for duplicates', () => {
  it('shows two files of one person with what agrees and what differs, and not their namesake', async () => {
    const [one, other] = await twoFiles();
    await born(await branch.person('سعد محمد القحطاني'), '1990-11-20');
    expect(value(await sara.duplicates.search({}))).toMatchObject({ files: 3, found: 1, added: 1 });
    const [pair] = await known(sara);
    expect(pair).toMatchObject({
      one: { beneficiaryId: one.id },
      other: { beneficiaryId: other.id },
      grounds: ['likeness'],
    });
    const { fields } = value(await sara.duplicates.pair({ id: pair?.id ?? '' }));
    expect(Object.fromEntries(fields.map(({ field, likeness }) => [field, likeness]))).toEqual({
      nationalId: 'differs',
      name: 'same',
      birthDate: 'swapped',
      iban: 'unknown',
      phone: 'same',
      sex: 'same',
    });
  });

  it('shows whoever is paid to one account, and remembers that they are two', async () => {
    const husband = await branch.person('فهد العتيبي');
    const wife = await branch.person('نورة السبيعي', { sex: 'female' });
    await born(wife, '1985-12-24');
    await branch.account(husband);
    await branch.account(wife);
    value(await sara.duplicates.search({}));
    const [pair] = await known(sara);
    expect(pair).toMatchObject({ grounds: ['iban'] });
    const answer = { id: pair?.id ?? '', reason: 'زوجان بحساب واحد', answer: 'notSame' } as const;
    value(await sara.duplicates.answer({ ...answer, expectedVersion: pair?.version ?? 0 }));
    expect(value(await sara.duplicates.search({}))).toMatchObject({ found: 1, added: 0 });
    expect(await known(sara)).toEqual([]);
    expect(await known(sara, 'notSame')).toMatchObject([{ id: pair?.id }]);
    expect(
      await sara.duplicates.answer({ ...answer, expectedVersion: (pair?.version ?? 0) + 1 }),
    ).toMatchObject({ ok: false, error: { code: 'PAIR_NOT_OPEN' } });
  });

  it('asks no more about two files of which one was corrected', async () => {
    const [, other] = await twoFiles();
    value(await sara.duplicates.search({}));
    await change(
      sql`update beneficiary set birth_date = '1999-01-31', phone = null where id = ${other.id}`,
    );
    value(await sara.duplicates.search({}));
    expect(await known(sara)).toEqual([]);
    expect(value(await sara.duplicates.overview({})).counts.open).toBe(0);
  });

  it('can be stopped, and then keeps nothing', async () => {
    await twoFiles();
    const cancel = new AbortController();
    const stopped = await sara.duplicates.search(
      {},
      { signal: cancel.signal, onProgress: () => cancel.abort() },
    );
    expect(stopped).toMatchObject({ ok: false, error: { code: 'CANCELLED' } });
    expect(value(await sara.duplicates.overview({}))).toMatchObject({ lastSearch: null });
  });

  it('names dependants who are counted in two families (LAW 11)', async () => {
    const [one, other] = [await branch.person('سعد القحطاني'), await branch.person('هند العنزي')];
    for (const head of [one, other]) {
      await record(branch, head, 'founding', [
        {
          action: 'begin',
          kind: 'household',
          subject: 0,
          from,
          to: null,
          data: {
            kind: 'family',
            applicationDate: from,
            families: 1,
          },
        },
        {
          action: 'begin',
          kind: 'person',
          subject: { newDependant: 'a' },
          from,
          to: null,
          data: {
            name: 'نورة سعد',
            nationalId: '1010101010',
            sex: 'female',
            birthTyped: null,
            birthDate: isoDate('2015-02-01'),
            nationality: 'saudi',
            relation: 'child',
            dependantKind: 'ward',
            student: false,
            disabled: false,
            deceasedOn: null,
          },
        },
        {
          action: 'begin',
          kind: 'person',
          subject: 0,
          from,
          to: null,
          data: {
            name: head.name,
            nationalId: null,
            sex: 'male',
            birthTyped: null,
            birthDate: isoDate('1980-05-01'),
            nationality: 'saudi',
            relation: null,
            dependantKind: null,
            student: false,
            disabled: false,
            deceasedOn: null,
          },
        },
      ]);
    }
    value(await sara.duplicates.search({}));
    expect(value(await sara.duplicates.dependants({}))).toMatchObject({
      total: 1,
      rows: [
        {
          maskedNationalId: '******1010',
          families: [
            { headName: 'سعد القحطاني', as: 'dependant' },
            { headName: 'هند العنزي', as: 'dependant' },
          ],
        },
      ],
    });
  });
});

describe('a merge of two files', () => {
  async function proposed(keep: 0 | 1 = 0) {
    const files = await twoFiles();
    value(await sara.duplicates.search({}));
    const [pair] = await known(sara);
    const kept = files[keep];
    const proposal = { id: pair?.id ?? '', expectedVersion: pair?.version ?? 0, keptId: kept.id };
    const result = await sara.duplicates.proposeMerge({ ...proposal, reason: 'شخص واحد' });
    const { merge } = value(await sara.duplicates.pair({ id: proposal.id }));
    return { files, result, pairId: proposal.id, merge };
  }

  it('takes effect when another officer approves it, and the file that is left is not paid', async () => {
    const { files, pairId, merge } = await proposed();
    const decision = { mergeId: merge?.id ?? '', expectedVersion: 1, approve: true, reason: '' };
    expect(await sara.duplicates.decideMerge(decision)).toMatchObject({
      error: { code: 'NOT_PERMITTED' },
    });
    value(await khalid.duplicates.decideMerge(decision));
    const page = value(await khalid.duplicates.pair({ id: pairId }));
    expect(page).toMatchObject({ row: { status: 'merged' }, merge: { status: 'merged' } });
    expect(page.history.map(({ type }) => type)).toEqual([
      'mergeApproved',
      'mergeProposed',
      'found',
    ]);
    const cycle = { id: await branch.cycle(59, '2026-11', '2026-11-01'), month: '2026-11' };
    await expect(branch.payment(files[1], cycle, 132_000, 'sent')).rejects.toThrow(
      'a merged file is not paid',
    );
    expect(value(await sara.duplicates.search({}))).toMatchObject({ files: 1, found: 0 });
  });

  it('is never approved by who proposed it, nor behind the program’s back', async () => {
    const files = await twoFiles();
    value(await khalid.duplicates.search({}));
    const [pair] = await known(khalid);
    const of = { id: pair?.id ?? '', expectedVersion: pair?.version ?? 0, keptId: files[0].id };
    value(await khalid.duplicates.proposeMerge({ ...of, reason: 'شخص واحد' }));
    const { merge } = value(await khalid.duplicates.pair({ id: of.id }));
    expect(merge).toMatchObject({ blocked: 'PROPOSED_BY_YOU', isMine: true });
    const decision = { mergeId: merge?.id ?? '', expectedVersion: 1, approve: true, reason: '' };
    expect(await khalid.duplicates.decideMerge(decision)).toMatchObject({
      error: { code: 'PROPOSED_BY_YOU' },
    });
    await expect(
      change(
        sql`update file_merge set status = 'merged', decided_by = proposed_by, decided_at = 'x'`,
      ),
    ).rejects.toThrow('CHECK');
    await expect(
      change(sql`update beneficiary set merged_into = ${files[0].id} where id = ${files[1].id}`),
    ).rejects.toThrow('approved merge');
  });

  it('is refused while payments are on their way to the file that is left', async () => {
    const [kept, left] = await twoFiles();
    const cycle = { id: await branch.cycle(59, '2026-11', '2026-11-01'), month: '2026-11' };
    await branch.payment(left, cycle, 132_000, 'sent');
    value(await sara.duplicates.search({}));
    const [pair] = await known(sara);
    const of = { id: pair?.id ?? '', expectedVersion: pair?.version ?? 0, keptId: kept.id };
    expect(await sara.duplicates.proposeMerge({ ...of, reason: 'شخص واحد' })).toMatchObject({
      error: { code: 'MERGE_PAYMENTS_PLANNED', details: { count: 1 } },
    });
    expect(await known(sara)).toHaveLength(1);
  });

  it('points out the month that both files were paid for, and shows the histories of both under the one', async () => {
    const [kept, left] = await twoFiles();
    const cycle = { id: await branch.cycle(59, '2026-11', '2026-11-01'), month: '2026-11' };
    await branch.payment(kept, cycle, 132_000, 'credited');
    await branch.payment(left, cycle, 132_000, 'credited');
    value(await sara.duplicates.search({}));
    const [pair] = await known(sara);
    const of = { id: pair?.id ?? '', expectedVersion: pair?.version ?? 0, keptId: kept.id };
    expect(value(await sara.duplicates.pair({ id: of.id })).twicePaid).toEqual([
      { month: '2026-11', programme: 'PENSION', one: 132_000, other: 132_000 },
    ]);
    value(await sara.duplicates.proposeMerge({ ...of, reason: 'شخص واحد' }));
    const { merge } = value(await sara.duplicates.pair({ id: of.id }));
    const decision = { mergeId: merge?.id ?? '', expectedVersion: 1, approve: true, reason: '' };
    value(await khalid.duplicates.decideMerge(decision));
    const page = value(await sara.registry.beneficiary({ id: kept.id }));
    expect(page.payments).toHaveLength(2);
  });

  it('is not undone once a payment rests on it', async () => {
    const { files, merge } = await proposed();
    const of = { mergeId: merge?.id ?? '', reason: 'تبيّن أنهما شخصان' };
    const decision = { mergeId: of.mergeId, expectedVersion: 1, approve: true, reason: '' };
    value(await khalid.duplicates.decideMerge(decision));
    branch.on('2026-12-01');
    const cycle = { id: await branch.cycle(60, '2026-12', '2026-12-01'), month: '2026-12' };
    await branch.payment(files[0], cycle, 132_000, 'sent');
    const later = await khalid.duplicates.undoMerge({ ...of, expectedVersion: 2 });
    expect(later).toMatchObject({ error: { code: 'MERGE_RESTED_ON', details: { payments: 1 } } });
  });

  it('is undone while nothing rests on it, and both files stand alone again', async () => {
    const { pairId, merge } = await proposed();
    const of = { mergeId: merge?.id ?? '', reason: 'تبيّن أنهما شخصان' };
    const decision = { mergeId: of.mergeId, expectedVersion: 1, approve: true, reason: '' };
    value(await khalid.duplicates.decideMerge(decision));
    value(await khalid.duplicates.undoMerge({ ...of, expectedVersion: 2 }));
    expect(value(await khalid.duplicates.pair({ id: pairId }))).toMatchObject({
      row: { status: 'open' },
      merge: { status: 'undone' },
    });
    expect(value(await sara.duplicates.search({}))).toMatchObject({ files: 2, found: 1 });
  });

  it('can be withdrawn by who proposed it, and the pair is open again', async () => {
    const { pairId, merge } = await proposed(1);
    const of = { mergeId: merge?.id ?? '', expectedVersion: 1 };
    const mona = await branch.as('mona');
    expect(await mona.duplicates.withdrawMerge(of)).toMatchObject({ error: { code: 'NOT_YOURS' } });
    value(await sara.duplicates.withdrawMerge(of));
    expect(value(await sara.duplicates.pair({ id: pairId })).row.status).toBe('open');
  });
});
