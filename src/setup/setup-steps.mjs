import { ensureDebianPackages } from './debian-packages.mjs';
import { ensureElectronRuntime } from './electron-runtime.mjs';
import { ensureNativeAddon } from './native-addon.mjs';
import { ensureNodeModules, ensureProjectNode } from './node-modules.mjs';
import { SetupProblem, step } from './report.mjs';

/**
 * Everything that a checkout needs before it can run; what is there already is only looked at.
 * @param {{ debian: readonly import('./debian-packages.mjs').Need[], retryOfficial?: boolean }} options
 */
export async function setUp({ debian, retryOfficial = false }) {
  requireRecentNode();
  await step('Debian packages', () => ensureDebianPackages(debian));
  await setUpPackages();
  await step('Electron', () => ensureElectronRuntime({ retryOfficial }));
  await step('SQLite', ensureNativeAddon);
}

/** What the checks need: the packages of npm, and the Node among them. */
export async function setUpPackages() {
  requireRecentNode();
  await step('Packages', ensureNodeModules);
  await step('Node', ensureProjectNode);
}

function requireRecentNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new SetupProblem(
      `Node ${process.versions.node} is too old to begin with; 20.19 or newer is needed.`,
      'sudo apt-get install nodejs (or https://nodejs.org)',
    );
  }
}
