import { sql, type Kysely } from 'kysely';
import { createClusteredTable, createTable } from '../dialect/sqlite.ts';

/**
 * Calculations, and the monthly runs that use them. A calculation is written down once and used again month after month while
 * it says the same; what each run found lies in the order of households, like their facts. Whoever proposes a run never
 * approves it.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await createTable(
    db,
    'entitlement_rules',
    `no integer primary key,
     rules text not null unique check (json_valid(rules))`,
  );
  await createTable(
    db,
    'eligibility_run',
    `no integer primary key,
     id text not null unique,
     month text not null,
     pay_date text not null,
     status text not null check (status in ('computing', 'computed', 'proposed', 'approved', 'discarded')),
     rules_no integer not null references entitlement_rules (no),
     known_at integer not null,
     compared text not null check (compared in ('run', 'payments')),
     compared_run integer references eligibility_run (no),
     compared_month text not null,
     totals text check (json_valid(totals)),
     made_at text not null,
     made_by text not null references officer (id),
     proposed_at text,
     proposed_by text references officer (id),
     approved_at text,
     approved_by text references officer (id),
     cycle_id text references cycle (id),
     version integer not null default 1,
     check ((compared = 'run') = (compared_run is not null)),
     check ((status = 'computing') = (totals is null) or status = 'discarded'),
     check (status not in ('proposed', 'approved') or proposed_by is not null),
     check ((status = 'approved') = (approved_by is not null)),
     check ((status = 'approved') = (cycle_id is not null)),
     check ((proposed_by is null) = (proposed_at is null)),
     check ((approved_by is null) = (approved_at is null)),
     check (approved_by <> proposed_by)`,
  );
  await createTable(
    db,
    'eligibility_run_event',
    `seq integer primary key autoincrement,
     run_no integer not null references eligibility_run (no),
     type text not null check (type in ('computed', 'proposed', 'sentBack', 'approved', 'discarded')),
     at text not null,
     officer_id text not null references officer (id),
     reason text,
     details text not null default '{}' check (json_valid(details))`,
  );
  await createTable(
    db,
    'calculation',
    `no integer primary key,
     beneficiary_no integer not null,
     rules_no integer not null,
     made_in integer not null,
     input text not null,
     result text not null`,
  );
  // No reference to calculations: each of 300,000 would be looked up. What is used stays, as the triggers say.
  await createClusteredTable(
    db,
    'entitlement',
    `run_no integer not null,
     beneficiary_no integer not null,
     calculation_no integer not null,
     pension_halalas integer not null check (pension_halalas >= 0),
     primary key (run_no, beneficiary_no)`,
  );
  await createClusteredTable(
    db,
    'eligibility_change',
    `run_no integer not null,
     beneficiary_no integer not null,
     cause text not null,
     reason text not null default '',
     before_halalas integer not null check (before_halalas >= 0),
     after_halalas integer not null check (after_halalas >= 0),
     causes text not null default '[]' check (json_valid(causes)),
     primary key (run_no, beneficiary_no)`,
  );
  await createClusteredTable(
    db,
    'eligibility_obstacle',
    `run_no integer not null,
     beneficiary_no integer not null,
     kind text not null,
     due_halalas integer not null check (due_halalas >= 0),
     listed_halalas integer check (listed_halalas >= 0),
     primary key (run_no, beneficiary_no)`,
  );
  const statements = [
    `create unique index eligibility_run_month on eligibility_run (month) where status <> 'discarded'`,
    'create index eligibility_run_event_run on eligibility_run_event (run_no, seq)',
    'create index eligibility_change_cause on eligibility_change (run_no, cause, reason, before_halalas, after_halalas)',
    // What was recorded since a run was computed.
    'create index household_fact_recorded on household_fact (recorded_in)',
    'create index household_fact_superseded on household_fact (superseded_in) where superseded_in is not null',
    ...['update', 'delete'].map(
      (change) =>
        `create trigger eligibility_run_event_no_${change} before ${change} on eligibility_run_event
         begin select raise(abort, 'events of eligibility runs are append-only'); end`,
    ),
    `create trigger eligibility_run_four_eyes before insert on eligibility_run_event
     when new.type = 'approved' and not exists (
       select 1 from eligibility_run_event e where e.run_no = new.run_no and e.type = 'proposed'
         and e.officer_id <> new.officer_id
         and e.seq = (select max(seq) from eligibility_run_event l where l.run_no = new.run_no))
     begin select raise(abort, 'nobody approves what he proposed'); end`,
    `create trigger eligibility_run_stays before update on eligibility_run
     when old.status in ('approved', 'discarded') or new.month <> old.month or new.rules_no <> old.rules_no
       or new.known_at <> old.known_at or new.made_at <> old.made_at or new.made_by <> old.made_by
       or (old.totals is not null and new.totals is not old.totals)
     begin select raise(abort, 'an eligibility run stays as it was computed'); end`,
    `create trigger eligibility_run_approved before update on eligibility_run
     when new.approved_by is not null and old.approved_by is null
       and (old.status <> 'proposed' or new.proposed_by is not old.proposed_by)
     begin select raise(abort, 'only what stands proposed can be approved'); end`,
    `create trigger eligibility_run_kept before delete on eligibility_run when old.status <> 'computing'
     begin select raise(abort, 'eligibility runs are kept'); end`,
    `create trigger calculation_no_update before update on calculation
     begin select raise(abort, 'calculations stay as they were made'); end`,
    `create trigger calculation_kept before delete on calculation
     when not exists (select 1 from eligibility_run where no = old.made_in and status in ('computing', 'discarded'))
     begin select raise(abort, 'calculations are kept'); end`,
    ...['entitlement', 'eligibility_change'].flatMap((table) => [
      `create trigger ${table}_no_update before update on ${table}
       begin select raise(abort, 'what a run found stays as it was'); end`,
      `create trigger ${table}_kept before delete on ${table}
       when not exists (select 1 from eligibility_run where no = old.run_no and status in ('computing', 'discarded'))
       begin select raise(abort, 'what a run found is kept'); end`,
    ]),
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
