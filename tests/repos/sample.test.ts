import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from 'kysely';
import { inspectBankFile } from '../../src/backend/bank-files/inspect-bank-file.ts';
import { readPaymentList } from '../../src/backend/bank-files/payment-list/read-payment-list.ts';
import { createBackend, type Backend } from '../../src/backend/create-backend.ts';
import { verifyBranch } from '../../src/cli/verify-branch.ts';
import { createClient, type Client } from '../../src/contract/client.ts';
import type { ApiResult } from '../../src/contract/errors.ts';
import { APPLICATION_STATUSES } from '../../src/domain/applications/application-status.ts';
import { COMPLAINT_STATUSES } from '../../src/domain/complaints/complaint-status.ts';
import { OBJECTION_STATUSES } from '../../src/domain/objections/objection-status.ts';
import { SAMPLE_PASSWORD, type SampleUsername } from '../../src/domain/sample/sample-accounts.ts';
import { isoDate } from '../../src/domain/shared/iso-date.ts';

const TODAY = isoDate('2026-11-22');
const made: string[] = [];

function valueOf<T>(result: ApiResult<T>): T {
  if (result.ok) return result.value;
  throw new Error(`${result.error.code} ${JSON.stringify(result.error.details)}`);
}

function newFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'insaf-sample-'));
  made.push(folder);
  return folder;
}

async function openAt(folder: string): Promise<Backend> {
  return valueOf(
    await createBackend({
      dataFolder: folder,
      resourcesFolder: path.resolve(import.meta.dirname, '../../resources'),
      now: () => new Date(`${TODAY}T08:00:00.000Z`),
      passwordCost: 4,
    }),
  );
}

async function sampleIn(folder: string, seed: number): Promise<Backend> {
  const backend = await openAt(folder);
  const api = createClient(backend);
  valueOf(await api.staff.createSample({ size: 'small', seed, today: TODAY }));
  return backend;
}

async function actAs(backend: Backend, username: SampleUsername): Promise<Client> {
  const api = createClient(backend);
  const { session } = valueOf(await api.staff.signIn({ username, password: SAMPLE_PASSWORD }));
  api.session.set(session);
  return api;
}

/** Everything that the branch holds, salted passwords aside, and every file beside the database. */
async function digestOf(backend: Backend, folder: string): Promise<Record<string, string>> {
  const { db } = backend.database.reader;
  const tables = await sql<{ name: string }>`
    select name from sqlite_schema where type = 'table' and name not like 'sqlite%'
      and name not like 'kysely%' and name not like 'search_words%' order by name`.execute(db);
  const digests: Record<string, string> = {};
  for (const { name } of tables.rows) {
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(name)}`.execute(
      db,
    );
    const kept = rows.map((row) => ({ ...row, password_hash: null }));
    digests[name] = hash(JSON.stringify(kept.map((row) => JSON.stringify(row)).sort()));
  }
  for (const file of filesBelow(path.join(folder, 'sample-files'))) {
    digests[path.relative(folder, file)] = hash(readFileSync(file));
  }
  return digests;
}

const hash = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex');

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

let folder: string;
let backend: Backend;
beforeAll(async () => {
  folder = newFolder();
  backend = await sampleIn(folder, 1);
});
afterAll(async () => {
  await backend.close();
  for (const one of made) rmSync(one, { recursive: true, force: true });
});

describe('a small sample', () => {
  it('is the same for the same seed and day, down to every id, letter and file', async () => {
    const other = newFolder();
    const again = await sampleIn(other, 1);
    try {
      expect(await digestOf(again, other)).toEqual(await digestOf(backend, folder));
    } finally {
      await again.close();
    }
  });

  it('says that it is a sample, and who works there', async () => {
    const start = valueOf(await createClient(backend).staff.firstStart({}));
    expect(start).toMatchObject({ needed: false, branch: 'فرع شمال الرياض (تجريبي)' });
    expect(start.sampleAccounts.map(({ username }) => username).sort()).toEqual(
      ['admin', 'fahad', 'khalid', 'mona', 'noura', 'sara'].sort(),
    );
  });

  it('is refused where a branch is', async () => {
    expect(await createClient(backend).staff.createSample({ size: 'small' })).toMatchObject({
      ok: false,
      error: { code: 'BRANCH_EXISTS' },
    });
  });

  it('holds two hundred people and eight applicants with households, accounts and pensions that fit', async () => {
    const { rows } = await sql<{ people: number; paid: number; unfit: number }>`
      select (select count(*) from beneficiary) as people,
        (select count(distinct beneficiary_id) from payment) as paid,
        (select count(*) from payment where kind = 'regular' and amount_halalas > due_halalas) as unfit
    `.execute(backend.database.reader.db);
    expect(rows[0]).toMatchObject({ people: 208, unfit: 0 });
    expect(rows[0]?.paid).toBeGreaterThan(170);
  });

  it('stands as its events say, letters and all', async () => {
    // Those of the lists, the differences that accepted complaints led to, and what is held for people who may have died.
    const { checked, differences } = await verifyBranch(backend.database, folder);
    expect(differences).toEqual([]);
    expect(checked).toMatchObject({ payments: 607, cases: 45 });
    expect(checked['letters']).toBeGreaterThan(9);
  });

  it('has complaints and objections in every state, some overdue and one due today', async () => {
    const { db } = backend.database.reader;
    const complaints = await db.selectFrom('complaint').selectAll().execute();
    const objections = await db.selectFrom('objection').selectAll().execute();
    const states = new Set(complaints.map(({ status }) => status));
    for (const status of COMPLAINT_STATUSES) {
      if (status !== 'partlyAccepted') expect(states).toContain(status);
    }
    expect(new Set(objections.map(({ status }) => status))).toEqual(new Set(OBJECTION_STATUSES));
    const sara = await actAs(backend, 'sara');
    for (const counts of [
      valueOf(await sara.complaints.counts({})),
      valueOf(await sara.objections.counts({})),
    ]) {
      expect(counts.overdue).toBeGreaterThan(0);
      expect(counts.dueToday).toBeGreaterThan(0);
      expect(counts.mine).toBeGreaterThan(0);
    }
    expect(complaints.some(({ late_reason: reason }) => reason !== null)).toBe(true);
  });

  it('knows of each past month what was due, by a run that another officer approved', async () => {
    const fahad = await actAs(backend, 'fahad');
    const { runs, next } = valueOf(await fahad.entitlement.runs({}));
    expect(next.month).toBe('2026-12');
    expect(runs.map(({ month, status }) => [month, status])).toEqual([
      ['2026-11', 'approved'],
      ['2026-10', 'approved'],
      ['2026-09', 'approved'],
    ]);
    for (const { proposedBy, approvedBy } of runs) expect(approvedBy).not.toBe(proposedBy);
    const { rows } = await sql<{ listed: number; missing: number; twice: number }>`
      select count(*) as listed, sum(e.pension_halalas is not p.due_halalas) as missing,
        count(*) - count(distinct p.beneficiary_id || p.month) as twice
      from payment p join beneficiary b on b.id = p.beneficiary_id
      left join eligibility_run r on r.month = p.month and r.status = 'approved'
      left join entitlement e on e.run_no = r.no and e.beneficiary_no = b.no
      where p.kind = 'regular'`.execute(backend.database.reader.db);
    expect(rows[0]).toMatchObject({ missing: 0, twice: 0 });
    expect(rows[0]?.listed).toBeGreaterThan(500);
  });

  it('owes three corrected households past months, has overpaid a fourth, and is paid back by a fifth', async () => {
    const sara = await actAs(backend, 'sara');
    expect(valueOf(await sara.settlements.counts({}))).toMatchObject({ unchecked: 0 });
    const { rows } = valueOf(await sara.settlements.candidates({}));
    const corrected = rows.filter(({ change }) => change?.source === 'correction');
    const months = corrected.filter(({ owed }) => owed > 0).map((row) => row.months);
    expect(months.toSorted((one, other) => one - other)).toEqual([2, 2, 3]);
    expect(corrected.filter(({ overpaid }) => overpaid > 0)).toMatchObject([{ months: 3 }]);
    const { rows: repaid } = valueOf(await sara.recoveries.list({ view: 'instalments' }));
    expect(repaid).toMatchObject([{ status: 'agreed', total: 180_000, given: 30_000 }]);
  });

  it('has an application in each state, one overdue and one that is paid from the next month on', async () => {
    const sara = await actAs(backend, 'sara');
    const { rows } = valueOf(await sara.applications.list({}));
    const states = rows.map(({ status }) => status).sort();
    expect(states).toEqual(
      [...APPLICATION_STATUSES.filter((one) => one !== 'refusalProposed'), 'review'].sort(),
    );
    expect(valueOf(await sara.applications.counts({}))).toMatchObject({ overdue: 1, drafts: 1 });
    const approved = rows.find(({ status }) => status === 'finalApproval');
    const file = valueOf(await sara.applications.file({ id: approved?.id ?? '' }));
    expect(file.decision).toMatchObject({ from: '2026-12' });
  });

  it('holds a person twice, who applied under another ID, and one account of two people', async () => {
    const sara = await actAs(backend, 'sara');
    const { rows } = valueOf(await sara.duplicates.pairs({}));
    expect(rows.map(({ grounds }) => grounds.join()).sort()).toEqual(['iban', 'likeness']);
  });

  it('was never decided by one person alone, nor tomorrow', async () => {
    const { rows } = await sql<{ at: string; officer_id: string | null }>`
      select at, officer_id from audit_entry order by seq`.execute(backend.database.reader.db);
    const times = rows.map(({ at }) => at);
    expect(times).toEqual([...times].sort());
    expect(times.at(-1)?.slice(0, 10) ?? '').toBe(times.at(-1)?.slice(0, 10));
    expect((times.at(-1) ?? '9999') < `${TODAY}T21:00:00.000Z`).toBe(true);
  });
});

const FOUND_IN_LISTS = {
  civil: [
    'birthDate differs 1',
    'deceasedOn missingHere 1',
    'dependant missingHere 1',
    'person unknownPerson 1',
  ],
  income: ['income differs 2', 'income missingHere 3'],
};

describe('the files of a small sample', () => {
  const file = (month: string, name: string) => path.join(folder, 'sample-files', month, name);

  it('are payment lists that our own reader takes whole, in two encodings', async () => {
    const read = async (month: string, name: string) => {
      const list = await readPaymentList(file(month, name));
      const rows = [];
      for await (const batch of list.rows()) rows.push(...batch);
      expect(list.problems).toEqual([]);
      return { rows, layout: list.layout };
    };
    for (const month of ['2026-09', '2026-10', '2026-11', '2026-12']) {
      expect((await read(month, 'payments.csv')).rows).toHaveLength(200);
    }
    const utf8 = await read('2026-12', 'payments.csv');
    const arabic = await read('2026-12', 'payments-windows-1256.csv');
    expect(arabic.layout.encoding).toBe('windows-1256');
    expect(arabic.rows).toEqual(utf8.rows);
  });

  it('are bank answers that our own reader takes without a warning', async () => {
    for (const month of ['2026-09', '2026-10', '2026-11', '2026-12']) {
      const report = await inspectBankFile(file(month, 'pain.002.xml'));
      expect(report).toMatchObject({ kind: 'pain.002', warnings: [] });
      if ('error' in report) continue;
      for (const code of ['AC01', 'AC04', 'AC06', 'BE01', 'MD07']) {
        expect(report.reasonCounts[code]).toBeGreaterThan(0);
      }
      const notification = await inspectBankFile(file(month, 'camt.054.xml'));
      expect(notification).toMatchObject({ kind: 'camt.054', warnings: [] });
      if (!('error' in notification)) expect(notification.returns).toBeGreaterThan(0);
    }
  });

  it('tell the waiting month so that each kind of exception is met and the sums still agree', async () => {
    const other = newFolder();
    const branch = await sampleIn(other, 5);
    try {
      const finance = await actAs(branch, 'fahad');
      const month = path.join(other, 'sample-files', '2026-12');
      const list = path.join(month, 'payments.csv');
      const { sha256, encoding, mapping } = valueOf(
        await finance.payments.previewList({ path: list }),
      );
      const { cycleId } = valueOf(
        await finance.payments.importList({ path: list, sha256, encoding, mapping }),
      );
      for (const name of ['pain.002.xml', 'pain.002-batch-rejected.xml', 'camt.054.xml']) {
        const preview = await finance.reconciliation.preview({ path: path.join(month, name) });
        const { id, version } = valueOf(preview).file;
        valueOf(await finance.reconciliation.commit({ fileId: id, expectedVersion: version }));
      }
      const totals = valueOf(await finance.reconciliation.totals({ cycleId }));
      expect(totals).toMatchObject({ balances: true, sent: { count: 200 }, open: { count: 0 } });
      const counts = valueOf(await finance.reconciliation.exceptionCounts({ cycleId }));
      const kinds = new Set(counts.map(({ kind }) => kind));
      for (const kind of ['rejected', 'returned', 'amountDiffers', 'duplicateLine'] as const) {
        expect(kinds).toContain(kind);
      }
      expect(kinds).toContain('unknownId');
      expect(kinds).toContain('batchRejected');
    } finally {
      await branch.close();
    }
  });

  it('are lists of two registers that are compared with the branch, each with a row that nobody can read', async () => {
    const sara = await actAs(backend, 'sara');
    for (const kind of ['civil', 'income'] as const) {
      const list = file('registers', `${kind}.csv`);
      const read = valueOf(await sara.governmentRecords.read({ path: list, kind }));
      const { decimalSign, thousandsSign, dateOrder } = read.layout;
      if (decimalSign === null || thousandsSign === null || dateOrder === null) {
        throw new Error('The layout is left open');
      }
      const layout = { ...read.layout, decimalSign, thousandsSign, dateOrder };
      const preview = valueOf(
        await sara.governmentRecords.preview({ path: list, kind, layout, asOf: TODAY }),
      );
      expect(preview).toMatchObject({ badRowCount: 1, importable: true });
      const counts = preview.counts.map(
        ({ field, outcome, count }) => `${field} ${outcome} ${count}`,
      );
      expect(counts.sort()).toEqual(FOUND_IN_LISTS[kind]);
    }
  });

  it('are explained in both languages', () => {
    const readme = readFileSync(path.join(folder, 'sample-files', 'README.txt'), 'utf8');
    expect(readme).toContain('مختلق');
    expect(readme).toContain('Everything in this folder is invented');
    expect(readme).toContain(SAMPLE_PASSWORD);
  });
});

describe('a sample that is not finished', () => {
  it.each(['people', 'payments', 'reconciling', 'cases'])(
    'leaves an empty folder when it is stopped at «%s»',
    async (phase) => {
      const stopped = newFolder();
      const branch = await openAt(stopped);
      try {
        const api = createClient(branch);
        const abort = new AbortController();
        const result = await api.staff.createSample(
          { size: 'small', today: TODAY },
          {
            signal: abort.signal,
            onProgress: (event) => {
              if (event.phase === phase) abort.abort();
            },
          },
        );
        expect(result).toMatchObject({ ok: false, error: { code: 'CANCELLED' } });
        expect(valueOf(await api.staff.firstStart({}))).toMatchObject({ needed: true });
        for (const left of ['sample-files', 'attachments']) {
          expect(existsSync(path.join(stopped, left))).toBe(false);
        }
        const branchOfTheirs = { branch: 'فرع', fullName: 'مدير', username: 'admin' };
        valueOf(await api.staff.createBranch({ ...branchOfTheirs, password: 'long enough 1' }));
        expect(valueOf(await api.staff.firstStart({}))).toMatchObject({ needed: false });
      } finally {
        await branch.close();
      }
    },
  );

  it('is cleared away at the next start when the process was killed', async () => {
    const killed = newFolder();
    const branch = await sampleIn(killed, 2);
    // The name is the last thing that a sample records.
    await branch.database.transact(async (tx) => {
      await tx.db.deleteFrom('setting').where('key', '=', 'branchName').execute();
      return { ok: true, value: null };
    });
    await branch.close();
    const again = await openAt(killed);
    try {
      expect(valueOf(await createClient(again).staff.firstStart({}))).toMatchObject({
        needed: true,
      });
      expect(existsSync(path.join(killed, 'sample-files'))).toBe(false);
    } finally {
      await again.close();
    }
  });
});
