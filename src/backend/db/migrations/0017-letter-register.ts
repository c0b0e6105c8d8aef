import { sql, type Kysely } from 'kysely';
import { createTable, recreateTable } from '../dialect/sqlite.ts';
import { personNameTriggers } from './0005-complaints.ts';

/**
 * Whether a letter's file is made stands apart from where its paper is; letters also speak of a payment or of a person
 * alone. Drafts have no number and lie in a table of their own.
 */
export async function up(db: Kysely<never>): Promise<void> {
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
     case_type text not null check (case_type in ('complaint', 'objection', 'resume', 'payment', 'beneficiary')),
     case_id text not null,
     case_number text not null,
     subject text not null,
     content text not null check (json_valid(content)),
     states_decision integer not null default 0 check (states_decision in (0, 1)),
     drafted_by text references officer (id),
     issued_at text not null,
     issued_by text not null references officer (id),
     file text not null check (file in ('queued', 'ready', 'failed')),
     life text not null check (life in ('issued', 'printed', 'handedOver', 'returned', 'void')),
     attempts integer not null default 0,
     sha256 text,
     size_bytes integer,
     pages integer,
     rendered_at text,
     original_out integer not null default 0 check (original_out in (0, 1)),
     printed_times integer not null default 0 check (printed_times >= original_out),
     copies integer not null default 0,
     handed_over_on text,
     version integer not null default 1,
     unique (year, serial),
     check ((file = 'ready') = (sha256 is not null)),
     check (sha256 is null or (size_bytes is not null and pages is not null)),
     check (life <> 'handedOver' or handed_over_on is not null),
     check (states_decision = 0 or drafted_by is null or drafted_by <> issued_by)`,
    {
      ...same(
        'id number year serial template template_version beneficiary_id name_key case_type case_id case_number',
      ),
      ...same(
        'subject content issued_at issued_by attempts sha256 size_bytes pages rendered_at version',
      ),
      file: `case when sha256 is not null then 'ready' when status = 'failed' then 'failed' else 'queued' end`,
      life: `case when status = 'void' then 'void' when ${printedOf('letter')} > 0 then 'printed' else 'issued' end`,
      original_out: `${printedOf('letter')} > 0`,
      printed_times: printedOf('letter'),
    },
  );
  await createTable(
    db,
    'letter_draft',
    `id text primary key,
     kind text not null,
     author text not null references officer (id),
     beneficiary_id text not null references beneficiary (id),
     name_key text not null default '',
     case_type text not null check (case_type in ('complaint', 'objection', 'resume', 'payment', 'beneficiary')),
     case_id text not null,
     case_number text not null,
     subject text not null,
     content text not null check (json_valid(content)),
     version integer not null default 1,
     created_at text not null,
     updated_at text not null`,
  );
  const statements = [
    'create index letter_case on letter (case_type, case_id)',
    'create index letter_beneficiary on letter (beneficiary_id)',
    'create index letter_file on letter (file, year, serial)',
    'create index letter_life on letter (life, year, serial)',
    'create index letter_kind on letter (template, year, serial)',
    'create index letter_issued on letter (issued_at, serial)',
    'create index letter_officer on letter (issued_by, year, serial)',
    'create index letter_case_number on letter (case_number)',
    'create index letter_name on letter (name_key, year, serial)',
    'create index letter_draft_updated on letter_draft (updated_at, id)',
    'create index letter_draft_author on letter_draft (author, updated_at)',
    'create index letter_draft_beneficiary on letter_draft (beneficiary_id)',
    ...personNameTriggers('letter'),
    ...personNameTriggers('letter_draft'),
    `create trigger letter_stays before update of number, year, serial, template, template_version, beneficiary_id,
       case_type, case_id, case_number, subject, content, states_decision, drafted_by, issued_at, issued_by on letter
     begin select raise(abort, 'an issued letter stays as it is'); end`,
    `create trigger letter_bytes_stay before update of sha256 on letter
     when old.sha256 is not null and new.sha256 is not old.sha256
     begin select raise(abort, 'archived bytes stay as they are'); end`,
    `create trigger letter_void_stays before update of life on letter
     when old.life = 'void' and new.life <> 'void'
     begin select raise(abort, 'a void letter stays void'); end`,
    `create trigger letter_number_stays before delete on letter
     begin select raise(abort, 'a number of the register is never given back'); end`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const printedOf = (letter: string): string =>
  `(select count(*) from letter_event e where e.letter_id = ${letter}.id and e.type = 'printed')`;

const same = (columns: string): Record<string, string> =>
  Object.fromEntries(columns.split(' ').map((column) => [column, column]));
