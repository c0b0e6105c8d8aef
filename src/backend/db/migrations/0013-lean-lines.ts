import { sql, type Kysely } from 'kysely';
import { recreateTable } from '../dialect/sqlite.ts';

/**
 * The committed lines of a bank's file are the events of its payments: they are numbered among the events when the file is
 * committed (`event_base`) and again when it is taken back (`undo_base`), and written once. A line's id says its file and its
 * place there (file number times 2^27 and the place), so no index leads from a file to its lines. Lines that say nothing
 * unusual keep no text: the file itself is kept.
 */
export async function up(db: Kysely<never>): Promise<void> {
  const columns = [
    'raw_start',
    'raw_end',
    'level',
    'end_to_end_id',
    'instruction_id',
    'payment_information_id',
    'original_message_id',
    'bank_reference',
    'uetr',
    'narrative',
    'amount_text',
    'amount_halalas',
    'currency',
    'direction',
    'reported',
    'iso_status',
    'reason_list',
    'reason_code',
    'reason_text',
    'reason_clear',
    'account',
    'name',
    'booked_on',
    'fingerprint',
    'occurrence',
    'repeats',
    'payment_no',
    'match_rule',
    'cycle_number',
    'expected_halalas',
    'status_before',
    'status_after',
    'effect',
    'exception_kind',
  ];
  const before = [
    'drop trigger payment_event_no_update',
    // Old number of each line, and the new one.
    `create temp table renumbered as select id as old,
       file_no * 134217728 + row_number() over (partition by file_no order by id) as id from bank_line`,
    'create unique index temp.renumbered_old on renumbered (old)',
    `update payment_event set bank_line_id = (select id from renumbered where old = bank_line_id)
     where bank_line_id is not null`,
    `update reconciliation_exception set bank_line_id = (select id from renumbered where old = bank_line_id)
     where bank_line_id is not null`,
  ];
  for (const step of before) await sql.raw(step).execute(db);
  await recreateTable(
    db,
    'bank_line',
    `id integer primary key,
     file_no integer not null references bank_file (no),
     line_no integer not null,
     raw_start integer,
     raw_end integer,
     level text not null check (level in ('group', 'batch', 'transaction')),
     end_to_end_id text,
     instruction_id text,
     payment_information_id text,
     original_message_id text,
     bank_reference text,
     uetr text,
     narrative text,
     amount_text text,
     amount_halalas integer,
     currency text,
     direction text,
     reported text not null,
     iso_status text,
     reason_list text,
     reason_code text,
     reason_text text,
     reason_clear integer not null default 0 check (reason_clear in (0, 1)),
     account text,
     name text,
     booked_on text,
     fingerprint text,
     occurrence integer not null default 1,
     repeats integer not null default 0 check (repeats in (0, 1)),
     payment_no integer references payment (no),
     match_rule text,
     cycle_number integer,
     expected_halalas integer,
     status_before text,
     status_after text,
     effect text check (effect in ('advances', 'unchanged', 'exception')),
     exception_kind text`,
    {
      id: '(select n.id from renumbered n where n.old = bank_line.id)',
      file_no: 'file_no',
      line_no: 'line_no',
      ...Object.fromEntries(columns.map((column) => [column, column])),
    },
  );
  const after = [
    'drop table temp.renumbered',
    `create trigger payment_event_no_update before update on payment_event
     begin select raise(abort, 'payment events are append-only'); end`,
    'alter table bank_file add column event_base integer',
    'alter table bank_file add column undo_base integer',
    // The payments that its lines are about lie between these numbers.
    'alter table bank_file add column first_payment_no integer',
    'alter table bank_file add column last_payment_no integer',
    `update bank_file set (first_payment_no, last_payment_no) = (
       select min(l.payment_no), max(l.payment_no) from bank_line l
       where l.id between bank_file.no * 134217728 and bank_file.no * 134217728 + 134217727)`,
    'create index bank_line_payment on bank_line (payment_no) where payment_no is not null',
    `create index bank_line_reference on bank_line (bank_reference)
     where bank_reference is not null and payment_no is not null`,
    'create index bank_line_uetr on bank_line (uetr) where uetr is not null and payment_no is not null',
    "create index bank_line_unknown on bank_line (fingerprint) where exception_kind = 'unknownId'",
    // Few of a file's lines: those still to be judged, and those that call an officer.
    'create index bank_line_unjudged on bank_line (id) where effect is null',
    'create index bank_line_exception on bank_line (id) where exception_kind is not null',
  ];
  for (const step of after) await sql.raw(step).execute(db);
}
