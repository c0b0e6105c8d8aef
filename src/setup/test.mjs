import { mkdirSync, rmSync } from 'node:fs';
import { ensureBuilt } from './build.mjs';
import { hasDisplay } from './launch.mjs';
import { inProject, projectNode } from './project.mjs';
import { main, step } from './report.mjs';
import { runCommand } from './run-command.mjs';
import { describeRuntime, locateRuntime } from './runtime-path.mjs';
import { setUp } from './setup-steps.mjs';
import { closingLine, playwrightCounts, sumOf, vitestCounts } from './test-counts.mjs';
import { onVirtualDisplay } from './xvfb.mjs';

const results = inProject('out/test-results');
const unitReport = `${results}/unit.json`;
const endToEndReport = `${results}/e2e.json`;

/** `npm test`, or one half of it: `npm test -- unit [vitest words]`, `npm test -- e2e [playwright words]`. */
await main(async () => {
  const [half, ...words] = process.argv.slice(2);
  await setUp({ debian: ['window', 'headless', 'tests'] });
  mkdirSync(results, { recursive: true });

  const halves = [];
  if (half !== 'e2e') halves.push(await runUnit(half === 'unit' ? words : []));
  if (half !== 'unit') halves.push(await runEndToEnd(half === 'e2e' ? words : []));

  const sum = sumOf(halves);
  console.log(`\n${closingLine(sum)}`);
  return sum.failed === 0 && sum.passed > 0 ? 0 : 1;
});

/** Rules, repositories and architecture, on Node. @param {readonly string[]} words */
async function runUnit(words) {
  rmSync(unitReport, { force: true });
  const { status } = await runCommand(
    projectNode,
    [
      inProject('node_modules/vitest/vitest.mjs'),
      'run',
      '--config=tests/vitest.config.ts',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${unitReport}`,
      ...words,
    ],
    { cwd: inProject(), show: true },
  );
  return vitestCounts(unitReport, status);
}

/** The window, on a real Electron. @param {readonly string[]} words */
async function runEndToEnd(words) {
  await step('Build', ensureBuilt);
  const runtime = locateRuntime();
  if (!runtime) throw new Error('the set-up left no Electron');
  console.log(`\nEnd-to-end tests run on ${describeRuntime(runtime)}.`);

  rmSync(endToEndReport, { force: true });
  const command = [
    projectNode,
    inProject('node_modules/@playwright/test/cli.js'),
    'test',
    '--config=tests/playwright.config.ts',
    ...words,
  ];
  const [program, args] = hasDisplay()
    ? [projectNode, command.slice(1)]
    : onVirtualDisplay(command);
  const { status } = await runCommand(program, args, {
    cwd: inProject(),
    env: { ...process.env, INSAF_ELECTRON: runtime.executable },
    show: true,
  });
  return playwrightCounts(endToEndReport, status);
}
