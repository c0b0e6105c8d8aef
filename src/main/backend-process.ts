import path from 'node:path';
import { utilityProcess, type UtilityProcess } from 'electron';
import type { ApiResult } from '../contract/errors.ts';
import type { BackendEvent, CallRequest } from '../contract/transport.ts';
import type { FromBackend, ToBackend } from '../contract/wire.ts';

/** The backend in its own process, seen from the shell. Calls made before it is ready wait for it. */
export class BackendProcess {
  readonly #process: UtilityProcess;
  readonly #waiting = new Map<number, (result: ApiResult<unknown>) => void>();
  readonly #onEvent: (event: BackendEvent) => void;
  #calls = 0;
  #running = true;

  constructor(
    folders: { readonly data: string; readonly resources: string },
    onEvent: (event: BackendEvent) => void,
  ) {
    this.#onEvent = onEvent;
    this.#process = utilityProcess.fork(
      path.join(import.meta.dirname, 'backend.js'),
      [folders.data, folders.resources],
      { serviceName: 'Insaf backend', stdio: 'inherit' },
    );
    this.#process.on('message', (message: FromBackend) => {
      this.#hear(message);
    });
    this.#process.on('exit', () => {
      this.#running = false;
      for (const answer of this.#waiting.values()) {
        answer({ ok: false, error: { code: 'BACKEND_STOPPED' } });
      }
      this.#waiting.clear();
    });
  }

  call(request: CallRequest): Promise<ApiResult<unknown>> {
    if (!this.#running) {
      return Promise.resolve({ ok: false, error: { code: 'BACKEND_STOPPED' } });
    }
    this.#calls += 1;
    const id = this.#calls;
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      this.#post({ type: 'call', id, request });
    });
  }

  cancel(operationId: string): void {
    this.#post({ type: 'cancel', operationId });
  }

  /** Lets the backend finish what it is writing and close the database. */
  close(): Promise<void> {
    if (!this.#running) return Promise.resolve();
    return new Promise((resolve) => {
      this.#process.once('exit', () => {
        resolve();
      });
      this.#post({ type: 'close' });
    });
  }

  #post(message: ToBackend): void {
    if (this.#running) this.#process.postMessage(message);
  }

  #hear(message: FromBackend): void {
    switch (message.type) {
      case 'ready':
        break;
      case 'event':
        this.#onEvent(message.event);
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
