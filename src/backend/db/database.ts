import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Kysely, Transaction } from 'kysely';
import { ok, type Result } from '../../domain/shared/result.ts';
import {
  connect,
  connectExclusively,
  emptyLog,
  kyselyOf,
  leaveLogToOthers,
  learnStatistics,
  overwrite,
  storageErrorCode,
} from './dialect/sqlite.ts';
import { WriteAheadLog } from './dialect/write-ahead-log.ts';
import { migratorFor, unknownMigrations } from './migrations/migrations.ts';
import type { Schema } from './schema/schema.ts';

export type Effect = () => void | Promise<void>;

/** A connection that only reads: it sees the last committed state and never waits for a writer. */
export class Reader {
  readonly db: Kysely<Schema>;
  constructor(db: Kysely<Schema>) {
    this.db = db;
  }
}

/** One write transaction. Effects outside the database wait until it has committed. */
export class Transactor {
  readonly db: Transaction<Schema>;
  readonly #effects: Effect[];

  constructor(db: Transaction<Schema>, effects: Effect[]) {
    this.db = db;
    this.#effects = effects;
  }

  onCommit(effect: Effect): void {
    this.#effects.push(effect);
  }
}

/** Thrown inside a transaction to roll it back with an expected failure. */
class RolledBack<E> extends Error {
  readonly refusal: { readonly ok: false; readonly error: E };
  constructor(refusal: { readonly ok: false; readonly error: E }) {
    super('rolled back');
    this.refusal = refusal;
  }
}

/** Held as long as this instance uses the data folder. */
interface Lock {
  close(): void;
}

export type OpenError =
  | 'DATA_FOLDER_IN_USE'
  | 'DATA_FOLDER_NOT_WRITABLE'
  | 'DATABASE_NEWER'
  | 'DATABASE_DAMAGED'
  | 'DISK_FULL';

/** The branch's database: one writing connection, one reading connection, one lock on the data folder. */
export class Database {
  readonly reader: Reader;
  readonly #write: Kysely<Schema>;
  readonly #read: Kysely<Schema>;
  readonly #lock: Lock;
  readonly #file: string;
  readonly #log: WriteAheadLog;

  private constructor(file: string, write: Kysely<Schema>, read: Kysely<Schema>, lock: Lock) {
    this.#file = file;
    this.#write = write;
    this.#read = read;
    this.#lock = lock;
    this.#log = new WriteAheadLog(file);
    this.reader = new Reader(read);
  }

  /**
   * Opens (and brings up to date) the database of a data folder. Refuses a folder that another instance holds,
   * one that cannot be written, and a database of a newer version; none of these changes the file.
   */
  static async open(
    folder: string,
  ): Promise<Result<Database, { code: OpenError; details?: Record<string, string> }>> {
    let lock: Lock | undefined;
    try {
      mkdirSync(folder, { recursive: true });
      lock = connectExclusively(path.join(folder, 'insaf.lock'));
      const file = path.join(folder, 'insaf.db');
      const connection = connect(file);
      leaveLogToOthers(connection);
      const write = kyselyOf<Schema>(connection);
      const db = write as unknown as Kysely<never>;
      const newer = await unknownMigrations(db);
      if (newer.length > 0) {
        await write.destroy();
        lock.close();
        return {
          ok: false,
          error: { code: 'DATABASE_NEWER', details: { migration: newer.join(', ') } },
        };
      }
      const { error } = await migratorFor(db).migrateToLatest();
      if (error !== undefined) {
        await write.destroy();
        throw error;
      }
      const read = kyselyOf<Schema>(connect(file, { readonly: true }));
      return ok(new Database(file, write, read, lock));
    } catch (error) {
      lock?.close();
      const code = storageErrorCode(error);
      if (code === undefined) throw error;
      return { ok: false, error: { code, details: { folder } } };
    }
  }

  /**
   * Runs `work` in one transaction. A refusal rolls everything back; effects registered with `onCommit` run
   * after the commit, in order.
   */
  async transact<T, E>(work: (tx: Transactor) => Promise<Result<T, E>>): Promise<Result<T, E>> {
    const effects: Effect[] = [];
    try {
      const result = await this.#write.transaction().execute(async (db) => {
        const outcome = await work(new Transactor(db, effects));
        if (!outcome.ok) throw new RolledBack(outcome);
        await this.#log.sync();
        return outcome;
      });
      await this.#log.shorten();
      for (const effect of effects) await effect();
      return result;
    } catch (error) {
      if (error instanceof RolledBack) return error.refusal;
      throw error;
    }
  }

  /** Forgets everything that was ever written: for an invented branch that was abandoned half-made. */
  async startOver(): Promise<void> {
    const connection = connect(':memory:');
    const empty = kyselyOf<Schema>(connection);
    try {
      const { error } = await migratorFor(empty as unknown as Kysely<never>).migrateToLatest();
      if (error !== undefined) throw error;
      await overwrite(this.#file, connection);
      await emptyLog(this.#write);
    } finally {
      await empty.destroy();
    }
  }

  async close(): Promise<void> {
    await this.#log.close();
    await this.#read.destroy();
    await learnStatistics(this.#write);
    await this.#write.destroy();
    this.#lock.close();
  }
}
