import path from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import type { ApiResult } from '../contract/errors.ts';
import type { BackendEvent, Transport } from '../contract/transport.ts';
import { ok, type Result, type Refusal } from '../domain/shared/result.ts';
import type { WatchState } from './app/arrivals/ports.ts';
import { createHandlers } from './app/all-handlers.ts';
import { createPasswordHasher } from './app/staff/password-hasher.ts';
import { createSessions } from './app/staff/sessions.ts';
import { FolderWatch } from './arrivals/folder-watch.ts';
import { watchableFolders } from './arrivals/watchable-folders.ts';
import { bankAnswerFiles } from './bank-files/bank-answer-files.ts';
import { Database } from './db/database.ts';
import { createDispatch } from './dispatch.ts';
import { createContentStore } from './documents/content-store.ts';
import { DocumentDesk } from './documents/document-desk.ts';
import { BINDING_LIMITS, EVIDENCE_LIMITS } from './documents/evidence-limits.ts';
import type { StartDocumentProcess } from './documents/process/document-jobs.ts';
import { forkDocumentProcess } from './documents/process/fork-document-process.ts';
import { createLog } from './log.ts';

/** Often enough for an officer who waits, rare enough for a folder on the network. */
const FOLDER_POLL_MS = 3000;

/** What is queued is sent at once; this is for what was put off. */
const OUTBOX_POLL_MS = 5000;

export interface BackendOptions {
  /** Holds the database, the attachments and the logs. */
  readonly dataFolder: string;
  /** Holds fonts and code tables that ship with the application. */
  readonly resourcesFolder: string;
  readonly now?: () => Date;
  readonly newId?: () => string;
  /** Base-2 logarithm of scrypt's cost; lowered in tests only. */
  readonly passwordCost?: number;
  /** Milliseconds between two looks at the watched folder. */
  readonly folderPollMs?: number;
  /** Milliseconds between two looks at the outbox. */
  readonly outboxPollMs?: number;
  /** How a process for documents is started; Node forks it where nothing else is said. */
  readonly startDocumentProcess?: StartDocumentProcess;
}

/** The backend at one data folder. As a transport it is called directly by tests and the command line. */
export interface Backend extends Transport {
  readonly database: Database;
  close(): Promise<void>;
}

/** Opens the data folder; answers why not when it is in use, not writable, damaged or of a newer version. */
export async function createBackend(options: BackendOptions): Promise<Result<Backend, Refusal>> {
  const { dataFolder, resourcesFolder } = options;
  const now = options.now ?? (() => new Date());
  const newId = options.newId ?? (() => uuidv7());
  const opened = await Database.open(dataFolder);
  if (!opened.ok) return opened;
  const database = opened.value;
  const log = createLog(path.join(dataFolder, 'logs'), now);
  const sessions = createSessions();
  const content = createContentStore(path.join(dataFolder, 'attachments'));
  const listeners = new Set<(event: BackendEvent) => void>();
  const emit = (event: BackendEvent): void => {
    for (const listener of listeners) listener(event);
  };
  const startProcess = options.startDocumentProcess ?? forkDocumentProcess;
  const documentDesk = new DocumentDesk(startProcess, EVIDENCE_LIMITS);
  const bindingDesk = new DocumentDesk(startProcess, BINDING_LIMITS);
  const folders = watchableFolders(dataFolder);
  const watch: WatchState = { problem: null, waitsForOfficer: false, readingId: null };
  const { handlers, start, stop } = await createHandlers({
    arrivals: { folders, watch },
    outboxPollMs: options.outboxPollMs ?? OUTBOX_POLL_MS,
    database,
    content,
    sessions,
    hasher: createPasswordHasher(options.passwordCost),
    log,
    now,
    newId,
    emit,
    dataFolder,
    resourcesFolder,
    documentDesk,
    bindingDesk,
  });
  const dispatch = createDispatch({ database, handlers, sessions, content, log, now, newId, emit });
  const folderWatch = new FolderWatch({
    database,
    sessions,
    folders,
    log,
    now,
    newId,
    emit,
    files: bankAnswerFiles,
    state: watch,
    call: (request) => dispatch.call(request),
    cancel: (operationId) => {
      dispatch.cancel(operationId);
    },
    pollMs: options.folderPollMs ?? FOLDER_POLL_MS,
  });
  await start();
  folderWatch.start();
  log.info('opened', { node: process.versions.node });
  return ok({
    database,
    call: (request): Promise<ApiResult<unknown>> => dispatch.call(request),
    cancel: (operationId) => {
      dispatch.cancel(operationId);
    },
    onEvent: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => {
      await folderWatch.stop();
      await stop();
      documentDesk.close();
      bindingDesk.close();
      await database.close();
      log.info('closed');
    },
  });
}
