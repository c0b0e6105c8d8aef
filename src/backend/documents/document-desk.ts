import type { DocumentProblem } from '../app/documents/ports.ts';
import { Cancelled } from '../app/operation.ts';
import { ok, refuse, type Refusal, type Result } from '../../domain/shared/result.ts';
import type { EvidenceLimits } from './evidence-limits.ts';
import type {
  DocumentJob,
  DocumentJobName,
  DocumentJobs,
  DocumentProcess,
  FromDocumentProcess,
  StartDocumentProcess,
} from './process/document-jobs.ts';

/** A process that has not answered by then never started: no file is to blame for it. */
const START_MS = 60_000;
/** Kept warm for the next document of a series. */
const IDLE_MS = 15_000;
/** Share of its memory from which on a process is replaced. */
const FULL = 0.5;

const nobodyAsks = (): void => undefined;

export interface DocumentJobOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

interface Running {
  readonly process: DocumentProcess;
  readonly started: Promise<void>;
  hear: (message: FromDocumentProcess) => void;
  ended: () => void;
}

/**
 * Hands documents to a process of their own, one after the other, and gives up what takes too long. A process that dies
 * takes its document with it and nothing else: the next one gets a new process.
 */
export class DocumentDesk {
  readonly #start: StartDocumentProcess;
  readonly #limits: EvidenceLimits;
  #running: Running | undefined;
  #idle: NodeJS.Timeout | undefined;
  #turn: Promise<unknown> = Promise.resolve();
  #jobs = 0;

  constructor(start: StartDocumentProcess, limits: EvidenceLimits) {
    this.#start = start;
    this.#limits = limits;
  }

  /**
   * Errors: those that the job finds, and DOCUMENT_TOO_COMPLEX where time or memory did not suffice.
   * @throws Cancelled when the signal is aborted; Error when no process can be started.
   */
  run<Name extends DocumentJobName>(
    name: Name,
    input: DocumentJobs[Name]['input'],
    options: DocumentJobOptions = {},
  ): Promise<Result<DocumentJobs[Name]['output'], Refusal<DocumentProblem>>> {
    // NOTE: name and input belong together by the signature; the compiler cannot pair them again.
    const job = { name, input } as DocumentJob;
    const mine = this.#turn.then(() => this.#perform(job, options));
    this.#turn = mine.catch(() => undefined);
    return mine as Promise<Result<DocumentJobs[Name]['output'], Refusal<DocumentProblem>>>;
  }

  /** Ends the process; whoever still waits is refused. */
  close(): void {
    clearTimeout(this.#idle);
    this.#running?.process.kill();
    this.#running = undefined;
  }

  async #perform(
    job: DocumentJob,
    { signal, onProgress }: DocumentJobOptions,
  ): Promise<Result<unknown, Refusal<DocumentProblem>>> {
    if (signal?.aborted === true) throw new Cancelled();
    clearTimeout(this.#idle);
    const running = (this.#running ??= this.#begin());
    await running.started;
    this.#jobs += 1;
    const id = this.#jobs;
    return new Promise<Result<unknown, Refusal<DocumentProblem>>>((resolve, reject) => {
      const settle = (): void => {
        clearTimeout(limit);
        signal?.removeEventListener('abort', cancel);
        running.hear = nobodyAsks;
        running.ended = nobodyAsks;
        this.#idle = setTimeout(() => this.#retire(running), IDLE_MS).unref();
      };
      const giveUp = (): void => {
        settle();
        this.#retire(running);
        resolve(refuse('DOCUMENT_TOO_COMPLEX'));
      };
      const cancel = (): void => {
        settle();
        this.#retire(running);
        reject(new Cancelled());
      };
      const limit = setTimeout(giveUp, this.#limits.milliseconds);
      signal?.addEventListener('abort', cancel);
      running.ended = giveUp;
      running.hear = (message) => {
        if (message.type === 'ready' || message.id !== id) return;
        if (message.type === 'progress') {
          onProgress?.(message.done, message.total);
          return;
        }
        settle();
        // What it took it may keep: the next document begins with the room that is its due.
        const isFull = message.megabytes > this.#limits.memoryMegabytes * FULL;
        if (message.type === 'refused' || isFull) this.#retire(running);
        resolve(message.type === 'done' ? ok(message.output) : refuse(message.code));
      };
      running.process.post({ id, job, limits: this.#limits });
    });
  }

  #retire(running: Running): void {
    running.process.kill();
    if (this.#running === running) this.#running = undefined;
  }

  #begin(): Running {
    let isReady: () => void = () => undefined;
    let isLost: () => void = () => undefined;
    const started = new Promise<void>((resolve, reject) => {
      const late = setTimeout(() => isLost(), START_MS);
      isReady = () => {
        clearTimeout(late);
        resolve();
      };
      isLost = () => {
        clearTimeout(late);
        if (this.#running === running) this.#running = undefined;
        reject(new Error('The process of documents did not start'));
      };
    });
    const running: Running = {
      started,
      hear: (message) => {
        if (message.type === 'ready') isReady();
      },
      ended: () => {
        isLost();
      },
      process: this.#start(this.#limits.memoryMegabytes, {
        onMessage: (message) => {
          running.hear(message);
        },
        onEnd: () => {
          if (this.#running === running) this.#running = undefined;
          running.ended();
        },
      }),
    };
    return running;
  }
}
