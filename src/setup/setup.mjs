import { main } from './report.mjs';
import { setUp } from './setup-steps.mjs';

await main(() =>
  setUp({
    debian: ['window', 'headless', 'tests'],
    retryOfficial: process.argv.includes('--official'),
  }),
);
