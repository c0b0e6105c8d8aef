import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inspectBankFile } from './inspect-bank-file.ts';
import { damaged, FUZZ_SEEDS, mutations } from './testing/mutate-file.ts';
import { readDamaged } from './testing/read-damaged.ts';
import { ANSWER, message, STATEMENT, utf8, WAGES } from './testing/sample-files.ts';

describe('a file cut in the middle', () => {
  it('is refused wherever a bank’s answer is cut', async () => {
    const bytes = utf8(message(ANSWER));
    for (let length = 0; length < bytes.length; length += 1) {
      expect(await inspectBankFile(bytes.subarray(0, length)), `cut at ${length}`).toHaveProperty(
        'error',
      );
    }
    expect(await inspectBankFile(bytes)).toMatchObject({
      transactions: 1,
      statusCounts: { RJCT: 1 },
    });
  });

  it('is refused wherever a wage file is cut before its last line', async () => {
    const bytes = utf8(WAGES);
    for (let length = 0; length < bytes.length; length += 1) {
      expect(await inspectBankFile(bytes.subarray(0, length)), `cut at ${length}`).toHaveProperty(
        'error',
      );
    }
    expect(await inspectBankFile(bytes)).toMatchObject({
      kind: 'wages',
      transactions: 2,
      reasonCounts: { AC04: 1 },
    });
  });

  it('is shown with a warning where a statement without a frame ends before its closing balance', async () => {
    const cut = await inspectBankFile(utf8(STATEMENT.slice(0, STATEMENT.indexOf(':62F'))));
    expect(cut).toMatchObject({
      kind: 'mt940',
      transactions: 1,
      warnings: [{ code: 'CLOSING_BALANCE_MISSING' }],
    });
  });
});

describe('fuzzing', () => {
  const seeds = [...FUZZ_SEEDS, ...publicFiles()];

  it(`2,000 damaged files of ${seeds.length} are read or refused with a code; none crashes, hangs or is half read`, async () => {
    const outcomes = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.nat(seeds.length - 1), mutations, async (file, damage) => {
        const bytes = damaged(seeds[file] ?? Buffer.alloc(0), damage);
        const started = performance.now();
        outcomes.add(await readDamaged(bytes));
        expect(performance.now() - started).toBeLessThan(2000);
      }),
      { numRuns: 2000 },
    );
    expect(outcomes.size).toBeGreaterThan(10);
  }, 60_000);
});

/** The smaller ones beside the repository, where they are there. */
function publicFiles(): Buffer[] {
  const folder = fileURLToPath(new URL('../../../../shared/bank-files', import.meta.url));
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(folder, name))
    .filter((file) => /\.\w+$/.test(file) && !/\.(?:md|json)$/.test(file))
    .map((file) => readFileSync(file))
    .filter(({ length }) => length < 40_000);
}
