import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createContentStore } from '../../src/backend/documents/content-store.ts';
import { readRepos } from '../../src/backend/db/repos/repos.ts';
import { TestBranch, value, type Person } from './branch.ts';

let branch: TestBranch;
let person: Person;
let pdf: Uint8Array;

beforeAll(async () => {
  branch = await TestBranch.start('2026-11-12');
  person = await branch.person('موضي بنت راشد العجمي');
  const document = await PDFDocument.create();
  document.addPage();
  document.addPage();
  pdf = await document.save();
});
afterAll(() => branch.end());

function written(name: string, bytes: Uint8Array | string): string {
  const file = path.join(branch.folder, name);
  writeFileSync(file, bytes);
  return file;
}

const attach = async (file: string) => {
  const api = await branch.as('sara');
  return api.documents.attach({
    ownerType: 'beneficiary',
    ownerId: person.id,
    path: file,
    title: 'كشف الحساب',
  });
};

const kept = (): string[] => {
  try {
    return readdirSync(path.join(branch.folder, 'attachments'), { recursive: true })
      .map(String)
      .filter((name) => name.length > 60);
  } catch {
    return [];
  }
};

describe('a document', () => {
  it.each([
    ['a program named .pdf', 'كشف.pdf', 'MZ\u0090\u0000\u0003', 'DOCUMENT_TYPE'],
    ['an empty file', 'empty.pdf', '', 'DOCUMENT_EMPTY'],
    [
      'a PDF cut in the middle',
      'cut.pdf',
      () => pdf.subarray(0, pdf.length / 2),
      'DOCUMENT_DAMAGED',
    ],
    ['a text', 'note.txt', 'hello', 'DOCUMENT_TYPE'],
  ])('that is %s is refused and nothing is kept', async (_what, name, content, code) => {
    const bytes = typeof content === 'function' ? content() : content;
    expect(await attach(written(name, bytes))).toEqual({ ok: false, error: { code } });
    expect(kept()).toEqual([]);
  });

  it('that is not there, or is a folder, is refused', async () => {
    expect(await attach(path.join(branch.folder, 'nowhere.pdf'))).toMatchObject({
      error: { code: 'FILE_NOT_FOUND' },
    });
    const folder = path.join(branch.folder, 'folder.pdf');
    mkdirSync(folder);
    expect(await attach(folder)).toMatchObject({ error: { code: 'FILE_NOT_READABLE' } });
  });

  it('above the limit of the settings is refused before it is read', async () => {
    await branch.setting('documentLimitMegabytes', 1);
    const large = written('large.pdf', Buffer.alloc(2 ** 20 + 1, 0x25));
    expect(await attach(large)).toEqual({
      ok: false,
      error: { code: 'DOCUMENT_TOO_LARGE', details: { file: 'large.pdf', megabytes: 1 } },
    });
  });

  it('is kept once by its content, whatever it is called, and read back as it came', async () => {
    const first = value(await attach(written('كشف الحساب.scan', pdf)));
    const second = value(await attach(written('again.pdf', pdf)));
    expect(first).toMatchObject({ mime: 'application/pdf', pages: 2, fileName: 'كشف الحساب.scan' });
    expect(second.id).not.toBe(first.id);
    expect(kept()).toHaveLength(1);
    const api = await branch.as('huda');
    const { bytes } = value(await api.documents.bytes({ id: first.id }));
    expect(Buffer.from(bytes).equals(Buffer.from(pdf))).toBe(true);
  });

  it('that was changed on the disk is not shown', async () => {
    const { id } = value(await attach(written('third.pdf', pdf)));
    const stored = await readRepos(branch.backend.database.reader).documents.byId(id);
    const store = createContentStore(path.join(branch.folder, 'attachments'));
    const file = store.pathOf(stored?.sha256 ?? '');
    const whole = readFileSync(file);
    writeFileSync(file, 'something else');
    const api = await branch.as('sara');
    expect(await api.documents.bytes({ id })).toMatchObject({ error: { code: 'CONTENT_DAMAGED' } });
    rmSync(file);
    expect(await api.documents.bytes({ id })).toMatchObject({ error: { code: 'CONTENT_MISSING' } });
    writeFileSync(file, whole);
    expect(await api.documents.bytes({ id })).toMatchObject({ ok: true });
  });

  it('of a case that is not there is refused', async () => {
    const api = await branch.as('sara');
    for (const ownerType of ['complaint', 'objection', 'beneficiary'] as const) {
      const document = { ownerType, ownerId: branch.idOf('sara'), path: written('a.pdf', pdf) };
      expect(await api.documents.attach({ ...document, title: 'كشف' })).toMatchObject({
        error: { code: 'NOT_FOUND' },
      });
    }
  });

  it('is attached by whoever works on cases, not by an auditor', async () => {
    const api = await branch.as('huda');
    const document = { ownerType: 'beneficiary' as const, ownerId: person.id, path: '/nowhere' };
    expect(await api.documents.attach({ ...document, title: 'كشف' })).toMatchObject({
      error: { code: 'NOT_PERMITTED' },
    });
  });
});
