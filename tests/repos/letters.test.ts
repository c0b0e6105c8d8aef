import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sql } from 'kysely';
import { verifyCases } from '../../src/backend/app/cases/verify-cases.ts';
import { verifyLetters } from '../../src/backend/app/letters/verify-letters.ts';
import { readRepos } from '../../src/backend/db/repos/repos.ts';
import { createContentStore } from '../../src/backend/documents/content-store.ts';
import { isoMonth } from '../../src/domain/shared/iso-date.ts';
import { ok } from '../../src/domain/shared/result.ts';
import { TestBranch, value } from './branch.ts';

const NOVEMBER = isoMonth('2026-11');
const noBreath = () => Promise.resolve();

let branch: TestBranch;
let resources: string;

/** Faces that can be taken away and given back. */
const faces = (there: boolean): void => {
  const link = path.join(resources, 'fonts');
  if (there) symlinkSync(path.resolve('resources/fonts'), link);
  else unlinkSync(link);
};

beforeEach(async () => {
  resources = mkdtempSync(path.join(tmpdir(), 'insaf-faces-'));
  for (const entry of readdirSync('resources')) {
    if (entry !== 'fonts')
      symlinkSync(path.resolve('resources', entry), path.join(resources, entry));
  }
  faces(true);
  branch = await TestBranch.start('2026-11-12', resources);
});
afterEach(async () => {
  await branch.end();
  rmSync(resources, { recursive: true, force: true });
});

let people = 0;
/** A complaint that wants nothing but the second officer's approval. */
async function proposed(): Promise<{ id: string; expectedVersion: number }> {
  people += 1;
  const person = await branch.person(`بدرية بنت عايض السبيعي ${people}`);
  const api = await branch.as('sara');
  const { id } = value(
    await api.complaints.file({
      beneficiaryId: person.id,
      category: 'zero',
      channel: 'branch',
      claim: 'لم تصلني دفعة نوفمبر',
      months: [{ month: NOVEMBER, expected: 132_000, received: 0 }],
    }),
  );
  value(await api.complaints.take({ id, expectedVersion: 1 }));
  value(
    await api.complaints.propose({
      id,
      expectedVersion: 2,
      outcome: 'accepted',
      reasoning: 'لم تُصرف الدفعة',
      months: [{ month: NOVEMBER, finding: 'shortfallProven', due: 132_000 }],
    }),
  );
  return { id, expectedVersion: 3 };
}

async function approved(): Promise<string> {
  const api = await branch.as('mona');
  return value(await api.complaints.approve(await proposed())).letterId;
}

describe('a letter', () => {
  it('is archived once and read back only as it was archived', async () => {
    const api = await branch.as('mona');
    const id = await approved();
    const { letter, bytes } = value(await api.letters.file({ id }));
    expect(letter).toMatchObject({
      file: 'ready',
      life: 'issued',
      number: '1448/0001',
      pages: 1,
      printedTimes: 0,
    });
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(letter.sha256);
    const store = createContentStore(path.join(branch.folder, 'attachments'));
    const file = store.pathOf(letter.sha256 ?? '');
    const changed = Buffer.from(bytes);
    changed[changed.length - 20] = 0x41;
    writeFileSync(file, changed);
    expect(await api.letters.file({ id })).toMatchObject({ error: { code: 'CONTENT_DAMAGED' } });
    const { letters } = readRepos(branch.backend.database.reader);
    expect(await verifyLetters(letters, store, noBreath)).toEqual({
      checked: 1,
      faults: [{ id, number: '1448/0001', code: 'CONTENT_DAMAGED' }],
    });
    rmSync(file);
    expect(await api.letters.file({ id })).toMatchObject({ error: { code: 'CONTENT_MISSING' } });
  });

  it('that could not be set leaves the decision standing and is set on another try', async () => {
    faces(false);
    const api = await branch.as('mona');
    const id = await approved();
    expect(value(await api.letters.list({})).rows[0]).toMatchObject({ id, file: 'failed' });
    expect(await api.letters.file({ id })).toMatchObject({ error: { code: 'LETTER_NOT_READY' } });
    expect(value(await api.complaints.list({ view: 'decided' })).total).toBe(1);
    faces(true);
    value(await api.letters.retry({ id }));
    expect(value(await api.letters.file({ id })).letter.file).toBe('ready');
    expect(await api.letters.retry({ id })).toMatchObject({ error: { code: 'LETTER_READY' } });
  });

  it('that a stop left unset is set at the next start', async () => {
    faces(false);
    const id = await approved();
    faces(true);
    await branch.restart();
    const api = await branch.as('mona');
    await expect
      .poll(async () => value(await api.letters.list({})).rows[0]?.file, { timeout: 10_000 })
      .toBe('ready');
    expect(value(await api.letters.file({ id })).bytes.length).toBeGreaterThan(1000);
  });

  it('is printed once, by whom and which bytes is on the trail', async () => {
    const api = await branch.as('mona');
    const id = await approved();
    const { letter } = value(await api.letters.file({ id }));
    const print = (expectedVersion: number) => api.letters.recordPrint({ id, expectedVersion });
    expect(value(await print(letter.version))).toEqual({ times: 1 });
    expect(await print(letter.version)).toMatchObject({ error: { code: 'CONFLICT' } });
    expect(await print(letter.version + 1)).toMatchObject({ error: { code: 'LETTER_PRINTED' } });
    const audit = await readRepos(branch.backend.database.reader).audit.of({ type: 'letter', id });
    expect(audit.map(({ action }) => action)).toEqual(['letter.issued', 'letter.printed']);
    expect(audit[1]).toMatchObject({
      officerId: branch.idOf('mona'),
      details: { times: 1, sha256: letter.sha256 },
    });
  });

  it('is numbered without a gap, also after decisions that were refused', async () => {
    const api = await branch.as('mona');
    await approved();
    const stale = await proposed();
    expect(await api.complaints.approve({ ...stale, expectedVersion: 2 })).toMatchObject({
      error: { code: 'CONFLICT' },
    });
    value(await api.complaints.approve(stale));
    await approved();
    const { rows } = value(await api.letters.list({ sort: 'number', descending: false }));
    expect(rows.map(({ number }) => number)).toEqual(['1448/0001', '1448/0002', '1448/0003']);
    expect(value(await api.letters.list({ search: '1448/0002' })).total).toBe(1);
    expect(value(await api.letters.list({ search: 'بدريه السبيعى' })).total).toBe(3);
    expect(value(await api.letters.list({ search: rows[0]?.caseNumber })).total).toBe(1);
  });

  it('begins a new serial with the Hijri year', async () => {
    await approved();
    const waiting = await proposed();
    branch.on('2027-06-07');
    const api = await branch.as('mona');
    value(await api.complaints.approve(waiting));
    const { rows } = value(await api.letters.list({}));
    expect(rows.map(({ number }) => number)).toEqual(['1449/0001', '1448/0001']);
  });

  it('cannot be made to say something else afterwards, not even by the database', async () => {
    const id = await approved();
    for (const change of ["content = '{}'", "number = '1448/9999'", "sha256 = 'other'"]) {
      await expect(
        branch.backend.database.transact(async (tx) => {
          await sql.raw(`update letter set ${change} where id = '${id}'`).execute(tx.db);
          return ok(null);
        }),
      ).rejects.toThrow(/stay/);
    }
  });
});

describe('the trail of cases', () => {
  it('says the same as the cases, until somebody changes one behind its back', async () => {
    await approved();
    const { id } = await proposed();
    const repos = readRepos(branch.backend.database.reader);
    expect(await verifyCases(repos, noBreath)).toEqual({ checked: 2, differences: [] });
    await branch.backend.database.transact(async (tx) => {
      await tx.db
        .updateTable('complaint')
        .set({ deadline_on: '2030-01-01', assigned_to: null })
        .where('id', '=', id)
        .execute();
      return ok(null);
    });
    expect((await verifyCases(repos, noBreath)).differences).toEqual(
      ['deadlineOn', 'assignedTo'].map((field) => ({
        area: 'complaints',
        id,
        number: '2026-000002',
        field,
      })),
    );
  });

  it('lets nobody approve what he proposed, whatever the code above says', async () => {
    const { id } = await proposed();
    const sara = branch.idOf('sara');
    const mona = branch.idOf('mona');
    const attempt = (statement: string) =>
      branch.backend.database.transact(async (tx) => {
        await sql.raw(statement).execute(tx.db);
        return ok(null);
      });
    const decide = (by: string, more = '') =>
      attempt(
        `update complaint set status = 'accepted', approved_by = '${by}', decided_on = '2026-11-12', standing = 2
         ${more} where id = '${id}'`,
      );
    await expect(decide(sara)).rejects.toThrow(/CHECK/);
    await expect(decide(sara, `, proposed_by = '${mona}'`)).rejects.toThrow(/stands proposed/);
    await expect(
      attempt(
        `insert into complaint_event (complaint_id, type, at, officer_id)
         values ('${id}', 'approved', '2026-11-12', '${sara}')`,
      ),
    ).rejects.toThrow(/nobody approves/);
    await decide(mona);
    await expect(
      attempt(`update complaint set proposal = '{}' where id = '${id}'`),
    ).rejects.toThrow(/a decision stays/);
  });
});

describe('an approval', () => {
  it('is refused when a bank has paid meanwhile what was to be granted', async () => {
    const { id, expectedVersion } = await proposed();
    const api = await branch.as('mona');
    const { complaint } = value(await api.complaints.case({ id }));
    const cycle = { id: await branch.cycle(59, '2026-11', '2026-11-01'), month: '2026-11' };
    const person = { id: complaint.beneficiaryId, name: complaint.name, nationalId: '' };
    await branch.payment(person, cycle, 132_000, 'credited');
    expect(await api.complaints.approve({ id, expectedVersion })).toMatchObject({
      error: { code: 'RECORDS_CHANGED', details: { month: NOVEMBER } },
    });
    expect(value(await api.letters.list({})).total).toBe(0);
  });
});
