import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connect, kyselyOf } from '../../src/backend/db/dialect/sqlite.ts';
import { MIGRATIONS, migratorFor } from '../../src/backend/db/migrations/migrations.ts';

/** What each migration adds: changing a shipped migration must turn this red. */
const ADDED = {
  '0001-staff': ['audit_entry', 'officer', 'serial', 'setting'],
  '0002-registry': [
    'bank_account',
    'beneficiary',
    'household_member',
    'income',
    'search_subject',
    'search_words',
  ],
  '0003-payments': ['cycle', 'payment', 'payment_event', 'payment_import'],
  '0004-reconciliation': ['bank_file', 'bank_line', 'reconciliation_exception'],
  '0005-complaints': ['complaint', 'complaint_event', 'complaint_month'],
  '0006-objections': ['objection', 'objection_event', 'objection_reason', 'refusal_reason'],
  '0007-letters-and-documents': ['document', 'letter', 'letter_event'],
  '0008-runs': ['cycle_event', 'payment_explanation', 'payment_proposal', 'programme'],
  '0009-resume': [
    'application_withdrawal',
    'life_case',
    'life_case_event',
    'life_case_hold',
    'resume_case',
    'resume_case_event',
  ],
  '0010-mappings': ['bank_file_mapping', 'table_mapping', 'table_mapping_version'],
  '0011-reason-codes': ['follow_up', 'follow_up_exception', 'reason_code', 'reason_code_version'],
  '0012-statements': ['arrived_file', 'bank_statement', 'entry_difference', 'statement_exception'],
  '0013-lean-lines': [],
  '0014-settings': ['setting_decision'],
  '0015-strangers': [],
  '0019-deliveries': ['delivery', 'delivery_account', 'delivery_event'],
  '0016-letter-templates': ['letter_template'],
  '0017-letter-register': ['letter_draft'],
  '0018-letter-batches': ['letter_batch', 'letter_batch_item'],
  '0020-document-contents': [],
  '0021-letter-seals': ['letter_copy', 'letter_key', 'letter_seal'],
  '0022-print-jobs': ['print_job', 'print_job_event', 'print_job_item'],
  '0023-household-facts': ['household_fact', 'registry_change', 'search_token'],
  '0024-eligibility-runs': [
    'calculation',
    'eligibility_change',
    'eligibility_obstacle',
    'eligibility_run',
    'eligibility_run_event',
    'entitlement',
    'entitlement_rules',
  ],
  '0025-applications': ['application', 'application_event', 'application_intake'],
  '0026-settlements': [
    'recovery',
    'recovery_deduction',
    'recovery_event',
    'settlement',
    'settlement_check',
    'settlement_event',
  ],
  '0027-duplicates-and-records': [
    'dependant_twice',
    'duplicate_pair',
    'duplicate_pair_event',
    'duplicate_scan',
    'file_merge',
    'record_bad_row',
    'record_batch',
    'record_difference',
    'update_request',
  ],
  '0028-programme-terms': ['programme_terms'],
} as const satisfies Record<keyof typeof MIGRATIONS, readonly string[]>;

const NAMES = Object.keys(MIGRATIONS) as (keyof typeof MIGRATIONS)[];
let folder: string;
let connection: ReturnType<typeof connect>;
let db: Kysely<never>;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'insaf-migrations-'));
  connection = connect(path.join(folder, 'insaf.db'));
  db = kyselyOf<never>(connection);
});
afterEach(async () => {
  await db.destroy();
  rmSync(folder, { recursive: true, force: true });
});

function tables(): string[] {
  return connection
    .prepare(
      `select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'
       and name not like 'kysely_%' and name not like 'search_words_%' order by name`,
    )
    .pluck()
    .all()
    .map(String);
}

describe.each(NAMES.map((name, index) => [name, index] as const))('migration %s', (name, index) => {
  it('adds its tables to those before it', async () => {
    const before = NAMES[index - 1];
    if (before) await migratorFor(db).migrateTo(before);
    const known = new Set(tables());
    const { error } = await migratorFor(db).migrateTo(name);
    expect(error).toBeUndefined();
    expect(tables().filter((table) => !known.has(table))).toEqual([...ADDED[name]].sort());
  });

  it('that fails half-way leaves the database as it was', async () => {
    const before = NAMES[index - 1];
    if (before) await migratorFor(db).migrateTo(before);
    const known = tables();
    const failing = new Migrator({
      db,
      provider: {
        getMigrations: () =>
          Promise.resolve({
            ...MIGRATIONS,
            [name]: {
              up: async (tx: Kysely<never>) => {
                await MIGRATIONS[name].up(tx);
                throw new Error('power failed');
              },
            },
          }),
      },
    });
    const { error } = await failing.migrateTo(name);
    expect(String(error)).toContain('power failed');
    expect(tables()).toEqual(known);
  });
});

describe('the whole schema', () => {
  it('declares every table strict, with every column checked by the database', async () => {
    await migratorFor(db).migrateToLatest();
    const loose = connection
      .prepare(
        `select name from pragma_table_list
         where schema = 'main' and type = 'table' and strict = 0
         and name not like 'sqlite_%' and name not like 'kysely_%'`,
      )
      .pluck()
      .all();
    expect(loose).toEqual([]);
  });

  it('is brought up to date once; a second start changes nothing', async () => {
    await migratorFor(db).migrateToLatest();
    const { results } = await migratorFor(db).migrateToLatest();
    expect(results).toEqual([]);
  });
});

describe('runs', () => {
  it('take over the lists that were imported before them, with the payments that point to them', async () => {
    await migratorFor(db).migrateTo('0007-letters-and-documents');
    connection.exec(`
      insert into officer (id, username, full_name, role, password_hash, created_at)
        values ('o', 'o', 'O', 'finance', 'x', 't');
      insert into cycle (id, number, month, pay_date, created_at) values ('c', 1, '2026-01', '2026-01-01', 't');
      insert into payment_import values (7, 'i', 'c', 1, 'l.csv', 's', 'utf-8', '{}', 1, 5, 't', 'o');
      insert into beneficiary (id, national_id, full_name, name_key, eligibility, created_at)
        values ('b', '1', 'B', 'b', 'eligible', 't');
      insert into payment (id, cycle_number, import_no, beneficiary_id, name_key, month, kind, amount_halalas,
        iban, bank_code, end_to_end_id, status)
        values ('p', 1, 7, 'b', 'b', '2026-01', 'regular', 5, 'x', '80', 'e', 'sent');`);
    const { error } = await migratorFor(db).migrateToLatest();
    expect(error).toBeUndefined();
    expect(connection.pragma('foreign_key_check')).toEqual([]);
    expect(
      connection
        .prepare(
          `select p.import_no, p.programme_no, i.origin, i.status, i.sent_by
           from payment p join payment_import i on i.no = p.import_no`,
        )
        .get(),
    ).toEqual({ import_no: 7, programme_no: 1, origin: 'import', status: 'sent', sent_by: 'o' });
  });
});
