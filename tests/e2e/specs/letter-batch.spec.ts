import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { PDFDocument } from 'pdf-lib';
import { readFileSync } from 'node:fs';
import type { BranchFolder } from '../fixtures/branch-folder.ts';
import { expect, test } from '../fixtures/test.ts';
import { ar } from '../fixtures/words.ts';
import { LetterDesks } from '../screens/letter-desks.ts';
import { Shell } from '../screens/shell.ts';
import { StartScreen } from '../screens/start-screen.ts';

/** A bank answers that it has rejected all that was sent to it for the cycle. */
function rejectAll(branch: BranchFolder, month: string): number {
  const file = new Sqlite(path.join(branch.folder, 'insaf.db'));
  try {
    const sent = file
      .prepare<[string], { no: number }>(
        `select no from payment where month = ? and status = 'sent'`,
      )
      .all(month);
    for (const { no } of sent) {
      file
        .prepare(
          `insert into payment_event (payment_no, type, at, effective_on, reason_list, reason_code)
           values (?, 'rejected', ?, ?, 'iso20022', 'AC04')`,
        )
        .run(no, `${month}-02T06:00:00.000Z`, `${month}-02`);
      file
        .prepare(
          `update payment set status = 'rejected', reason_list = 'iso20022', reason_code = 'AC04' where no = ?`,
        )
        .run(no);
    }
    return sent.length;
  } finally {
    file.close();
  }
}

test('guidance for every rejected payment of a cycle is stopped, goes on, and becomes one file', async ({
  branch,
  open,
  scratch,
}) => {
  const month = branch.month('current');
  const count = rejectAll(branch, month);
  const before = branch.rows<{ n: number }>('select count(*) as n from letter')[0]?.n ?? 0;
  const merged = path.join(scratch, 'all.pdf');
  const desk = await open(branch.folder);
  await desk.app.evaluate(({ ipcMain }, file) => {
    ipcMain.removeHandler('insaf:choose-target');
    ipcMain.handle('insaf:choose-target', () => file);
  }, merged);
  await new StartScreen(desk.page).signIn('sara');
  await new Shell(desk.page).go('letters');
  const desks = new LetterDesks(desk.page);
  await desks.open('batches');
  await desks.startGuidance(month);
  const issue = desks.dialog.getByRole('button', {
    name: ar('letterBatches.issue', { n: count }),
  });
  await expect(issue).toBeEnabled();
  await desk.keep('letter-batch-count');
  await issue.click();

  const view = desk.page.getByRole('region', { name: ar('letterBatches.batch') });
  await expect(view.getByRole('progressbar')).toBeVisible();
  await desk.keep('letter-batch-running');
  await view.getByRole('button', { name: ar('ui.stop') }).click();
  const goOn = view.getByRole('button', { name: ar('letterBatches.resume') });
  await expect(goOn).toBeVisible();
  await desk.keep('letter-batch-stopped');
  await goOn.click();
  await expect(
    view.getByText(ar('letterBatches.tally', { issued: count, skipped: 0, pending: 0 })),
  ).toBeVisible({ timeout: 60_000 });
  await desk.keep('letter-batch-done');
  await view.getByRole('button', { name: ar('letterBatches.merge') }).click();
  await expect(new Shell(desk.page).toasts).toContainText('كُتب الملف');
  await desk.close();

  const pdf = await PDFDocument.load(readFileSync(merged));
  expect(pdf.getPageCount()).toBe(count);
  expect(branch.rows<{ n: number }>('select count(*) as n from letter')[0]?.n).toBe(before + count);
  expect(
    branch.rows(
      `select letter_id from letter_batch_item where letter_id is not null group by letter_id having count(*) > 1`,
    ),
  ).toEqual([]);
  const { differences } = await branch.verify();
  expect(differences.filter(({ area }) => area.startsWith('letter'))).toEqual([]);
});
