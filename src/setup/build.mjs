import { existsSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inProject, projectNode } from './project.mjs';
import { SetupProblem } from './report.mjs';
import { lastLines, runCommand } from './run-command.mjs';

const sources = ['src', 'electron.vite.config.ts', 'package-lock.json', 'tsconfig.json'];
const stamp = 'out/built';

/**
 * Builds shell, backend and renderer into out/ when a source is newer than the last build.
 * @returns {Promise<string>} what there is now
 */
export async function ensureBuilt() {
  if (existsSync(inProject(stamp)) && newest() <= statSync(inProject(stamp)).mtimeMs) {
    return 'up to date';
  }
  const begun = new Date();
  rmSync(inProject(stamp), { force: true });
  const { status, output } = await runCommand(
    projectNode,
    [inProject('node_modules/electron-vite/bin/electron-vite.js'), 'build', '--logLevel=warn'],
    { cwd: inProject() },
  );
  if (status !== 0) {
    throw new SetupProblem(`The application could not be built:\n${lastLines(output, 30)}`);
  }
  writeFileSync(inProject(stamp), begun.toISOString());
  return 'built into out/';
}

/** @returns {number} time of the latest change among the sources, a deletion included (ms since 1970) */
function newest() {
  let latest = 0;
  for (const source of sources) {
    const place = inProject(source);
    const stat = statSync(place);
    latest = Math.max(latest, stat.mtimeMs);
    if (!stat.isDirectory()) continue;
    for (const entry of readdirSync(place, { recursive: true })) {
      latest = Math.max(latest, statSync(path.join(place, String(entry))).mtimeMs);
    }
  }
  return latest;
}
