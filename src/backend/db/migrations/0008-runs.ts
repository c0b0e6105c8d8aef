import { sql, type Kysely } from 'kysely';
import { createTable, recreateTable } from '../dialect/sqlite.ts';

/**
 * Runs of a cycle, programmes, payments proposed by hand, and the closing of cycles. A list that was imported is a run, and
 * `list_no` its number inside the cycle, as the bank knows it; a run of prepared payments has no file of its own.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await createTable(
    db,
    'programme',
    `no integer primary key,
     code text not null unique check (code <> ''),
     name_ar text not null,
     name_en text not null,
     active integer not null default 1 check (active in (0, 1)),
     version integer not null default 1`,
  );
  for (const [code, arabic, english] of PROGRAMMES) {
    await sql`insert into programme (code, name_ar, name_en) values (${code}, ${arabic}, ${english})`.execute(
      db,
    );
  }
  await recreateTable(
    db,
    'payment_import',
    `no integer primary key,
     id text not null unique,
     cycle_id text not null references cycle (id),
     list_no integer not null check (list_no > 0),
     origin text not null default 'import' check (origin in ('import', 'prepared')),
     programme_no integer not null default 1 references programme (no),
     status text not null default 'sent' check (status in ('prepared', 'sent')),
     file_name text,
     sha256 text unique,
     encoding text,
     mapping text check (mapping is null or json_valid(mapping)),
     rows integer not null check (rows >= 0),
     total_halalas integer not null,
     imported_at text not null,
     imported_by text not null references officer (id),
     sent_at text,
     sent_by text references officer (id),
     export_format text check (export_format in ('pain001', 'wages')),
     export_sha256 text,
     export_bytes integer,
     version integer not null default 1,
     unique (cycle_id, list_no),
     check ((origin = 'import') = (sha256 is not null and file_name is not null)),
     check ((export_format is null) = (export_sha256 is null)),
     check (export_sha256 is null or status = 'sent')`,
    {
      no: 'no',
      id: 'id',
      cycle_id: 'cycle_id',
      list_no: 'list_no',
      file_name: 'file_name',
      sha256: 'sha256',
      encoding: 'encoding',
      mapping: 'mapping',
      rows: 'rows',
      total_halalas: 'total_halalas',
      imported_at: 'imported_at',
      imported_by: 'imported_by',
      sent_at: 'imported_at',
      sent_by: 'imported_by',
    },
  );
  await createTable(
    db,
    'cycle_event',
    `seq integer primary key autoincrement,
     cycle_id text not null references cycle (id),
     run_no integer,
     type text not null,
     at text not null,
     officer_id text not null references officer (id),
     reason text,
     details text not null default '{}' check (json_valid(details))`,
  );
  await createTable(
    db,
    'payment_proposal',
    `id text primary key,
     cycle_id text not null references cycle (id),
     beneficiary_id text not null references beneficiary (id),
     programme_no integer not null references programme (no),
     month text not null,
     kind text not null check (kind in ('regular', 'difference', 'retroactive', 'recovery')),
     amount_halalas integer not null check (amount_halalas > 0),
     reason text not null,
     complaint_id text references complaint (id),
     status text not null check (status in ('proposed', 'approved', 'refused', 'withdrawn')),
     proposed_at text not null,
     proposed_by text not null references officer (id),
     decided_at text,
     decided_by text references officer (id),
     decision_reason text,
     payment_id text unique references payment (id),
     version integer not null default 1,
     check ((status = 'proposed') = (decided_by is null)),
     check ((decided_by is null) = (decided_at is null)),
     check ((status = 'approved') = (payment_id is not null)),
     check (status in ('proposed', 'withdrawn') or decided_by <> proposed_by)`,
  );
  await createTable(
    db,
    'payment_explanation',
    `seq integer primary key autoincrement,
     payment_no integer not null references payment (no),
     text text not null,
     at text not null,
     officer_id text not null references officer (id)`,
  );
  const statements = [
    'alter table cycle add column closing_at text',
    'alter table cycle add column closing_by text references officer (id)',
    'alter table cycle add column closed_totals text',
    // A number rather than the code: the programme of nearly every payment is 1, which costs no byte.
    'alter table payment add column programme_no integer not null default 1 check (programme_no > 0)',
    'drop index if exists payment_one_live',
    `create unique index payment_one_live on payment (beneficiary_id, month, kind, programme_no, live)`,
    // Payments that stand in no run yet: few, and asked for whenever the cycle is shown.
    `create index payment_without_run on payment (cycle_number, programme_no, status, amount_halalas)
     where import_no is null`,
    'create index cycle_event_cycle on cycle_event (cycle_id, seq)',
    'create index payment_proposal_status on payment_proposal (status, proposed_at)',
    'create index payment_proposal_beneficiary on payment_proposal (beneficiary_id)',
    // An accepted complaint leads to one payment a month, however often it is asked to.
    `create unique index payment_proposal_complaint on payment_proposal (complaint_id, month)
     where complaint_id is not null`,
    'create index payment_explanation_payment on payment_explanation (payment_no)',
    ...['update', 'delete'].map(
      (change) =>
        `create trigger cycle_event_no_${change} before ${change} on cycle_event
         begin select raise(abort, 'cycle events are append-only'); end`,
    ),
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}

/** The developed pension and what the platform lists beside it; the branch edits the list. */
const PROGRAMMES = [
  ['PENSION', 'الضمان الاجتماعي المطور', 'Developed social security'],
  ['FOOD', 'دعم الغذاء', 'Food support'],
  ['ELECTRICITY', 'دعم الكهرباء', 'Electricity support'],
  ['INITIATIVES', 'مبادرات الحماية الاجتماعية', 'Social protection initiatives'],
] as const;
