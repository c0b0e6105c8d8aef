/**
 * The search box, and the months of the past, over a whole region: `npm run bench -- search --size 300000 [--json]
 * [--folder DIR]`. The registry is made in a folder of its own, or once in the one that is named. Every question is asked
 * as the window asks it; questions by a number must find its household, whole names somebody of that name.
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { recompute } from '../../src/backend/app/entitlement/recompute.ts';
import { readRepos } from '../../src/backend/db/repos/repos.ts';
import { searchKey } from '../../src/domain/shared/search-key.ts';
import { isoMonth, type IsoInstant } from '../../src/domain/shared/iso-date.ts';
import { openBranch, valueOf } from './reconcile/branch-folder.ts';
import { addPeople, personAt } from './search/people.ts';
import { questions } from './search/questions.ts';

const { values } = parseArgs({
  options: {
    size: { type: 'string', default: '30000' },
    people: { type: 'string', default: '150' },
    folder: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});
const size = Number(values.size);
const asked = Math.min(size, Number(values.people));
if (!Number.isInteger(size) || size < 100) throw new Error('--size is a number of households');
const folder = values.folder ?? mkdtempSync(path.join(tmpdir(), 'insaf-bench-'));
mkdirSync(folder, { recursive: true });
const say = (text: string): void => {
  if (!values.json) console.log(text);
};

/** Milliseconds below which the share of all lies; of sorted ones. */
const percentile = (sorted: readonly number[], share: number): number =>
  Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 100) /
  100;

const KNOWN_AT = '2026-10-27T08:00:00.000Z' as IsoInstant;

const ascending = (times: readonly number[]): number[] => [...times].sort((a, b) => a - b);

try {
  const isNew = !existsSync(path.join(folder, 'data'));
  const branch = await openBranch(folder, { isNew });
  if (isNew) {
    say(`Making a registry of ${size} households`);
    const begun = performance.now();
    await addPeople(branch.database, size);
    say(`made in ${Math.round((performance.now() - begun) / 1000)} s`);
  }
  // A branch that is closed knows what its tables hold.
  await branch.close();
  const { api, database, close } = await openBranch(folder, { isNew: false });

  const step = Math.floor(size / asked);
  const people = Array.from({ length: asked }, (_, place) => personAt(place * step));
  const times = new Map<string, number[]>();
  /** On a machine that others use too, what the question itself cost. */
  const cpuTimes: number[] = [];
  const missed = new Map<string, number>();
  for (const { kind, text, expects, name } of questions(people)) {
    const cpu = process.cpuUsage();
    const begun = performance.now();
    const hits = valueOf(await api.registry.search({ text, limit: 12 }));
    const took = performance.now() - begun;
    const { user, system } = process.cpuUsage(cpu);
    cpuTimes.push((user + system) / 1000);
    times.set(kind, [...(times.get(kind) ?? []), took]);
    const isFound = hits.some(({ title }) => searchKey(title) === searchKey(name));
    if (expects !== null && !isFound) missed.set(kind, (missed.get(kind) ?? 0) + 1);
  }
  for (const [kind, own] of times) {
    const sorted = ascending(own);
    const [middle, high, most] = [0.5, 0.95, 1].map((share) => percentile(sorted, share));
    const lost = missed.get(kind) ?? 0;
    say(
      `${kind.padEnd(26)} ${middle} / ${high} / ${most} ms${lost > 0 ? `, ${lost} not found` : ''}`,
    );
  }

  const repos = readRepos(database.reader);
  const months: number[] = [];
  for (let place = 0; place < asked; place += 1) {
    const [hit] = valueOf(await api.registry.search({ text: personAt(place * step).nationalId }));
    const begun = performance.now();
    const known = await repos.households.changeAt(KNOWN_AT);
    const month = isoMonth(`2026-${String((place % 9) + 1).padStart(2, '0')}`);
    const found = await recompute({ repos }, hit?.refId ?? '', month, known);
    months.push(performance.now() - begun);
    if (found === null) throw new Error('A household was not known');
  }
  await close();

  const all = ascending([...times.values()].flat());
  const result = {
    size,
    questions: all.length,
    searchMs95: percentile(all, 0.95),
    searchMsMax: percentile(all, 1),
    searchCpuMs95: percentile(ascending(cpuTimes), 0.95),
    notFound: [...missed.values()].reduce((sum, count) => sum + count, 0),
    monthMs95: percentile(ascending(months), 0.95),
    monthMsMax: percentile(ascending(months), 1),
  };
  for (const [name, value] of Object.entries(result)) say(`${name.padEnd(26)} ${value}`);
  if (values.json) console.log(JSON.stringify(result));
} finally {
  if (values.folder === undefined) rmSync(folder, { recursive: true, force: true });
}
