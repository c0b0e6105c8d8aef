import { inProject, projectNode } from './project.mjs';
import { elapsed, main } from './report.mjs';
import { runCommand } from './run-command.mjs';
import { setUpPackages } from './setup-steps.mjs';

/** Name, program of node_modules and its words. */
const checks = /** @type {const} */ ([
  ['types', 'typescript/bin/tsc', ['-p', '.']],
  ['lint', 'oxlint/bin/oxlint', ['--type-aware', '--deny-warnings']],
  ['format', 'prettier/bin/prettier.cjs', ['--check', '--log-level=warn', '.']],
  [
    'import rules',
    'dependency-cruiser/bin/dependency-cruise.mjs',
    ['--config', '.dependency-cruiser.mjs', 'src', 'tests'],
  ],
  [
    'architecture, with planted violations',
    'vitest/vitest.mjs',
    ['run', '--config=tests/vitest.config.ts', '--reporter=dot', 'tests/architecture'],
  ],
  ['unused code', 'knip/bin/knip.js', ['--config', '.knip.json']],
]);

/** `npm run check`, or some of it by name: `npm run check -- types lint`. */
await main(async () => {
  const chosen = process.argv.slice(2);
  await setUpPackages();
  let failures = 0;
  for (const [name, program, words] of checks) {
    if (chosen.length > 0 && !chosen.includes(name)) continue;
    const since = performance.now();
    const { status, output } = await runCommand(
      projectNode,
      [inProject('node_modules', program), ...words],
      { cwd: inProject(), env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' } },
    );
    if (status === 0) {
      console.log(`✓ ${name} (${elapsed(since)})`);
    } else {
      failures += 1;
      console.log(`✗ ${name} (${elapsed(since)})\n${output.trim()}\n`);
    }
  }
  console.log(failures === 0 ? 'All checks hold.' : `${failures} of the checks failed.`);
  return failures === 0 ? 0 : 1;
});
