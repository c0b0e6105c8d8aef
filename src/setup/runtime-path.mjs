import { existsSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheFolder, inProject } from './project.mjs';

/** The version inside the fallback package; see src/decisions/001-electron-runtime.md. */
export const fallbackVersion = '33.2.1';

/**
 * @typedef {object} Runtime
 * @property {'override' | 'official' | 'fallback'} source
 * @property {string} version of Electron, for example "45.4.1"
 * @property {string} folder absolute folder of the distribution
 * @property {string} executable absolute path
 */

/** @returns {string} the version of Electron that ships, from its npm package */
export function shippedVersion() {
  const manifest = readFileSync(inProject('node_modules/electron/package.json'), 'utf8');
  return /** @type {{ version: string }} */ (JSON.parse(manifest)).version;
}

/** Folder of the fallback in the user's cache. */
export function fallbackFolder() {
  return path.join(cacheFolder(), `electron-${fallbackVersion}-linux-x64`);
}

/**
 * The Electron that this checkout runs on, in the order: the user's own distribution
 * (ELECTRON_OVERRIDE_DIST_PATH), the shipped version, the fallback.
 * @returns {Runtime | undefined} undefined while none is installed
 */
export function locateRuntime() {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (override) return runtimeIn(path.resolve(override), 'override');

  const official = runtimeIn(inProject('node_modules/electron/dist'), 'official');
  if (official && official.version === shippedVersion()) return official;

  return runtimeIn(fallbackFolder(), 'fallback');
}

/**
 * @returns {string} absolute path of the Electron executable
 * @throws {Error} when the set-up has not run
 */
export function runtimePath() {
  const runtime = locateRuntime();
  if (!runtime) throw new Error('Electron is not installed yet: npm run setup');
  return runtime.executable;
}

/**
 * One line for logs and test reports.
 * @param {Runtime} runtime
 */
export function describeRuntime(runtime) {
  const origin = {
    override: 'from ELECTRON_OVERRIDE_DIST_PATH',
    official: 'the shipped version',
    fallback: `registry fallback, standing in for the shipped ${shippedVersion()}`,
  }[runtime.source];
  return `Electron ${runtime.version}, ${origin}`;
}

/**
 * @param {string} folder
 * @param {Runtime['source']} source
 * @returns {Runtime | undefined}
 */
function runtimeIn(folder, source) {
  const executable = path.join(folder, executableName());
  const versionFile = path.join(folder, 'version');
  if (!existsSync(executable) || !existsSync(versionFile)) return undefined;
  const version = readFileSync(versionFile, 'utf8').trim().replace(/^v/, '');
  return { source, version, folder, executable };
}

function executableName() {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return process.platform === 'win32' ? 'electron.exe' : 'electron';
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const runtime = locateRuntime();
  if (runtime) console.log(runtime.executable);
  else console.error('Electron is not installed yet: npm run setup');
  process.exitCode = runtime ? 0 : 1;
}
