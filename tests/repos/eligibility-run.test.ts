import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { recompute } from '../../src/backend/app/entitlement/recompute.ts';
import { readRepos } from '../../src/backend/db/repos/repos.ts';
import type { Client } from '../../src/contract/client.ts';
import { isoMonth } from '../../src/domain/shared/iso-date.ts';
import { addFamily, changeFamily, dependant, idOf, wage } from './eligibility-branch.ts';
import { openBranch, valueOf, type TestBranch } from './open-branch.ts';
import { listText } from './payment-lists.ts';

const NOVEMBER = isoMonth('2026-11');
const DECEMBER = isoMonth('2026-12');

const CHILDREN = ['نورة سعد', 'سلمان سعد', 'ريم سعد', 'هند سعد'];

let branch: TestBranch;
let officer: Client;
let supervisor: Client;
let finance: Client;

beforeEach(async () => {
  branch = await openBranch('2026-11-02T08:00:00.000Z');
  officer = await branch.as('officer');
  supervisor = await branch.as('supervisor');
  finance = await branch.as('finance');
});
afterEach(() => branch.close());

/** Three families: without income, with some, and with too much. */
async function threeFamilies(): Promise<void> {
  await addFamily(branch, 1, [dependant('نورة الأولى'), dependant('سلمان الثاني')]);
  await addFamily(branch, 2, [dependant('نورة الأولى'), wage(200_000)]);
  await addFamily(branch, 3, [dependant('نورة الأولى'), wage(500_000)]);
}

async function computed(month = NOVEMBER) {
  const { runId, totals } = valueOf(await officer.entitlement.computeRun({ month }));
  return { runId, totals };
}

async function approved(month = NOVEMBER): Promise<string> {
  const { runId } = await computed(month);
  valueOf(await officer.entitlement.propose({ runId, expectedVersion: 1 }));
  valueOf(await supervisor.entitlement.approve({ runId, expectedVersion: 2 }));
  return runId;
}

const shown = async (id: string) => valueOf(await officer.entitlement.run({ id }));
const changesOf = async (runId: string) =>
  valueOf(await officer.entitlement.changes({ runId })).rows;

async function importList(rows: Parameters<typeof listText>[0]): Promise<string> {
  const file = branch.write('list.csv', listText(rows));
  const { sha256, encoding, mapping } = valueOf(await finance.payments.previewList({ path: file }));
  const input = { path: file, sha256, encoding, mapping };
  return valueOf(await finance.payments.importList(input)).cycleId;
}

async function paymentsOf(month = NOVEMBER) {
  const cycles = valueOf(await finance.payments.cycles({}));
  const cycle = cycles.find((one) => one.month === month);
  if (!cycle) return [];
  return valueOf(await finance.payments.list({ cycleId: cycle.id, sort: 'name' })).rows;
}

describe('computing a month', () => {
  it('finds what every household is due, and adds it up', async () => {
    await threeFamilies();
    const { totals } = await computed();
    expect(totals).toMatchObject({ households: 3, eligible: 2, ineligible: 1, calculated: 3 });
    // 1,320 + 2 x 660; 1,320 + 660 - half of 2,000.
    expect(totals.pension).toBe(264_000 + 98_000);
  });

  it('keeps the sum of each household with its working, which the same household makes again', async () => {
    await threeFamilies();
    const runId = await approved();
    const repos = readRepos(branch.backend.database.reader);
    const stored = await repos.entitlement.used(idOf(2), NOVEMBER);
    expect(stored).toMatchObject({ month: NOVEMBER, runId, knownAt: 3 });
    expect(stored?.calculation.pension).toBe(98_000);
    const again = await recompute({ repos }, idOf(2), NOVEMBER, stored?.knownAt ?? null);
    expect(again?.input).toEqual(stored?.input);
    expect(again?.calculation).toEqual(stored?.calculation);
    expect(await repos.entitlement.months(idOf(2))).toMatchObject([
      { month: NOVEMBER, pension: 98_000, runId },
    ]);
  });

  it('writes a sum down once while it says the same', async () => {
    await threeFamilies();
    await approved(NOVEMBER);
    const { runId, totals } = await computed(DECEMBER);
    expect(totals).toMatchObject({ calculated: 0, changed: 0, households: 3 });
    expect(totals.before).toEqual({ eligible: 2, pension: totals.pension });
    expect((await shown(runId)).run.comparedWith).toEqual({ kind: 'run', month: NOVEMBER });
  });

  it('is refused for a month that has a run, is too far ahead, or is closed', async () => {
    await threeFamilies();
    await computed();
    const again = await officer.entitlement.computeRun({ month: NOVEMBER });
    expect(again).toMatchObject({
      error: { code: 'ELIGIBILITY_RUN_EXISTS', details: { month: NOVEMBER, status: 'computed' } },
    });
    const far = await officer.entitlement.computeRun({ month: isoMonth('2027-01') });
    expect(far).toMatchObject({ error: { code: 'MONTH_TOO_FAR', details: { last: DECEMBER } } });
    const early = await officer.entitlement.computeRun({ month: isoMonth('2021-12') });
    expect(early).toMatchObject({ error: { code: 'CYCLE_BEFORE_FIRST' } });
    expect(await supervisor.entitlement.computeRun({ month: DECEMBER })).toMatchObject({
      ok: true,
    });
  });

  it('leaves nothing when it is cancelled, and nothing when it was broken off', async () => {
    await threeFamilies();
    const tables = ['calculation', 'entitlement', 'eligibility_change', 'eligibility_run'];
    const before = await branch.tablesDigest(tables);
    const controller = new AbortController();
    const cancelled = await officer.entitlement.computeRun(
      { month: NOVEMBER },
      { signal: controller.signal, onProgress: () => controller.abort() },
    );
    expect(cancelled).toMatchObject({ error: { code: 'CANCELLED' } });
    expect(await branch.tablesDigest(tables)).toBe(before);

    await branch.run(`insert into eligibility_run (id, month, pay_date, status, rules_no, known_at, compared,
      compared_month, made_at, made_by) select '${idOf(99)}', '2026-11', '2026-11-01', 'computing', no, 3, 'payments',
      '2026-10', '2026-11-02T08:00:00.000Z', (select id from officer limit 1) from entitlement_rules`);
    await branch.reopen();
    expect(await branch.tablesDigest(tables)).toBe(before);
  });

  it('is refused where nobody is known', async () => {
    const none = await officer.entitlement.computeRun({ month: NOVEMBER });
    expect(none).toMatchObject({ error: { code: 'NO_HOUSEHOLDS' } });
    await threeFamilies();
    expect((await computed()).totals.households).toBe(3);
  });
});

describe('what changed since the month before', () => {
  beforeEach(threeFamilies);

  it('is told by its cause, with what moves the pension in words', async () => {
    await approved(NOVEMBER);
    await changeFamily(branch, idOf(1), [dependant('ريم الثالثة', '2026-11-01', '2026-11-01')]);
    await changeFamily(branch, idOf(2), [wage(100_000, '2026-11-10')]);
    await changeFamily(branch, idOf(3), [{ action: 'remove', record: 4 }]);
    await addFamily(branch, 4, []);
    const { runId, totals } = await computed(DECEMBER);
    const { causes } = await shown(runId);
    expect(causes).toEqual(
      expect.arrayContaining([
        { cause: 'dependantAdded', reason: '', count: 1, before: 264_000, after: 330_000 },
        { cause: 'income', reason: '', count: 1, before: 98_000, after: 48_000 },
        { cause: 'new', reason: '', count: 2, before: 0, after: 198_000 + 132_000 },
      ]),
    );
    expect(causes).toHaveLength(3);
    const moved = causes.reduce((sum, { before, after }) => sum + after - before, 0);
    expect(totals.pension - totals.before.pension).toBe(moved);
    const income = (await changesOf(runId)).find(({ cause }) => cause === 'income');
    expect(income?.causes).toMatchObject([{ code: 'income.changed', amount: -50_000 }]);
  });

  it('says of who is not eligible any more why, and pays him nothing', async () => {
    await approved(NOVEMBER);
    await changeFamily(branch, idOf(1), [wage(900_000, '2026-11-10')]);
    const runId = await approved(DECEMBER);
    expect(await changesOf(runId)).toMatchObject([
      { beneficiaryId: idOf(1), cause: 'ineligible', reason: 'income', before: 264_000, after: 0 },
    ]);
    const paid = (await paymentsOf(DECEMBER)).map(({ beneficiaryId }) => beneficiaryId);
    expect(paid).toEqual([idOf(2)]);
  });

  it('knows who is back, who has died and who was stopped', async () => {
    await approved(NOVEMBER);
    await changeFamily(branch, idOf(1), [wage(900_000, '2026-11-10')]);
    await approved(DECEMBER);
    branch.setNow('2026-12-27T08:00:00.000Z');
    officer = await branch.as('officer');
    await branch.run(`update beneficiary set eligibility = 'ineligible' where id = '${idOf(2)}'`);
    await changeFamily(branch, idOf(1), [{ action: 'remove', record: 5 }]);
    const { runId } = await computed(isoMonth('2027-01'));
    const causes = new Map((await changesOf(runId)).map((row) => [row.beneficiaryId, row.cause]));
    expect(causes).toEqual(
      new Map([
        [idOf(1), 'back'],
        [idOf(2), 'stopped'],
      ]),
    );
  });

  it('is held against what was paid where no run stands', async () => {
    await importList([
      { index: 1, amount: '2640.00', month: '2026-10' },
      { index: 2, amount: '1000.00', month: '2026-10' },
      { index: 7, amount: '1320.00', month: '2026-10' },
    ]);
    const { runId } = await computed(NOVEMBER);
    expect((await shown(runId)).run.comparedWith).toEqual({ kind: 'payments', month: '2026-10' });
    const rows = await changesOf(runId);
    expect(rows.map(({ cause, before, after }) => [cause, before, after])).toEqual(
      expect.arrayContaining([
        ['paidOtherwise', 100_000, 98_000],
        ['unknown', 132_000, 0],
      ]),
    );
    expect(rows).toHaveLength(2);
  });
});

describe('four eyes', () => {
  beforeEach(threeFamilies);

  it('lets nobody approve what he proposed', async () => {
    const { runId } = valueOf(await supervisor.entitlement.computeRun({ month: NOVEMBER }));
    valueOf(await supervisor.entitlement.propose({ runId, expectedVersion: 1 }));
    const own = await supervisor.entitlement.approve({ runId, expectedVersion: 2 });
    expect(own).toMatchObject({ error: { code: 'PROPOSED_BY_YOU' } });
    expect(await officer.entitlement.approve({ runId, expectedVersion: 2 })).toMatchObject({
      error: { code: 'NOT_PERMITTED' },
    });
    expect(await paymentsOf()).toEqual([]);
    valueOf(await finance.entitlement.approve({ runId, expectedVersion: 2 }));
    expect(await paymentsOf()).toHaveLength(2);
  });

  it('is kept by the database too', async () => {
    const { runId } = await computed();
    valueOf(await officer.entitlement.propose({ runId, expectedVersion: 1 }));
    const approve = `insert into eligibility_run_event (run_no, type, at, officer_id)
      select no, 'approved', '2026-11-02T09:00:00.000Z', proposed_by from eligibility_run`;
    await expect(branch.run(approve)).rejects.toThrow('nobody approves what he proposed');
    const own = `update eligibility_run set status = 'approved', approved_at = proposed_at, approved_by = proposed_by,
      cycle_id = (select id from cycle)`;
    await expect(branch.run(own)).rejects.toThrow(/constraint/i);
    for (const table of ['eligibility_run_event', 'entitlement', 'calculation'])
      await expect(branch.run(`delete from ${table}`)).rejects.toThrow(/kept|append-only/);
  });

  it('refuses to approve twice, and to approve what is not proposed', async () => {
    const runId = await approved();
    const twice = await finance.entitlement.approve({ runId, expectedVersion: 3 });
    expect(twice).toMatchObject({
      error: { code: 'ELIGIBILITY_RUN_STATUS', details: { status: 'approved' } },
    });
    expect(await paymentsOf()).toHaveLength(2);
    expect(await officer.entitlement.computeRun({ month: NOVEMBER })).toMatchObject({
      error: { code: 'ELIGIBILITY_RUN_EXISTS', details: { status: 'approved' } },
    });
    const { runId: other } = await computed(DECEMBER);
    expect(await finance.entitlement.approve({ runId: other, expectedVersion: 1 })).toMatchObject({
      error: { code: 'ELIGIBILITY_RUN_STATUS', details: { status: 'computed' } },
    });
  });

  it('sends back for another look, and sets aside what is computed anew', async () => {
    const { runId } = await computed();
    valueOf(await officer.entitlement.propose({ runId, expectedVersion: 1 }));
    const reason = 'يُراجع الدخل';
    valueOf(await supervisor.entitlement.sendBack({ runId, expectedVersion: 2, reason }));
    valueOf(await officer.entitlement.discard({ runId, expectedVersion: 3, reason }));
    const again = await computed();
    expect(again.totals.households).toBe(3);
    const { runs } = valueOf(await officer.entitlement.runs({}));
    expect(runs.map(({ status }) => status)).toEqual(['computed', 'discarded']);
    const { events } = await shown(runId);
    expect(events.map(({ type }) => type)).toEqual([
      'computed',
      'proposed',
      'sentBack',
      'discarded',
    ]);
    await expect(branch.tablesDigest(['entitlement'])).resolves.toBeTruthy();
    const rows = await branch.backend.database.reader.db
      .selectFrom('entitlement')
      .select('run_no')
      .execute();
    expect(new Set(rows.map(({ run_no }) => run_no)).size).toBe(1);
  });
});

describe('a run that the registry has left behind', () => {
  beforeEach(threeFamilies);

  it('says how many households were changed since, and is approved only by who knows it', async () => {
    const { runId } = await computed();
    expect((await shown(runId)).stale).toBeNull();
    const last = await changeFamily(branch, idOf(1), [wage(100_000)]);
    valueOf(await officer.entitlement.propose({ runId, expectedVersion: 1 }));
    expect((await shown(runId)).stale).toEqual({
      lastChange: last,
      changes: 1,
      households: 1,
      rules: false,
    });
    const approve = { runId, expectedVersion: 2 };
    expect(await supervisor.entitlement.approve(approve)).toMatchObject({
      error: { code: 'ELIGIBILITY_RUN_STALE', details: { changes: 1, households: 1 } },
    });
    valueOf(await supervisor.entitlement.approve({ ...approve, acceptStale: true }));
    expect((await paymentsOf())[0]?.amount).toBe(264_000);
  });
});

describe('the payments of an approved run', () => {
  it('stand prepared in the cycle, to the account of the day, and say what is due', async () => {
    await threeFamilies();
    await approved();
    expect(await paymentsOf()).toMatchObject([
      { beneficiaryId: idOf(1), amount: 264_000, kind: 'regular', status: 'prepared' },
      { beneficiaryId: idOf(2), amount: 98_000, kind: 'regular', status: 'prepared' },
    ]);
    const rows = await branch.backend.database.reader.db
      .selectFrom('payment')
      .select(['amount_halalas', 'due_halalas'])
      .execute();
    expect(rows.every((row) => row.amount_halalas === row.due_halalas)).toBe(true);
    await branch.mustVerify();
    const [cycle] = valueOf(await finance.payments.cycles({}));
    const run = await finance.payments.makeRun({ cycleId: cycle?.id ?? '', programme: 'PENSION' });
    expect(valueOf(run)).toMatchObject({ payments: 2, amount: 362_000 });
  });

  it('are not made for who has no account or has died, who are listed instead', async () => {
    await addFamily(branch, 1, [dependant('نورة الأولى')]);
    await addFamily(branch, 2, [dependant('نورة الأولى')], { account: false });
    await addFamily(branch, 3, [dependant('نورة الأولى')]);
    const { runId } = await computed();
    expect((await shown(runId)).obstacles).toMatchObject([{ kind: 'noAccount', count: 1 }]);
    valueOf(await officer.entitlement.propose({ runId, expectedVersion: 1 }));
    await branch.run(`update beneficiary set deceased_on = '2026-11-01' where id = '${idOf(3)}'`);
    const done = valueOf(await supervisor.entitlement.approve({ runId, expectedVersion: 2 }));
    expect(done).toMatchObject({ payments: 1, notPlanned: 2 });
    const listed = valueOf(
      await officer.entitlement.obstacles({ runId, sort: 'name', descending: false }),
    );
    expect(listed.rows.map(({ beneficiaryId, kind }) => [beneficiaryId, kind])).toEqual([
      [idOf(2), 'noAccount'],
      [idOf(3), 'deceased'],
    ]);
  });

  it('are not made twice where the list of the month was imported, and differences are shown', async () => {
    await threeFamilies();
    await addFamily(branch, 4, []);
    await importList([
      { index: 1, amount: '2640.00' },
      { index: 2, amount: '1000.00' },
      { index: 3, amount: '1320.00' },
      { index: 8, amount: '1320.00' },
    ]);
    const { runId } = await computed();
    const kinds = (await shown(runId)).obstacles.map(({ kind, count }) => [kind, count]);
    expect(new Map(kinds as [string, number][])).toEqual(
      new Map([
        ['listDiffers', 1],
        ['listNotDue', 1],
        ['listUnknown', 1],
      ]),
    );
    valueOf(await officer.entitlement.propose({ runId, expectedVersion: 1 }));
    const done = valueOf(await supervisor.entitlement.approve({ runId, expectedVersion: 2 }));
    expect(done.payments).toBe(1);
    const rows = await branch.backend.database.reader.db
      .selectFrom('payment')
      .innerJoin('beneficiary', 'beneficiary.id', 'payment.beneficiary_id')
      .select(['payment.amount_halalas', 'payment.due_halalas'])
      .orderBy('beneficiary.national_id')
      .execute();
    expect(rows.map((row) => [row.amount_halalas, row.due_halalas])).toEqual([
      [264_000, 264_000],
      [100_000, 98_000],
      [132_000, 0],
      [132_000, 132_000],
      [132_000, null],
    ]);
  });
});

describe('whatever households there are', () => {
  it('the sum of a run is the sum of its households, and its causes are its whole difference', async () => {
    const family = fc.record({
      dependants: fc.nat(4),
      wage: fc.option(fc.integer({ min: 1, max: 600_000 })),
      later: fc.option(fc.integer({ min: 1, max: 600_000 })),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(family, { minLength: 1, maxLength: 6 }), async (families) => {
        const own = await openBranch('2026-11-02T08:00:00.000Z');
        try {
          const api = await own.as('officer');
          const other = await own.as('supervisor');
          for (const [index, { dependants, wage: sum }] of families.entries()) {
            const people = Array.from({ length: dependants }, (_, place) =>
              dependant(CHILDREN[place] ?? ''),
            );
            await addFamily(own, index + 1, sum === null ? people : [...people, wage(sum)]);
          }
          const first = valueOf(await api.entitlement.computeRun({ month: NOVEMBER }));
          const { runId } = first;
          valueOf(await api.entitlement.propose({ runId, expectedVersion: 1 }));
          valueOf(await other.entitlement.approve({ runId, expectedVersion: 2 }));
          for (const [index, { later }] of families.entries())
            if (later !== null)
              await changeFamily(own, idOf(index + 1), [wage(later, '2026-11-10')]);
          const next = valueOf(await api.entitlement.computeRun({ month: DECEMBER }));
          const { rows } = valueOf(await api.entitlement.changes({ runId: next.runId }));
          const moved = rows.reduce((sum, { before, after }) => sum + after - before, 0);
          expect(next.totals.pension - first.totals.pension).toBe(moved);
          expect(next.totals.before.pension).toBe(first.totals.pension);
          for (const { before, after, causes } of rows)
            if (before > 0)
              expect(causes.reduce((sum, { amount }) => sum + amount, 0)).toBe(after - before);
          const repos = readRepos(own.backend.database.reader);
          let total = 0;
          for (const index of families.keys()) {
            const used = await repos.entitlement.used(idOf(index + 1), NOVEMBER);
            total += used?.calculation.pension ?? 0;
            const lines = used?.calculation.lines ?? [];
            expect(lines.reduce((sum, { amount }) => sum + amount, 0)).toBe(
              used?.calculation.pension,
            );
          }
          expect(total).toBe(first.totals.pension);
        } finally {
          await own.close();
        }
      }),
      { numRuns: 8 },
    );
  }, 120_000);
});
