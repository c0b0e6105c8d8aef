import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { EVIDENCE_LIMITS } from '../../../src/backend/documents/evidence-limits.ts';
import { inspectPdf } from '../../../src/backend/documents/pdf/inspect-pdf.ts';
import * as evidence from '../../../src/backend/documents/testing/evidence-files.ts';
import { checkStructure, hasQpdf } from '../../../src/backend/letters/testing/pdf-tools.ts';
import { newComplaint } from '../fixtures/cases-at-hand.ts';
import { expect, test } from '../fixtures/test.ts';
import { ar } from '../fixtures/words.ts';
import { CaseDocuments } from '../screens/case-documents.ts';
import { ComplaintsScreen } from '../screens/complaints-screen.ts';
import { Shell } from '../screens/shell.ts';
import { StartScreen } from '../screens/start-screen.ts';

test('hostile evidence is refused or flagged, and the dossier of its case holds nothing that acts', async ({
  branch,
  scratch,
  open,
}) => {
  const { file } = await newComplaint(branch, 'shortfallProven');
  const { ticket } = file.complaint;
  const written = (name: string, bytes: Uint8Array): string => {
    const target = path.join(scratch, name);
    writeFileSync(target, bytes);
    return target;
  };
  const bomb = written('bomb.pdf', evidence.objectBomb(900));
  const locked = written('locked.pdf', await evidence.encrypted('secret'));
  const acting = written('acting.pdf', await evidence.documentScript());
  const saved = path.join(scratch, 'saved.pdf');
  const desk = await open(branch.folder);
  await new StartScreen(desk.page).signIn('sara');
  await new Shell(desk.page).go('complaints');
  const complaints = new ComplaintsScreen(desk.page);
  await complaints.view('all');
  await complaints.open(ticket);
  const documents = new CaseDocuments(desk);

  await documents.attach(bomb);
  await expect(documents.attaching).toContainText(ar('errors.DOCUMENT_TOO_COMPLEX'), {
    timeout: 30_000,
  });
  await desk.keep('document-refused');
  await documents.attaching.getByRole('button', { name: ar('ui.back') }).click();
  await documents.attach(locked);
  await expect(documents.attaching).toContainText('محمي بكلمة مرور');
  await documents.attaching.getByRole('button', { name: ar('ui.back') }).click();

  await documents.attach(acting);
  await expect(documents.attaching).toContainText(ar('cases.content.javaScript'));
  await desk.keep('document-flagged');
  await documents.attaching.getByRole('button', { name: ar('ui.close') }).click();
  await expect(documents.marks).toHaveCount(1);
  await documents.marks.click();
  await expect(desk.page.getByRole('dialog')).toContainText(ar('cases.activeContentRemoved'));
  await desk.keep('document-shown');
  await desk.page
    .getByRole('dialog')
    .getByRole('button', { name: ar('ui.close') })
    .click();

  await documents.makeDossier(ticket);
  await expect(documents.dossier(ticket).locator('canvas')).toBeVisible({ timeout: 30_000 });
  await desk.keep('dossier');
  await documents.saveDossier(ticket, saved);
  await expect(new Shell(desk.page).toasts).toContainText(ar('dossiers.saved'));
  await desk.close();

  const bytes = readFileSync(saved);
  const { pages, contents } = await inspectPdf(bytes, EVIDENCE_LIMITS);
  expect(contents).toEqual([]);
  if (hasQpdf) checkStructure(bytes);
  const dossier = await PDFDocument.load(bytes);
  expect(dossier.getPageCount()).toBe(pages);
  const outlines = dossier.catalog.lookup(PDFName.of('Outlines'), PDFDict);
  expect(outlines.has(PDFName.of('First'))).toBe(true);
  const trail = branch.rows<{ details: string }>(
    `select details from audit_entry where action = 'dossier.made'`,
  );
  expect(trail).toHaveLength(1);
  expect(JSON.parse(trail[0]?.details ?? '{}')).toMatchObject({ pages, identity: 'full' });
});
