import { sql, type Kysely } from 'kysely';
import { createTable } from '../dialect/sqlite.ts';

/** Objections against ineligibility, the coded reasons of the refusal, and append-only events. */
export async function up(db: Kysely<never>): Promise<void> {
  await createTable(
    db,
    'refusal_reason',
    `code text primary key,
     text_ar text not null,
     text_en text not null,
     article text not null,
     active integer not null default 1 check (active in (0, 1))`,
  );
  await createTable(
    db,
    'objection',
    `id text primary key,
     number text not null unique,
     beneficiary_id text not null references beneficiary (id),
     refused_on text not null,
     notified_on text not null,
     first_decided_by text references officer (id),
     channel text not null check (channel in ('platform', 'branch', 'phone')),
     statement text not null,
     filed_on text not null,
     deadline_on text,
     late_reason text,
     late_allowed_by text references officer (id),
     status text not null check (status in ('submitted', 'reviewing', 'awaitingSecond', 'sentBack',
       'committee', 'accepted', 'partlyAccepted', 'rejected')),
     assigned_to text references officer (id),
     outcome text,
     reasoning text,
     proposed_by text references officer (id),
     approved_by text references officer (id),
     decided_on text,
     created_at text not null,
     version integer not null default 1,
     check (approved_by is null or (proposed_by is not null and approved_by <> proposed_by)),
     check (proposed_by is null or first_decided_by is null or proposed_by <> first_decided_by)`,
  );
  await createTable(
    db,
    'objection_reason',
    `objection_id text not null references objection (id),
     code text not null references refusal_reason (code),
     position integer not null,
     finding text check (finding in ('notProven', 'ceased', 'proven')),
     note text,
     evidence_document_id text,
     evidence_page integer,
     primary key (objection_id, code)`,
  );
  await createTable(
    db,
    'objection_event',
    `seq integer primary key autoincrement,
     objection_id text not null references objection (id),
     type text not null,
     at text not null,
     officer_id text references officer (id),
     details text not null default '{}' check (json_valid(details))`,
  );
  const indexes = [
    'create index objection_status_deadline on objection (status, deadline_on)',
    'create index objection_beneficiary on objection (beneficiary_id)',
    'create index objection_event_objection on objection_event (objection_id, seq)',
  ];
  for (const index of indexes) await sql.raw(index).execute(db);
  for (const change of ['update', 'delete']) {
    await sql
      .raw(
        `create trigger objection_event_no_${change} before ${change} on objection_event
         begin select raise(abort, 'objection events are append-only'); end`,
      )
      .execute(db);
  }
}
