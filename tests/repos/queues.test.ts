import path from 'node:path';
import { Kysely, SqliteDialect, type CompiledQuery } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SAVED_VIEWS } from '../../src/contract/complaints.ts';
import { connect } from '../../src/backend/db/dialect/sqlite.ts';
import { Reader } from '../../src/backend/db/database.ts';
import { ComplaintReadRepo } from '../../src/backend/db/repos/complaints-repo.ts';
import { LetterReadRepo } from '../../src/backend/db/repos/letters-repo.ts';
import { ObjectionReadRepo } from '../../src/backend/db/repos/objections-repo.ts';
import type { Schema } from '../../src/backend/db/schema/schema.ts';
import { isoDate, isoMonth } from '../../src/domain/shared/iso-date.ts';
import { TestBranch, value } from './branch.ts';

let branch: TestBranch;
let reader: Reader;
let connection: ReturnType<typeof connect>;
let asked: CompiledQuery[] = [];

beforeAll(async () => {
  branch = await TestBranch.start('2026-11-12');
  connection = connect(path.join(branch.folder, 'insaf.db'), { readonly: true });
  const db = new Kysely<Schema>({
    dialect: new SqliteDialect({ database: connection }),
    log: ({ query }) => {
      asked.push(query);
    },
  });
  reader = new Reader(db);
});
afterAll(async () => {
  connection.close();
  await branch.end();
});
beforeEach(() => {
  asked = [];
});

/** How SQLite would answer what was asked, one line a step. */
function plans(): string[] {
  return asked.flatMap(({ sql, parameters }) =>
    connection
      .prepare<unknown[], { detail: string }>(`explain query plan ${sql}`)
      .all(...parameters)
      .map(({ detail }) => detail),
  );
}

const page = { offset: 0, limit: 100, descending: false };
const who = { officerId: 'sara', today: isoDate('2026-11-12') };

/** A whole table read row by row, or a whole queue sorted, to show one page of it. */
const slow = /SCAN (complaint|objection|letter|beneficiary)(?! USING)|USE TEMP B-TREE FOR ORDER BY/;

describe('a queue of a region', () => {
  it.each(['deadline', 'filedOn', 'claimed', 'name', 'ticket', 'status'] as const)(
    'of complaints is read from an index in the order of %s',
    async (sort) => {
      await new ComplaintReadRepo(reader).queue({ ...page, ...who, view: 'all', sort });
      expect(plans().filter((step) => slow.test(step))).toEqual([]);
    },
  );

  it.each(['deadline', 'filedOn', 'name', 'number', 'status'] as const)(
    'of objections is read from an index in the order of %s',
    async (sort) => {
      await new ObjectionReadRepo(reader).queue({ ...page, ...who, view: 'all', sort });
      // The two reasons of an objection are put in order by themselves.
      const steps = plans().filter((step) => slow.test(step));
      expect(steps.filter((step) => !step.includes('ORDER BY'))).toEqual([]);
      expect(steps.length).toBeLessThanOrEqual(1);
    },
  );

  it.each(['number', 'issuedAt', 'name'] as const)(
    'of letters is read from an index in the order of %s',
    async (sort) => {
      await new LetterReadRepo(reader).register({ ...page, sort });
      expect(plans().filter((step) => slow.test(step))).toEqual([]);
    },
  );

  it.each(SAVED_VIEWS)('shows its view %s by deadline without sorting it', async (view) => {
    await new ComplaintReadRepo(reader).queue({ ...page, ...who, view, sort: 'deadline' });
    const steps = plans().filter((step) => /SCAN complaint(?! USING)/.test(step));
    expect(steps).toEqual([]);
  });

  it('counts all of its views at once, from an index', async () => {
    await new ComplaintReadRepo(reader).counts('sara', who.today);
    await new ObjectionReadRepo(reader).counts('sara', who.today);
    expect(asked).toHaveLength(2);
    expect(plans().filter((step) => !step.includes('USING'))).toEqual([]);
  });

  it('finds the payments of a complaint without reading those of others', async () => {
    await new ComplaintReadRepo(reader).payments('someone', [isoMonth('2026-11')]);
    expect(plans().filter((step) => step.startsWith('SCAN'))).toEqual([]);
  });
});

describe('a search in a queue', () => {
  it('finds a complaint by ticket, by ID and by the name in any spelling', async () => {
    const api = await branch.as('sara');
    const filed = async (name: string) => {
      const person = await branch.person(name);
      const complaint = {
        beneficiaryId: person.id,
        category: 'zero' as const,
        channel: 'branch' as const,
        claim: 'لم تصلني دفعة نوفمبر',
        months: [{ month: isoMonth('2026-11'), expected: 132_000, received: 0 }],
      };
      return { person, ticket: value(await api.complaints.file(complaint)).ticket };
    };
    const amna = await filed('آمنة بنت عبد الله الشهري');
    const badr = await filed('بدر بن هادي العتيبي');
    const found = async (search: string) =>
      value(await api.complaints.list({ search, sort: 'ticket' })).rows.map(({ ticket }) => ticket);
    expect(await found('امنه عبدالله')).toEqual([amna.ticket]);
    expect(await found('عتيبى')).toEqual([badr.ticket]);
    expect(await found('٢٠٢٦-٠٠٠٠٠٢')).toEqual([badr.ticket]);
    expect(await found('2026-00000')).toEqual([amna.ticket, badr.ticket]);
    expect(await found(badr.person.nationalId)).toEqual([badr.ticket]);
    expect(await found('%')).toEqual([]);
    expect(await found('عبدالله العتيبي')).toEqual([]);
    await branch.backend.database.transact(async (tx) => {
      await tx.db
        .updateTable('beneficiary')
        .set({ full_name: 'بدر بن هادي السبيعي', name_key: 'بدر بن هادي السبيعي' })
        .where('id', '=', badr.person.id)
        .execute();
      return { ok: true, value: null };
    });
    expect(await found('السبيعي')).toEqual([badr.ticket]);
  });
});
