import { sql, type Kysely } from 'kysely';
import { createTable } from '../dialect/sqlite.ts';
import { appendOnlyTriggers, personNameTriggers } from './0005-complaints.ts';

/** The letter register with its trail, and documents by the hash of their content. */
export async function up(db: Kysely<never>): Promise<void> {
  await createTable(
    db,
    'letter',
    `id text primary key,
     number text not null unique,
     year integer not null,
     serial integer not null check (serial > 0),
     template text not null,
     template_version integer not null,
     beneficiary_id text not null references beneficiary (id),
     name_key text not null default '',
     case_type text not null check (case_type in ('complaint', 'objection')),
     case_id text not null,
     case_number text not null,
     subject text not null,
     content text not null check (json_valid(content)),
     status text not null check (status in ('queued', 'ready', 'failed', 'void')),
     attempts integer not null default 0,
     sha256 text,
     size_bytes integer,
     pages integer,
     issued_at text not null,
     issued_by text not null references officer (id),
     rendered_at text,
     version integer not null default 1,
     unique (year, serial),
     check (status <> 'ready' or (sha256 is not null and pages is not null))`,
  );
  await createTable(
    db,
    'letter_event',
    `seq integer primary key autoincrement,
     letter_id text not null references letter (id),
     type text not null,
     at text not null,
     officer_id text references officer (id),
     details text not null default '{}' check (json_valid(details))`,
  );
  await createTable(
    db,
    'document',
    `id text primary key,
     owner_type text not null check (owner_type in ('complaint', 'objection', 'beneficiary')),
     owner_id text not null,
     title text not null,
     file_name text not null,
     mime text not null,
     size_bytes integer not null,
     pages integer,
     sha256 text not null,
     added_at text not null,
     added_by text references officer (id)`,
  );
  const statements = [
    'create index letter_case on letter (case_type, case_id)',
    'create index letter_beneficiary on letter (beneficiary_id)',
    'create index letter_status on letter (status, year, serial)',
    'create index letter_issued on letter (issued_at, serial)',
    'create index letter_case_number on letter (case_number)',
    'create index letter_name on letter (name_key, year, serial)',
    'create index letter_event_letter on letter_event (letter_id, seq)',
    'create index document_owner on document (owner_type, owner_id)',
    ...personNameTriggers('letter'),
    ...appendOnlyTriggers('letter'),
    // What an issued letter says is never touched again; only its rendering and its trail go on.
    `create trigger letter_stays before update of number, template, beneficiary_id, case_id, content, issued_at,
       issued_by on letter begin select raise(abort, 'an issued letter stays as it is'); end`,
    `create trigger letter_bytes_stay before update of sha256 on letter
     when old.sha256 is not null and new.sha256 is not old.sha256
     begin select raise(abort, 'archived bytes stay as they are'); end`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
