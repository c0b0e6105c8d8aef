import path from 'node:path';
import { MessageChannelMain, utilityProcess, type UtilityProcess } from 'electron';
import type { FromBackend, ToBackend } from '../contract/wire.ts';

/** Of the process's memory, what its own objects may take: the rest is bytes of files. */
const HEAP_SHARE = 0.6;

type Request = Extract<FromBackend, { type: 'startDocuments' | 'endDocuments' }>;

/**
 * Processes that the backend asks for and cannot start itself: a packaged application runs nothing but itself. The two
 * speak through a port of their own; the shell only starts and ends.
 */
export class DocumentProcesses {
  readonly #running = new Map<number, UtilityProcess>();

  handle(request: Request, backend: UtilityProcess): void {
    if (request.type === 'endDocuments') end(this.#running.get(request.id));
    else this.#start(request, backend);
  }

  /** Nobody is left to hear them. */
  endAll(): void {
    for (const running of this.#running.values()) end(running);
  }

  #start(
    { id, memoryMegabytes }: Extract<Request, { type: 'startDocuments' }>,
    backend: UtilityProcess,
  ): void {
    const started = utilityProcess.fork(
      path.join(import.meta.dirname, 'document-process.js'),
      [String(memoryMegabytes)],
      {
        serviceName: 'Insaf documents',
        stdio: 'ignore',
        env: {},
        execArgv: [`--max-old-space-size=${Math.round(memoryMegabytes * HEAP_SHARE)}`],
      },
    );
    this.#running.set(id, started);
    started.once('exit', () => {
      this.#running.delete(id);
      if (backend.pid !== undefined)
        backend.postMessage({ type: 'documentsEnded', id } satisfies ToBackend);
    });
    const { port1, port2 } = new MessageChannelMain();
    started.postMessage(null, [port1]);
    backend.postMessage({ type: 'documentsStarted', id } satisfies ToBackend, [port2]);
  }
}

/** NOTE: asked gently, a process that is busy without end would never hear it. */
function end(running: UtilityProcess | undefined): void {
  if (running?.pid !== undefined) process.kill(running.pid, 'SIGKILL');
}
