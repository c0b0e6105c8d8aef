/** A step that cannot go on. Carries what is missing and the exact command that mends it. */
export class SetupProblem extends Error {
  /**
   * @param {string} missing one sentence
   * @param {string} [remedy] a command to type, or a sentence where no command can help
   */
  constructor(missing, remedy) {
    super(missing);
    this.name = 'SetupProblem';
    this.remedy = remedy;
  }
}

/** @param {number} since value of performance.now() @returns {string} "12 ms" or "3.4 s" */
export function elapsed(since) {
  const ms = performance.now() - since;
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
}

/** Announces work that takes long enough for somebody to wonder. @param {string} text */
export function announce(text) {
  console.log(`… ${text}`);
}

/**
 * Runs one step and says so in one line.
 * @param {string} name
 * @param {() => string | Promise<string>} work returns what there is now
 */
export async function step(name, work) {
  const since = performance.now();
  const outcome = await work();
  console.log(`✓ ${name}: ${outcome} (${elapsed(since)})`);
}

/**
 * Runs a command of the project; a `SetupProblem` becomes two lines and exit status 1.
 * @param {() => Promise<number | void>} work returns the exit status, 0 when nothing is returned
 */
export async function main(work) {
  try {
    process.exitCode = (await work()) ?? 0;
  } catch (error) {
    if (isDiskFull(error)) {
      console.error('✗ The disk is full.\n  Free about 1.5 GB, then run the same command again.');
    } else if (error instanceof SetupProblem) {
      console.error(`✗ ${error.message}`);
      if (error.remedy) console.error(`  Mend it with: ${error.remedy}`);
    } else {
      throw error;
    }
    process.exitCode = 1;
  }
}

/** @param {unknown} error */
function isDiskFull(error) {
  return error instanceof Error && 'code' in error && error.code === 'ENOSPC';
}
