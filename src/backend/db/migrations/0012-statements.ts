import { sql, type Kysely } from 'kysely';
import { createTable } from '../dialect/sqlite.ts';

/**
 * Statements of our accounts with their balances, entries that their details contradict, what the chain of statements called an
 * officer for, and the files that arrived in the watched folder. Balances are exact decimals as text: accounts may be in any
 * currency.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await createTable(
    db,
    'bank_statement',
    `id text primary key,
     file_id text not null references bank_file (id) on delete cascade,
     place integer not null check (place > 0),
     kind text not null,
     statement_id text,
     account text,
     currency text,
     sequence text,
     created_at text,
     opened_on text,
     closed_on text,
     opening text,
     closing text,
     booked text not null,
     entries integer not null,
     opens_within integer not null check (opens_within in (0, 1)),
     closes_within integer not null check (closes_within in (0, 1)),
     unique (file_id, place)`,
  );
  await createTable(
    db,
    'entry_difference',
    `file_id text not null references bank_file (id) on delete cascade,
     place integer not null,
     entry_no integer not null,
     raw_start integer not null,
     raw_end integer not null,
     currency text,
     amount text not null,
     details text not null,
     primary key (file_id, entry_no)`,
  );
  await createTable(
    db,
    'statement_exception',
    `exception_id text primary key references reconciliation_exception (id),
     statement_id text not null references bank_statement (id),
     problem text not null,
     subject integer not null default 0,
     expected text,
     found text,
     other text,
     unique (statement_id, problem, subject)`,
  );
  await createTable(
    db,
    'arrived_file',
    `id text primary key,
     folder text not null,
     file_name text not null,
     size_bytes integer not null,
     modified_at text not null,
     status text not null check (status in ('waiting', 'read', 'refused', 'dismissed')),
     sha256 text,
     bank_file_id text references bank_file (id) on delete set null,
     refusal text check (refusal is null or json_valid(refusal)),
     arrived_at text not null,
     read_at text,
     read_by text references officer (id),
     version integer not null default 1,
     unique (folder, file_name)`,
  );
  const indexes = [
    // The series of one account, and accounts in their order.
    'create index bank_statement_account on bank_statement (account, currency, closed_on)',
    // A payment without an answer calls for an officer once, whatever comes and goes.
    `create unique index exception_no_answer on reconciliation_exception (payment_id)
     where kind = 'noAnswer'`,
    // The same bytes under another name.
    'create index arrived_file_content on arrived_file (sha256) where sha256 is not null',
  ];
  for (const index of indexes) await sql.raw(index).execute(db);
}
