import path from 'node:path';
import type { OutputOf } from '../../contract/api.ts';
import type { ApiResult } from '../../contract/errors.ts';
import type { BackendEvent, CallRequest } from '../../contract/transport.ts';
import { settingsOn } from '../../domain/settings/settings.ts';
import { isoInstant, riyadhDate } from '../../domain/shared/iso-date.ts';
import { ok, type Refusal } from '../../domain/shared/result.ts';
import { mayDo } from '../../domain/staff/permissions.ts';
import type {
  ArrivalWriter,
  FoundFile,
  StoredArrival,
  WatchableFolders,
  WatchState,
} from '../app/arrivals/ports.ts';
import type { BankAnswerFiles } from '../app/reconciliation/ports.ts';
import { RefusedFile } from '../app/refused-file.ts';
import type { Sessions } from '../app/staff/sessions.ts';
import type { Database } from '../db/database.ts';
import { readRepos, writeRepos } from '../db/repos/repos.ts';
import type { Log } from '../log.ts';

export interface FolderWatchServices {
  readonly database: Database;
  readonly sessions: Sessions;
  readonly folders: WatchableFolders;
  readonly files: Pick<BankAnswerFiles, 'hash'>;
  readonly state: WatchState;
  readonly log: Log;
  readonly now: () => Date;
  readonly newId: () => string;
  readonly emit: (event: BackendEvent) => void;
  readonly call: (request: CallRequest) => Promise<ApiResult<unknown>>;
  readonly cancel: (operationId: string) => void;
  /** Milliseconds between two looks at the folder; a file is whole once it stood still from one look to the next. */
  readonly pollMs: number;
}

/** Refusals that say nothing about the file: it is read again at the next look. */
const READ_AGAIN = new Set(['CANCELLED', 'NOT_SIGNED_IN', 'NOT_PERMITTED', 'DISK_FULL']);

/**
 * Looks at the watched folder again and again. What has arrived whole is previewed under a signed-in officer who may commit,
 * through the same door as if that officer had dropped it, and then waits: nothing is committed here, and no file is moved,
 * changed or removed. A file is known by name, size and time, its content by its SHA-256, so a restart reads nothing twice.
 */
export class FolderWatch {
  readonly #services: FolderWatchServices;
  readonly #seenOnce = new Map<string, FoundFile>();
  #timer: NodeJS.Timeout | undefined;
  #look: Promise<void> = Promise.resolve();
  #isStopped = false;
  #reads = 0;
  #operation: string | null = null;

  constructor(services: FolderWatchServices) {
    this.#services = services;
  }

  start(): void {
    if (this.#isStopped) return;
    this.#timer = setTimeout(() => {
      this.#look = this.lookOnce().finally(() => {
        this.start();
      });
    }, this.#services.pollMs);
    this.#timer.unref();
  }

  /** Stops what is being read; it is read when the branch is open again. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    if (this.#operation !== null) this.#services.cancel(this.#operation);
    await this.#look;
  }

  /** One look at the folder; never throws. */
  async lookOnce(): Promise<void> {
    try {
      await this.#lookAtFolder();
    } catch (error) {
      this.#services.log.error('watchedFolder', error);
    }
  }

  async #lookAtFolder(): Promise<void> {
    const { database, folders, now } = this.#services;
    const repos = readRepos(database.reader);
    const today = riyadhDate(isoInstant(now()));
    const { watchedFolder: folder } = settingsOn(today, await repos.settings.all());
    if (folder === null) {
      this.#seenOnce.clear();
      this.#tell({ problem: null, waitsForOfficer: false });
      return;
    }
    const found = await folders.scan(folder);
    if (!found.ok) {
      this.#tell({ problem: found.error, waitsForOfficer: false });
      return;
    }
    const known = await repos.arrivals.inFolder(folder);
    await this.#note(folder, found.value, known);
    const waiting = (await repos.arrivals.inFolder(folder)).filter(
      ({ status }) => status === 'waiting',
    );
    const reader = waiting.length === 0 ? null : await this.#reader();
    this.#tell({ problem: null, waitsForOfficer: waiting.length > 0 && reader === null });
    if (reader === null) return;
    for (const arrival of waiting) {
      if (this.#isStopped) return;
      await this.#read(folder, arrival, reader);
    }
  }

  /** Notes what has come whole, and forgets what is gone from the folder without having been read. */
  async #note(
    folder: string,
    found: readonly FoundFile[],
    known: readonly StoredArrival[],
  ): Promise<void> {
    const byName = new Map(known.map((arrival) => [arrival.name, arrival]));
    const come: FoundFile[] = [];
    for (const file of found) {
      const arrival = byName.get(file.name);
      byName.delete(file.name);
      if (arrival && isSame(arrival, file)) continue;
      const before = this.#seenOnce.get(file.name);
      if (before && isSame(before, file) && file.sizeBytes > 0) come.push(file);
      this.#seenOnce.set(file.name, file);
    }
    const gone = [...byName.values()].filter(({ status }) => status !== 'read');
    for (const { name } of [...come, ...byName.values()]) this.#seenOnce.delete(name);
    if (come.length === 0 && gone.length === 0) return;
    const { newId, now } = this.#services;
    await this.#write(async (arrivals) => {
      await arrivals.remove(gone.map(({ id }) => id));
      for (const file of come) await arrivals.arrived(newId(), folder, file, isoInstant(now()));
    });
  }

  /** The officer who signed in last of those who may read and commit; null when there is none. */
  async #reader(): Promise<{ session: string; officerId: string } | null> {
    const { database, sessions } = this.#services;
    const { staff } = readRepos(database.reader);
    for (const { session, officerId } of sessions.all().toReversed()) {
      const officer = await staff.byId(officerId);
      if (officer?.active && mayDo(officer.role, 'reconciliation.commit')) {
        return { session, officerId };
      }
    }
    return null;
  }

  async #read(
    folder: string,
    { id, name }: StoredArrival,
    { session, officerId }: { session: string; officerId: string },
  ): Promise<void> {
    const { state, now, files, database } = this.#services;
    this.#reads += 1;
    const operationId = `arrival-${this.#reads}`;
    this.#operation = operationId;
    state.readingId = id;
    this.#changed();
    const file = path.join(folder, name);
    let sha256: string | null = null;
    try {
      const hashed = await files.hash(file, new AbortController().signal);
      sha256 = hashed.sha256;
      const same = await readRepos(database.reader).arrivals.sameContent(sha256, id);
      const answer = same
        ? {
            ok: false as const,
            error: { code: 'ARRIVED_BEFORE', details: { fileName: same.name } },
          }
        : await this.#preview({ session, operationId, file });
      const by = { at: isoInstant(now()), officerId };
      state.readingId = null;
      await this.#write(async (arrivals) => {
        const fileId = previewOf(answer);
        if (fileId !== null) await arrivals.read(id, { sha256: hashed.sha256, fileId }, by);
        else if (!answer.ok) await this.#keep(arrivals, id, sha256, answer.error, by);
      });
    } catch (error) {
      if (!(error instanceof RefusedFile)) throw error;
      const by = { at: isoInstant(now()), officerId };
      await this.#write((arrivals) => this.#keep(arrivals, id, sha256, error.refusal, by));
    } finally {
      state.readingId = null;
      this.#operation = null;
      this.#changed();
    }
  }

  async #preview({
    session,
    operationId,
    file,
  }: {
    session: string;
    operationId: string;
    file: string;
  }): Promise<ApiResult<OutputOf<'reconciliation.preview'>>> {
    const name = 'reconciliation.preview';
    const answer = await this.#services.call({ name, input: { path: file }, session, operationId });
    // NOTE: the door answers what the contract says for this name.
    return answer as ApiResult<OutputOf<'reconciliation.preview'>>;
  }

  /** A refusal of the file is kept with it; one that says nothing about the file leaves it waiting. */
  async #keep(
    arrivals: ArrivalWriter,
    id: string,
    sha256: string | null,
    refusal: Refusal,
    by: Parameters<ArrivalWriter['refused']>[3],
  ): Promise<void> {
    if (READ_AGAIN.has(refusal.code) || isBeingRead(refusal)) return;
    // Somebody was still writing: it arrives once it stands still.
    if (refusal.code === 'BANK_FILE_CHANGED') await arrivals.remove([id]);
    else await arrivals.refused(id, sha256, refusal, by);
  }

  async #write(work: (arrivals: ArrivalWriter) => Promise<void>): Promise<void> {
    await this.#services.database.transact<null, never>(async (tx) => {
      await work(writeRepos(tx).arrivals);
      return ok(null);
    });
    this.#changed();
  }

  /** A folder that cannot be watched is told once, and once more when it can. */
  #tell({ problem, waitsForOfficer }: Pick<WatchState, 'problem' | 'waitsForOfficer'>): void {
    const { state, log } = this.#services;
    const isNews = problem?.code !== state.problem?.code;
    if (!isNews && waitsForOfficer === state.waitsForOfficer) return;
    if (isNews && problem) log.info('watchedFolder', { code: problem.code });
    state.problem = problem;
    state.waitsForOfficer = waitsForOfficer;
    this.#changed();
  }

  #changed(): void {
    this.#services.emit({ type: 'changed', areas: ['arrivals'] });
  }
}

function isSame(one: Omit<FoundFile, 'name'>, other: Omit<FoundFile, 'name'>): boolean {
  return one.sizeBytes === other.sizeBytes && one.modifiedAt === other.modifiedAt;
}

/** Somebody else is reading the same bytes: what they become is known at the next look. */
const isBeingRead = ({ code, details }: Refusal): boolean =>
  code === 'BANK_FILE_SEEN' && details?.['status'] === 'reading';

/** The preview that a file became, or that it was already: by hand, or before a stop of the process. */
function previewOf(answer: ApiResult<OutputOf<'reconciliation.preview'>>): string | null {
  if (answer.ok) return answer.value.file.id;
  const { code, details = {} } = answer.error;
  const { status, fileId } = details;
  const isThere = code === 'BANK_FILE_SEEN' && status === 'preview';
  return isThere && typeof fileId === 'string' ? fileId : null;
}
