import { sql, type Kysely } from 'kysely';
import { createTable } from '../dialect/sqlite.ts';
import { appendOnlyTriggers, personNameTriggers } from './0005-complaints.ts';

/**
 * Settlements of past months and recoveries of what was paid too much. Where each stands follows from its events; nobody
 * approves what he proposed, whatever the code above does.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await createTable(
    db,
    'settlement',
    `id text primary key,
     number text not null unique,
     beneficiary_id text not null references beneficiary (id),
     name_key text not null default '',
     cycle_id text not null references cycle (id),
     status text not null check (status in ('awaitingApproval', 'sentBack', 'approved', 'withdrawn')),
     plan text not null check (json_valid(plan)),
     proposed_by text references officer (id),
     proposed_on text not null,
     approved_by text references officer (id),
     decided_on text,
     created_at text not null,
     version integer not null default 1,
     check (approved_by is null or (proposed_by is not null and approved_by <> proposed_by)),
     check ((status = 'approved') = (approved_by is not null)),
     check ((status in ('approved', 'withdrawn')) = (decided_on is not null))`,
  );
  await createTable(
    db,
    'settlement_event',
    `seq integer primary key autoincrement,
     settlement_id text not null references settlement (id),
     type text not null,
     at text not null,
     officer_id text references officer (id),
     details text not null default '{}' check (json_valid(details))`,
  );
  await createTable(
    db,
    'settlement_check',
    `beneficiary_no integer primary key,
     changed_in integer not null check (changed_in >= 0),
     from_month text,
     months integer not null check (months >= 0),
     owed_halalas integer not null check (owed_halalas >= 0),
     overpaid_halalas integer not null check (overpaid_halalas >= 0),
     checked_at text not null`,
  );
  await createTable(
    db,
    'recovery',
    `id text primary key,
     number text not null unique,
     beneficiary_id text not null references beneficiary (id),
     name_key text not null default '',
     settlement_id text references settlement (id),
     status text not null check (status in ('awaitingApproval', 'sentBack', 'toNotify', 'noticed', 'warned', 'agreed',
       'appealed', 'awaitingClosure', 'paid', 'closed', 'withdrawn')),
     state text not null check (json_valid(state)),
     total_halalas integer not null check (total_halalas > 0),
     given_halalas integer not null check (given_halalas between 0 and total_halalas),
     due_on text,
     proposed_by text references officer (id),
     approved_by text references officer (id),
     closure_by text references officer (id),
     closed_by text references officer (id),
     created_at text not null,
     version integer not null default 1,
     check (approved_by is null or (proposed_by is not null and approved_by <> proposed_by)),
     check (closed_by is null or (closure_by is not null and closed_by <> closure_by)),
     check ((status = 'paid') = (given_halalas = total_halalas)),
     check ((status = 'closed') = (closed_by is not null))`,
  );
  await createTable(
    db,
    'recovery_event',
    `seq integer primary key autoincrement,
     recovery_id text not null references recovery (id),
     type text not null,
     at text not null,
     officer_id text references officer (id),
     details text not null default '{}' check (json_valid(details))`,
  );
  await createTable(
    db,
    'recovery_deduction',
    `payment_no integer not null references payment (no),
     record_no integer not null unique references payment (no),
     recovery_id text not null references recovery (id),
     amount_halalas integer not null check (amount_halalas > 0),
     primary key (payment_no, recovery_id)`,
  );
  const statements = [
    'alter table payment_proposal add column settlement_id text references settlement (id)',
    // A settlement pays a month once, however often it is asked to.
    `create unique index payment_proposal_settlement on payment_proposal (settlement_id, month)
     where settlement_id is not null and status in ('proposed', 'approved')`,
    `create unique index settlement_undecided on settlement (beneficiary_id)
     where status in ('awaitingApproval', 'sentBack')`,
    'create index settlement_status on settlement (status, decided_on, number)',
    'create index settlement_beneficiary on settlement (beneficiary_id)',
    'create index settlement_event_settlement on settlement_event (settlement_id, seq)',
    `create index settlement_check_found on settlement_check (owed_halalas, overpaid_halalas)
     where owed_halalas > 0 or overpaid_halalas > 0`,
    'create index recovery_status on recovery (status, due_on, number)',
    'create index recovery_beneficiary on recovery (beneficiary_id)',
    'create index recovery_settlement on recovery (settlement_id) where settlement_id is not null',
    'create index recovery_event_recovery on recovery_event (recovery_id, seq)',
    'create index recovery_deduction_recovery on recovery_deduction (recovery_id)',
    ...['settlement', 'recovery'].flatMap((table) => [
      ...personNameTriggers(table),
      ...appendOnlyTriggers(table),
    ]),
    fourEyes('settlement', 'approved', 'proposed'),
    fourEyes('recovery', 'approved', 'proposed'),
    fourEyes('recovery', 'closed', 'closureProposed'),
    `create trigger settlement_approved before update on settlement
     when new.approved_by is not null and old.approved_by is null and (old.status <> 'awaitingApproval'
       or new.plan is not old.plan or new.proposed_by is not old.proposed_by)
     begin select raise(abort, 'only what stands proposed can be approved'); end`,
    `create trigger settlement_decided before update on settlement
     when old.decided_on is not null and (new.plan is not old.plan or new.status <> old.status
       or new.approved_by is not old.approved_by or new.proposed_by is not old.proposed_by)
     begin select raise(abort, 'a decision stays'); end`,
    ...[
      ['approved', 'awaitingApproval', 'proposed_by'],
      ['closed', 'awaitingClosure', 'closure_by'],
    ].map(
      ([answer, waiting, proposer]) => `create trigger recovery_${answer} before update on recovery
     when new.${answer}_by is not null and old.${answer}_by is null
       and (old.status <> '${waiting}' or new.${proposer} is not old.${proposer})
     begin select raise(abort, 'only what stands proposed can be ${answer}'); end`,
    ),
    `create trigger recovery_over before update on recovery
     when old.status in ('closed', 'withdrawn', 'paid') and new.state is not old.state
     begin select raise(abort, 'a recovery that is over stays'); end`,
    `create trigger payment_proposal_whole before update on payment_proposal
     when new.status = 'approved' and new.settlement_id is not null and not exists (
       select 1 from settlement where id = new.settlement_id and status = 'approved')
     begin select raise(abort, 'a settlement is approved whole'); end`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}

/** Whoever answers a proposal is another than whoever made it last. */
function fourEyes(table: string, answer: string, proposal: string): string {
  return `create trigger ${table}_${answer}_four_eyes before insert on ${table}_event
    when new.type = '${answer}' and new.officer_id is (
      select officer_id from ${table}_event
      where ${table}_id = new.${table}_id and type = '${proposal}' order by seq desc limit 1)
    begin select raise(abort, 'nobody approves what he proposed'); end`;
}
