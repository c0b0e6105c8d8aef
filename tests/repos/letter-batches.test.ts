import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PDFDocument } from 'pdf-lib';
import { verifyBranch } from '../../src/cli/verify-branch.ts';
import type { Client } from '../../src/contract/client.ts';
import { isoDate, isoMonth } from '../../src/domain/shared/iso-date.ts';
import { ok } from '../../src/domain/shared/result.ts';
import { TestBranch, value, type Person } from './branch.ts';

const TODAY = isoDate('2026-11-12');
const NOVEMBER = isoMonth('2026-11');
const CYCLE = { id: '', month: '2026-11' };

let branch: TestBranch;
let folder: string;
let api: Client;

beforeEach(async () => {
  branch = await TestBranch.start(TODAY);
  folder = mkdtempSync(path.join(tmpdir(), 'insaf-letters-'));
  CYCLE.id = await branch.cycle(59, '2026-11', '2026-11-01');
  api = await branch.as('sara');
});
afterEach(async () => {
  await branch.end();
  rmSync(folder, { recursive: true, force: true });
});

async function rejected(count: number, more: { reason?: string } = {}): Promise<Person[]> {
  const people: Person[] = [];
  for (let index = 0; index < count; index += 1) {
    const person = await branch.person(`مستفيد رقم ${100 + index}`);
    await branch.payment(person, CYCLE, 132_000, 'rejected', {
      reasonList: 'iso20022',
      reason: more.reason ?? 'AC04',
    });
    people.push(person);
  }
  return people;
}

const guidance = {
  kind: 'resumeGuidance',
  month: NOVEMBER,
  bankCode: null,
  reasonCode: null,
} as const;

async function started(
  filter: Parameters<Client['letterBatches']['start']>[0]['filter'] = guidance,
) {
  return value(await api.letterBatches.start({ filter })).id;
}

const batchOf = async (id: string) => value(await api.letterBatches.batch({ id })).batch;
const itemsOf = async (id: string) => value(await api.letterBatches.items({ id })).rows;

async function differences() {
  const { differences: found } = await verifyBranch(branch.backend.database, branch.folder);
  // A life-status case that a test puts there has no trail.
  return found.filter(({ area }) => area !== 'life');
}

const behindItsBack = (statement: string) =>
  branch.backend.database.transact(async (tx) => {
    await sql.raw(statement).execute(tx.db);
    return ok(null);
  });

async function freeze(person: Person): Promise<void> {
  await behindItsBack(
    `insert into life_case (id, number, beneficiary_id, status, opened_on, due_on, created_at)
     values ('00000000-0000-7000-b000-000000000001', '2026-000900', '${person.id}', 'open', '2026-11-01', '2026-11-20', 't')`,
  );
}

describe('a batch', () => {
  it('tells first how many letters it would issue, and whom it leaves out and why', async () => {
    const [has, frozen, moved] = await rejected(5);
    if (!has || !frozen || !moved) throw new Error('No people');
    const { rows } = value(await api.payments.list({ search: has.nationalId }));
    value(await api.resume.guide({ paymentId: rows[0]?.id ?? '', expectedVersion: 0 }));
    await freeze(frozen);
    await behindItsBack(`update beneficiary set address = ' ' where id = '${moved.id}'`);
    await rejected(1, { reason: 'AC06' });
    const preview = async (withoutAddress: boolean, reasonCode: string | null = null) =>
      value(
        await api.letterBatches.preview({ filter: { ...guidance, reasonCode }, withoutAddress }),
      );
    expect(await preview(true)).toMatchObject({ found: 6, toIssue: 4 });
    expect(await preview(true, 'AC06')).toMatchObject({ found: 1, toIssue: 1, excluded: [] });
    const found = await preview(false);
    expect(found).toMatchObject({
      found: 6,
      toIssue: 3,
      excluded: [
        { reason: 'PERSON_FROZEN', count: 1 },
        { reason: 'HAS_LETTER', count: 1 },
        { reason: 'NO_ADDRESS', count: 1 },
      ],
    });
    expect(found.first).toHaveLength(3);
    expect(JSON.stringify(found)).not.toContain(has.nationalId);
  });

  it('of nobody is not started', async () => {
    expect(await api.letterBatches.start({ filter: guidance })).toMatchObject({
      error: { code: 'BATCH_EMPTY' },
    });
  });

  it('gives everybody of the list one letter, in the order of the list', async () => {
    await rejected(30);
    const id = await started();
    const seen: number[] = [];
    const { batch } = value(
      await api.letterBatches.run({ id }, { onProgress: ({ done }) => seen.push(done) }),
    );
    expect(batch).toMatchObject({ state: 'done', total: 30, issued: 30, ready: 30, pending: 0 });
    expect(seen.at(-1)).toBe(30);
    const items = await itemsOf(id);
    expect(items.map(({ letterNumber }) => letterNumber)).toEqual(
      items.map((_, index) => `1448/${String(index + 1).padStart(4, '0')}`),
    );
    expect(items.map(({ name }) => name)).toEqual(items.map(({ name }) => name).sort());
    expect(await api.letterBatches.run({ id })).toMatchObject({ error: { code: 'BATCH_DONE' } });
    expect(await differences()).toEqual([]);
    // Everybody has his letter now.
    expect(await api.letterBatches.start({ filter: guidance })).toMatchObject({
      error: { code: 'BATCH_EMPTY' },
    });
  });

  it('that is stopped keeps what it issued, and goes on where it was', async () => {
    await rejected(60);
    const id = await started();
    const stop = new AbortController();
    const ran = await api.letterBatches.run(
      { id },
      {
        signal: stop.signal,
        onProgress: ({ done }) => {
          if (done > 0) stop.abort();
        },
      },
    );
    expect(ran).toMatchObject({ error: { code: 'CANCELLED' } });
    const stopped = await batchOf(id);
    expect(stopped.state).toBe('stopped');
    expect(stopped.issued).toBeGreaterThan(0);
    expect(stopped.pending).toBeGreaterThan(0);
    expect(value(await api.letters.list({})).total).toBe(stopped.issued);
    expect(await differences()).toEqual([]);
    const mona = await branch.as('mona');
    expect(value(await mona.letterBatches.run({ id })).batch).toMatchObject({
      state: 'done',
      issued: 60,
    });
    expect(value(await api.letters.list({})).total).toBe(60);
    expect(await differences()).toEqual([]);
  });

  it('is not run twice at once, and is stopped from any screen', async () => {
    await rejected(60);
    const id = await started();
    const running = api.letterBatches.run({ id });
    const mona = await branch.as('mona');
    expect(await mona.letterBatches.run({ id })).toMatchObject({
      error: { code: 'BATCH_RUNNING' },
    });
    value(await mona.letterBatches.stop({ id }));
    const { batch } = value(await running);
    expect(batch.state).toBe('stopped');
    expect(batch.issued + batch.pending).toBe(60);
  });

  it('that a stop of the program interrupted goes on by itself at the next start', async () => {
    await rejected(40);
    const id = await started();
    await branch.restart();
    api = await branch.as('sara');
    await expect.poll(async () => (await batchOf(id)).state, { timeout: 30_000 }).toBe('done');
    expect(await batchOf(id)).toMatchObject({ issued: 40, ready: 40 });
    expect(value(await api.letters.list({})).rows[0]?.issuedBy).toBe('سارة الغامدي');
    expect(await differences()).toEqual([]);
  });

  it('whose officer may no longer issue letters waits for another', async () => {
    await rejected(3);
    const id = await started();
    await behindItsBack(`update officer set active = 0 where id = '${branch.idOf('sara')}'`);
    await branch.restart();
    api = await branch.as('mona');
    await expect.poll(async () => (await batchOf(id)).state, { timeout: 30_000 }).toBe('stopped');
    expect(value(await api.letterBatches.run({ id })).batch).toMatchObject({ issued: 3 });
  });

  it('skips whoever the facts have moved away from meanwhile', async () => {
    const [frozen] = await rejected(3);
    if (!frozen) throw new Error('No people');
    const id = await started();
    await freeze(frozen);
    const { batch } = value(await api.letterBatches.run({ id }));
    expect(batch).toMatchObject({ issued: 2, skipped: 1 });
    expect((await itemsOf(id)).find(({ state }) => state === 'skipped')).toMatchObject({
      beneficiaryId: frozen.id,
      reason: 'PERSON_FROZEN',
      letterId: null,
    });
    expect(await differences()).toEqual([]);
  });

  it('of held payments says once why, to each person one letter', async () => {
    const [person] = await rejected(1);
    if (!person) throw new Error('No people');
    for (const kind of ['regular', 'supplementary'] as const) {
      await branch.payment(await branch.person(`معلق ${kind}`), CYCLE, 132_000, 'held', {});
    }
    const id = await started({
      kind: 'pensionHeld',
      month: NOVEMBER,
      reason: 'لم تُحدَّث بيانات الدخل',
      article: 'REG 25',
      steps: ['تحديث بيانات الدخل في المنصة'],
      respondBy: isoDate('2026-12-12'),
    });
    expect(value(await api.letterBatches.run({ id })).batch).toMatchObject({ issued: 2 });
    expect(value(await api.letters.list({ kind: ['pensionHeld'] })).rows[0]).toMatchObject({
      caseType: 'payment',
      file: 'ready',
    });
  });

  it('asks every complaint that waits for documents for them', async () => {
    const [person] = await rejected(1);
    if (!person) throw new Error('No people');
    const { id: complaint } = value(
      await api.complaints.file({
        beneficiaryId: person.id,
        category: 'zero',
        channel: 'branch',
        claim: 'لم تصلني دفعة نوفمبر',
        months: [{ month: NOVEMBER, expected: 132_000, received: 0 }],
      }),
    );
    value(await api.complaints.take({ id: complaint, expectedVersion: 1 }));
    value(
      await api.complaints.askForDocuments({
        id: complaint,
        expectedVersion: 2,
        note: 'كشف الحساب',
      }),
    );
    const request = {
      kind: 'documentsRequest',
      category: 'zero',
      documents: ['كشف حساب بنكي للأشهر الثلاثة الأخيرة', 'صورة الهوية'],
      deliverBy: isoDate('2026-11-26'),
      note: null,
    } as const;
    const filter = { ...request, documents: [...request.documents] };
    const id = await started(filter);
    expect(value(await api.letterBatches.run({ id })).batch).toMatchObject({ issued: 1 });
    const item = (await itemsOf(id))[0];
    expect(item).toMatchObject({ caseType: 'complaint', caseNumber: '2026-000001' });
    expect(
      value(await api.letterBatches.preview({ filter: { ...filter, category: 'late' } })).found,
    ).toBe(0);
  });
});

describe('the output of a batch', () => {
  it('is one file in the order of the list, each letter on sheets of its own', async () => {
    await rejected(3);
    const id = await started();
    value(await api.letterBatches.run({ id }));
    const merge = async (name: string, blankPages: boolean) =>
      value(await api.letterBatches.merge({ id, path: path.join(folder, name), blankPages }));
    expect(await merge('all', false)).toEqual({
      path: path.join(folder, 'all.pdf'),
      letters: 3,
      pages: 3,
    });
    expect(await merge('sheets.pdf', true)).toMatchObject({ letters: 3, pages: 6 });
    const merged = await PDFDocument.load(readFileSync(path.join(folder, 'all.pdf')));
    expect(merged.getPageCount()).toBe(3);
  });

  it('is one file a person, named without the person unless the officer chose so', async () => {
    const people = await rejected(2);
    const id = await started();
    value(await api.letterBatches.run({ id }));
    const save = (withNames: boolean) =>
      api.letterBatches.saveFiles({ id, folder, kindWords: 'إرشادات دفعة', withNames });
    writeFileSync(path.join(folder, '1448-0001 إرشادات دفعة.pdf'), 'mine');
    expect(value(await save(false))).toEqual({ folder, files: 2 });
    const names = readdirSync(folder).sort();
    expect(names).toEqual([
      '1448-0001 إرشادات دفعة (2).pdf',
      '1448-0001 إرشادات دفعة.pdf',
      '1448-0002 إرشادات دفعة.pdf',
    ]);
    expect(readFileSync(path.join(folder, '1448-0001 إرشادات دفعة.pdf'), 'utf8')).toBe('mine');
    value(await save(true));
    expect(readdirSync(folder).some((name) => name.includes(people[0]?.name ?? '-'))).toBe(true);
  });

  it('leaves out what was voided, and is refused where nothing can be written', async () => {
    await rejected(2);
    const id = await started();
    value(await api.letterBatches.run({ id }));
    const khalid = await branch.as('khalid');
    const letter = value(await api.letters.list({})).rows[0];
    value(
      await khalid.letters.void({
        id: letter?.id ?? '',
        expectedVersion: letter?.version ?? 0,
        reason: 'صدر باسم غير صاحبه',
      }),
    );
    const out = (file: string) => api.letterBatches.merge({ id, path: file, blankPages: false });
    expect(value(await out(path.join(folder, 'all.pdf'))).letters).toBe(1);
    expect(await out('relative.pdf')).toMatchObject({ error: { code: 'EXPORT_PATH' } });
    expect(await out(path.join(folder, 'nowhere', 'all.pdf'))).toMatchObject({
      error: { code: 'EXPORT_PLACE' },
    });
  });
});

describe('verifying batches', () => {
  it('finds a place whose letter is somebody else’s', async () => {
    const people = await rejected(2);
    const id = await started();
    value(await api.letterBatches.run({ id }));
    await behindItsBack('drop trigger letter_batch_item_settled');
    await behindItsBack(
      `update letter_batch_item set beneficiary_id = '${people[1]?.id}' where batch_id = '${id}'`,
    );
    expect(await differences()).toEqual([
      { area: 'letterBatches', id, number: '1', field: 'letter' },
    ]);
  });

  it('lets no place be settled twice, and no letter stand in two', async () => {
    await rejected(2);
    const id = await started();
    value(await api.letterBatches.run({ id }));
    await expect(
      behindItsBack(`update letter_batch_item set letter_id = null where batch_id = '${id}'`),
    ).rejects.toThrow(/settled stays/);
    await behindItsBack('drop trigger letter_batch_item_settled');
    await expect(
      behindItsBack(`update letter_batch_item set letter_id = (select min(id) from letter)`),
    ).rejects.toThrow(/UNIQUE/);
  });
});
