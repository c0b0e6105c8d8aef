import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closingLine, playwrightCounts, sumOf, vitestCounts } from './test-counts.mjs';

let folder: string;
let reports = 0;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'insaf-counts-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function report(content: object): string {
  const file = path.join(folder, `${(reports += 1)}.json`);
  writeFileSync(file, JSON.stringify(content));
  return file;
}

describe('the closing line of the tests', () => {
  it('adds what both runners counted', () => {
    const unit = report({
      numPassedTests: 7,
      numFailedTests: 1,
      numPendingTests: 2,
      numTodoTests: 1,
    });
    const endToEnd = report({ stats: { expected: 4, unexpected: 1, flaky: 0, skipped: 2 } });
    const sum = sumOf([vitestCounts(unit, 1), playwrightCounts(endToEnd, 1)]);
    expect(closingLine(sum)).toBe('11 passed, 2 failed, 5 skipped');
  });

  it('counts a test that needed a second try as failed', () => {
    const endToEnd = report({ stats: { expected: 4, unexpected: 0, flaky: 1, skipped: 0 } });
    expect(playwrightCounts(endToEnd, 0)).toEqual({ passed: 4, failed: 1, skipped: 0 });
  });

  it('shows a failure when a runner ended badly without a failed test', () => {
    const unit = report({ numPassedTests: 7, numFailedTests: 0, numPendingTests: 0 });
    expect(vitestCounts(unit, 1)).toEqual({ passed: 7, failed: 1, skipped: 0 });
    expect(vitestCounts(path.join(folder, 'never-written.json'), 1)).toEqual({
      passed: 0,
      failed: 1,
      skipped: 0,
    });
  });
});
