import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { SetupProblem } from './report.mjs';

/** Whether a window can be shown here. */
export function hasDisplay() {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/**
 * Switches that the runtime needs on this machine, before the application's own arguments.
 * @param {import('./runtime-path.mjs').Runtime} runtime
 * @returns {string[]}
 */
export function runtimeSwitches(runtime) {
  if (process.platform !== 'linux') return [];
  const switches = [];
  if (!process.env.DISPLAY && process.env.WAYLAND_DISPLAY)
    switches.push('--ozone-platform=wayland');
  // NOTE: Chromium refuses to sandbox a root user. Development only: a branch does not run it as root.
  if (process.getuid?.() === 0) switches.push('--no-sandbox');
  else requireSandbox(runtime.folder);
  return switches;
}

/**
 * Chromium's sandbox needs user namespaces or its helper owned by root.
 * @param {string} folder of the runtime
 */
function requireSandbox(folder) {
  const restricted =
    setting('/proc/sys/kernel/apparmor_restrict_unprivileged_userns') === '1' ||
    setting('/proc/sys/kernel/unprivileged_userns_clone') === '0';
  if (!restricted) return;
  const helper = path.join(folder, 'chrome-sandbox');
  const { uid, mode } = statSync(helper);
  if (uid === 0 && (mode & 0o4000) !== 0) return;
  throw new SetupProblem(
    'This system keeps user namespaces from ordinary programs, so the sandbox needs its helper.',
    `sudo chown root:root '${helper}' && sudo chmod 4755 '${helper}'`,
  );
}

/** @param {string} file @returns {string | undefined} */
function setting(file) {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return undefined;
  }
}
