import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Database } from '../../src/backend/db/database.ts';
import { ok } from '../../src/domain/shared/result.ts';

let folder: string;
let database: Database;

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'insaf-log-'));
  const opened = await Database.open(folder);
  if (!opened.ok) throw new Error(opened.error.code);
  database = opened.value;
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const size = (name: string): number => statSync(path.join(folder, name)).size;

/** Writes some megabytes in one transaction. */
async function writeMuch(megabytes: number): Promise<void> {
  await database.transact(async (tx) => {
    for (let count = 0; count < megabytes; count += 1) {
      await tx.db
        .insertInto('setting')
        .values({
          key: `long-${count}-${size('insaf.db-wal')}`,
          valid_from: '2026-01-01',
          value: JSON.stringify('x'.repeat(1024 * 1024)),
          recorded_at: '2026-01-01T00:00:00.000Z',
          recorded_by: null,
        })
        .execute();
    }
    return ok(null);
  });
}

it('a long log is copied into the database while the branch is open', async () => {
  await writeMuch(12);
  await vi.waitFor(() => expect(size('insaf.db')).toBeGreaterThan(12 * 1024 * 1024), {
    timeout: 10_000,
  });
  await writeMuch(1);
  const rows = await database.reader.db.selectFrom('setting').select('key').execute();
  expect(rows).toHaveLength(13);
  await database.close();
});

it('a branch that is closed while its log is copied loses nothing', async () => {
  await writeMuch(12);
  await database.close();
  const again = await Database.open(folder);
  if (!again.ok) throw new Error(again.error.code);
  const rows = await again.value.reader.db.selectFrom('setting').select('key').execute();
  expect(rows).toHaveLength(12);
  await again.value.close();
});
