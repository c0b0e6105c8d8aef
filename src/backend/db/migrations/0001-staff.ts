import { sql, type Kysely } from 'kysely';
import { createTable } from '../dialect/sqlite.ts';

/** Officers, dated settings, yearly serials and the audit trail. */
export async function up(db: Kysely<never>): Promise<void> {
  await createTable(
    db,
    'officer',
    `id text primary key,
     username text not null unique,
     full_name text not null,
     role text not null check (role in ('officer', 'supervisor', 'finance', 'auditor', 'administrator')),
     password_hash text not null,
     active integer not null default 1 check (active in (0, 1)),
     failed_attempts integer not null default 0,
     locked_until text,
     last_sign_in_at text,
     created_at text not null,
     version integer not null default 1`,
  );
  await createTable(
    db,
    'setting',
    `key text not null,
     valid_from text not null,
     value text not null check (json_valid(value)),
     recorded_at text not null,
     recorded_by text references officer (id),
     primary key (key, valid_from, recorded_at)`,
  );
  await createTable(
    db,
    'serial',
    `kind text not null,
     year integer not null,
     last integer not null check (last >= 0),
     primary key (kind, year)`,
  );
  await createTable(
    db,
    'audit_entry',
    `seq integer primary key autoincrement,
     at text not null,
     officer_id text references officer (id),
     action text not null,
     subject_type text,
     subject_id text,
     details text not null default '{}' check (json_valid(details))`,
  );
  await sql
    .raw(`create index audit_entry_subject on audit_entry (subject_type, subject_id)`)
    .execute(db);
  for (const change of ['update', 'delete']) {
    await sql
      .raw(
        `create trigger audit_entry_no_${change} before ${change} on audit_entry
         begin select raise(abort, 'the audit trail is append-only'); end`,
      )
      .execute(db);
  }
}
