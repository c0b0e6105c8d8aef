import { sql, type Kysely } from 'kysely';
import { createTable, recreateTable } from '../dialect/sqlite.ts';

/**
 * Settings are numbered as they are recorded and carry a reason. One that needs a second person, is sent back or withdrawn
 * says so in a row of its own: a recorded value is never written over.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await recreateTable(
    db,
    'setting',
    `no integer primary key autoincrement,
     key text not null,
     valid_from text not null,
     value text not null check (json_valid(value)),
     recorded_at text not null,
     recorded_by text references officer (id),
     reason text,
     needs_approval integer not null default 0 check (needs_approval in (0, 1))`,
    {
      // Rows lie in the order in which they were recorded.
      no: 'rowid',
      key: 'key',
      valid_from: 'valid_from',
      value: 'value',
      recorded_at: 'recorded_at',
      recorded_by: 'recorded_by',
    },
  );
  await createTable(
    db,
    'setting_decision',
    `no integer primary key autoincrement,
     setting_no integer not null references setting (no),
     decision text not null check (decision in ('approved', 'sentBack', 'withdrawn')),
     reason text,
     decided_at text not null,
     decided_by text not null references officer (id),
     unique (setting_no, decision)`,
  );
  await sql
    .raw(
      `create trigger setting_four_eyes before insert on setting_decision
       when new.decision = 'approved'
         and new.decided_by is (select recorded_by from setting where no = new.setting_no)
       begin select raise(abort, 'nobody approves what he proposed'); end`,
    )
    .execute(db);
  for (const table of ['setting', 'setting_decision']) {
    await sql
      .raw(
        `create trigger ${table}_no_update before update on ${table}
         begin select raise(abort, 'settings are append-only'); end`,
      )
      .execute(db);
  }
}
