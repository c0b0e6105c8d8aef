import { sql, type Kysely } from 'kysely';
import { createClusteredTable, createTable } from '../dialect/sqlite.ts';

/**
 * What is known of households in two times: `valid_*` when it held in the world, `recorded_in`/`superseded_in` the changes
 * between which the branch knew it so. Facts are never overwritten: a correction closes one and adds others. They lie in the
 * order of households, so that a whole branch is read in one go.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await createTable(
    db,
    'registry_change',
    `no integer primary key autoincrement,
     at text not null,
     officer_id text references officer (id),
     source text not null check (source in ('application', 'correction', 'governmentRecord', 'merge', 'caseDecision',
       'paymentList', 'founding')),
     reason text not null default '',
     case_type text,
     case_id text,
     check ((case_type is null) = (case_id is null))`,
  );
  await createClusteredTable(
    db,
    'household_fact',
    `beneficiary_no integer not null,
     seq integer not null check (seq > 0),
     record integer not null check (record between 1 and seq),
     kind text not null check (kind in ('household', 'person', 'contact', 'income', 'asset', 'stay', 'dwelling',
       'breach')),
     subject integer not null check (subject >= 0),
     data text not null check (json_valid(data)),
     valid_from text not null,
     valid_to text check (valid_to > valid_from),
     recorded_in integer not null references registry_change (no),
     superseded_in integer references registry_change (no) check (superseded_in >= recorded_in),
     primary key (beneficiary_no, seq)`,
  );
  const statements = [
    // Numbered for what lies in the order of households; the id is what leaves the backend.
    'alter table beneficiary add column no integer',
    'update beneficiary set no = rowid',
    'create unique index beneficiary_no on beneficiary (no)',
    `create trigger beneficiary_numbered after insert on beneficiary when new.no is null
     begin update beneficiary set no = (select coalesce(max(no), 0) + 1 from beneficiary) where id = new.id; end`,
    `create trigger household_fact_stays before update on household_fact
     when old.superseded_in is not null or new.superseded_in is null or new.data is not old.data
       or new.valid_from is not old.valid_from or new.valid_to is not old.valid_to
       or new.recorded_in is not old.recorded_in
     begin select raise(abort, 'what was known stays as it was'); end`,
    `create trigger household_fact_kept before delete on household_fact
     begin select raise(abort, 'what was known stays'); end`,
    ...['update', 'delete'].map(
      (change) =>
        `create trigger registry_change_no_${change} before ${change} on registry_change
         begin select raise(abort, 'changes are append-only'); end`,
    ),
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
