import { parentPort, workerData } from 'node:worker_threads';
import { checkpoint, connect } from './sqlite.ts';

/** Copies the log into the database when told to, beside the thread that serves officers. */
const connection = connect(String(workerData));

parentPort?.on('message', () => {
  checkpoint(connection);
  parentPort?.postMessage('done');
});
