import {
  appendFileSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createBackend, type Backend } from '../../src/backend/create-backend.ts';
import type { BackendEvent } from '../../src/contract/transport.ts';
import { createClient, type Client } from '../../src/contract/client.ts';
import { answer, reference, statusReport } from './bank-answers.ts';
import { valueOf } from './open-branch.ts';
import { listText, rowsOf } from './payment-lists.ts';

const PASSWORD = 'Branch-2026-!';
/** Two looks, and a little more. */
const SOON = { timeout: 5000, interval: 20 };

const START = Date.parse('2026-11-02T08:00:00.000Z');

let moments = 0;
let root: string;
let folder: string;
let backend: Backend;
let api: Client;

const open = async (): Promise<Backend> =>
  valueOf(
    await createBackend({
      dataFolder: path.join(root, 'data'),
      resourcesFolder: path.resolve('resources'),
      now: () => new Date(START + (moments += 1)),
      passwordCost: 4,
      folderPollMs: 30,
    }),
  );

async function signIn(username: string): Promise<Client> {
  const client = createClient(backend);
  const { session } = valueOf(await client.staff.signIn({ username, password: PASSWORD }));
  client.session.set(session);
  return client;
}

beforeEach(async () => {
  root = mkdtempSync(path.join(tmpdir(), 'insaf-watched-'));
  folder = path.join(root, 'من البنك');
  mkdirSync(folder);
  backend = await open();
  const nobody = createClient(backend);
  const branch = { branch: 'فرع الاختبار', fullName: 'مدير النظام', username: 'admin' };
  valueOf(await nobody.staff.createBranch({ ...branch, password: PASSWORD }));
  const admin = await signIn('admin');
  for (const role of ['finance', 'auditor', 'officer'] as const) {
    const added = { username: role, fullName: `موظف ${role}`, role, password: PASSWORD };
    valueOf(await admin.staff.add(added));
  }
  valueOf(await admin.staff.signOut({}));
  api = await signIn('finance');
  const list = path.join(root, 'list.csv');
  writeFileSync(list, listText(rowsOf(5)));
  const { sha256, encoding, mapping } = valueOf(await api.payments.previewList({ path: list }));
  valueOf(await api.payments.importList({ path: list, sha256, encoding, mapping }));
});
afterEach(async () => {
  await backend.close();
  rmSync(root, { recursive: true, force: true });
});

const watch = async (): Promise<void> => {
  valueOf(await api.arrivals.setFolder({ path: folder }));
};
const listed = async () => valueOf(await api.arrivals.list({}));
const arrived = async () =>
  (await listed()).files.map(({ fileName, status, refusal }) => [
    fileName,
    status,
    refusal?.code ?? null,
  ]);
const files = async () => valueOf(await api.reconciliation.files({}));

/** A bank's answer beside the folder, ready to be put into it. */
async function bankAnswer(index = 0): Promise<string> {
  const file = path.join(root, `made-${index}.xml`);
  await statusReport(file, [answer(index, 'ACSC')]);
  return file;
}

async function put(name: string, index = 0): Promise<void> {
  copyFileSync(await bankAnswer(index), path.join(folder, name));
}

describe('a file that arrives in the watched folder', () => {
  it('is previewed under the officer who is signed in, and waits to be committed', async () => {
    await watch();
    await put('pain002.xml');
    await expect.poll(arrived, SOON).toEqual([['pain002.xml', 'read', null]]);
    const [file] = (await listed()).files;
    expect(file).toMatchObject({ readBy: 'موظف finance', refusal: null });
    expect(await files()).toMatchObject([{ id: file?.fileId, status: 'preview', lines: 1 }]);
    expect(valueOf(await api.payments.list({ status: ['settled'] })).total).toBe(0);
  });

  it('leaves the list when it is committed, and stays in the folder as it came', async () => {
    await watch();
    await put('pain002.xml');
    await expect.poll(async () => (await arrived())[0]?.[1], SOON).toBe('read');
    const before = readFileSync(path.join(folder, 'pain002.xml'));
    const [file] = await files();
    const input = { fileId: file?.id ?? '', expectedVersion: file?.version ?? 0 };
    valueOf(await api.reconciliation.commit(input));
    expect(await arrived()).toEqual([]);
    expect(readFileSync(path.join(folder, 'pain002.xml'))).toEqual(before);
  });

  it('that nobody can read is listed with the reason, and not touched', async () => {
    await watch();
    writeFileSync(path.join(folder, 'note.xml'), 'هذا ليس ملف بنك');
    await expect.poll(async () => (await arrived())[0]?.[1], SOON).toBe('refused');
    expect((await arrived())[0]?.[2]).toMatch(/^BANK_FILE_/);
    expect(readdirSync(folder)).toEqual(['note.xml']);
    const [file] = (await listed()).files;
    const input = { id: file?.id ?? '', expectedVersion: file?.version ?? 0 };
    valueOf(await api.arrivals.dismiss(input));
    await pause();
    expect(await arrived()).toEqual([]);
    expect(readdirSync(folder)).toEqual(['note.xml']);
  });

  it('in which somebody is still writing waits until it stands still', async () => {
    await watch();
    const whole = readFileSync(await bankAnswer());
    const target = path.join(folder, 'growing.xml');
    const step = Math.ceil(whole.length / 10);
    for (let at = 0; at < whole.length; at += step) {
      appendFileSync(target, whole.subarray(at, at + step));
      await new Promise((resolve) => setTimeout(resolve, 15));
    }
    await expect.poll(arrived, SOON).toEqual([['growing.xml', 'read', null]]);
    expect(await files()).toHaveLength(1);
  });

  it('cut short is refused, and read anew once the rest has come', async () => {
    await watch();
    const whole = readFileSync(await bankAnswer());
    const target = path.join(folder, 'answer.xml');
    writeFileSync(target, whole.subarray(0, whole.length / 2));
    await expect.poll(async () => (await arrived())[0]?.[1], SOON).toBe('refused');
    writeFileSync(target, whole);
    await expect.poll(arrived, SOON).toEqual([['answer.xml', 'read', null]]);
  });

  it('under a temporary name, hidden, empty or in a folder below is not looked at', async () => {
    await watch();
    for (const name of ['.hidden.xml', 'a.xml.part', '~$a.xlsx', 'b.tmp', 'Thumbs.db']) {
      await put(name);
    }
    writeFileSync(path.join(folder, 'empty.xml'), '');
    mkdirSync(path.join(folder, 'old'));
    await put(path.join('old', 'c.xml'));
    await pause();
    expect(await arrived()).toEqual([]);
    renameSync(path.join(folder, 'a.xml.part'), path.join(folder, 'a.xml'));
    await expect.poll(arrived, SOON).toEqual([['a.xml', 'read', null]]);
  });

  it('is not read twice: under another name, or after a restart', async () => {
    await watch();
    await put('first.xml');
    await expect.poll(async () => (await arrived())[0]?.[1], SOON).toBe('read');
    copyFileSync(path.join(folder, 'first.xml'), path.join(folder, 'second.xml'));
    await expect.poll(async () => (await arrived())[1]?.[2], SOON).toBe('ARRIVED_BEFORE');
    await backend.close();
    backend = await open();
    api = await signIn('finance');
    await pause();
    expect(await arrived()).toEqual([
      ['first.xml', 'read', null],
      ['second.xml', 'refused', 'ARRIVED_BEFORE'],
    ]);
    expect(await files()).toHaveLength(1);
  });

  it('that somebody has previewed already is that preview', async () => {
    await put('pain002.xml');
    const { file } = valueOf(
      await api.reconciliation.preview({ path: path.join(folder, 'pain002.xml') }),
    );
    await watch();
    await expect.poll(arrived, SOON).toEqual([['pain002.xml', 'read', null]]);
    expect((await listed()).files[0]?.fileId).toBe(file.id);
  });

  it('that needs a mapping is read by itself once the mapping is saved', async () => {
    await watch();
    const table = path.join(folder, 'answers.csv');
    writeFileSync(
      table,
      `Reference,Amount,Status\r\n${reference(0)},1320.00,PAID\r\n${reference(1)},1320.00,PAID\r\n`,
    );
    writeFileSync(path.join(folder, 'notes.txt'), 'nothing of a bank');
    await expect.poll(arrived, SOON).toEqual([
      ['answers.csv', 'refused', 'BANK_FILE_MAPPING_NEEDED'],
      ['notes.txt', 'refused', 'BANK_FILE_NOT_RECOGNISED'],
    ]);
    const { titles, mapping } = valueOf(await api.reconciliation.readTable({ path: table }));
    const saved = {
      ...mapping,
      decimalSign: '.' as const,
      thousandsSign: ',' as const,
      dateOrder: 'dmy' as const,
      statusWords: [{ word: 'PAID', reported: 'settled' as const }],
    };
    const names = { bankCode: '80', name: 'ردود الراجحي' };
    valueOf(await api.reconciliation.saveMapping({ ...names, titles, mapping: saved }));
    await expect.poll(arrived, SOON).toEqual([
      ['answers.csv', 'read', null],
      ['notes.txt', 'refused', 'BANK_FILE_NOT_RECOGNISED'],
    ]);
    expect(await files()).toMatchObject([{ status: 'preview', kind: 'csv', lines: 2 }]);
  });

  it('that was thrown away is not read again by itself', async () => {
    await watch();
    await put('first.xml');
    await expect.poll(async () => (await files()).length, SOON).toBe(1);
    await expect.poll(async () => (await arrived())[0]?.[1], SOON).toBe('read');
    const [file] = await files();
    const input = { fileId: file?.id ?? '', expectedVersion: file?.version ?? 0 };
    valueOf(await api.reconciliation.discard(input));
    await pause();
    expect(await arrived()).toEqual([]);
    expect((await files()).map(({ status }) => status)).toEqual(['discarded']);
  });

  it('waits while nobody who may read it is signed in', async () => {
    await watch();
    valueOf(await api.staff.signOut({}));
    const auditor = await signIn('auditor');
    await put('pain002.xml');
    const state = async () => {
      const { waitsForOfficer, files: all } = valueOf(await auditor.arrivals.list({}));
      return [waitsForOfficer, all.map(({ status }) => status)];
    };
    await expect.poll(state, SOON).toEqual([true, ['waiting']]);
    api = await signIn('finance');
    await expect.poll(arrived, SOON).toEqual([['pain002.xml', 'read', null]]);
    expect(await state()).toEqual([false, ['read']]);
  });

  it('that was taken away unread is forgotten', async () => {
    await watch();
    writeFileSync(path.join(folder, 'note.xml'), 'ليس ملفاً');
    await expect.poll(async () => (await arrived()).length, SOON).toBe(1);
    rmSync(path.join(folder, 'note.xml'));
    await expect.poll(arrived, SOON).toEqual([]);
  });
});

describe('the folder', () => {
  it('is none until somebody chooses one, and none again when it is given up', async () => {
    await put('pain002.xml');
    await pause();
    expect(await listed()).toEqual({
      folder: null,
      problem: null,
      waitsForOfficer: false,
      files: [],
    });
    await watch();
    await expect.poll(arrived, SOON).toHaveLength(1);
    valueOf(await api.arrivals.setFolder({ path: null }));
    expect((await listed()).files).toEqual([]);
  });

  it('that is gone is told once, and watched again when it is back', async () => {
    await watch();
    const told: BackendEvent[] = [];
    backend.onEvent((event) => {
      if (event.type === 'changed' && event.areas.includes('arrivals')) told.push(event);
    });
    renameSync(folder, `${folder}-away`);
    await expect.poll(async () => (await listed()).problem?.code, SOON).toBe('WATCHED_FOLDER_GONE');
    await pause();
    expect(told).toHaveLength(1);
    renameSync(`${folder}-away`, folder);
    await expect.poll(async () => (await listed()).problem, SOON).toBe(null);
  });

  it.each([
    ['is not there', () => path.join(root, 'none'), 'WATCHED_FOLDER_GONE'],
    ['is a file', () => path.join(root, 'list.csv'), 'WATCHED_FOLDER_NO_FOLDER'],
    ['is relative', () => 'bank', 'WATCHED_FOLDER_GONE'],
    ['is the branch’s own', () => path.join(root, 'data', 'attachments'), 'WATCHED_FOLDER_OURS'],
  ])('that %s is refused', async (_what, at, code) => {
    expect(await api.arrivals.setFolder({ path: at() })).toMatchObject({ error: { code } });
    expect((await listed()).folder).toBe(null);
  });

  it('is chosen by those who may commit, and seen by those who may read', async () => {
    await watch();
    const officer = await signIn('officer');
    expect(await officer.arrivals.setFolder({ path: null })).toMatchObject({
      error: { code: 'NOT_PERMITTED' },
    });
    expect(valueOf(await officer.arrivals.list({})).folder).toBe(folder);
  });

  it('keeps its files untouched, whatever is read of them', async () => {
    await watch();
    await put('pain002.xml');
    const { mtimeMs } = statSync(path.join(folder, 'pain002.xml'));
    await expect.poll(async () => (await arrived())[0]?.[1], SOON).toBe('read');
    expect(statSync(path.join(folder, 'pain002.xml')).mtimeMs).toBe(mtimeMs);
  });
});

/** Long enough for several looks at the folder. */
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 300));
