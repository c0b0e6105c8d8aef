import { Worker } from 'node:worker_threads';
import type { LetterModel } from '../../domain/letters/letter-model.ts';
import type { LetterPress } from '../app/letters/ports.ts';
import type { ThreadAnswer } from './letter-thread.ts';

/** A press that holds threads while there is something to set. */
export type ClosableLetterPress = LetterPress & {
  /** Ends the threads; letters that wait are refused, as are later ones. */
  readonly close: () => Promise<void>;
};

export interface LetterPressOptions {
  /** Most threads at once; a second one begins only where letters wait for the first. */
  readonly threads?: number;
  /** Milliseconds after which a thread without letters ends. */
  readonly idleMs?: number;
  /** What a thread may hold. */
  readonly heapMegabytes?: number;
}

const THREADS = 2;
const IDLE_MS = 10_000;
const HEAP_MEGABYTES = 160;
/** Letters make much short-lived memory: a small nursery is swept in place. */
const NURSERY_MEGABYTES = 16;

interface Job {
  readonly letter: LetterModel;
  readonly resolve: (set: Awaited<ReturnType<LetterPress>>) => void;
  readonly reject: (error: Error) => void;
}

interface Thread {
  readonly worker: Worker;
  job: Job | null;
  idle: NodeJS.Timeout | null;
}

/**
 * Sets letters in threads, so that the process that asks stays free however many there are. A letter
 * that ends its thread is refused; those after it are set by another.
 * @param fontsDir Folder with the bundled TTF files; the colour profile is in `icc` beside it.
 */
export function createLetterPress(
  fontsDir: string,
  {
    threads: most = THREADS,
    idleMs = IDLE_MS,
    heapMegabytes = HEAP_MEGABYTES,
  }: LetterPressOptions = {},
): ClosableLetterPress {
  const threads = new Set<Thread>();
  const waiting: Job[] = [];
  let closed = false;

  const end = (thread: Thread): Promise<unknown> => {
    threads.delete(thread);
    if (thread.idle) clearTimeout(thread.idle);
    return thread.worker.terminate();
  };

  const rest = (thread: Thread): void => {
    thread.job = null;
    thread.worker.unref();
    thread.idle = setTimeout(() => void end(thread), idleMs).unref();
  };

  const start = (): Thread => {
    const worker = new Worker(threadFile(import.meta.url), {
      workerData: fontsDir,
      execArgv: [],
      env: {},
      resourceLimits: {
        maxOldGenerationSizeMb: heapMegabytes,
        maxYoungGenerationSizeMb: NURSERY_MEGABYTES,
      },
    });
    const thread: Thread = { worker, job: null, idle: null };
    const fail = (error: Error): void => {
      const { job } = thread;
      thread.job = null;
      void end(thread);
      job?.reject(error);
      next();
    };
    worker.on('message', (answer: ThreadAnswer) => {
      const { job } = thread;
      rest(thread);
      if ('failure' in answer) job?.reject(new Error(answer.failure));
      else job?.resolve(answer);
      next();
    });
    worker.on('error', fail);
    worker.on('exit', () => {
      if (threads.has(thread)) fail(new Error('The thread that sets letters has ended'));
    });
    threads.add(thread);
    return thread;
  };

  const next = (): void => {
    while (waiting.length > 0) {
      const idle = [...threads].find((thread) => thread.job === null);
      if (!idle && threads.size >= most) return;
      const thread = idle ?? start();
      const job = waiting.shift();
      if (!job) return;
      if (thread.idle) clearTimeout(thread.idle);
      thread.job = job;
      thread.worker.ref();
      thread.worker.postMessage(job.letter);
    }
  };

  const press: LetterPress = (letter) =>
    new Promise((resolve, reject) => {
      if (closed) {
        reject(new Error('The letter press is closed'));
        return;
      }
      waiting.push({ letter, resolve, reject });
      next();
    });

  return Object.assign(press, {
    close: async () => {
      closed = true;
      const refused = [...waiting.splice(0), ...[...threads].flatMap(({ job }) => job ?? [])];
      await Promise.all([...threads].map(end));
      for (const { reject } of refused) reject(new Error('The letter press is closed'));
    },
  });
}

/** The thread's program: beside this file in the sources, beside the backend's own program where that is bundled. */
function threadFile(here: string): URL {
  if (here.endsWith('.ts')) return new URL('letter-thread.ts', here);
  const folder = here.includes('/chunks/') ? '../' : './';
  return new URL(`${folder}letter-thread.js`, here);
}
