import { sql, type Kysely } from 'kysely';
import { createTable } from '../dialect/sqlite.ts';

/**
 * Files that may be one person's, merges of two files (nothing is moved: one points to the other), what other registers say of
 * people against what the branch knows, and what beneficiaries were asked to update.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await duplicates(db);
  await updateRequests(db);
  await governmentRecords(db);
  const statements = [...MERGED, ...INDEXES, ...KEPT];
  for (const statement of statements) await sql.raw(statement).execute(db);
}

async function duplicates(db: Kysely<never>): Promise<void> {
  await createTable(
    db,
    'duplicate_scan',
    `no integer primary key autoincrement,
     at text not null,
     officer_id text not null references officer (id),
     files integer not null,
     compared integer not null,
     found integer not null,
     crowded integer not null`,
  );
  await createTable(
    db,
    'duplicate_pair',
    `id text primary key,
     one_no integer not null references beneficiary (no),
     other_no integer not null references beneficiary (no),
     score integer not null check (score between 0 and 100),
     grounds text not null check (json_valid(grounds)),
     scan_no integer not null references duplicate_scan (no),
     found_at text not null,
     status text not null default 'open' check (status in ('open', 'asked', 'notSame', 'merging', 'merged')),
     request_id text,
     version integer not null default 1,
     unique (one_no, other_no),
     check (one_no < other_no)`,
  );
  await createTable(
    db,
    'duplicate_pair_event',
    `seq integer primary key autoincrement,
     pair_id text not null references duplicate_pair (id),
     type text not null check (type in ('found', 'notSame', 'asked', 'reopened', 'mergeProposed', 'mergeApproved',
       'mergeRejected', 'mergeWithdrawn', 'mergeUndone')),
     at text not null,
     officer_id text references officer (id),
     reason text not null default ''`,
  );
  await createTable(
    db,
    'file_merge',
    `id text primary key,
     pair_id text not null references duplicate_pair (id),
     kept_id text not null references beneficiary (id),
     left_id text not null references beneficiary (id),
     status text not null check (status in ('proposed', 'merged', 'rejected', 'withdrawn', 'undone')),
     reason text not null,
     proposed_at text not null,
     proposed_by text not null references officer (id),
     decided_at text,
     decided_by text references officer (id),
     decision_reason text not null default '',
     undone_at text,
     undone_by text references officer (id),
     undone_reason text not null default '',
     version integer not null default 1,
     check (kept_id <> left_id),
     check ((decided_at is null) = (decided_by is null)),
     check ((status = 'proposed') = (decided_at is null)),
     check ((status = 'undone') = (undone_at is not null)),
     check (decided_by <> proposed_by or status = 'withdrawn')`,
  );
  await createTable(
    db,
    'dependant_twice',
    `national_id text not null,
     beneficiary_no integer not null references beneficiary (no),
     subject integer not null check (subject >= 0),
     scan_no integer not null references duplicate_scan (no),
     primary key (national_id, beneficiary_no, subject)`,
  );
}

async function updateRequests(db: Kysely<never>): Promise<void> {
  await createTable(
    db,
    'update_request',
    `id text primary key,
     number text not null unique,
     beneficiary_id text not null references beneficiary (id),
     asked text not null check (json_valid(asked)),
     asked_at text not null,
     asked_by text not null references officer (id),
     letter_id text references letter (id),
     notified_on text not null,
     due_on text not null,
     stop_from text not null check (stop_from > due_on),
     status text not null default 'open' check (status in ('open', 'answered', 'withdrawn')),
     closed_at text,
     closed_by text references officer (id),
     closing_note text not null default '',
     version integer not null default 1,
     check ((status = 'open') = (closed_at is null)),
     check ((closed_at is null) = (closed_by is null))`,
  );
}

async function governmentRecords(db: Kysely<never>): Promise<void> {
  await createTable(
    db,
    'record_batch',
    `no integer primary key,
     id text not null unique,
     kind text not null check (kind in ('civil', 'income', 'property')),
     source text not null,
     file_name text not null,
     sha256 text not null,
     layout text not null check (json_valid(layout)),
     as_of text not null,
     rows integer not null,
     bad_rows integer not null,
     agreed integer not null,
     status text not null check (status in ('committed', 'undone')),
     committed_at text not null,
     committed_by text not null references officer (id),
     undone_at text,
     undone_by text references officer (id),
     undone_reason text not null default '',
     version integer not null default 1,
     check ((status = 'undone') = (undone_at is not null)),
     check ((undone_at is null) = (undone_by is null))`,
  );
  await createTable(
    db,
    'record_bad_row',
    `batch_no integer not null references record_batch (no),
     line integer not null,
     field text not null,
     code text not null,
     value text not null,
     primary key (batch_no, line, field)`,
  );
  await createTable(
    db,
    'record_difference',
    `no integer primary key,
     id text not null unique,
     batch_no integer not null references record_batch (no),
     line integer not null,
     beneficiary_no integer references beneficiary (no),
     subject integer check (subject >= 0),
     record integer,
     national_id text not null,
     name text not null,
     field text not null,
     outcome text not null check (outcome in ('differs', 'missingHere', 'unknownPerson')),
     ours text check (json_valid(ours)),
     theirs text not null check (json_valid(theirs)),
     valid_from text,
     status text not null default 'open' check (status in ('open', 'accepted', 'rejected', 'asked')),
     decided_at text,
     decided_by text references officer (id),
     reason text not null default '',
     change_no integer references registry_change (no),
     request_id text references update_request (id),
     version integer not null default 1,
     check ((beneficiary_no is null) = (outcome = 'unknownPerson')),
     check ((status = 'open') = (decided_at is null)),
     check (status <> 'accepted' or change_no is not null),
     check (status <> 'asked' or request_id is not null)`,
  );
}

const MERGED = [
  'alter table beneficiary add column merged_into text references beneficiary (id)',
  'create index beneficiary_merged on beneficiary (merged_into) where merged_into is not null',
  'create index beneficiary_left on beneficiary (id) where merged_into is not null',
  `create trigger beneficiary_merged_when_approved before update of merged_into on beneficiary
   when new.merged_into is not null and not exists (select 1 from file_merge m
     where m.left_id = new.id and m.kept_id = new.merged_into and m.status = 'merged')
   begin select raise(abort, 'files are merged by an approved merge'); end`,
  `create trigger beneficiary_merged_once before update of merged_into on beneficiary
   when new.merged_into is not null and (exists (select 1 from beneficiary b where b.merged_into = new.id)
     or exists (select 1 from beneficiary b where b.id = new.merged_into and b.merged_into is not null))
   begin select raise(abort, 'no file points on to a third'); end`,
  `create trigger file_merge_stays before update on file_merge
   when new.proposed_by is not old.proposed_by or new.kept_id <> old.kept_id or new.left_id <> old.left_id
     or not (old.status = 'proposed' or (old.status = 'merged' and new.status = 'undone'))
   begin select raise(abort, 'only what stands proposed can be decided'); end`,
  `create trigger payment_not_to_merged before insert on payment
   when exists (select 1 from beneficiary b where b.id = new.beneficiary_id and b.merged_into is not null)
   begin select raise(abort, 'a merged file is not paid'); end`,
];

const INDEXES = [
  'create index duplicate_pair_queue on duplicate_pair (status, score desc, id)',
  'create index duplicate_pair_other on duplicate_pair (other_no)',
  'create index duplicate_pair_event_pair on duplicate_pair_event (pair_id, seq)',
  `create unique index file_merge_live on file_merge (left_id) where status in ('proposed', 'merged')`,
  'create index file_merge_kept on file_merge (kept_id)',
  'create index file_merge_pair on file_merge (pair_id)',
  'create index update_request_person on update_request (beneficiary_id)',
  `create index update_request_due on update_request (due_on, id) where status = 'open'`,
  // A file that was taken back may be imported again.
  `create unique index record_batch_content on record_batch (sha256) where status = 'committed'`,
  'create index record_difference_queue on record_difference (batch_no, status, field, outcome, no)',
  `create index record_difference_person on record_difference (beneficiary_no) where beneficiary_no is not null`,
  `create index record_difference_request on record_difference (request_id) where request_id is not null`,
];

const KEPT = ['duplicate_pair_event', 'record_bad_row'].flatMap((table) =>
  ['update', 'delete'].map(
    (change) =>
      `create trigger ${table}_no_${change} before ${change} on ${table}
       begin select raise(abort, 'append-only'); end`,
  ),
);
