import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sql } from 'kysely';
import { connect } from '../../src/backend/db/dialect/sqlite.ts';
import { Database } from '../../src/backend/db/database.ts';
import { ok, refuse } from '../../src/domain/shared/result.ts';

let folder: string;
let open: Database[] = [];

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'insaf-db-'));
});
afterEach(async () => {
  for (const database of open) await database.close();
  open = [];
  rmSync(folder, { recursive: true, force: true });
});

async function opened(): Promise<Database> {
  const result = await Database.open(folder);
  if (!result.ok) throw new Error(result.error.code);
  open.push(result.value);
  return result.value;
}

const setting = (key: string) => ({
  key,
  valid_from: '2026-01-01',
  value: '1',
  recorded_at: '2026-01-01T00:00:00.000Z',
  recorded_by: null,
});

describe('the data folder', () => {
  it('is used by one instance at a time, and says so at once', async () => {
    await opened();
    expect(await Database.open(folder)).toMatchObject({
      ok: false,
      error: { code: 'DATA_FOLDER_IN_USE' },
    });
  });

  it('is free again when the instance that held it was killed', async () => {
    const held = spawnSync(
      process.execPath,
      [
        '--input-type=module',
        '-e',
        `import { connectExclusively } from './src/backend/db/dialect/sqlite.ts';
         connectExclusively(${JSON.stringify(path.join(folder, 'insaf.lock'))});
         process.kill(process.pid, 'SIGKILL');`,
      ],
      { cwd: path.resolve(import.meta.dirname, '../..') },
    );
    expect(held.signal).toBe('SIGKILL');
    await opened();
  });

  it('that is no folder is refused', async () => {
    const file = path.join(folder, 'file');
    writeFileSync(file, 'x');
    expect(await Database.open(file)).toMatchObject({
      ok: false,
      error: { code: 'DATA_FOLDER_NOT_WRITABLE' },
    });
  });

  it('with a database of a newer version is refused and left alone', async () => {
    await (await opened()).close();
    open = [];
    const connection = connect(path.join(folder, 'insaf.db'));
    connection.exec("insert into kysely_migration values ('9999-later', '2030-01-01')");
    connection.close();
    expect(await Database.open(folder)).toMatchObject({
      ok: false,
      error: { code: 'DATABASE_NEWER', details: { migration: '9999-later' } },
    });
  });

  it('with a damaged database is refused', async () => {
    writeFileSync(path.join(folder, 'insaf.db'), 'this is not a database, not at all'.repeat(100));
    expect(await Database.open(folder)).toMatchObject({
      ok: false,
      error: { code: 'DATABASE_DAMAGED' },
    });
  });
});

describe('a transaction', () => {
  it('that is refused changes nothing and causes no effect', async () => {
    const database = await opened();
    let effects = 0;
    const result = await database.transact(async (tx) => {
      await tx.db.insertInto('setting').values(setting('a')).execute();
      tx.onCommit(() => {
        effects += 1;
      });
      return refuse('NOT_TODAY');
    });
    expect(result).toEqual({ ok: false, error: { code: 'NOT_TODAY' } });
    expect(effects).toBe(0);
    expect(await database.reader.db.selectFrom('setting').selectAll().execute()).toEqual([]);
  });

  it('has its effects only after it is visible to readers', async () => {
    const database = await opened();
    let seen = 0;
    await database.transact(async (tx) => {
      await tx.db.insertInto('setting').values(setting('a')).execute();
      tx.onCommit(async () => {
        seen = (await database.reader.db.selectFrom('setting').selectAll().execute()).length;
      });
      return ok(null);
    });
    expect(seen).toBe(1);
  });

  it('does not hold up a reader', async () => {
    const database = await opened();
    await database.transact(async (tx) => {
      await tx.db.insertInto('setting').values(setting('a')).execute();
      expect(await database.reader.db.selectFrom('setting').selectAll().execute()).toEqual([]);
      return ok(null);
    });
  });
});

describe('the schema', () => {
  it('refuses a value of the wrong type and a row without its parent', async () => {
    const database = await opened();
    const insert = (statement: string) =>
      database.transact(async (tx) => {
        await sql.raw(statement).execute(tx.db);
        return ok(null);
      });
    await expect(
      insert("insert into serial (kind, year, last) values ('letter', 'later', 1)"),
    ).rejects.toThrow(/cannot store TEXT value in INTEGER/);
    await expect(
      insert(
        "insert into complaint_event (complaint_id, type, at) values ('none', 'filed', '2026-01-01')",
      ),
    ).rejects.toThrow(/FOREIGN KEY/);
  });

  it('lets nobody change or remove an audit entry or an event', async () => {
    const database = await opened();
    await database.transact(async (tx) => {
      await tx.db
        .insertInto('audit_entry')
        .values({
          at: '2026-01-01',
          officer_id: null,
          action: 'x',
          subject_type: null,
          subject_id: null,
        })
        .execute();
      return ok(null);
    });
    await expect(
      database.transact(async (tx) => {
        await tx.db.deleteFrom('audit_entry').execute();
        return ok(null);
      }),
    ).rejects.toThrow(/append-only/);
  });
});

describe('a full disk', () => {
  it('is what the writer hears of, and what was there can still be changed', async () => {
    const database = await opened();
    const filling = database.transact(async ({ db }) => {
      await sql`pragma max_page_count = 1`.execute(db);
      for (let at = 0; ; at += 1) {
        const value = JSON.stringify('x'.repeat(100_000));
        await db
          .insertInto('setting')
          .values({ ...setting(`filling-${at}`), value })
          .execute();
      }
    });
    await expect(filling).rejects.toMatchObject({ code: 'SQLITE_FULL' });
    await database.transact(async ({ db }) => {
      await sql`pragma max_page_count = 1000000`.execute(db);
      await db.insertInto('setting').values(setting('after')).execute();
      return ok(null);
    });
    const kept = await database.reader.db.selectFrom('setting').select('key').execute();
    expect(kept).toEqual([{ key: 'after' }]);
  });
});
