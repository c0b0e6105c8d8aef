import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyHouseholds } from '../../src/backend/app/registry/verify-households.ts';
import { Database } from '../../src/backend/db/database.ts';
import { connect, kyselyOf } from '../../src/backend/db/dialect/sqlite.ts';
import { migratorFor } from '../../src/backend/db/migrations/migrations.ts';
import { readRepos } from '../../src/backend/db/repos/repos.ts';
import { calculationInputOf } from '../../src/domain/registry/household-input.ts';
import { searchTerms } from '../../src/domain/registry/search-terms.ts';
import { isoDate, isoMonth } from '../../src/domain/shared/iso-date.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'insaf-households-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** A branch as it was before households were kept in two times. */
async function branchBefore(): Promise<void> {
  const connection = connect(path.join(folder, 'insaf.db'));
  const db = kyselyOf<never>(connection);
  await migratorFor(db).migrateTo('0022-print-jobs');
  connection.exec(`
    insert into beneficiary (id, national_id, full_name, name_key, sex, birth_date, phone, address, kind, eligibility, created_at)
      values ('saad', '1000000008', 'سعد القحطاني', 'سعد القحطاني', 'male', '1980-05-01', '0551234567', 'الرياض', 'family',
          'eligible', '2024-03-10T08:00:00.000Z'),
        ('hind', '2345678904', 'هند القرني', 'هند القرني', 'female', '1970-01-01', null, '', 'independent', 'eligible',
          '2024-03-10T08:00:00.000Z'),
        ('listed', '1123456780', 'خالد', 'خالد', null, null, null, '', null, 'eligible', '2024-03-10T08:00:00.000Z');
    insert into household_member (id, beneficiary_id, full_name, relation, birth_date, days_abroad, in_centre, valid_from, valid_to)
      values ('noura', 'saad', 'نورة بنت سعد', 'child', '2015-03-02', 0, 0, '2022-05-01', null),
        ('mona', 'saad', 'منى بنت علي', 'spouse', '1984-02-11', 120, 0, '2022-05-01', null),
        ('fahad', 'saad', 'فهد بن سعد', 'child', '2016-01-01', 0, 1, '2022-05-01', null),
        ('gone', 'saad', 'راشد بن سعد', 'sibling', '1990-01-01', 0, 0, '2022-05-01', '2023-01-01');
    insert into income (id, beneficiary_id, member_id, type, monthly_halalas, valid_from, valid_to)
      values ('i1', 'saad', null, 'wage', 200000, '2022-05-01', null),
        ('i2', 'saad', 'mona', 'rent', 30000, '2022-05-01', null),
        ('i3', 'saad', null, 'rent', 99900, '2022-05-01', '2023-06-01');
    insert into bank_account (id, beneficiary_id, iban, bank_code, valid_from, verified_on)
      values ('a1', 'saad', 'SA0380000000608010167519', '80', '2024-01-01', '2024-02-01'),
        ('a2', 'hind', 'SA3915000999103143430001', '15', '2024-01-01', null);`);
  await db.destroy();
}

async function opened<T>(work: (repos: ReturnType<typeof readRepos>) => Promise<T>): Promise<T> {
  const database = await Database.open(folder);
  if (!database.ok) throw new Error(database.error.code);
  try {
    return await work(readRepos(database.value.reader));
  } finally {
    await database.value.close();
  }
}

describe('a branch with people', () => {
  it('keeps their households and incomes as facts', async () => {
    await branchBefore();
    await opened(async (repos) => {
      const today = isoDate('2026-11-21');
      expect(await repos.registry.household('saad', today)).toEqual([
        {
          no: 1,
          name: 'منى بنت علي',
          relation: 'spouse',
          birthDate: '1984-02-11',
          inCentre: false,
          daysAbroad: 120,
        },
        {
          no: 3,
          name: 'نورة بنت سعد',
          relation: 'child',
          birthDate: '2015-03-02',
          inCentre: false,
          daysAbroad: 0,
        },
        {
          no: 4,
          name: 'فهد بن سعد',
          relation: 'child',
          birthDate: '2016-01-01',
          inCentre: true,
          daysAbroad: 0,
        },
      ]);
      expect(await repos.registry.incomes('saad', today)).toMatchObject([
        { type: 'wage', monthly: 200_000, memberName: 'سعد القحطاني' },
        { type: 'rent', monthly: 30_000, memberName: 'منى بنت علي' },
      ]);
      const then = isoDate('2022-12-31');
      expect((await repos.registry.household('saad', then)).map(({ name }) => name)).toContain(
        'راشد بن سعد',
      );
      expect(await repos.registry.incomes('saad', then)).toHaveLength(3);
      const [change] = await repos.households.changes('saad');
      expect(change).toMatchObject({ source: 'founding', officerId: null });
    });
  });

  it('is due what it was due', async () => {
    await branchBefore();
    const input = await opened(async (repos) =>
      calculationInputOf(
        await repos.households.facts('saad'),
        isoMonth('2026-11'),
        isoDate('2026-11-01'),
      ),
    );
    expect(input).toMatchObject({
      kind: 'family',
      applicationDate: '2024-03-10',
      families: 1,
      head: { id: '0', nationality: 'saudi', daysAbroad: 0, inCentre: false },
      dependants: [
        { id: '1', relation: 'spouse', daysAbroad: 120 },
        { id: '3', relation: 'child', daysAbroad: 0, inCentre: false },
        { id: '4', relation: 'child', inCentre: true },
      ],
      incomes: [
        { person: '0', type: 'wage', monthly: 200_000 },
        { person: '1', type: 'rent', monthly: 30_000 },
      ],
    });
  });

  it('makes nothing up of who is known from a payment list only, and says what verified accounts', async () => {
    await branchBefore();
    await opened(async (repos) => {
      expect(await repos.households.facts('listed')).toEqual([]);
      expect(await repos.registry.accounts('saad')).toMatchObject([{ verifiedHow: 'resumed' }]);
      expect(await repos.registry.accounts('hind')).toMatchObject([{ verifiedHow: null }]);
      expect(await verifyHouseholds(repos.households, () => Promise.resolve())).toEqual({
        checked: 2,
        differences: [],
      });
    });
  });

  it('finds everybody, dependants too', async () => {
    await branchBefore();
    await opened(async (repos) => {
      for (const [text, id] of [
        ['قحطاني', 'saad'],
        ['القحطانى سعد', 'saad'],
        ['منى علي', 'saad'],
        ['هند القرنى', 'hind'],
        ['خالد', 'listed'],
      ] as const) {
        const hits = await repos.registry.search(searchTerms(text), 5);
        expect(hits.map(({ refId }) => refId)).toContain(id);
      }
    });
  });
});
