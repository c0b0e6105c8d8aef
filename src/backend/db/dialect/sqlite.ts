import { existsSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import {
  HandleEmptyInListsPlugin,
  Kysely,
  SqliteAdapter,
  SqliteDialect,
  SqliteDriver,
  sql,
  replaceWithNoncontingentExpression,
  type DatabaseConnection,
  type SqliteDatabase,
  type SqliteStatement,
} from 'kysely';

/** Kysely runs SQLite migrations outside a transaction by default; SQLite's DDL is transactional. */
class TransactionalDdlAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** Statements kept ready: those of bulk imports and of lists come again and again. */
const KEPT_STATEMENTS = 200;

/** Prepares each statement once: preparing costs as much as running many of them. */
function keepingStatements(file: Database.Database): SqliteDatabase {
  const kept = new Map<string, SqliteStatement>();
  return {
    close: () => {
      kept.clear();
      file.close();
    },
    prepare: (text) => {
      const known = kept.get(text);
      if (known) return known;
      const statement = file.prepare(text);
      if (kept.size >= KEPT_STATEMENTS) kept.clear();
      kept.set(text, statement);
      return statement;
    },
  };
}

/** A full disk or a failed write ends the transaction by itself; what failed is then told, not that nothing is left to undo. */
class FileDriver extends SqliteDriver {
  readonly #file: Database.Database;

  constructor(file: Database.Database) {
    super({ database: keepingStatements(file) });
    this.#file = file;
  }

  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#file.inTransaction) await super.rollbackTransaction(connection);
  }
}

class FileDialect extends SqliteDialect {
  readonly #file: Database.Database;

  constructor(file: Database.Database) {
    super({ database: file });
    this.#file = file;
  }

  override createAdapter(): SqliteAdapter {
    return new TransactionalDdlAdapter();
  }

  override createDriver(): SqliteDriver {
    return new FileDriver(this.#file);
  }
}

/** Runtimes with Node-API below 10 cannot load the shipped add-on; theirs lies beside the executable. */
function bindingOption(): { nativeBinding?: string } {
  if (Number(process.versions.napi) >= 10) return {};
  const nativeBinding = path.join(
    path.dirname(process.execPath),
    'insaf-addons',
    'better_sqlite3.node',
  );
  return existsSync(nativeBinding) ? { nativeBinding } : {};
}

export interface ConnectionOptions {
  readonly readonly?: boolean;
}

/** Opens one connection; throws better-sqlite3's error with its `code` (`SQLITE_READONLY`, `SQLITE_FULL`...). */
export function connect(file: string, options: ConnectionOptions = {}): Database.Database {
  const connection = new Database(file, {
    readonly: options.readonly ?? false,
    timeout: 5_000,
    ...bindingOption(),
  });
  if (!options.readonly) {
    connection.pragma('journal_mode = WAL');
    // NOTE: NORMAL lost up to 60 acknowledged transactions in power-loss trials; FULL lost none.
    connection.pragma('synchronous = FULL');
  }
  connection.pragma('foreign_keys = ON');
  connection.pragma('temp_store = MEMORY');
  // Bulk work goes through tables in their own order, and needs no more.
  connection.pragma('cache_size = -32768');
  return connection;
}

/**
 * Holds an exclusive transaction on a small file of its own: the system lets go of it however this process ends,
 * so a crash never leaves a stale lock. Throws `SQLITE_BUSY` at once where another process holds it.
 */
export function connectExclusively(file: string): Database.Database {
  const lock = new Database(file, { timeout: 0, ...bindingOption() });
  try {
    lock.exec('begin exclusive');
    return lock;
  } catch (error) {
    lock.close();
    throw error;
  }
}

/**
 * Puts the whole content of one database in the place of a file's, in one transaction: connections to the file stay
 * open and see the new content, and a crash leaves the old.
 */
export async function overwrite(file: string, content: Database.Database): Promise<void> {
  await content.backup(file);
}

/** Lets the planner learn what the tables hold by now; quick, and done when the branch closes. */
export async function learnStatistics<Schema>(db: Kysely<Schema>): Promise<void> {
  await sql`pragma optimize`.execute(db);
}

/** From now on somebody else copies the log into the database; see `WriteAheadLog`. */
export function leaveLogToOthers(connection: Database.Database): void {
  connection.pragma('wal_autocheckpoint = 0');
  // After a bulk import the log is cut back to this.
  connection.pragma('journal_size_limit = 67108864');
}

/** Copies what the log holds into the file, without waiting for anybody who reads or writes. */
export function checkpoint(connection: Database.Database): void {
  connection.pragma('wal_checkpoint(passive)');
}

/** Moves what the log holds into the file itself and empties the log. */
export async function emptyLog<Schema>(db: Kysely<Schema>): Promise<void> {
  await sql`pragma wal_checkpoint(truncate)`.execute(db);
}

export function kyselyOf<Schema>(connection: Database.Database): Kysely<Schema> {
  return new Kysely<Schema>({
    dialect: new FileDialect(connection),
    plugins: [new HandleEmptyInListsPlugin({ strategy: replaceWithNoncontingentExpression })],
  });
}

/** Creates a table whose columns hold only what they declare. `body` is what stands in the brackets. */
export async function createTable(db: Kysely<never>, name: string, body: string): Promise<void> {
  await sql.raw(`create table ${name} (${body}) strict`).execute(db);
}

/** A table whose rows lie in the order of their primary key, for what is read from one end to the other. */
export async function createClusteredTable(
  db: Kysely<never>,
  name: string,
  body: string,
): Promise<void> {
  await sql.raw(`create table ${name} (${body}) strict, without rowid`).execute(db);
}

/**
 * Changes what a table allows, which SQLite cannot: the table is made anew by its own changed definition, with its rows, its
 * indexes and its triggers. Throws where the definition does not hold `from`.
 */
export async function rewriteTable(
  db: Kysely<never>,
  name: string,
  from: string,
  to: string,
): Promise<void> {
  const { rows } = await sql<{ type: string; sql: string }>`
    select type, sql from sqlite_master where tbl_name = ${name} and sql is not null`.execute(db);
  const table = rows.find(({ type }) => type === 'table')?.sql ?? '';
  if (!table.includes(from)) throw new Error(`${name} is not defined as expected`);
  const steps = [
    'pragma defer_foreign_keys = on',
    `create temp table carried_over as select * from ${name}`,
    `drop table ${name}`,
    table.replaceAll(from, to),
    `insert into ${name} select * from carried_over`,
    'drop table carried_over',
    ...rows.filter(({ type }) => type !== 'table').map((one) => one.sql),
  ];
  for (const step of steps) await sql.raw(step).execute(db);
}

/**
 * Gives a table another body and carries its rows over, for what no `alter table` can change. Rows that point to it keep
 * pointing: their references are checked when the transaction ends.
 *
 * @param copied The columns of the new table by what fills each from the old one.
 */
export async function recreateTable(
  db: Kysely<never>,
  name: string,
  body: string,
  copied: Readonly<Record<string, string>>,
): Promise<void> {
  const columns = Object.keys(copied).join(', ');
  const steps = [
    'pragma defer_foreign_keys = on',
    `create temp table carried_over as select ${Object.entries(copied)
      .map(([column, from]) => `${from} as ${column}`)
      .join(', ')} from ${name}`,
    `drop table ${name}`,
    `create table ${name} (${body}) strict`,
    `insert into ${name} (${columns}) select ${columns} from carried_over`,
    'drop table carried_over',
  ];
  for (const step of steps) await sql.raw(step).execute(db);
}

/**
 * The word index behind the search box: a subject each for what can be found, and its words. The words are kept without
 * their positions (nobody searches for phrases), without a second copy of the text and without an index of beginnings: names
 * are made of a few thousand words, so those that begin alike are soon read.
 */
export async function createSearchIndex(db: Kysely<never>): Promise<void> {
  await createTable(
    db,
    'search_subject',
    `id integer primary key,
     kind text not null,
     ref_id text not null,
     unique (ref_id, kind)`,
  );
  await sql
    .raw(
      `create virtual table search_words using fts5(
        words, content = '', contentless_delete = 1, detail = none, tokenize = 'unicode61'
      )`,
    )
    .execute(db);
}

/**
 * Beside it an index of the names of households' dependants, a row each, and the vocabulary of all names: what tells which
 * word somebody meant who typed another.
 */
export async function createFamilyIndex(db: Kysely<never>): Promise<void> {
  await sql
    .raw(
      `create virtual table search_words_family using fts5(
        words, content = '', contentless_delete = 1, detail = none, tokenize = 'unicode61'
      )`,
    )
    .execute(db);
  await createClusteredTable(db, 'search_token', 'token text primary key');
}

/** Errors of the driver that a person at the desk can mend. */
export function storageErrorCode(
  error: unknown,
):
  'DISK_FULL' | 'DATA_FOLDER_NOT_WRITABLE' | 'DATABASE_DAMAGED' | 'DATA_FOLDER_IN_USE' | undefined {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code.startsWith('SQLITE_FULL') || code === 'ENOSPC') return 'DISK_FULL';
  if (code.startsWith('SQLITE_READONLY') || code === 'SQLITE_CANTOPEN')
    return 'DATA_FOLDER_NOT_WRITABLE';
  if (
    code === 'EACCES' ||
    code === 'EROFS' ||
    code === 'EPERM' ||
    code === 'ENOTDIR' ||
    code === 'EEXIST'
  )
    return 'DATA_FOLDER_NOT_WRITABLE';
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') return 'DATABASE_DAMAGED';
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'))
    return 'DATA_FOLDER_IN_USE';
  return undefined;
}
