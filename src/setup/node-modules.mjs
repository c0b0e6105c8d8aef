import { existsSync, readFileSync } from 'node:fs';
import { symlink } from 'node:fs/promises';
import path from 'node:path';
import { inProject, projectNode } from './project.mjs';
import { announce, SetupProblem } from './report.mjs';
import { lastLines, networkFailure, runCommand } from './run-command.mjs';

const nodeMajor = 24;

/**
 * Makes node_modules what package-lock.json says.
 * @returns {Promise<string>} what there is now
 */
export async function ensureNodeModules() {
  const difference = firstDifference();
  if (difference) {
    announce(`Packages: npm ci (${difference})`);
    await npmCi();
    const still = firstDifference();
    if (still) throw new SetupProblem(`npm ci left a difference: ${still}`, 'npm install');
  }
  return `${Object.keys(lockedPackages('node_modules/.package-lock.json')).length} as locked`;
}

/**
 * Makes node_modules/.bin/node a Node 24: npm may have been told to run no install scripts, and the
 * package `node` fetches its binary in one.
 * @returns {Promise<string>} its version
 */
export async function ensureProjectNode() {
  let version = await projectNodeVersion();
  if (!version) {
    announce('Node: fetching the binary of the package "node"');
    const folder = inProject('node_modules/node');
    const { status, output } = await runCommand('node', ['installArchSpecificPackage.js'], {
      cwd: folder,
      env: withoutProjectBin(),
    });
    if (!existsSync(projectNode)) await symlink('../node/bin/node', projectNode);
    version = await projectNodeVersion();
    if (status !== 0 || !version) {
      throw new SetupProblem(
        `Node ${nodeMajor} could not be installed into node_modules:\n${lastLines(output)}`,
        'npm rebuild node --foreground-scripts',
      );
    }
  }
  return version;
}

/** @returns {Promise<string | undefined>} "v24.x.y", undefined when it is missing or another major */
async function projectNodeVersion() {
  const { status, output } = await runCommand(projectNode, ['--version']);
  const version = output.trim();
  return status === 0 && version.startsWith(`v${nodeMajor}.`) ? version : undefined;
}

/**
 * npm leaves a copy of what it installed in node_modules/.package-lock.json; packages for other systems
 * (optional) are not in it.
 * @returns {string | undefined} one difference in words
 */
function firstDifference() {
  if (!existsSync(inProject('node_modules/.package-lock.json'))) return 'nothing installed yet';
  const installed = lockedPackages('node_modules/.package-lock.json');
  for (const [name, wanted] of Object.entries(lockedPackages('package-lock.json'))) {
    const found = installed[name];
    if (!found && !wanted.optional) return `${name} is missing`;
    if (found && (found.version !== wanted.version || found.integrity !== wanted.integrity)) {
      return `${name} is ${found.version}, locked is ${wanted.version}`;
    }
  }
  return undefined;
}

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean }} LockedPackage
 * @param {string} file
 * @returns {Record<string, LockedPackage>} by place in the tree, the project itself left out
 */
function lockedPackages(file) {
  const { packages } = /** @type {{ packages: Record<string, LockedPackage> }} */ (
    JSON.parse(readFileSync(inProject(file), 'utf8'))
  );
  delete packages[''];
  return packages;
}

async function npmCi() {
  const { status, output } = await runCommand('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: inProject(),
    env: withoutProjectBin(),
  });
  if (status === 0) return;
  if (status === 127) throw new SetupProblem('npm is not installed.', 'sudo apt-get install npm');
  if (/ENOSPC/.test(output)) throw Object.assign(new Error('no space left'), { code: 'ENOSPC' });
  const offline = networkFailure(output);
  throw new SetupProblem(
    offline
      ? `The npm registry cannot be reached: ${offline}`
      : `npm ci failed:\n${lastLines(output, 15)}`,
    offline ? 'npm ci (when `npm ping` answers; see `npm config get registry proxy`)' : 'npm ci',
  );
}

/** npm replaces node_modules while it runs, so it must not run on the Node inside. */
function withoutProjectBin() {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const PATH = folders
    .filter((folder) => path.resolve(folder) !== path.dirname(projectNode))
    .join(path.delimiter);
  return { ...process.env, PATH };
}
