import { sql, type Kysely } from 'kysely';
import { createTable } from '../dialect/sqlite.ts';

/** Letters that are issued over a list: the list is fixed when the batch starts, and each place gets one letter at most. */
export async function up(db: Kysely<never>): Promise<void> {
  await createTable(
    db,
    'letter_batch',
    `id text primary key,
     kind text not null check (kind in ('resumeGuidance', 'pensionHeld', 'documentsRequest')),
     filter text not null check (json_valid(filter)),
     state text not null check (state in ('running', 'stopped', 'done')),
     started_by text not null references officer (id),
     started_at text not null,
     finished_at text,
     check ((state = 'done') = (finished_at is not null))`,
  );
  await createTable(
    db,
    'letter_batch_item',
    `batch_id text not null references letter_batch (id),
     place integer not null check (place > 0),
     beneficiary_id text not null references beneficiary (id),
     case_type text not null check (case_type in ('complaint', 'objection', 'resume', 'payment', 'beneficiary')),
     case_id text not null,
     case_number text not null,
     state text not null check (state in ('pending', 'issued', 'skipped')),
     reason text,
     letter_id text unique references letter (id),
     primary key (batch_id, place),
     unique (batch_id, case_type, case_id),
     check ((state = 'issued') = (letter_id is not null)),
     check ((state = 'skipped') = (reason is not null))`,
  );
  const statements = [
    'create index letter_batch_started on letter_batch (started_at, id)',
    "create index letter_batch_running on letter_batch (state) where state = 'running'",
    "create index letter_batch_item_pending on letter_batch_item (batch_id, place) where state = 'pending'",
    `create trigger letter_batch_item_settled before update on letter_batch_item when old.state <> 'pending'
     begin select raise(abort, 'what a batch has settled stays'); end`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
