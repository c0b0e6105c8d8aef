import { existsSync, readdirSync } from 'node:fs';
import { announce, SetupProblem } from './report.mjs';
import { lastLines, runCommand } from './run-command.mjs';

/** Debian packages by what needs them. Newer releases call some of them `...t64`. */
const packagesFor = {
  window: [
    'libgtk-3-0',
    'libnss3',
    'libasound2',
    'libgbm1',
    'libxss1',
    'libatk-bridge2.0-0',
    'libdrm2',
  ],
  headless: ['xvfb', 'xauth'],
  tests: ['poppler-utils', 'qpdf', 'libxml2-utils'],
};

/** @typedef {keyof typeof packagesFor} Need */

/**
 * @param {readonly Need[]} needs
 * @returns {Promise<string>} what there is now
 */
export async function ensureDebianPackages(needs) {
  if (process.platform !== 'linux') return 'not needed on this system';
  const wanted = needs.flatMap((need) => packagesFor[need]);
  const missing = await missingOf(wanted);
  if (!missing) return `not a Debian system; expected to be there: ${wanted.join(' ')}`;
  if (missing.length === 0) return `${wanted.length} present`;

  await installDebianPackages('libraries', missing);
  return `installed ${missing.join(' ')}`;
}

/**
 * Installs with apt-get as root, and names the command otherwise.
 * @param {string} purpose for the message
 * @param {readonly string[]} missing
 */
export async function installDebianPackages(purpose, missing) {
  if (missing.length === 0) return;
  const remedy = `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${missing.join(' ')}`;
  if (process.getuid?.() !== 0) {
    throw new SetupProblem(
      `Debian packages are missing (${purpose}): ${missing.join(' ')}`,
      remedy,
    );
  }
  announce(`Debian packages: installing ${missing.join(' ')}`);
  if (!hasPackageLists()) await aptGet(['update'], remedy);
  const install = ['install', '-y', '--no-install-recommends', ...missing];
  if ((await tryAptGet(install)).status === 0) return;

  // NOTE: lists older than the archive name files that are gone, so one more try with fresh ones.
  await aptGet(['update'], remedy);
  await aptGet(install, remedy);
}

/**
 * @param {readonly string[]} wanted
 * @returns {Promise<string[] | undefined>} undefined where there is no dpkg
 */
async function missingOf(wanted) {
  const names = wanted.flatMap((name) => [name, `${name}t64`]);
  const { status, output } = await runCommand('dpkg-query', [
    '-W',
    '-f',
    '${db:Status-Abbrev} ${Package}\\n',
    ...names,
  ]);
  if (status === 127) return undefined;
  const installed = new Set(
    output
      .split('\n')
      .filter((line) => line.startsWith('ii'))
      .map((line) => line.split(/\s+/)[1]),
  );
  return wanted.filter((name) => !installed.has(name) && !installed.has(`${name}t64`));
}

function hasPackageLists() {
  const folder = '/var/lib/apt/lists';
  return existsSync(folder) && readdirSync(folder).some((name) => name.includes('_Packages'));
}

/** @param {readonly string[]} args */
function tryAptGet(args) {
  return runCommand('apt-get', ['-q', '-o', 'DPkg::Lock::Timeout=300', ...args], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}

/**
 * @param {readonly string[]} args
 * @param {string} remedy
 */
async function aptGet(args, remedy) {
  const { status, output } = await tryAptGet(args);
  if (status === 0) return;
  if (/No space left|not have enough free space/.test(output)) {
    throw Object.assign(new Error('no space left'), { code: 'ENOSPC' });
  }
  throw new SetupProblem(`apt-get ${args[0]} failed:\n${lastLines(output)}`, remedy);
}
