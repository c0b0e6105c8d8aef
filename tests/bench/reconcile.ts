/**
 * One bank's status report, from its bytes to the ledger and back: `npm run bench -- reconcile --size 1000000 [--shuffled]
 * [--json]`. Beside it the floor of the same machine: xmllint over the same file, and bare inserts of as many rows. Each part
 * is measured in a process of its own, so that no part's memory is another's peak.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { BranchMeasures } from './reconcile/branch.ts';

const { values } = parseArgs({
  options: {
    size: { type: 'string', default: '100000' },
    shuffled: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});
const size = Number(values.size);
if (!Number.isInteger(size) || size < 1) throw new Error('--size is a number of lines');
const order = values.shuffled ? 'shuffled' : 'sent';
const folder = mkdtempSync(path.join(tmpdir(), 'insaf-bench-'));
const answer = path.join(folder, 'answer.xml');

/** Runs one part in a process of its own; what it measured is its last line. */
function part<T>(name: string, ...words: string[]): Promise<T> {
  const script = path.join(import.meta.dirname, 'reconcile', `${name}.ts`);
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      ['--max-semi-space-size=8', ...process.execArgv, script, folder, String(size), ...words],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    let output = '';
    child.stdout.on('data', (data) => (output += String(data)));
    child.on('close', (status) => {
      if (status === 0) resolve(JSON.parse(output.trim().split('\n').at(-1) ?? '') as T);
      else reject(new Error(`${name} ended with ${status}`));
    });
  });
}

/** CPU seconds of `xmllint --stream`; null where it is not installed. */
function xmllintSeconds(): number | null {
  const { status, stdout } = spawnSync(
    'bash',
    ['-c', `xmllint --stream --noout "$0" && times`, answer],
    {
      encoding: 'utf8',
    },
  );
  if (status !== 0) return null;
  const children = stdout.trim().split('\n').at(-1) ?? '';
  return [...children.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds),
    0,
  );
}

const say = (text: string): void => {
  if (!values.json) console.log(text);
};

try {
  say(`Making a branch with ${size} payments, and the bank's answer to them`);
  await part('set-up', order);
  const megabytes = Math.round(statSync(answer).size / 1e6);
  const floor = {
    xmllint: xmllintSeconds(),
    ...(await part<{ insert: number }>('floor')),
  };
  const { parse } = await part<{ parse: number }>('parse');
  const measured = await part<BranchMeasures>('branch');
  const { hash, reading, matching, applying, audit, ...rest } = measured;
  const phases = { hash, parse, stage: reading - parse, match: matching, apply: applying, audit };
  const result = { size, order, megabytes, ...rest, phases, floor };
  for (const [name, value] of Object.entries({ ...result, phases: '', floor: '' })) {
    if (value !== '') say(`${name.padEnd(24)} ${JSON.stringify(value)}`);
  }
  for (const [name, seconds] of Object.entries(phases))
    say(`  ${name.padEnd(22)} ${seconds.toFixed(2)} CPU s`);
  for (const [name, seconds] of Object.entries(floor)) {
    say(
      `  floor ${name.padEnd(16)} ${seconds === null ? 'not installed' : `${seconds.toFixed(2)} CPU s`}`,
    );
  }
  if (values.json) console.log(JSON.stringify(result));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
