import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyLetters } from '../../src/backend/app/letters/verify-letters.ts';
import { verifyPrintJobs } from '../../src/backend/app/print-jobs/verify-print-jobs.ts';
import { readRepos } from '../../src/backend/db/repos/repos.ts';
import { createContentStore } from '../../src/backend/documents/content-store.ts';
import { isoDate } from '../../src/domain/shared/iso-date.ts';
import { ok } from '../../src/domain/shared/result.ts';
import path from 'node:path';
import { TestBranch, value, type Person } from './branch.ts';

const TODAY = isoDate('2026-11-12');
const JAM = 'انحشر الورق';
const noBreath = () => Promise.resolve();

let branch: TestBranch;
let person: Person;
let payments = 0;

beforeEach(async () => {
  branch = await TestBranch.start(TODAY);
  person = await branch.person('بدرية بنت عايض السبيعي');
});
afterEach(async () => {
  await branch.end();
});

/** Guidance sheets of rejected payments: the quickest letters of all. */
async function issued(count: number): Promise<string[]> {
  const api = await branch.as('sara');
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1) {
    payments += 1;
    const month = `20${10 + (payments % 80)}-0${1 + (payments % 9)}`;
    const cycle = { id: await branch.cycle(100 + payments, month, '2026-11-01'), month };
    const paymentId = await branch.payment(person, cycle, 132_000, 'rejected', {
      reasonList: 'iso20022',
      reason: 'AC04',
    });
    ids.push(value(await api.resume.guide({ paymentId, expectedVersion: 0 })).letterId);
  }
  return ids;
}

async function opened(letterIds: string[], papers = 1) {
  const api = await branch.as('sara');
  const { job } = value(await api.printJobs.open({ letterIds, papers, printer: 'Office' }));
  return { api, id: job.id };
}

async function printed(id: string, ...items: number[]) {
  const api = await branch.as('sara');
  for (const item of items) {
    value(await api.printJobs.send({ id, item }));
    const result = { outcome: 'printed', told: 'printer' } as const;
    value(await api.printJobs.record({ id, item, result }));
  }
}

async function trailOf(id: string): Promise<string[]> {
  const api = await branch.as('sara');
  return value(await api.letters.letter({ id })).trail.map(({ type }) => type);
}

async function faults() {
  const { letters, printJobs } = readRepos(branch.backend.database.reader);
  const store = createContentStore(path.join(branch.folder, 'attachments'));
  const ofLetters = await verifyLetters(letters, store, noBreath);
  const ofJobs = await verifyPrintJobs(printJobs, noBreath);
  return [...ofLetters.faults, ...ofJobs.faults];
}

describe('a print job', () => {
  it('gives the archived bytes themselves, and each printing stands on the letter', async () => {
    const letters = await issued(2);
    const { api, id } = await opened(letters);
    const { bytes } = value(await api.printJobs.send({ id, item: 1 }));
    const { letter } = value(await api.letters.letter({ id: letters[0] ?? '' }));
    expect(
      createHash('sha256')
        .update(bytes ?? '')
        .digest('hex'),
    ).toBe(letter.sha256);
    expect(letter).toMatchObject({ life: 'issued', originalOut: false });
    const spooled = { outcome: 'spooled', spoolJob: 41 } as const;
    value(await api.printJobs.record({ id, item: 1, result: spooled }));
    const done = { outcome: 'printed', told: 'printer' } as const;
    value(await api.printJobs.record({ id, item: 1, result: done }));
    await printed(id, 2);
    const { job, items, trail } = value(await api.printJobs.job({ id }));
    expect(job).toMatchObject({ state: 'finished', counts: { printed: 2, waiting: 0 } });
    expect(items[0]).toMatchObject({ number: '1448/0001', spoolJob: 41, told: 'printer' });
    expect(trail.map(({ type }) => type)).toEqual([
      'opened',
      'sent',
      'spooled',
      'printed',
      'sent',
      'printed',
    ]);
    for (const letterId of letters) {
      expect(await trailOf(letterId)).toEqual(['issued', 'rendered', 'printed']);
    }
    expect(await faults()).toEqual([]);
  });

  it('goes on after a jam at the third of five, and every letter tells what became of it', async () => {
    const letters = await issued(5);
    const { api, id } = await opened(letters);
    await printed(id, 1, 2);
    value(await api.printJobs.send({ id, item: 3 }));
    value(await api.printJobs.hold({ id, reason: 'mediaJam' }));
    expect(await api.printJobs.send({ id, item: 4 })).toMatchObject({
      error: { code: 'PRINT_JOB_UNCERTAIN', details: { item: 3 } },
    });
    expect(await api.printJobs.cancel({ id })).toMatchObject({
      error: { code: 'PRINT_JOB_UNCERTAIN' },
    });
    const { job } = value(await api.printJobs.job({ id }));
    const expectedVersion = job.version;
    const said = { id, expectedVersion, reason: JAM };
    expect(await api.printJobs.settle({ ...said, cameOut: [1, 2], spoilt: [] })).toMatchObject({
      error: { code: 'PRINT_COUNT_UNCLEAR', details: { item: 3 } },
    });
    value(await api.printJobs.settle({ ...said, cameOut: [1], spoilt: [2, 3] }));
    expect(await api.printJobs.settle({ ...said, cameOut: [1], spoilt: [2] })).toMatchObject({
      error: { code: 'CONFLICT' },
    });
    await printed(id, 2, 3, 4, 5);
    expect(value(await api.printJobs.job({ id })).job.state).toBe('finished');
    const [first, second, third, fourth] = letters;
    expect(await trailOf(first ?? '')).toEqual(['issued', 'rendered', 'printed']);
    expect(await trailOf(second ?? '')).toEqual([
      'issued',
      'rendered',
      'printed',
      'jammed',
      'printed',
    ]);
    expect(await trailOf(third ?? '')).toEqual(['issued', 'rendered', 'jammed', 'printed']);
    expect(await trailOf(fourth ?? '')).toEqual(['issued', 'rendered', 'printed']);
    const again = value(await api.letters.letter({ id: second ?? '' })).letter;
    expect(again).toMatchObject({ copies: 0, originalOut: true, life: 'printed' });
    expect(await faults()).toEqual([]);
  });

  it('that a crash broke off says after the next start what was under way', async () => {
    const letters = await issued(2);
    const { id } = await opened(letters);
    const before = await branch.as('sara');
    value(await before.printJobs.send({ id, item: 1 }));
    await branch.restart();
    const api = await branch.as('sara');
    const { rows } = value(await api.printJobs.list({ state: ['open'] }));
    expect(rows).toMatchObject([{ id, counts: { sent: 1, waiting: 1, printed: 0 } }]);
    expect(await trailOf(letters[0] ?? '')).toEqual(['issued', 'rendered']);
    const expectedVersion = rows[0]?.version ?? 0;
    value(
      await api.printJobs.settle({ id, expectedVersion, cameOut: [1], spoilt: [], reason: JAM }),
    );
    const { items } = value(await api.printJobs.job({ id }));
    expect(items[0]).toMatchObject({ state: 'printed', told: 'officer' });
    expect(await trailOf(letters[0] ?? '')).toEqual(['issued', 'rendered', 'printed']);
  });

  it('prints one original; every further paper is a stamped copy', async () => {
    const [letterId = ''] = await issued(1);
    const { api, id } = await opened([letterId], 2);
    await printed(id, 1);
    const original = value(await api.letters.file({ id: letterId })).bytes;
    const { bytes } = value(await api.printJobs.send({ id, item: 2 }));
    expect(Buffer.from(bytes ?? []).equals(Buffer.from(original))).toBe(false);
    const done = { outcome: 'printed', told: 'spooler' } as const;
    value(await api.printJobs.record({ id, item: 2, result: done }));
    expect(await trailOf(letterId)).toEqual(['issued', 'rendered', 'printed', 'copied']);
    const { id: another } = await opened([letterId]);
    const { items } = value(await api.printJobs.job({ id: another }));
    expect(items).toMatchObject([{ form: 'copy' }]);
    expect(await faults()).toEqual([]);
  });

  it('takes no letter twice whose original waits in another', async () => {
    const [letterId = ''] = await issued(1);
    const { api, id } = await opened([letterId]);
    expect(await api.printJobs.open({ letterIds: [letterId], printer: 'Office' })).toMatchObject({
      error: { code: 'PRINT_LETTER_IN_JOB', details: { number: '1448/0001' } },
    });
    value(await api.printJobs.cancel({ id }));
    const other = await opened([letterId]);
    expect(other.id).not.toBe(id);
  });

  it('goes on without a letter that was voided meanwhile, and refuses one that is void', async () => {
    const letters = await issued(2);
    const { api, id } = await opened(letters);
    const supervisor = await branch.as('khalid');
    const voided = letters[0] ?? '';
    const { letter } = value(await api.letters.letter({ id: voided }));
    const reason = 'صدر باسم غير صاحبه';
    value(await supervisor.letters.void({ id: voided, expectedVersion: letter.version, reason }));
    const { bytes, job } = value(await api.printJobs.send({ id, item: 1 }));
    expect(bytes).toBeNull();
    expect(job.counts).toMatchObject({ failed: 1, waiting: 1 });
    const { items } = value(await api.printJobs.job({ id }));
    expect(items[0]).toMatchObject({ state: 'failed', code: 'LETTER_VOID' });
    await printed(id, 2);
    expect(await api.printJobs.open({ letterIds: [voided], printer: 'Office' })).toMatchObject({
      error: { code: 'PRINT_LETTER_NOT_READY', details: { number: '1448/0001', count: 1 } },
    });
  });

  it('never calls spoilt what somebody holds', async () => {
    const [letterId = ''] = await issued(1);
    const { api, id } = await opened([letterId]);
    await printed(id, 1);
    const { letter } = value(await api.letters.letter({ id: letterId }));
    const idLastDigits = person.nationalId.slice(-4);
    value(
      await api.letters.handOver({
        id: letterId,
        expectedVersion: letter.version,
        receiver: person.name,
        relation: 'self',
        idLastDigits,
        on: TODAY,
      }),
    );
    const { job } = value(await api.printJobs.job({ id }));
    const said = { id, expectedVersion: job.version, cameOut: [], spoilt: [1], reason: JAM };
    expect(await api.printJobs.settle(said)).toMatchObject({
      error: { code: 'LETTER_HANDED_OVER', details: { number: '1448/0001' } },
    });
    expect(value(await api.printJobs.job({ id })).job).toEqual(job);
  });

  it('is for those who may print', async () => {
    const [letterId = ''] = await issued(1);
    const auditor = await branch.as('huda');
    expect(await auditor.printJobs.open({ letterIds: [letterId], printer: 'p' })).toMatchObject({
      error: { code: 'NOT_PERMITTED' },
    });
    const { id } = await opened([letterId]);
    expect(value(await auditor.printJobs.job({ id })).items).toHaveLength(1);
  });

  it('keeps its trail, and rows that say otherwise are found', async () => {
    const { id } = await opened(await issued(1));
    const { database } = branch.backend;
    const change = (statement: string) =>
      database.transact(async (tx) => {
        await sql.raw(statement).execute(tx.db);
        return ok(null);
      });
    await expect(change('delete from print_job_event')).rejects.toThrow('append-only');
    await change(`update print_job_item set state = 'skipped'`);
    expect(await faults()).toEqual([{ id, field: 'items' }]);
  });
});
