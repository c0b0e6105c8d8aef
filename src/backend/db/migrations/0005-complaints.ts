import { sql, type Kysely } from 'kysely';
import { createTable } from '../dialect/sqlite.ts';

/** Financial complaints, their months and append-only events. Nobody approves what he proposed. */
export async function up(db: Kysely<never>): Promise<void> {
  await createTable(
    db,
    'complaint',
    `id text primary key,
     ticket text not null unique,
     beneficiary_id text not null references beneficiary (id),
     category text not null check (category in ('short', 'zero', 'late')),
     channel text not null check (channel in ('platform', 'branch', 'phone')),
     claim text not null,
     claimed_halalas integer not null,
     filed_on text not null,
     deadline_on text,
     late_reason text,
     late_allowed_by text references officer (id),
     status text not null check (status in ('new', 'studying', 'awaitingDocuments', 'awaitingApproval',
       'sentBack', 'accepted', 'partlyAccepted', 'rejected')),
     assigned_to text references officer (id),
     proposal text check (proposal is null or json_valid(proposal)),
     proposed_by text references officer (id),
     approved_by text references officer (id),
     decided_on text,
     created_at text not null,
     version integer not null default 1,
     check (approved_by is null or (proposed_by is not null and approved_by <> proposed_by))`,
  );
  await createTable(
    db,
    'complaint_month',
    `complaint_id text not null references complaint (id),
     month text not null,
     expected_halalas integer not null check (expected_halalas >= 0),
     received_halalas integer not null check (received_halalas >= 0),
     primary key (complaint_id, month)`,
  );
  await createTable(
    db,
    'complaint_event',
    `seq integer primary key autoincrement,
     complaint_id text not null references complaint (id),
     type text not null,
     at text not null,
     officer_id text references officer (id),
     details text not null default '{}' check (json_valid(details))`,
  );
  const indexes = [
    'create index complaint_status_deadline on complaint (status, deadline_on)',
    'create index complaint_assigned on complaint (assigned_to, status)',
    'create index complaint_beneficiary on complaint (beneficiary_id)',
    'create index complaint_filed on complaint (filed_on)',
    'create index complaint_event_complaint on complaint_event (complaint_id, seq)',
  ];
  for (const index of indexes) await sql.raw(index).execute(db);
  for (const change of ['update', 'delete']) {
    await sql
      .raw(
        `create trigger complaint_event_no_${change} before ${change} on complaint_event
         begin select raise(abort, 'complaint events are append-only'); end`,
      )
      .execute(db);
  }
}
