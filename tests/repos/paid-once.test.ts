import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ok } from '../../src/domain/shared/result.ts';
import { isoMonth } from '../../src/domain/shared/iso-date.ts';
import type { Client } from '../../src/contract/client.ts';
import { addFamily, dependant, idOf } from './eligibility-branch.ts';
import { listText } from './payment-lists.ts';
import { openBranch, valueOf, type TestBranch } from './open-branch.ts';

const NOVEMBER = isoMonth('2026-11');

let branch: TestBranch;
let officer: Client;
let supervisor: Client;

beforeEach(async () => {
  branch = await openBranch('2026-11-02T08:00:00.000Z');
  officer = await branch.as('officer');
  supervisor = await branch.as('supervisor');
  await addFamily(branch, 1, [dependant('نورة الأولى')]);
  await addFamily(branch, 2, [dependant('نورة الأولى')]);
});
afterEach(() => branch.close());

async function proposed(): Promise<string> {
  const { runId } = valueOf(await officer.entitlement.computeRun({ month: NOVEMBER }));
  valueOf(await officer.entitlement.propose({ runId, expectedVersion: 1 }));
  return runId;
}

async function paid(): Promise<string[]> {
  const rows = await branch.backend.database.reader.db
    .selectFrom('payment')
    .select('beneficiary_id')
    .where('month', '=', NOVEMBER)
    .orderBy('beneficiary_id')
    .execute();
  return rows.map(({ beneficiary_id }) => beneficiary_id);
}

/** Whom the run of a month assessed. */
async function found(month: string): Promise<string[]> {
  const rows = await branch.backend.database.reader.db
    .selectFrom('entitlement as e')
    .innerJoin('eligibility_run as r', 'r.no', 'e.run_no')
    .innerJoin('beneficiary as b', 'b.no', 'e.beneficiary_no')
    .select('b.id')
    .where('r.month', '=', month)
    .orderBy('b.no')
    .execute();
  return rows.map(({ id }) => id);
}

/** A list of November that pays one person. */
async function listed(index: number, amount: string): Promise<void> {
  const finance = await branch.as('finance');
  const path = branch.write('list.csv', listText([{ index, amount }]));
  const { sha256, encoding, mapping } = valueOf(await finance.payments.previewList({ path }));
  valueOf(await finance.payments.importList({ path, sha256, encoding, mapping }));
}

/** Points the second file to the first, as an approved merge does. */
async function merge(): Promise<void> {
  await branch.backend.database.transact(async (tx) => {
    await tx.db
      .insertInto('duplicate_scan')
      .values({
        at: '2026-11-02T08:00:00.000Z',
        officer_id: sql<string>`(select id from officer limit 1)`,
        files: 2,
        compared: 1,
        found: 1,
        crowded: 0,
      })
      .execute();
    await sql`insert into duplicate_pair (id, one_no, other_no, score, grounds, scan_no, found_at, status)
      select 'pair', a.no, b.no, 90, '[]', 1, '2026-11-02T08:00:00.000Z', 'merged'
      from beneficiary a, beneficiary b where a.id = ${idOf(1)} and b.id = ${idOf(2)}`.execute(
      tx.db,
    );
    await sql`insert into file_merge (id, pair_id, kept_id, left_id, status, reason, proposed_at, proposed_by,
      decided_at, decided_by) select 'merge', 'pair', ${idOf(1)}, ${idOf(2)}, 'merged', '', '2026-11-02', min(id),
      '2026-11-02', max(id) from officer`.execute(tx.db);
    await sql`update beneficiary set merged_into = ${idOf(1)} where id = ${idOf(2)}`.execute(tx.db);
    return ok(null);
  });
}

describe('between computing a month and approving it', () => {
  it('who was refused, withdrew or is studied anew is not paid, and is listed', async () => {
    const runId = await proposed();
    await branch.run(`update beneficiary set eligibility = 'ineligible' where id = '${idOf(2)}'`);
    const done = valueOf(await supervisor.entitlement.approve({ runId, expectedVersion: 2 }));
    expect(done).toMatchObject({ payments: 1, notPlanned: 1 });
    expect(await paid()).toEqual([idOf(1)]);
    const { rows } = valueOf(await officer.entitlement.obstacles({ runId }));
    expect(rows).toMatchObject([{ beneficiaryId: idOf(2), kind: 'stopped' }]);
  });

  it('a file that was merged is not paid, and the other one once', async () => {
    const runId = await proposed();
    await merge();
    const done = valueOf(await supervisor.entitlement.approve({ runId, expectedVersion: 2 }));
    expect(done).toMatchObject({ payments: 1 });
    expect(await paid()).toEqual([idOf(1)]);
  });
});

describe('a month that a settlement paid', () => {
  it('is not paid once more by a run that comes after it', async () => {
    const runId = await proposed();
    await branch.run(`insert into cycle (id, number, month, pay_date, created_at)
      values ('${idOf(90)}', 60, '2026-12', '2026-12-01', '2026-11-01')`);
    await branch.run(`insert into payment (id, cycle_number, beneficiary_id, name_key, programme_no, month, kind,
      amount_halalas, iban, bank_code, end_to_end_id, status) select '${idOf(91)}', 60, id, name_key, 1, '2026-11',
      'difference', 198000, 'SA0380000000608010167519', '80', 'E1', 'prepared' from beneficiary where id = '${idOf(2)}'`);
    const done = valueOf(await supervisor.entitlement.approve({ runId, expectedVersion: 2 }));
    expect(done).toMatchObject({ payments: 1, notPlanned: 1 });
    expect(await paid()).toEqual([idOf(1), idOf(2)]);
    const { rows } = valueOf(await officer.entitlement.obstacles({ runId }));
    expect(rows).toMatchObject([{ beneficiaryId: idOf(2), kind: 'paidOtherwise' }]);
  });
});

describe('a person of two files', () => {
  it('is owed nothing by the one what the other was paid', async () => {
    await listed(2, '1980.00');
    await merge();
    const person = valueOf(await officer.settlements.person({ beneficiaryId: idOf(1) }));
    expect(person.months).toMatchObject([{ month: NOVEMBER, due: 198_000, paid: 198_000 }]);
    expect(person.sums.owed).toBe(0);
  });

  it('is not paid by the one what the other was paid for the month', async () => {
    await listed(2, '1980.00');
    await merge();
    const runId = await proposed();
    const done = valueOf(await supervisor.entitlement.approve({ runId, expectedVersion: 2 }));
    expect(done).toMatchObject({ payments: 0, notPlanned: 1 });
    expect(await paid()).toEqual([idOf(2)]);
    const { rows } = valueOf(await officer.entitlement.obstacles({ runId }));
    expect(rows.map(({ beneficiaryId, kind }) => [beneficiaryId, kind])).toContainEqual([
      idOf(1),
      'otherFile',
    ]);
  });
});

describe('whoever is accepted', () => {
  it('is paid from the month after, whatever was known of his household before (REG 22)', async () => {
    await branch.run(`insert into application (id, number, programme, beneficiary_id, known, eligibility_before,
      national_id, channel, status, started_on, started_by, submitted_on, revision, proposal, proposed_by, proposed_on,
      decided_by, decided_on, effective_from, pension_halalas, standing, created_at)
      select '${idOf(80)}', 'A1', 'PENSION', '${idOf(2)}', 1, 'ineligible', '1010101010', 'branch', 'finalApproval',
      '2026-10-01', min(id), '2026-10-01', 1, '{}', min(id), '2026-11-01', max(id), '2026-11-01', '2026-12', 198000, 3,
      '2026-10-01' from officer`);
    await proposed();
    expect(await found(NOVEMBER)).toEqual([idOf(1)]);
    valueOf(await officer.entitlement.computeRun({ month: isoMonth('2026-12') }));
    expect(await found(isoMonth('2026-12'))).toEqual([idOf(1), idOf(2)]);
  });
});

describe('by the database', () => {
  it('nobody approves what he proposed by saying that another did', async () => {
    await proposed();
    const forged = `update eligibility_run set status = 'approved', approved_at = proposed_at, approved_by = proposed_by,
      proposed_by = (select id from officer where id <> eligibility_run.proposed_by limit 1),
      cycle_id = (select id from cycle limit 1)`;
    await branch.run(
      `insert into cycle (id, number, month, pay_date, created_at) values ('c', 59, '2026-11', '2026-11-01', '2026-11-01')`,
    );
    await expect(branch.run(forged)).rejects.toThrow('only what stands proposed');
  });

  it('nobody takes what another proposed for his own, to approve it himself', async () => {
    const refused = 'only what stands proposed';
    await branch.run(`insert into recovery (id, number, beneficiary_id, status, state, total_halalas, given_halalas,
      proposed_by, created_at) select 'r', 'R1', '${idOf(1)}', 'awaitingApproval', '{}', 1, 0, max(id), 't' from officer`);
    const other = '(select min(id) from officer)';
    await expect(
      branch.run(
        `update recovery set status = 'toNotify', approved_by = proposed_by, proposed_by = ${other}`,
      ),
    ).rejects.toThrow(refused);
    await merge();
    await branch.run(`update beneficiary set merged_into = null where id = '${idOf(2)}'`);
    await branch.run(
      `update file_merge set status = 'undone', undone_at = 't', undone_by = decided_by`,
    );
    await expect(
      branch.run(`update file_merge set status = 'merged', undone_at = null, undone_by = null`),
    ).rejects.toThrow(refused);
  });

  it('no setting is approved by whoever recorded it', async () => {
    await branch.run(`insert into setting (key, valid_from, value, recorded_at, recorded_by, needs_approval)
      select 'pensionRates', '2027-01-01', '{"head":1,"dependant":1}', 't', min(id), 1 from officer`);
    await expect(
      branch.run(`insert into setting_decision (setting_no, decision, decided_at, decided_by)
        select max(no), 'approved', 't', (select min(id) from officer) from setting`),
    ).rejects.toThrow('nobody approves what he proposed');
  });
});
