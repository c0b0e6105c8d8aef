import { homedir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute folder of the checkout. */
export const projectRoot = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** Node 24 of the project: what runs the application's tools, tests and command line. */
export const projectNode = path.join(
  projectRoot,
  'node_modules/.bin',
  process.platform === 'win32' ? 'node.cmd' : 'node',
);

/**
 * Where downloads and builds are shared by all checkouts of this user (XDG base directories).
 * @returns {string} absolute folder, not necessarily there yet
 */
export function cacheFolder() {
  const base = process.env.XDG_CACHE_HOME || path.join(homedir(), '.cache');
  return path.join(base, 'insaf');
}

/**
 * Absolute path inside the checkout.
 * @param {...string} parts
 */
export function inProject(...parts) {
  return path.join(projectRoot, ...parts);
}
