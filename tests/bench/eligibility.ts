/**
 * The monthly eligibility run over a whole branch: `npm run bench -- eligibility --size 300000 [--first] [--json]`. The branch, its
 * facts and the run of the month before are made beforehand; then one month is read from the database, computed with its
 * lines, compared and stored, in a process of its own. `--first` measures the very first month instead: everything is stored.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    size: { type: 'string', default: '30000' },
    first: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});
const size = Number(values.size);
if (!Number.isInteger(size) || size < 1) throw new Error('--size is a number of households');
const folder = mkdtempSync(path.join(tmpdir(), 'insaf-bench-'));

/** Runs one part in a process of its own; what it measured is its last line. */
function part<T>(name: string, ...words: string[]): Promise<T> {
  const script = path.join(import.meta.dirname, 'eligibility', `${name}.ts`);
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      ['--max-semi-space-size=8', ...process.execArgv, script, folder, String(size), ...words],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    let output = '';
    child.stdout.on('data', (data) => (output += String(data)));
    child.on('close', (status) => {
      if (status === 0) resolve(JSON.parse(output.trim().split('\n').at(-1) ?? '') as T);
      else reject(new Error(`${name} ended with ${status}`));
    });
  });
}

const say = (text: string): void => {
  if (!values.json) console.log(text);
};

interface Measures {
  readonly cpuSeconds: number;
  readonly wallSeconds: number;
  readonly peakMb: number;
}

try {
  say(`Making a branch of ${size} households${values.first ? '' : ', and the run of a month'}`);
  const made = await part<object>('set-up', values.first ? 'first' : 'next');
  const { cpuSeconds, wallSeconds, peakMb, ...rest } = await part<Measures>(
    'run',
    values.first ? '2026-11' : '2026-12',
  );
  const megabytes = Math.round(statSync(path.join(folder, 'data', 'insaf.db')).size / 1e6);
  const result = { size, cpuSeconds, wallSeconds, peakMb };
  for (const [name, value] of Object.entries({ ...result, ...rest, ...made, megabytes }))
    say(`${name.padEnd(24)} ${JSON.stringify(value)}`);
  if (values.json) console.log(JSON.stringify(result));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
