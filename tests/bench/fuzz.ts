/**
 * Damaged bank files: `npm run bench -- fuzz --count N [--seed S] [--json]`. Every file must be read or refused with a code, in less
 * than two seconds; the files of `../shared/bank-files` are damaged too where they are there.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import {
  damaged,
  FUZZ_SEEDS,
  mutations,
} from '../../src/backend/bank-files/testing/mutate-file.ts';
import { peakMegabytes } from '../../src/backend/bank-files/testing/peak-memory.ts';
import { readDamaged } from '../../src/backend/bank-files/testing/read-damaged.ts';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '20260301' },
    json: { type: 'boolean', default: false },
  },
});
const count = Number(values.count);
const seed = Number(values.seed);
const BATCH = 500;
const SLOW_MILLISECONDS = 2000;

const files = [...FUZZ_SEEDS, ...publicFiles()];
const codes = new Map<string, number>();
const failures: { seed: number; index: number; error: string }[] = [];
let read = 0;
let slowest = 0;
const started = performance.now();
const before = process.cpuUsage();

for (let done = 0; done < count; done += BATCH) {
  const batchSeed = seed + done;
  const some = fc.sample(fc.tuple(fc.nat(files.length - 1), mutations), {
    numRuns: Math.min(BATCH, count - done),
    seed: batchSeed,
  });
  for (const [index, [file, damage]] of some.entries()) {
    const bytes = damaged(files[file] ?? Buffer.alloc(0), damage);
    const begun = performance.now();
    try {
      const said = await readDamaged(bytes);
      codes.set(said, (codes.get(said) ?? 0) + 1);
    } catch (error) {
      const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
      failures.push({ seed: batchSeed, index, error: told.slice(0, 600) });
    }
    const took = performance.now() - begun;
    slowest = Math.max(slowest, took);
    if (took > SLOW_MILLISECONDS) {
      failures.push({ seed: batchSeed, index, error: `took ${Math.round(took)} ms` });
    }
    read += 1;
  }
  if (!values.json && done % 10_000 === 0) console.log(`${read} of ${count}`);
}

const { user, system } = process.cpuUsage(before);
const result = {
  count: read,
  seeds: files.length,
  failures: failures.length,
  outcomes: Object.fromEntries([...codes].sort(([, left], [, right]) => right - left)),
  cpuSeconds: Number(((user + system) / 1e6).toFixed(1)),
  wallSeconds: Number(((performance.now() - started) / 1000).toFixed(1)),
  slowestMilliseconds: Math.round(slowest),
  peakMb: Math.round(peakMegabytes()),
};
for (const failure of failures.slice(0, 10)) console.error(failure);
if (values.json) console.log(JSON.stringify(result));
else console.log(result);
process.exitCode = failures.length === 0 ? 0 : 1;

function publicFiles(): Buffer[] {
  const folder = path.resolve(import.meta.dirname, '../../../shared/bank-files');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(folder, name))
    .filter((file) => statSync(file).isFile() && !/\.(?:md|json)$/.test(file))
    .map((file) => readFileSync(file));
}
