import path from 'node:path';
import { utilityProcess, type UtilityProcess } from 'electron';
import type { ApiResult } from '../contract/errors.ts';
import type { BackendEvent, CallRequest } from '../contract/transport.ts';
import type { FromBackend, ToBackend } from '../contract/wire.ts';
import { DocumentProcesses } from './document-processes.ts';

/** The backend in its own process, seen from the shell. Calls made before it is ready wait for it. */
/** Megabytes for what is soon forgotten: reading a large file makes nothing else, and takes what it is given. */
const YOUNG_GENERATION = '--max-semi-space-size=8';

export class BackendProcess {
  readonly #folders: { readonly data: string; readonly resources: string };
  readonly #waiting = new Map<number, (result: ApiResult<unknown>) => void>();
  readonly #documents = new DocumentProcesses();
  readonly #onEvent: (event: BackendEvent) => void;
  #process: UtilityProcess | undefined;
  #calls = 0;

  constructor(
    folders: { readonly data: string; readonly resources: string },
    onEvent: (event: BackendEvent) => void,
  ) {
    this.#folders = folders;
    this.#onEvent = onEvent;
    this.#process = this.#start();
  }

  #start(): UtilityProcess {
    const started = utilityProcess.fork(
      path.join(import.meta.dirname, 'backend.js'),
      [this.#folders.data, this.#folders.resources],
      { serviceName: 'Insaf backend', stdio: 'inherit', execArgv: [YOUNG_GENERATION] },
    );
    started.on('message', (message: FromBackend) => {
      this.#hear(message, started);
    });
    started.on('exit', () => {
      this.#process = undefined;
      this.#documents.endAll();
      for (const answer of this.#waiting.values()) {
        answer({ ok: false, error: { code: 'BACKEND_STOPPED' } });
      }
      this.#waiting.clear();
      this.#onEvent({ type: 'signedOut' });
    });
    return started;
  }

  /** A backend that has stopped is started again by the next call; whoever was signed in signs in again. */
  call(request: CallRequest): Promise<ApiResult<unknown>> {
    const running = (this.#process ??= this.#start());
    this.#calls += 1;
    const id = this.#calls;
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      post(running, { type: 'call', id, request });
    });
  }

  cancel(operationId: string): void {
    if (this.#process) post(this.#process, { type: 'cancel', operationId });
  }

  /** Lets the backend finish what it is writing and close the database. */
  close(): Promise<void> {
    const closing = this.#process;
    if (!closing) return Promise.resolve();
    return new Promise((resolve) => {
      closing.once('exit', () => {
        resolve();
      });
      post(closing, { type: 'close' });
    });
  }

  #hear(message: FromBackend, backend: UtilityProcess): void {
    switch (message.type) {
      case 'ready':
        break;
      case 'event':
        this.#onEvent(message.event);
        break;
      case 'startDocuments':
      case 'endDocuments':
        this.#documents.handle(message, backend);
        break;
      case 'answer': {
        const answer = this.#waiting.get(message.id);
        this.#waiting.delete(message.id);
        answer?.(message.result);
        break;
      }
    }
  }
}

function post(process: UtilityProcess, message: ToBackend): void {
  process.postMessage(message);
}
