import path from 'node:path';
import { createBackend } from '../../src/backend/create-backend.ts';

/** A branch of its own process, so that it can be killed in the middle of its work. */
const [dataFolder = ''] = process.argv.slice(2);
const opened = await createBackend({
  dataFolder,
  resourcesFolder: path.resolve('resources'),
  passwordCost: 8,
  outboxPollMs: 20,
});
if (!opened.ok) throw new Error(opened.error.code);
process.stdout.write('open\n');
