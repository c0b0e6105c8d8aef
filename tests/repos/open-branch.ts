import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { unwatchedOperation } from '../../src/backend/app/operation.ts';
import { verifyPayments } from '../../src/backend/app/payments/verify-payments.ts';
import { createBackend, type Backend } from '../../src/backend/create-backend.ts';
import { readRepos } from '../../src/backend/db/repos/repos.ts';
import { createClient, type Client } from '../../src/contract/client.ts';
import type { ApiResult } from '../../src/contract/errors.ts';
import { ok } from '../../src/domain/shared/result.ts';
import type { Role } from '../../src/domain/staff/permissions.ts';

const PASSWORD = 'Branch-2026-!';

export interface TestBranch {
  readonly backend: Backend;
  readonly folder: string;
  /** Somebody of a role, signed in. */
  as(role: Role): Promise<Client>;
  /** Writes a file into a folder of its own; answers its path. */
  write(name: string, content: string | Uint8Array): string;
  /** One hash over every row of every table, audit trail aside unless asked for. */
  digest(options?: { audit?: boolean }): Promise<string>;
  /** The same over some tables. */
  tablesDigest(tables: readonly string[]): Promise<string>;
  /** Ends the backend and opens the folder again. */
  reopen(): Promise<void>;
  /** Changes the database behind the backend's back. */
  run(statement: string): Promise<void>;
  verifyPayments(): ReturnType<typeof verifyPayments>;
  /** Throws where a stored status is not the one that the events give. */
  mustVerify(): Promise<void>;
  setNow(instant: string): void;
  close(): Promise<void>;
}

/** A real branch in a temporary folder, on a day that stands still. */
export async function openBranch(now = '2026-11-02T08:00:00.000Z'): Promise<TestBranch> {
  const folder = mkdtempSync(path.join(tmpdir(), 'insaf-branch-'));
  const files = mkdtempSync(path.join(tmpdir(), 'insaf-files-'));
  let moment = now;
  const open = async (): Promise<Backend> =>
    valueOf(
      await createBackend({
        dataFolder: folder,
        resourcesFolder: path.resolve('resources'),
        now: () => new Date(moment),
        passwordCost: 4,
      }),
    );
  let backend = await open();
  const administrator = createClient(backend);
  valueOf(
    await administrator.staff.createBranch({
      branch: 'فرع الاختبار',
      fullName: 'مدير النظام',
      username: 'admin',
      password: PASSWORD,
    }),
  );
  const clients = new Map<Role, Client>();

  async function signIn(username: string): Promise<Client> {
    const client = createClient(backend);
    const { session } = valueOf(await client.staff.signIn({ username, password: PASSWORD }));
    client.session.set(session);
    return client;
  }

  async function as(role: Role): Promise<Client> {
    const known = clients.get(role);
    if (known) return known;
    const admin = await signIn('admin');
    const username = role === 'administrator' ? 'admin' : role;
    if (role !== 'administrator') {
      // Refused where the account is there already: after the folder was opened again.
      await admin.staff.add({ username, fullName: `موظف ${role}`, role, password: PASSWORD });
    }
    const client = await signIn(username);
    clients.set(role, client);
    return client;
  }

  const verify: TestBranch['verifyPayments'] = () =>
    verifyPayments(readRepos(backend.database.reader), unwatchedOperation().breathe);
  return {
    get backend() {
      return backend;
    },
    folder,
    as,
    write(name, content) {
      const file = path.join(files, name);
      writeFileSync(file, content);
      return file;
    },
    async digest({ audit = false } = {}) {
      const tables = await tableNames(backend);
      // NOTE: signing in changes officers, which is no part of what a file may change.
      return digestOf(
        backend,
        tables.filter((name) => name !== 'officer' && (audit || name !== 'audit_entry')),
      );
    },
    tablesDigest: (tables) => digestOf(backend, tables),
    async reopen() {
      await backend.close();
      clients.clear();
      backend = await open();
    },
    async run(statement) {
      await backend.database.transact(async (tx) => {
        await sql.raw(statement).execute(tx.db);
        return ok(null);
      });
    },
    verifyPayments: verify,
    async mustVerify() {
      const { differences } = await verify();
      if (differences.length > 0) throw new Error(JSON.stringify(differences));
    },
    setNow(instant) {
      moment = instant;
    },
    async close() {
      await backend.close();
      for (const used of [folder, files]) rmSync(used, { recursive: true, force: true });
    },
  };
}

/** The value of a call that must succeed. */
export function valueOf<T>(result: ApiResult<T>): T {
  if (result.ok) return result.value;
  throw new Error(`${result.error.code} ${JSON.stringify(result.error.details ?? {})}`);
}

async function tableNames(backend: Backend): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'
      and name not like 'kysely_%' and name not like 'search_words%' order by name`.execute(
    backend.database.reader.db,
  );
  return rows.map(({ name }) => name);
}

async function digestOf(backend: Backend, tables: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const name of tables) {
    // A walk over the whole table, in its own order: clustered ones have no `rowid`.
    const { rows } = await sql`select * from ${sql.table(name)}`.execute(
      backend.database.reader.db,
    );
    hash.update(name).update(JSON.stringify(rows));
  }
  return hash.digest('hex');
}
