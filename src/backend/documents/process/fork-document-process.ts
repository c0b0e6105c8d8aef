import { fork } from 'node:child_process';
import { programFile } from '../../program-file.ts';
import type { FromDocumentProcess, StartDocumentProcess } from './document-jobs.ts';

/** Of the process's memory, what its own objects may take: the rest is bytes of files. */
const HEAP_SHARE = 0.6;

/**
 * Starts the process of documents from Node itself: for tests, the command line and a server. Without an environment it
 * knows nothing of its owner; it is waited for only while it has work.
 */
export const forkDocumentProcess: StartDocumentProcess = (memoryMegabytes, events) => {
  const child = fork(
    programFile(import.meta.url, './document-process.ts'),
    [String(memoryMegabytes)],
    {
      serialization: 'advanced',
      stdio: 'ignore',
      env: systemOnly(),
      execArgv: [
        '--disable-warning=ExperimentalWarning',
        `--max-old-space-size=${Math.round(memoryMegabytes * HEAP_SHARE)}`,
      ],
    },
  );
  child.unref();
  child.channel?.unref();
  child.on('message', (message) => {
    events.onMessage(message as unknown as FromDocumentProcess);
  });
  let isOver = false;
  const end = (): void => {
    if (isOver) return;
    isOver = true;
    events.onEnd();
  };
  child.once('exit', end);
  child.once('error', end);
  return {
    post: (message) => {
      // NOTE: one that has just died says so by its exit.
      child.send(message, () => undefined);
    },
    kill: () => {
      child.kill('SIGKILL');
    },
  };
};

/** Windows starts nothing without its own folder. */
function systemOnly(): NodeJS.ProcessEnv {
  const folder = process.env['SystemRoot'];
  return folder === undefined ? {} : { SystemRoot: folder };
}
