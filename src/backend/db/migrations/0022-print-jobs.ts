import { sql, type Kysely } from 'kysely';
import { createTable } from '../dialect/sqlite.ts';
import { appendOnlyTriggers } from './0005-complaints.ts';

/** Print jobs: letters in the order in which they are printed, and what became of each, as events. */
export async function up(db: Kysely<never>): Promise<void> {
  await createTable(
    db,
    'print_job',
    `id text primary key,
     printer text not null,
     two_sided integer not null check (two_sided in (0, 1)),
     state text not null check (state in ('open', 'finished', 'cancelled')),
     opened_at text not null,
     opened_by text not null references officer (id),
     version integer not null default 1`,
  );
  await createTable(
    db,
    'print_job_item',
    `job_id text not null references print_job (id),
     item integer not null check (item > 0),
     letter_id text not null references letter (id),
     form text not null check (form in ('original', 'copy')),
     pages integer not null check (pages > 0),
     state text not null check (state in ('waiting', 'sent', 'printed', 'failed', 'skipped')),
     told text check (told in ('printer', 'spooler', 'officer')),
     code text,
     spool_job integer,
     primary key (job_id, item),
     check ((state = 'printed') = (told is not null)),
     check ((state = 'failed') = (code is not null))`,
  );
  await createTable(
    db,
    'print_job_event',
    `seq integer primary key autoincrement,
     job_id text not null references print_job (id),
     type text not null,
     at text not null,
     officer_id text references officer (id),
     details text not null default '{}' check (json_valid(details))`,
  );
  const statements = [
    'create index print_job_opened on print_job (opened_at, id)',
    'create index print_job_state on print_job (state, opened_at, id)',
    'create index print_job_item_letter on print_job_item (letter_id)',
    'create index print_job_event_job on print_job_event (job_id, seq)',
    // One original of a letter is under way at a time, whatever two desks do at once.
    `create unique index print_job_item_original on print_job_item (letter_id)
       where form = 'original' and state in ('waiting', 'sent')`,
    ...appendOnlyTriggers('print_job'),
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
