/**
 * A command that runs on a display of its own, for machines without one and for runs that nobody watches.
 * @param {readonly string[]} command program and arguments
 * @returns {[string, string[]]} program and arguments
 */
export function onVirtualDisplay(command) {
  return ['xvfb-run', ['-a', '-s', '-screen 0 1920x1080x24', ...command]];
}
