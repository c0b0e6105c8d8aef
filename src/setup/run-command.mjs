import { spawn } from 'node:child_process';

/**
 * @typedef {object} Finished
 * @property {number} status exit status; 127 when the program is not there, 128 + n when ended by a signal
 * @property {string} output what it printed, both streams in order; empty with `show`
 */

/**
 * Runs a program to its end. Never throws for a failing program.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, show?: boolean, signal?: AbortSignal | undefined }} [options]
 *   `show` lets it write to the terminal; otherwise its output is collected.
 * @returns {Promise<Finished>}
 */
export function runCommand(program, args, options = {}) {
  const { cwd, env = process.env, show = false, signal } = options;
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd,
      env,
      signal,
      stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const collect = (/** @type {Buffer} */ chunk) => {
      output += chunk.toString();
    };
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    child.on('error', (error) => {
      resolve({ status: 127, output: output + error.message });
    });
    child.on('close', (code, ended) => {
      resolve({ status: code ?? (ended === 'SIGINT' ? 130 : 143), output });
    });
  });
}

/**
 * The end of what a failed program printed, for an error message.
 * @param {string} output
 * @param {number} [lines]
 */
export function lastLines(output, lines = 8) {
  return output.trimEnd().split('\n').slice(-lines).join('\n');
}

/**
 * Why npm could not fetch, out of its many lines.
 * @param {string} output
 * @returns {string | undefined} undefined where the network was not the cause
 */
export function networkFailure(output) {
  const reason = /reason: (.+)/.exec(output)?.[1];
  const code = /EAI_AGAIN|ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT/.exec(output)?.[0];
  return code && (reason ?? code);
}
