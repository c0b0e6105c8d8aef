import { sql, type Kysely } from 'kysely';
import { createTable } from '../dialect/sqlite.ts';

/**
 * Financial complaints, their months and append-only events. `standing` (0 running, 1 paused, 2 decided) and
 * `name_key` are there for the queue. Nobody approves what he proposed, whatever the code above does.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await createTable(
    db,
    'complaint',
    `id text primary key,
     ticket text not null unique,
     beneficiary_id text not null references beneficiary (id),
     name_key text not null default '',
     category text not null check (category in ('short', 'zero', 'late')),
     channel text not null check (channel in ('platform', 'branch', 'phone')),
     claim text not null,
     claimed_halalas integer not null check (claimed_halalas >= 0),
     filed_on text not null,
     filed_by text references officer (id),
     deadline_on text,
     paused_on text,
     late_reason text,
     late_allowed_by text references officer (id),
     status text not null check (status in ('new', 'studying', 'awaitingDocuments', 'awaitingApproval',
       'sentBack', 'accepted', 'partlyAccepted', 'rejected')),
     assigned_to text references officer (id),
     proposal text check (proposal is null or json_valid(proposal)),
     proposed_by text references officer (id),
     proposed_on text,
     approved_by text references officer (id),
     decided_on text,
     created_at text not null,
     version integer not null default 1,
     standing integer not null check (standing =
       case when decided_on is not null then 2 when paused_on is not null then 1 else 0 end),
     check ((late_reason is null) = (late_allowed_by is null)),
     check (late_allowed_by is null or filed_by is null or late_allowed_by <> filed_by),
     check ((proposal is null) = (proposed_by is null)),
     check (approved_by is null or (proposed_by is not null and approved_by <> proposed_by)),
     check ((status in ('accepted', 'partlyAccepted', 'rejected')) = (approved_by is not null)),
     check ((decided_on is null) = (approved_by is null)),
     check ((status = 'awaitingDocuments') = (paused_on is not null))`,
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
  const statements = [
    'create index complaint_queue on complaint (standing, deadline_on, ticket, name_key)',
    // With the status it answers the counts of all views by itself.
    'create index complaint_assigned on complaint (assigned_to, standing, deadline_on, ticket, status)',
    'create index complaint_status on complaint (status, deadline_on, ticket)',
    'create index complaint_beneficiary on complaint (beneficiary_id)',
    'create index complaint_filed on complaint (filed_on, ticket)',
    'create index complaint_claimed on complaint (claimed_halalas, ticket)',
    'create index complaint_name on complaint (name_key, ticket)',
    'create index complaint_event_complaint on complaint_event (complaint_id, seq)',
    ...personNameTriggers('complaint'),
    ...fourEyesTriggers('complaint', ['proposal']),
    ...appendOnlyTriggers('complaint'),
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}

/** Keeps the folded name of the person beside the row, so that a queue sorts and searches without a join. */
export function personNameTriggers(table: string): string[] {
  return [
    `create trigger ${table}_name_key after insert on ${table}
     begin
       update ${table} set name_key = (select name_key from beneficiary where id = new.beneficiary_id)
       where id = new.id;
     end`,
    `create trigger ${table}_person_renamed after update of name_key on beneficiary
     when new.name_key <> old.name_key
     begin update ${table} set name_key = new.name_key where beneficiary_id = new.id; end`,
  ];
}

/**
 * A decision is the approval, by another person, of exactly what stands proposed, and then it stays.
 * @param proposed Columns that hold what was proposed.
 */
export function fourEyesTriggers(table: string, proposed: readonly string[]): string[] {
  const waiting = table === 'complaint' ? 'awaitingApproval' : 'awaitingSecond';
  const changed = ['proposed_by', ...proposed].map(
    (column) => `new.${column} is not old.${column}`,
  );
  return [
    `create trigger ${table}_four_eyes before update on ${table}
     when new.approved_by is not null and old.approved_by is null
       and (old.status <> '${waiting}' or ${changed.join(' or ')})
     begin select raise(abort, 'only what stands proposed can be approved'); end`,
    `create trigger ${table}_decided before update on ${table}
     when old.approved_by is not null and (new.approved_by is not old.approved_by
       or new.status <> old.status or new.decided_on is not old.decided_on or ${changed.join(' or ')})
     begin select raise(abort, 'a decision stays'); end`,
    `create trigger ${table}_event_four_eyes before insert on ${table}_event
     when new.type = 'approved' and new.officer_id is (
       select officer_id from ${table}_event
       where ${table}_id = new.${table}_id and type = 'proposed' order by seq desc limit 1)
     begin select raise(abort, 'nobody approves what he proposed'); end`,
  ];
}

export function appendOnlyTriggers(table: string): string[] {
  return ['update', 'delete'].map(
    (change) =>
      `create trigger ${table}_event_no_${change} before ${change} on ${table}_event
       begin select raise(abort, '${table} events are append-only'); end`,
  );
}
