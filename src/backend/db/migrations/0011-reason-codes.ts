import { sql, type Kysely } from 'kysely';
import { createTable } from '../dialect/sqlite.ts';

/** The table of reason codes with its history, and what the bank or a beneficiary was asked about an exception. */
export async function up(db: Kysely<never>): Promise<void> {
  await createTable(
    db,
    'reason_code',
    `list text not null,
     code text not null,
     title_ar text not null,
     title_en text not null,
     meaning_ar text not null,
     meaning_en text not null,
     action text not null,
     actor text not null,
     resume text not null check (resume in ('afterFix', 'sameData', 'never')),
     beneficiary_ar text,
     beneficiary_en text,
     origin text not null check (origin in ('shipped', 'branch')),
     changed_at text,
     changed_by text references officer (id),
     version integer not null default 1,
     primary key (list, code),
     check ((beneficiary_ar is null) = (beneficiary_en is null))`,
  );
  // What a code said before each change: the current words are in the row itself.
  await createTable(
    db,
    'reason_code_version',
    `list text not null,
     code text not null,
     version integer not null,
     content text not null check (json_valid(content)),
     changed_at text,
     changed_by text references officer (id),
     primary key (list, code, version),
     foreign key (list, code) references reason_code (list, code)`,
  );
  await createTable(
    db,
    'follow_up',
    `no integer primary key,
     id text not null unique,
     asked text not null check (asked in ('bankAsked', 'beneficiaryAsked')),
     bank_code text,
     text text not null,
     due_on text not null,
     recorded_at text not null,
     recorded_by text not null references officer (id)`,
  );
  await createTable(
    db,
    'follow_up_exception',
    `follow_up_no integer not null references follow_up (no),
     exception_id text not null references reconciliation_exception (id),
     primary key (follow_up_no, exception_id)`,
  );
  const statements = [
    // The date on which somebody looks again at what was asked about an exception.
    'alter table reconciliation_exception add column follow_up_on text',
    `create index exception_follow_up on reconciliation_exception (follow_up_on, id)
     where status = 'open' and follow_up_on is not null`,
    'create index follow_up_of_exception on follow_up_exception (exception_id, follow_up_no)',
    // Counts, sums and ages of the queues without a look at the rows.
    `create index exception_queue on reconciliation_exception
     (status, cycle_id, kind, reason_list, reason_code, amount_halalas, opened_at)`,
    // Codes met in files, and the first exception of each.
    `create index exception_reason on reconciliation_exception (reason_list, reason_code, id)
     where reason_code is not null`,
    ...['update', 'delete'].map(
      (change) =>
        `create trigger reason_code_version_no_${change} before ${change} on reason_code_version
         begin select raise(abort, 'what a code once said stays as it is'); end`,
    ),
    ...['update', 'delete'].map(
      (change) =>
        `create trigger follow_up_no_${change} before ${change} on follow_up
         begin select raise(abort, 'what was asked stays as it is'); end`,
    ),
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
