import { sql, type Kysely } from 'kysely';
import { createTable } from '../dialect/sqlite.ts';

/** How each bank's tables are read, with every version, and which file was read by which. */
export async function up(db: Kysely<never>): Promise<void> {
  await createTable(
    db,
    'table_mapping',
    `id text primary key,
     bank_code text not null,
     name text not null,
     header_key text not null,
     titles text not null check (json_valid(titles)),
     mapping text not null check (json_valid(mapping)),
     saved_at text not null,
     saved_by text not null references officer (id),
     retired_at text,
     version integer not null default 1`,
  );
  // What was saved before each change: the current version is in the row itself.
  await createTable(
    db,
    'table_mapping_version',
    `mapping_id text not null references table_mapping (id),
     version integer not null,
     bank_code text not null,
     name text not null,
     header_key text not null,
     titles text not null check (json_valid(titles)),
     mapping text not null check (json_valid(mapping)),
     saved_at text not null,
     saved_by text not null references officer (id),
     primary key (mapping_id, version)`,
  );
  await createTable(
    db,
    'bank_file_mapping',
    `file_id text primary key references bank_file (id) on delete cascade,
     mapping_id text not null references table_mapping (id),
     version integer not null`,
  );
  // A table is recognised by its titles.
  await sql
    .raw('create index table_mapping_header on table_mapping (header_key) where retired_at is null')
    .execute(db);
  await sql
    .raw('create index bank_file_mapping_used on bank_file_mapping (mapping_id)')
    .execute(db);
}
