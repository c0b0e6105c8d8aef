import { existsSync, readFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number, skipped: number }} TestCounts */

/**
 * Reads Vitest's JSON report. A file that could not even be loaded counts as one failure.
 * @param {string} file absolute path
 * @param {number} status the runner's exit status
 * @returns {TestCounts}
 */
export function vitestCounts(file, status) {
  const report = readReport(file);
  const counts = {
    passed: Number(report?.numPassedTests ?? 0),
    failed: Number(report?.numFailedTests ?? 0),
    skipped: Number(report?.numPendingTests ?? 0) + Number(report?.numTodoTests ?? 0),
  };
  return withoutSilentFailure(counts, status);
}

/**
 * Reads Playwright's JSON report. A test that passed only at a second try counts as failed.
 * @param {string} file absolute path
 * @param {number} status the runner's exit status
 * @returns {TestCounts}
 */
export function playwrightCounts(file, status) {
  const stats = /** @type {Record<string, unknown> | undefined} */ (readReport(file)?.stats);
  const counts = {
    passed: Number(stats?.expected ?? 0),
    failed: Number(stats?.unexpected ?? 0) + Number(stats?.flaky ?? 0),
    skipped: Number(stats?.skipped ?? 0),
  };
  return withoutSilentFailure(counts, status);
}

/**
 * @param {readonly TestCounts[]} halves
 * @returns {TestCounts}
 */
export function sumOf(halves) {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for (const { passed, failed, skipped } of halves) {
    sum.passed += passed;
    sum.failed += failed;
    sum.skipped += skipped;
  }
  return sum;
}

/** @param {TestCounts} counts @returns {string} the closing line */
export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/**
 * @param {TestCounts} counts
 * @param {number} status
 */
function withoutSilentFailure(counts, status) {
  return status !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/**
 * @param {string} file
 * @returns {Record<string, unknown> | undefined}
 */
function readReport(file) {
  if (!existsSync(file)) return undefined;
  return /** @type {Record<string, unknown>} */ (JSON.parse(readFileSync(file, 'utf8')));
}
