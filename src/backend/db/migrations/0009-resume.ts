import { sql, type Kysely } from 'kysely';
import { createTable, recreateTable } from '../dialect/sqlite.ts';
import { appendOnlyTriggers, personNameTriggers } from './0005-complaints.ts';

/**
 * The resumption of rejected and returned payments, life-status cases and withdrawals of applications. Nobody approves what he
 * proposed, and a payment has one attempt that resumes it, whatever the code above does.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await createTable(
    db,
    'resume_case',
    `id text primary key,
     payment_no integer not null unique references payment (no),
     beneficiary_id text not null references beneficiary (id),
     status text not null check (status in ('preparing', 'awaitingApproval', 'resumed', 'complained')),
     opened_on text not null,
     proof text check (proof is null or json_valid(proof)),
     activity text check (activity is null or json_valid(activity)),
     account_proven integer not null default 0 check (account_proven in (0, 1)),
     cycle_month text,
     proposed_by text references officer (id),
     proposed_on text,
     approved_by text references officer (id),
     approved_on text,
     attempt_no integer unique references payment (no),
     complaint_id text references complaint (id),
     created_at text not null,
     version integer not null default 1,
     check (approved_by is null or (proposed_by is not null and approved_by <> proposed_by)),
     check ((status = 'preparing') = (proposed_by is null)),
     check ((status in ('resumed', 'complained')) = (approved_by is not null)),
     check ((attempt_no is null) = (approved_by is null)),
     check ((status = 'complained') = (complaint_id is not null))`,
  );
  await createTable(
    db,
    'resume_case_event',
    `seq integer primary key autoincrement,
     resume_case_id text not null references resume_case (id),
     type text not null,
     at text not null,
     officer_id text references officer (id),
     details text not null default '{}' check (json_valid(details))`,
  );
  await createTable(
    db,
    'life_case',
    `id text primary key,
     number text not null unique,
     beneficiary_id text not null references beneficiary (id),
     file_id text references bank_file (id),
     payment_no integer references payment (no),
     reason_list text,
     reason_code text,
     status text not null check (status in ('open', 'asked', 'awaitingApproval', 'alive', 'deceased', 'withdrawn')),
     opened_on text not null,
     due_on text not null,
     asked_on text,
     recorded text check (recorded is null or json_valid(recorded)),
     proposed_by text references officer (id),
     approved_by text references officer (id),
     decided_on text,
     head_due_on text,
     created_at text not null,
     version integer not null default 1,
     check (approved_by is null or (proposed_by is not null and approved_by <> proposed_by)),
     check ((status in ('alive', 'deceased')) = (approved_by is not null)),
     check ((status in ('awaitingApproval', 'alive', 'deceased')) = (recorded is not null)),
     check ((status in ('alive', 'deceased', 'withdrawn')) = (decided_on is not null))`,
  );
  await createTable(
    db,
    'life_case_event',
    `seq integer primary key autoincrement,
     life_case_id text not null references life_case (id),
     type text not null,
     at text not null,
     officer_id text references officer (id),
     details text not null default '{}' check (json_valid(details))`,
  );
  await createTable(
    db,
    'life_case_hold',
    `life_case_id text not null references life_case (id),
     payment_no integer not null references payment (no),
     primary key (life_case_id, payment_no)`,
  );
  await createTable(
    db,
    'application_withdrawal',
    `id text primary key,
     beneficiary_id text not null references beneficiary (id),
     reason text not null,
     at text not null,
     officer_id text not null references officer (id)`,
  );
  const statements = [
    'alter table payment add column resumes_no integer references payment (no)',
    // One attempt at a time takes the place of a payment.
    'create unique index payment_resumes on payment (resumes_no, live) where resumes_no is not null',
    'create index resume_case_status on resume_case (status, opened_on, id)',
    'create index resume_case_beneficiary on resume_case (beneficiary_id)',
    'create index resume_case_complaint on resume_case (complaint_id) where complaint_id is not null',
    'create index resume_case_event_case on resume_case_event (resume_case_id, seq)',
    'create index life_case_status on life_case (status, due_on, id)',
    'create index life_case_file on life_case (file_id) where file_id is not null',
    // A person is frozen once.
    `create unique index life_case_frozen on life_case (beneficiary_id)
     where status in ('open', 'asked', 'awaitingApproval', 'deceased')`,
    'create index life_case_beneficiary on life_case (beneficiary_id, status)',
    'create index life_case_event_case on life_case_event (life_case_id, seq)',
    'create index life_case_hold_payment on life_case_hold (payment_no)',
    'create index application_withdrawal_beneficiary on application_withdrawal (beneficiary_id)',
    ...fourEyes('resume_case', ['proof', 'activity', 'cycle_month']),
    ...fourEyes('life_case', ['recorded']),
    ...appendOnlyTriggers('resume_case'),
    ...appendOnlyTriggers('life_case'),
    ...['update', 'delete'].map(
      (change) =>
        `create trigger application_withdrawal_no_${change} before ${change} on application_withdrawal
         begin select raise(abort, 'a withdrawal stays on record'); end`,
    ),
    // REG knows no way back into a file: whoever is taken out of it loses his seniority in entitlement.
    `create trigger beneficiary_owed before delete on beneficiary
     when exists (select 1 from payment where beneficiary_id = old.id and live = 1
       and status not in ('settled', 'credited', 'cancelled'))
     begin select raise(abort, 'money is owed to this person'); end`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
  await lettersOfCases(db);
  await documentsOfCases(db);
}

/** An approval is of exactly what stands proposed, and by another officer. */
function fourEyes(table: string, proposed: readonly string[]): string[] {
  const changed = ['proposed_by', ...proposed]
    .map((column) => `new.${column} is not old.${column}`)
    .join(' or ');
  const proposing = table === 'life_case' ? 'answered' : 'proposed';
  return [
    `create trigger ${table}_four_eyes before update on ${table}
     when new.approved_by is not null and old.approved_by is null
       and (old.status <> 'awaitingApproval' or ${changed})
     begin select raise(abort, 'only what stands proposed can be approved'); end`,
    `create trigger ${table}_event_four_eyes before insert on ${table}_event
     when new.type = 'approved' and new.officer_id is (
       select officer_id from ${table}_event
       where ${table}_id = new.${table}_id and type = '${proposing}' order by seq desc limit 1)
     begin select raise(abort, 'nobody approves what he proposed'); end`,
  ];
}

/** The register takes the guidance sheets of resumed payments. */
async function lettersOfCases(db: Kysely<never>): Promise<void> {
  await sql.raw('drop trigger letter_person_renamed').execute(db);
  await recreateTable(
    db,
    'letter',
    `id text primary key,
     number text not null unique,
     year integer not null,
     serial integer not null check (serial > 0),
     template text not null,
     template_version integer not null,
     beneficiary_id text not null references beneficiary (id),
     name_key text not null default '',
     case_type text not null check (case_type in ('complaint', 'objection', 'resume')),
     case_id text not null,
     case_number text not null,
     subject text not null,
     content text not null check (json_valid(content)),
     status text not null check (status in ('queued', 'ready', 'failed', 'void')),
     attempts integer not null default 0,
     sha256 text,
     size_bytes integer,
     pages integer,
     issued_at text not null,
     issued_by text not null references officer (id),
     rendered_at text,
     version integer not null default 1,
     unique (year, serial),
     check (status <> 'ready' or (sha256 is not null and pages is not null))`,
    sameColumns([
      'id',
      'number',
      'year',
      'serial',
      'template',
      'template_version',
      'beneficiary_id',
      'name_key',
      'case_type',
      'case_id',
      'case_number',
      'subject',
      'content',
      'status',
      'attempts',
      'sha256',
      'size_bytes',
      'pages',
      'issued_at',
      'issued_by',
      'rendered_at',
      'version',
    ]),
  );
  const statements = [
    'create index letter_case on letter (case_type, case_id)',
    'create index letter_beneficiary on letter (beneficiary_id)',
    'create index letter_status on letter (status, year, serial)',
    'create index letter_issued on letter (issued_at, serial)',
    'create index letter_case_number on letter (case_number)',
    'create index letter_name on letter (name_key, year, serial)',
    ...personNameTriggers('letter'),
    `create trigger letter_stays before update of number, template, beneficiary_id, case_id, content, issued_at,
       issued_by on letter begin select raise(abort, 'an issued letter stays as it is'); end`,
    `create trigger letter_bytes_stay before update of sha256 on letter
     when old.sha256 is not null and new.sha256 is not old.sha256
     begin select raise(abort, 'archived bytes stay as they are'); end`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}

/** Proofs belong to the payment that is resumed, a civil record to its life-status case. */
async function documentsOfCases(db: Kysely<never>): Promise<void> {
  await recreateTable(
    db,
    'document',
    `id text primary key,
     owner_type text not null check (owner_type in ('complaint', 'objection', 'beneficiary', 'resume', 'life')),
     owner_id text not null,
     title text not null,
     file_name text not null,
     mime text not null,
     size_bytes integer not null,
     pages integer,
     sha256 text not null,
     added_at text not null,
     added_by text references officer (id)`,
    sameColumns([
      'id',
      'owner_type',
      'owner_id',
      'title',
      'file_name',
      'mime',
      'size_bytes',
      'pages',
      'sha256',
      'added_at',
      'added_by',
    ]),
  );
  await sql.raw('create index document_owner on document (owner_type, owner_id)').execute(db);
}

const sameColumns = (columns: readonly string[]): Record<string, string> =>
  Object.fromEntries(columns.map((column) => [column, column]));
