import process from 'node:process';
import { workerData } from 'node:worker_threads';

/** Often enough that a file which unpacks a gigabyte a second is stopped within the machine's room. */
const LOOK_EVERY_MS = 20;

/** Ends the process that it is a thread of when that grows beyond its limit, in the middle of whatever it does. */
const limitBytes = Number(workerData) * 2 ** 20;

setInterval(() => {
  if (process.memoryUsage.rss() > limitBytes) process.kill(process.pid, 'SIGKILL');
}, LOOK_EVERY_MS);
