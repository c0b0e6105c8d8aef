import { sql, type Kysely } from 'kysely';
import { createTable } from '../dialect/sqlite.ts';

/**
 * Cycles, payments and their append-only events. Millions of rows point to payments and cycles, so they do it by number; the
 * id is what leaves the backend.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await createTable(
    db,
    'cycle',
    `id text primary key,
     number integer not null unique,
     month text not null unique,
     pay_date text not null,
     status text not null default 'open' check (status in ('open', 'closed')),
     created_at text not null,
     version integer not null default 1`,
  );
  await createTable(
    db,
    'payment_import',
    `no integer primary key,
     id text not null unique,
     cycle_id text not null references cycle (id),
     list_no integer not null check (list_no > 0),
     file_name text not null,
     sha256 text not null unique,
     encoding text not null,
     mapping text not null check (json_valid(mapping)),
     rows integer not null,
     total_halalas integer not null,
     imported_at text not null,
     imported_by text not null references officer (id),
     unique (cycle_id, list_no)`,
  );
  await createTable(
    db,
    'payment',
    `no integer primary key,
     id text not null unique,
     cycle_number integer not null references cycle (number),
     import_no integer references payment_import (no),
     beneficiary_id text not null references beneficiary (id),
     name_key text not null,
     month text not null,
     kind text not null check (kind in ('regular', 'difference', 'retroactive', 'recovery')),
     amount_halalas integer not null check (amount_halalas >= 0),
     due_halalas integer check (due_halalas >= 0),
     iban text not null,
     bank_code text not null,
     end_to_end_id text not null unique,
     instruction_id text,
     status text not null check (status in ('prepared', 'sent', 'bankAccepted', 'settled', 'credited',
       'rejected', 'returned', 'held', 'cancelled')),
     reason_list text,
     reason_code text,
     live integer default 1 check (live = 1),
     version integer not null default 1`,
  );
  await createTable(
    db,
    'payment_event',
    `seq integer primary key autoincrement,
     payment_no integer not null references payment (no),
     type text not null,
     at text not null,
     effective_on text,
     amount_halalas integer,
     reason_list text,
     reason_code text,
     reason_text text,
     bank_line_id integer,
     officer_id text references officer (id),
     reverses_seq integer references payment_event (seq)`,
  );
  const indexes = [
    // One live attempt for a person, month and kind, whatever the code above does; of those that are over, `live` is null.
    'create unique index payment_one_live on payment (beneficiary_id, month, kind, live)',
    'create unique index payment_instruction on payment (instruction_id) where instruction_id is not null',
    'create index payment_import_kind on payment (import_no, kind)',
    // The list's orders within a cycle; the first also answers every count and sum by itself.
    'create index payment_cycle_status on payment (cycle_number, status, bank_code, amount_halalas)',
    'create index payment_cycle_amount on payment (cycle_number, amount_halalas)',
    'create index payment_cycle_name on payment (cycle_number, name_key)',
    'create index payment_cycle_reference on payment (cycle_number, end_to_end_id)',
    'create index payment_event_payment on payment_event (payment_no, seq)',
    'create unique index payment_event_reversed on payment_event (reverses_seq) where reverses_seq is not null',
    'create index payment_event_line on payment_event (bank_line_id) where bank_line_id is not null',
  ];
  for (const index of indexes) await sql.raw(index).execute(db);
  for (const change of ['update', 'delete']) {
    await sql
      .raw(
        `create trigger payment_event_no_${change} before ${change} on payment_event
         begin select raise(abort, 'payment events are append-only'); end`,
      )
      .execute(db);
  }
}
