import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { hasPdftotext } from '../../../src/backend/letters/testing/pdf-tools.ts';
import { normaliseLetterText } from '../../../src/domain/letters/letter-plain-text.ts';
import type { Desk } from '../fixtures/desk.ts';
import { expect, test } from '../fixtures/test.ts';
import { ar } from '../fixtures/words.ts';
import { LetterDesks } from '../screens/letter-desks.ts';
import { LettersScreen } from '../screens/letters-screen.ts';
import { Shell } from '../screens/shell.ts';
import { StartScreen } from '../screens/start-screen.ts';

/** A printer that takes and prints whatever comes, and a dialog that saves where the test wants it. */
async function standIns(desk: Desk, saved: string): Promise<void> {
  await desk.app.evaluate(({ ipcMain }, file) => {
    for (const channel of ['printers', 'print', 'spool-state', 'save-as']) {
      ipcMain.removeHandler(`insaf:${channel}`);
    }
    const printer = { name: 'Office', label: 'Office', isDefault: true };
    ipcMain.handle('insaf:printers', () => ({
      printers: [{ ...printer, status: 'ready', troubles: [] }],
      chosen: null,
      tells: true,
    }));
    let jobs = 0;
    ipcMain.handle('insaf:print', () => ({ state: 'spooled', job: (jobs += 1) }));
    ipcMain.handle('insaf:spool-state', () => ({ state: 'printed', troubles: [] }));
    ipcMain.handle('insaf:save-as', (_event, bytes: Uint8Array) => {
      process.getBuiltinModule('node:fs').writeFileSync(file, bytes);
      return file;
    });
  }, saved);
}

test('a letter is written, looked at, issued, printed, handed over, and copied with a stamp', async ({
  branch,
  open,
  scratch,
}) => {
  const [person] = branch.rows<{ name: string; national_id: string }>(
    'select full_name as name, national_id from beneficiary order by id limit 1',
  );
  if (person === undefined) throw new Error('Nobody in the sample');
  const copy = path.join(scratch, 'copy.pdf');
  const desk = await open(branch.folder);
  await standIns(desk, copy);
  await new StartScreen(desk.page).signIn('sara');
  const shell = new Shell(desk.page);
  await shell.go('letters');
  const desks = new LetterDesks(desk.page);
  const letters = new LettersScreen(desk.page);

  await desks.open('drafts');
  const subject = 'إفادة بشأن تحديث البيانات';
  await desks.write(
    { search: person.national_id, name: person.name },
    subject,
    'نفيدكم بأن بياناتكم حُدّثت في سجل الفرع.',
  );
  await expect(desks.sheet).toBeVisible();
  await desk.keep('letter-draft');
  await desks.dialog.getByRole('button', { name: ar('letterDrafts.save') }).click();
  await expect(shell.toasts).toContainText(ar('letterDrafts.saved'));
  await desk.keep('letter-drafts');

  await letters.rows.filter({ hasText: subject }).click();
  await expect(desks.sheet).toBeVisible();
  await desks.dialog.getByRole('button', { name: ar('letterDrafts.issue') }).click();
  await desks.dialog.waitFor({ state: 'hidden' });
  await expect(letters.sheet).toBeVisible();

  await desk.page.keyboard.press('Control+p');
  await expect(letters.dialog.locator('canvas.pdf-sheet')).toBeVisible();
  await desk.page.keyboard.press('Control+Enter');
  await expect(shell.toasts).toContainText('سُجلت طباعة الخطاب');
  await letters.dialog.waitFor({ state: 'hidden' });

  await desk.page.getByRole('button', { name: ar('letters.deed.handOver') }).click();
  const digits = desks.dialog.getByRole('textbox', { name: ar('letters.idDigits') });
  await digits.fill('0000');
  await desk.page.keyboard.press('Control+Enter');
  await expect(desks.dialog).toContainText('ليست من هوية صاحب الخطاب');
  await desk.keep('letter-hand-over');
  await digits.fill(person.national_id.slice(-4));
  await desk.page.keyboard.press('Control+Enter');
  await desks.dialog.waitFor({ state: 'hidden' });
  await expect(desk.page.getByText(ar('status.letter.handedOver')).first()).toBeVisible();

  await desks.deed('copy');
  await expect(shell.toasts).toContainText(ar('letters.copySaved'));
  await desk.page.getByRole('button', { name: ar('letters.trail') }).click();
  await expect(desks.dialog).toContainText(ar('letters.event.printed'));
  await expect(desks.dialog).toContainText(person.name);
  await desk.keep('letter-trail');
  await desk.close();

  if (hasPdftotext) {
    const text = normaliseLetterText(
      execFileSync('pdftotext', [copy, '-'], { encoding: 'utf8', maxBuffer: 1 << 24 }),
    );
    expect(text).toContain('نسخة');
  }
  expect(
    branch.rows<{ types: string }>(
      `select group_concat(e.type, ' ') as types from letter l join letter_event e on e.letter_id = l.id
       where l.subject = ?`,
      subject,
    ),
  ).toEqual([{ types: 'issued rendered printed handedOver copied' }]);
  expect((await branch.verify()).differences).toEqual([]);
});
