import { defineConfig } from '@playwright/test';

// Each test starts an Electron of its own (tests/e2e/fixtures), so no browser is configured here.
export default defineConfig({
  testDir: 'e2e',
  outputDir: '../out/test-results/e2e',
  timeout: 120_000,
  expect: { timeout: 15_000 },
  workers: 1,
  retries: 0,
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: '../out/test-results/e2e.json' }]],
});
