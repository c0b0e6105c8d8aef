import { sql, type Kysely } from 'kysely';
import { createTable } from '../dialect/sqlite.ts';

/**
 * The branch's key, what it signed of each letter, and the stamped copies that were made. A key is never removed: letters sealed with it are proven with
 * it for as long as paper lasts.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await createTable(
    db,
    'letter_key',
    `id text primary key check (length(id) = 8),
     secret text not null check (length(secret) = 64),
     created_at text not null`,
  );
  await createTable(
    db,
    'letter_seal',
    `letter_id text primary key references letter (id),
     key_id text not null references letter_key (id),
     content_sha256 text not null check (length(content_sha256) = 64),
     code text not null check (length(code) = 8)`,
  );
  await createTable(
    db,
    'letter_copy',
    `sha256 text primary key check (length(sha256) = 64),
     letter_id text not null references letter (id),
     made_at text not null,
     made_by text not null references officer (id)`,
  );
  const statements = [
    // A file is found by its hash, whatever its name.
    'create index letter_sha256 on letter (sha256) where sha256 is not null',
    ...['letter_key', 'letter_seal', 'letter_copy'].flatMap((table) =>
      ['update', 'delete'].map(
        (change) =>
          `create trigger ${table}_no_${change} before ${change} on ${table}
           begin select raise(abort, '${table} stays as it is'); end`,
      ),
    ),
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
