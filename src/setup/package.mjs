import { existsSync } from 'node:fs';
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import os from 'node:os';
import path from 'node:path';
import { ensureBuilt } from './build.mjs';
import { hasDisplay } from './launch.mjs';
import { inProject, projectNode } from './project.mjs';
import { announce, elapsed, main, SetupProblem, step } from './report.mjs';
import { lastLines, networkFailure, runCommand } from './run-command.mjs';
import { describeRuntime, locateRuntime } from './runtime-path.mjs';
import { setUp } from './setup-steps.mjs';
import { onVirtualDisplay } from './xvfb.mjs';

const unpacked = inProject('dist/linux-unpacked');
const installerLimitMs = 300_000;

/**
 * `npm run package`: the unpacked application from the runtime that is here, proved to start, and from it
 * the installers, as far as their tools can be downloaded. `npm run package -- win` or `-- mac` hands over
 * to electron-builder, which downloads what it needs for those.
 */
await main(async () => {
  const [platform] = process.argv.slice(2);
  await setUp({ debian: ['window', 'headless'] });
  await step('Build', ensureBuilt);
  if (platform === 'win' || platform === 'mac') {
    const { status } = await electronBuilder([`--${platform}`], true);
    return status;
  }
  if (process.platform !== 'linux') {
    throw new SetupProblem(
      'The unpacked build is made on Linux.',
      process.platform === 'darwin' ? 'npm run package -- mac' : 'npm run package -- win',
    );
  }
  await step('Unpacked', buildUnpacked);
  await step('Starts', proveItStarts);
  for (const installer of ['AppImage', 'deb']) await buildInstaller(installer);
  return 0;
});

async function buildUnpacked() {
  const runtime = locateRuntime();
  if (!runtime) throw new Error('the set-up left no Electron');
  await rm(inProject('dist'), { recursive: true, force: true });
  const workshop = await mkdtemp(path.join(inProject('out'), 'runtime-'));
  try {
    // NOTE: a copy without the stand-in application, which would be found before ours.
    await cp(runtime.folder, workshop, { recursive: true });
    await rm(path.join(workshop, 'resources/app'), { recursive: true, force: true });
    const { status, output } = await electronBuilder([
      '--linux',
      'dir',
      `-c.electronDist=${workshop}`,
      `-c.electronVersion=${runtime.version}`,
    ]);
    if (status !== 0) {
      throw new SetupProblem(`electron-builder failed:\n${lastLines(output, 20)}`);
    }
  } finally {
    await rm(workshop, { recursive: true, force: true });
  }
  const warning = runtime.source === 'fallback' ? '; for trial only, never for a branch' : '';
  return `dist/linux-unpacked on ${describeRuntime(runtime)}${warning}`;
}

/** The packaged application opens a new data folder: window, archive, resources and add-on are in place. */
async function proveItStarts() {
  const data = await mkdtemp(path.join(os.tmpdir(), 'insaf-package-'));
  const command = [
    path.join(unpacked, 'insaf'),
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--data',
    data,
  ];
  const [program, args] = hasDisplay()
    ? [command[0] ?? '', command.slice(1)]
    : onVirtualDisplay(command);
  const child = spawn(program, args, { detached: true, stdio: 'ignore' });
  try {
    for (let second = 0; second < 30; second += 1) {
      await pause(1000);
      if (child.exitCode !== null) break;
      if (existsSync(path.join(data, 'insaf.db')) && existsSync(path.join(data, 'window'))) {
        return 'a new data folder opened';
      }
    }
  } finally {
    if (child.pid && child.exitCode === null) process.kill(-child.pid, 'SIGTERM');
    await pause(1000);
    await rm(data, { recursive: true, force: true });
  }
  throw new SetupProblem('The packaged application did not open a data folder within 30 seconds.');
}

/** Says what became of it; a tool that cannot be downloaded here fails nothing. @param {string} installer */
async function buildInstaller(installer) {
  const since = performance.now();
  const { status, output } = await electronBuilder(
    ['--linux', installer, '--prepackaged', unpacked],
    false,
    AbortSignal.timeout(installerLimitMs),
  );
  if (status !== 0) {
    const cause =
      networkFailure(output) ?? output.match(/⨯ (.+?)(?: {2}|$)/m)?.[1] ?? lastLines(output, 1);
    console.log(`– ${installer}: not built here (${cause}) (${elapsed(since)})`);
    return;
  }
  const files = await readdir(inProject('dist'));
  const file = files.find((name) => name.toLowerCase().endsWith(`.${installer.toLowerCase()}`));
  console.log(`✓ ${installer}: dist/${file} (${elapsed(since)})`);
}

/**
 * @param {readonly string[]} words
 * @param {boolean} [show]
 * @param {AbortSignal} [signal]
 */
function electronBuilder(words, show = false, signal) {
  if (show) announce(`electron-builder ${words.join(' ')}`);
  return runCommand(
    projectNode,
    [
      inProject('node_modules/electron-builder/cli.js'),
      ...words,
      '--config=src/setup/electron-builder.json',
      '--publish=never',
    ],
    { cwd: inProject(), show, signal },
  );
}
