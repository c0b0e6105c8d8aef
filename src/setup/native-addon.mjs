import { existsSync, readFileSync } from 'node:fs';
import { copyFile, cp, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { installDebianPackages } from './debian-packages.mjs';
import { cacheFolder, inProject, projectNode } from './project.mjs';
import { announce, SetupProblem } from './report.mjs';
import { lastLines, runCommand } from './run-command.mjs';
import { locateRuntime } from './runtime-path.mjs';

/** The first Electron whose Node-API (10) loads the prebuild of better-sqlite3. */
const firstMajorWithNodeApi10 = 35;

/**
 * Makes sure that the runtime can load SQLite: an older one gets its own build at
 * `<runtime>/insaf-addons/better_sqlite3.node`, where the backend looks when Node-API is older than 10.
 * @returns {Promise<string>} what it loads
 */
export async function ensureNativeAddon() {
  const runtime = locateRuntime();
  if (!runtime) throw new Error('the Electron runtime comes first');
  const version = addonVersion();
  if (Number.parseInt(runtime.version, 10) >= firstMajorWithNodeApi10) {
    return `better-sqlite3 ${version}, its own prebuild`;
  }

  const place = path.join(runtime.folder, 'insaf-addons');
  const addon = path.join(place, 'better_sqlite3.node');
  const label = path.join(place, 'version');
  const outcome = `better-sqlite3 ${version}, built for Node-API 9`;
  const placed = existsSync(addon) && (await readFile(label, 'utf8').catch(() => ''));
  if (placed === version) return outcome;

  const built = await ensureBuilt(version);
  await mkdir(place, { recursive: true });
  const temporary = path.join(place, `incoming-${process.pid}.node`); // SQLite's loader wants the ending
  await copyFile(built, temporary);
  await verifyLoads(runtime.executable, temporary);
  await rename(temporary, addon);
  await writeFile(label, version);
  return outcome;
}

/** @returns {string} version of the installed better-sqlite3 */
function addonVersion() {
  const manifest = readFileSync(inProject('node_modules/better-sqlite3/package.json'), 'utf8');
  return /** @type {{ version: string }} */ (JSON.parse(manifest)).version;
}

/**
 * @param {string} version
 * @returns {Promise<string>} absolute path of the built add-on in the user's cache
 */
async function ensureBuilt(version) {
  const kept = path.join(
    cacheFolder(),
    `better-sqlite3-${version}-napi-9-${process.platform}-${process.arch}.node`,
  );
  if (existsSync(kept)) return kept;

  await installDebianPackages('compiler', await missingBuildTools());
  await mkdir(cacheFolder(), { recursive: true });
  const workshop = await mkdtemp(path.join(cacheFolder(), 'addon-'));
  try {
    const built = await build(workshop);
    await rename(built, kept);
  } finally {
    await rm(workshop, { recursive: true, force: true });
  }
  return kept;
}

/** @returns {Promise<string[]>} Debian packages whose command is not there */
async function missingBuildTools() {
  const missing = [];
  for (const tool of ['g++', 'make', 'python3']) {
    if ((await runCommand(tool, ['--version'])).status !== 0) missing.push(tool);
  }
  return missing;
}

/**
 * Compiles the unpatched source in a copy of the package. The forced header answers for the one thing
 * that Node-API 9 lacks.
 * @param {string} workshop
 */
async function build(workshop) {
  const nodedir = nodeHeaders();
  announce('SQLite: building the native add-on for Node-API 9 (about two minutes)');
  const source = path.join(workshop, 'node_modules/better-sqlite3');
  await cp(inProject('node_modules/better-sqlite3'), source, { recursive: true });
  await cp(
    inProject('node_modules/node-addon-api'),
    path.join(workshop, 'node_modules/node-addon-api'),
    { recursive: true },
  );
  const header = path.join(workshop, 'node-api-9.h');
  await cp(inProject('src/setup/node-api-9.h'), header);

  const { status, output } = await runCommand(
    projectNode,
    [
      inProject('node_modules/node-gyp/bin/node-gyp.js'),
      'rebuild',
      '--release',
      '--force_build=1',
      `--nodedir=${nodedir}`,
    ],
    {
      cwd: source,
      env: {
        ...process.env,
        // NOTE: the shell of make splits this at blanks, so the path is quoted for it.
        CXXFLAGS: `-UNAPI_VERSION -DNAPI_VERSION=9 -include '${header}'`,
      },
    },
  );
  const addon = path.join(source, 'build/Release/better_sqlite3.node');
  if (status === 0 && existsSync(addon)) return addon;
  if (/No space left on device/.test(output)) {
    throw Object.assign(new Error('no space left'), { code: 'ENOSPC' });
  }
  throw new SetupProblem(
    `The native add-on of better-sqlite3 could not be built:\n${lastLines(output, 20)}`,
    'sudo apt-get install g++ make python3 && npm run setup',
  );
}

/** @returns {string} a folder with include/node, as node-gyp's --nodedir wants it */
function nodeHeaders() {
  const candidates = [
    process.env.npm_config_nodedir,
    path.resolve(path.dirname(process.execPath), '..'),
    '/usr',
    '/usr/local',
  ];
  for (const folder of candidates) {
    if (folder && existsSync(path.join(folder, 'include/node/node_api.h'))) return folder;
  }
  throw new SetupProblem(
    'The native add-on of better-sqlite3 must be built, and the header files of Node are not installed.',
    'sudo apt-get install libnode-dev && npm run setup',
  );
}

/**
 * @param {string} executable of Electron
 * @param {string} addon absolute path
 */
async function verifyLoads(executable, addon) {
  const probe = `
    const Database = require('better-sqlite3');
    const db = new Database(':memory:', { nativeBinding: process.argv[1] });
    db.exec('create virtual table t using fts5(a); create table u (n integer) strict');
    console.log(db.prepare('select ? as word').get('ready').word);`;
  const { status, output } = await runCommand(executable, ['-e', probe, addon], {
    cwd: inProject(),
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
  });
  if (status === 0 && output.includes('ready')) return;
  throw new SetupProblem(
    `The native add-on was built, but Electron does not load it:\n${lastLines(output)}`,
    `rm -rf '${cacheFolder()}' && npm run setup`,
  );
}
