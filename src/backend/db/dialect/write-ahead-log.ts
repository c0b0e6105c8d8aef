import { open, stat } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';

const MEGABYTE = 1024 * 1024;
/** Four megabytes are SQLite's own choice for copying the log into the database. */
const CHECKPOINT_BYTES = 4 * MEGABYTE;
const SYNC_BYTES = 8 * MEGABYTE;

/**
 * Keeps the long steps of SQLite's log away from the thread that serves officers: after a bulk import, copying half a
 * gigabyte into the database, and waiting for the disk.
 */
export class WriteAheadLog {
  readonly #database: string;
  #thread: Worker | null = null;
  #running: Promise<void> = Promise.resolve();
  #finish: (() => void) | null = null;

  constructor(database: string) {
    this.#database = database;
  }

  /** Before a commit: waits, without holding anybody up, until the disk has what a long transaction has written. */
  async sync(): Promise<void> {
    if ((await this.#size()) < SYNC_BYTES) return;
    const file = await open(`${this.#database}-wal`, 'r+');
    try {
      await file.datasync();
    } finally {
      await file.close();
    }
  }

  /** After a commit: has a long log copied into the database. */
  async shorten(): Promise<void> {
    if (this.#finish || (await this.#size()) < CHECKPOINT_BYTES || this.#finish) return;
    this.#running = new Promise((resolve) => {
      this.#finish = () => {
        this.#finish = null;
        this.#thread?.unref();
        resolve();
      };
    });
    const thread = this.#started();
    // NOTE: the process stays until the copying is done, and no longer: nothing else may be keeping it.
    thread.ref();
    thread.postMessage('checkpoint');
  }

  #started(): Worker {
    if (this.#thread) return this.#thread;
    const thread = new Worker(threadFile(import.meta.url), {
      workerData: this.#database,
      execArgv: [],
    });
    const ended = (): void => {
      this.#thread = null;
      this.#finish?.();
    };
    thread.on('message', () => this.#finish?.());
    // What was not copied now is copied at another commit, or when the database is closed.
    thread.on('error', ended);
    thread.on('exit', ended);
    thread.unref();
    this.#thread = thread;
    return thread;
  }

  async #size(): Promise<number> {
    const found = await stat(`${this.#database}-wal`).catch(() => null);
    return found?.size ?? 0;
  }

  async close(): Promise<void> {
    await this.#running;
    await this.#thread?.terminate();
  }
}

/** The thread's program: beside this file in the sources, beside the backend's own program where that is bundled. */
function threadFile(here: string): URL {
  if (here.endsWith('.ts')) return new URL('checkpoint-thread.ts', here);
  const folder = here.includes('/chunks/') ? '../' : './';
  return new URL(`${folder}checkpoint-thread.js`, here);
}
