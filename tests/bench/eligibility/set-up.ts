/** A branch with households in facts, and the run of the month before, approved; then some households change. */
import { sql } from 'kysely';
import { jsonRows } from '../../../src/backend/db/dialect/json-rows.ts';
import { idSequence } from '../../../src/backend/app/id-sequence.ts';
import type { Transactor } from '../../../src/backend/db/database.ts';
import { isoMonth } from '../../../src/domain/shared/iso-date.ts';
import { ok } from '../../../src/domain/shared/result.ts';
import { v7 as uuidv7 } from 'uuid';
import { nationalId } from '../../repos/payment-lists.ts';
import { ibanOf, nameOf } from '../reconcile/payments.ts';
import { openBranch, valueOf } from '../reconcile/branch-folder.ts';
import { householdRows, type FactRow } from './households.ts';
import { measured } from './measured.ts';

const [folder = '', count = '0', isFirst = ''] = process.argv.slice(2);
const size = Number(count);
const AT_ONCE = 2000;
const FACT_COLUMNS = [
  'beneficiary_no',
  'seq',
  'record',
  'kind',
  'subject',
  'data',
  'valid_from',
  'valid_to',
  'recorded_in',
];

async function addChange(db: Transactor['db'], at: string): Promise<number> {
  const row = await db
    .insertInto('registry_change')
    .values({ at, officer_id: null, source: 'founding', case_type: null, case_id: null })
    .returning('no')
    .executeTakeFirstOrThrow();
  return row.no;
}

async function addFacts(db: Transactor['db'], rows: readonly FactRow[]): Promise<void> {
  const columns = sql.raw(FACT_COLUMNS.join(', '));
  await sql`insert into household_fact (${columns}) select ${columns} from ${jsonRows(rows, FACT_COLUMNS, 'given')}`.execute(
    db,
  );
}

async function addPeople(db: Transactor['db'], from: number, to: number): Promise<void> {
  const people: [number, string, string, string, string, string][] = [];
  for (let no = from; no <= to; no += 1)
    people.push([no, nextId(), nationalId(no), nameOf(no), ibanOf(no), nextId()]);
  const given = jsonRows(
    people,
    ['no', 'id', 'national_id', 'name', 'iban', 'account_id'],
    'given',
  );
  await sql`
    insert into beneficiary (no, id, national_id, full_name, name_key, eligibility, created_at)
    select no, id, national_id, name, name, 'eligible', '2024-02-01T07:00:00.000Z' from ${given}`.execute(
    db,
  );
  await sql`
    insert into bank_account (id, beneficiary_id, iban, bank_code, valid_from)
    select account_id, id, iban, '80', '2024-02-01' from ${given}`.execute(db);
}

/** Every thirtieth household: an income that ends, rises or begins. */
async function changeSome(db: Transactor['db']): Promise<void> {
  const change = await addChange(db, '2026-11-01T08:00:00.000Z');
  await sql`
    insert into household_fact (beneficiary_no, seq, record, kind, subject, data, valid_from, valid_to, recorded_in)
    select beneficiary_no, max(seq) + 1, max(seq) + 1, 'income', 0,
      json_object('type', 'rent', 'amount', 40000 + 1000 * (beneficiary_no % 90), 'per', 'month'), '2026-11-15', null, ${change}
    from household_fact where beneficiary_no % 30 = 0 group by beneficiary_no`.execute(db);
  await sql`
    update household_fact set superseded_in = ${change}
    where beneficiary_no % 60 = 1 and kind = 'income' and superseded_in is null`.execute(db);
}

const branch = await openBranch(folder, { isNew: true });
const { api, database } = branch;
const nextId = idSequence(() => uuidv7());
let people = 0;
await database.transact(async ({ db }) => ok(await addChange(db, '2024-02-01T08:00:00.000Z')));
for (let from = 1; from <= size; from += AT_ONCE) {
  const to = Math.min(size, from + AT_ONCE - 1);
  const rows: FactRow[] = [];
  for (let no = from; no <= to; no += 1) rows.push(...householdRows(no, 1));
  people += rows.filter(([, , , kind]) => kind === 'person').length;
  await database.transact(async ({ db }) => {
    await addPeople(db, from, to);
    await addFacts(db, rows);
    return ok(null);
  });
}
if (isFirst === 'first') {
  await branch.close();
  console.log(JSON.stringify({ people }));
} else {
  const computed = await measured(() => api.entitlement.computeRun({ month: isoMonth('2026-11') }));
  const { runId } = valueOf(computed.value);
  valueOf(await api.entitlement.propose({ runId, expectedVersion: 1 }));
  await branch.as('supervisor');
  const approved = await measured(() => api.entitlement.approve({ runId, expectedVersion: 2 }));
  valueOf(approved.value);
  await database.transact(async ({ db }) => ok(await changeSome(db)));
  await branch.close();
  const { cpuSeconds: approveCpuSeconds, wallSeconds: approveSeconds } = approved;
  console.log(JSON.stringify({ people, approveCpuSeconds, approveSeconds }));
}
