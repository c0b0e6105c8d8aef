import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Database } from '../../src/backend/db/database.ts';
import { ok } from '../../src/domain/shared/result.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'insaf-over-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const row = (key: string) => ({
  key,
  valid_from: '2026-01-01',
  value: JSON.stringify('x'.repeat(200_000)),
  recorded_at: '2026-01-01T00:00:00.000Z',
  recorded_by: null,
});

it('a branch that starts over is empty, small, and written to by the connections that were open', async () => {
  const opened = await Database.open(folder);
  if (!opened.ok) throw new Error(opened.error.code);
  const database = opened.value;
  const keys = async () =>
    (await database.reader.db.selectFrom('setting').select('key').execute()).map(({ key }) => key);
  const write = (key: string) =>
    database.transact(async (tx) => {
      await tx.db.insertInto('setting').values(row(key)).execute();
      return ok(null);
    });
  try {
    for (let index = 0; index < 20; index += 1) await write(`k${index}`);
    expect(await keys()).toHaveLength(20);

    await database.startOver();
    expect(await keys()).toEqual([]);
    expect(statSync(path.join(folder, 'insaf.db')).size).toBeLessThan(1_500_000);

    await write('after');
    expect(await keys()).toEqual(['after']);
  } finally {
    await database.close();
  }

  const again = await Database.open(folder);
  if (!again.ok) throw new Error(again.error.code);
  expect(await again.value.reader.db.selectFrom('setting').select('key').execute()).toHaveLength(1);
  await again.value.close();
});
