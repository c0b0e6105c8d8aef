import { createHash } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
} from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Client } from '../../src/contract/client.ts';
import { createContentStore } from '../../src/backend/documents/content-store.ts';
import { EVIDENCE_LIMITS } from '../../src/backend/documents/evidence-limits.ts';
import { inspectPdf } from '../../src/backend/documents/pdf/inspect-pdf.ts';
import * as evidence from '../../src/backend/documents/testing/evidence-files.ts';
import { readRepos } from '../../src/backend/db/repos/repos.ts';
import {
  checkStructure,
  extractPages,
  hasPdftotext,
  hasQpdf,
} from '../../src/backend/letters/testing/pdf-tools.ts';
import { normaliseLetterText } from '../../src/domain/letters/letter-plain-text.ts';
import { isoMonth } from '../../src/domain/shared/iso-date.ts';
import { TestBranch, value, type Person } from './branch.ts';

const NOVEMBER = isoMonth('2026-11');
const CLAIM = 'لم تصلني دفعة نوفمبر كاملة، وراجعت البنك مرتين.';
const REASONING = 'ثبت من سجل المنافذ رقم 44 أن بقاء التابعة خارج المملكة لم يتجاوز المدة.';

let branch: TestBranch;
let person: Person;
let complaint: { id: string; ticket: string };

beforeAll(async () => {
  branch = await TestBranch.start('2026-11-12');
  person = await branch.person('عبدالرحمن بن فهد بن سعد الحربي');
  const cycle = { id: await branch.cycle(59, '2026-11', '2026-11-01'), month: '2026-11' };
  await branch.payment(person, cycle, 130_000, 'credited', { due: 196_000 });
  const sara = await branch.as('sara');
  complaint = value(
    await sara.complaints.file({
      beneficiaryId: person.id,
      category: 'short',
      channel: 'branch',
      claim: CLAIM,
      months: [{ month: NOVEMBER, expected: 196_000, received: 130_000 }],
    }),
  );
  await attach(sara, 'كشف الحساب', 'statement.pdf', await evidence.documentScript());
  await attach(sara, 'صفحة بعرضها', 'turned.pdf', await evidence.turnedPage());
  await attach(sara, 'كشف بختم البنك', 'stamped.pdf', await evidence.stampedStatement());
  const version = async () => {
    const shown = value(await sara.complaints.case({ id: complaint.id }));
    return { id: complaint.id, expectedVersion: shown.complaint.version };
  };
  value(await sara.complaints.take(await version()));
  value(
    await sara.complaints.propose({
      ...(await version()),
      outcome: 'accepted',
      reasoning: REASONING,
      months: [{ month: NOVEMBER, finding: 'shortfallProven', due: 196_000 }],
    }),
  );
  const mona = await branch.as('mona');
  const { letterId } = value(await mona.complaints.approve(await version()));
  await vi.waitFor(
    async () => {
      const { letter } = value(await mona.letters.letter({ id: letterId }));
      if (letter.pages === null) throw new Error('The letter is not set yet');
    },
    { timeout: 20_000 },
  );
});
afterAll(() => branch.end());

async function attach(
  api: Client,
  title: string,
  name: string,
  bytes: Uint8Array,
): Promise<string> {
  const file = path.join(branch.folder, name);
  writeFileSync(file, bytes);
  const owner = { ownerType: 'complaint', ownerId: complaint.id } as const;
  return value(await api.documents.attach({ ...owner, path: file, title })).id;
}

const whole = ['facts', 'timeLine', 'letters', 'documents'] as const;
const make = async (
  change: Partial<Parameters<Client['dossiers']['make']>[0]> = {},
  who = 'sara',
) =>
  (await branch.as(who)).dossiers.make({
    caseType: 'complaint',
    caseId: complaint.id,
    parts: [...whole],
    identity: 'full',
    ...change,
  });

/** Bookmarks as a reader shows them: titles, those below a title in brackets behind it. */
function bookmarks(parent: PDFDict): unknown[] {
  const found: unknown[] = [];
  let item: PDFObject | undefined = parent.lookup(PDFName.of('First'));
  while (item instanceof PDFDict) {
    found.push(item.lookup(PDFName.of('Title'), PDFHexString).decodeText());
    if (item.has(PDFName.of('First'))) found.push(bookmarks(item));
    item = item.lookup(PDFName.of('Next'));
  }
  return found;
}

describe('the dossier of a complaint', () => {
  it('holds the case, its letter and clean copies of its evidence, and is on the trail', async () => {
    const made = value(await make());
    expect(made).toMatchObject({ fileName: `${complaint.ticket}.pdf`, leftOut: [] });
    expect(createHash('sha256').update(made.bytes).digest('hex')).toBe(made.sha256);
    expect(await inspectPdf(made.bytes, EVIDENCE_LIMITS)).toEqual({
      pages: made.pages,
      contents: [],
    });
    if (hasQpdf) checkStructure(made.bytes);
    const subject = { type: 'complaint', id: complaint.id };
    const trail = await readRepos(branch.backend.database.reader).audit.of(subject);
    expect(trail.at(-1)).toMatchObject({
      action: 'dossier.made',
      officerId: branch.idOf('sara'),
      details: { sha256: made.sha256, pages: made.pages, identity: 'full', leftOut: 0 },
    });
  });

  it('has bookmarks in Arabic, its title, its language', async () => {
    const document = await PDFDocument.load(value(await make()).bytes, { updateMetadata: false });
    const outlines = document.catalog.lookup(PDFName.of('Outlines'), PDFDict);
    expect(bookmarks(outlines)).toEqual([
      'الغلاف والمحتويات',
      'الوقائع والقرار',
      'مجريات القضية',
      'الخطابات الصادرة',
      [expect.stringMatching(/\(.+\)$/)],
      'المستندات',
      ['كشف الحساب', 'صفحة بعرضها', 'كشف بختم البنك'],
    ]);
    expect(document.getTitle()).toContain(complaint.ticket);
    expect(document.catalog.lookup(PDFName.of('Lang'))?.toString()).toBe('(ar-SA)');
    const sizes = document.getPages().map((page) => Math.round(page.getWidth()));
    // The page that lies on its side lies so in the dossier; every other stands.
    expect(sizes.filter((width) => width === 842)).toHaveLength(1);
    expect(
      document.catalog.lookup(PDFName.of('Pages'), PDFDict).lookup(PDFName.of('Kids')),
    ).toBeInstanceOf(PDFArray);
  });

  it.skipIf(!hasPdftotext)(
    'says on paper what the screen says, page n of m on every page',
    async () => {
      const { bytes, pages } = value(await make());
      const text = extractPages(bytes).map(normaliseLetterText);
      expect(text).toHaveLength(pages);
      text.forEach((page, index) => {
        // Beside words in Latin letters alone poppler reads the line from the left.
        const label = `صفحة ${index + 1} من ${pages}|${pages} من ?${index + 1} صفحة`;
        expect(page).toMatch(new RegExp(label));
      });
      const all = text.join(' ');
      for (const said of [CLAIM, REASONING, person.name, person.nationalId, 'نقص مثبت', '660.00']) {
        expect(all).toContain(normaliseLetterText(said));
      }
      expect(all).toContain('سارة الغامدي');
      expect(all).toContain('APPROVED');
      expect(all.match(/Statement of account/g)).toHaveLength(3);
    },
  );

  it.skipIf(!hasPdftotext)('says in its contents on which page each part begins', async () => {
    const { bytes } = value(await make());
    const text = extractPages(bytes).map(normaliseLetterText);
    const [cover = ''] = text;
    const line = /كشف بختم البنك (\d+)/.exec(cover);
    expect(text[Number(line?.[1]) - 1]).toContain('APPROVED');
    const facts = /الوقائع والقرار (\d+)/.exec(cover);
    expect(text[Number(facts?.[1]) - 1]).toContain(normaliseLetterText(CLAIM));
  });

  it.skipIf(!hasPdftotext)(
    'masks the numbers of the person where it leaves the branch',
    async () => {
      const { bytes } = value(await make({ identity: 'masked', parts: ['facts', 'timeLine'] }));
      const all = extractPages(bytes).map(normaliseLetterText).join(' ');
      expect(all).not.toContain(person.nationalId);
      expect(all).toContain(person.nationalId.slice(-4));
    },
  );

  it('holds only the parts that were asked for', async () => {
    const made = value(await make({ parts: [] }));
    expect(made.pages).toBe(1);
  });

  it('is the same bytes when it is made again at the same moment', async () => {
    expect(value(await make()).sha256).toBe(value(await make()).sha256);
  });

  it('names a document whose pages it cannot hold, on a page of its own', async () => {
    const reader = readRepos(branch.backend.database.reader);
    const [first] = await reader.documents.of('complaint', complaint.id);
    const store = createContentStore(path.join(branch.folder, 'attachments'));
    const kept = await store.read(first?.sha256 ?? '');
    rmSync(store.pathOf(first?.sha256 ?? ''));
    const made = value(await make());
    expect(made.leftOut).toEqual([{ title: 'كشف الحساب', reason: 'CONTENT_MISSING' }]);
    if (hasPdftotext) {
      const all = extractPages(made.bytes).map(normaliseLetterText).join(' ');
      expect(all).toContain('لم تُضم صفحات هذه الوثيقة');
      expect(all.replaceAll(' ', '')).toContain(first?.sha256);
    }
    writeFileSync(store.pathOf(first?.sha256 ?? ''), kept);
  });

  it('is made for whoever reads cases, and for no case that is not there', async () => {
    expect(await make({}, 'huda')).toMatchObject({ ok: true });
    expect(await make({}, 'admin')).toMatchObject({ error: { code: 'NOT_PERMITTED' } });
    expect(await make({ caseId: person.id })).toMatchObject({ error: { code: 'NOT_FOUND' } });
  });

  it('can be stopped', async () => {
    const api = await branch.as('sara');
    const abort = new AbortController();
    const stopped = api.dossiers.make(
      { caseType: 'complaint', caseId: complaint.id, parts: [...whole], identity: 'full' },
      { signal: abort.signal, onProgress: () => abort.abort() },
    );
    expect(await stopped).toMatchObject({ error: { code: 'CANCELLED' } });
  });
});
