/**
 * Decision letters of one page, each with a table and a seal, as tagged PDF/A: `npm run bench -- letters --count 500
 * [--workers 2] [--chromium 40] [--json]`. Beside them Chromium's print-to-PDF of the same letters on the same machine.
 * Each part is measured in a process of its own, so that no part's memory is another's peak.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '500' },
    workers: { type: 'string', default: '2' },
    chromium: { type: 'string', default: '40' },
    json: { type: 'boolean', default: false },
  },
});
const [count, workers, printed] = [values.count, values.workers, values.chromium].map(Number);
for (const number of [count, workers, printed]) {
  if (number === undefined || !Number.isInteger(number) || number < 1) {
    throw new Error('--count, --workers and --chromium are whole numbers');
  }
}

/** Runs one part in a process of its own; what it measured is its last line. */
function part<T>(name: string, ...words: unknown[]): Promise<T> {
  const script = path.join(import.meta.dirname, 'letters', `${name}.ts`);
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [
        '--max-semi-space-size=8',
        '--max-old-space-size=160',
        ...process.execArgv,
        script,
        ...words.map(String),
      ],
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

interface Measures {
  readonly lettersPerSecond: number;
  readonly cpuSeconds: number;
  readonly peakMb: number;
}

interface ChromiumMeasures {
  readonly lettersPerSecond: number;
  readonly ms: number;
  readonly meanKb: number;
  readonly peakMb: number;
}

const alone = await part<Measures & Record<'halfwayMb' | 'endMb' | 'meanKb' | 'largestKb', number>>(
  'set',
  count,
);
const pressed = await part<Measures>('press', count, workers);
const chromium = existsSync('/usr/bin/chromium')
  ? await part<ChromiumMeasures>('chromium', printed)
  : null;
const result = { count, ...alone, twoWorkers: { workers, ...pressed }, chromium };

if (values.json) {
  console.log(JSON.stringify(result));
} else {
  const say = (name: string, measures: object): void => {
    const facts = Object.entries(measures).map(
      ([fact, value]) =>
        `${fact} ${typeof value === 'number' ? Math.round(value * 10) / 10 : value}`,
    );
    console.log(`${name.padEnd(12)} ${facts.join(', ')}`);
  };
  say('one thread', { count, ...alone });
  say(`${workers} threads`, pressed);
  if (chromium) say('Chromium', chromium);
  else console.log('Chromium     not measured: /usr/bin/chromium is missing');
}
