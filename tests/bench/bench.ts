/** `npm run bench -- NAME [words] [--json]`: runs tests/bench/NAME.ts, which measures and prints. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

const folder = import.meta.dirname;
const [name = '', ...words] = process.argv.slice(2);
const file = path.join(folder, `${name}.ts`);

if (!/^[a-z-]+$/.test(name) || name === 'bench' || !existsSync(file)) {
  const known = readdirSync(folder)
    .filter((entry) => entry.endsWith('.ts') && entry !== 'bench.ts')
    .map((entry) => entry.slice(0, -3));
  console.error(`npm run bench -- NAME, where NAME is one of: ${known.join(', ')}`);
  process.exitCode = 2;
} else {
  const { status } = spawnSync(process.execPath, [...process.execArgv, file, ...words], {
    stdio: 'inherit',
  });
  process.exitCode = status ?? 1;
}
