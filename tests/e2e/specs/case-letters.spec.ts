import { addMonths, monthOf, type IsoDate } from '../../../src/domain/shared/iso-date.ts';
import type { Desk } from '../fixtures/desk.ts';
import { expect, test } from '../fixtures/test.ts';
import { ar } from '../fixtures/words.ts';
import { ComplaintsScreen } from '../screens/complaints-screen.ts';
import { LettersScreen } from '../screens/letters-screen.ts';
import { NewComplaintDialog } from '../screens/new-complaint-dialog.ts';
import { Shell } from '../screens/shell.ts';
import { StartScreen } from '../screens/start-screen.ts';

/** The printer alone stands in: it takes each paper and says that it is printed. */
async function standInPrinter(desk: Desk): Promise<void> {
  await desk.app.evaluate(({ ipcMain }) => {
    for (const channel of ['printers', 'print', 'spool-state']) {
      ipcMain.removeHandler(`insaf:${channel}`);
    }
    const printer = { name: 'Office', label: 'Office', isDefault: true };
    ipcMain.handle('insaf:printers', () => ({
      printers: [{ ...printer, status: 'ready', troubles: [] }],
      chosen: null,
      tells: true,
    }));
    ipcMain.handle('insaf:print', () => ({ state: 'spooled', job: 1 }));
    ipcMain.handle('insaf:spool-state', () => ({ state: 'printed', troubles: [] }));
  });
}

/** The newest month of which complaints are taken: they begin on the tenth. */
const openMonth = (today: IsoDate) =>
  Number(today.slice(8)) >= 10 ? monthOf(today) : addMonths(monthOf(today), -1);

test('a walk-in takes his receipt along, is asked for a paper, and shows what he is paid', async ({
  branch,
  open,
}) => {
  const [person] = branch.rows<{ id: string; full_name: string; national_id: string }>(`
    select b.id, b.full_name, b.national_id from beneficiary b
    where exists (select 1 from payment p where p.beneficiary_id = b.id and p.status = 'credited'
        and p.kind = 'regular')
      and not exists (select 1 from payment p where p.beneficiary_id = b.id
        and p.status not in ('credited', 'sent', 'settled'))
      and not exists (select 1 from complaint c where c.beneficiary_id = b.id)
      and not exists (select 1 from objection o where o.beneficiary_id = b.id)
      and not exists (select 1 from life_case l where l.beneficiary_id = b.id) limit 1`);
  if (!person) throw new Error('Nobody of the sample has simply been paid');
  const desk = await open(branch.folder);
  await standInPrinter(desk);
  const shell = new Shell(desk.page);
  const complaints = new ComplaintsScreen(desk.page);
  const letters = new LettersScreen(desk.page);
  await new StartScreen(desk.page).signIn('sara');
  await shell.go('complaints');

  await complaints.list.waitFor();
  await desk.page.keyboard.press('Control+n');
  const dialog = new NewComplaintDialog(desk.page);
  await dialog.choosePerson(person.national_id, person.full_name);
  await dialog.chooseMonth(openMonth(branch.today));
  await dialog.expected.fill('2000');
  await dialog.received.fill('1500');
  await dialog.claim.fill('المبلغ المودع أقل مما اعتدته.');
  await expect(dialog.box.getByRole('checkbox', { name: ar('caseLetters.receipt') })).toBeChecked();
  await dialog.box.getByText('صورة من الهوية الوطنية').click();
  await desk.keep('complaint-with-receipt');
  await dialog.file.click();
  await expect(shell.toasts).toContainText('صدر الخطاب');
  await shell.toasts.getByRole('button', { name: ar('caseLetters.open') }).click();
  await expect(letters.sheet).toBeVisible();
  await desk.page.keyboard.press('Control+p');
  await expect(letters.dialog.locator('canvas.pdf-sheet')).toBeVisible();
  await desk.page.keyboard.press('Control+Enter');
  await expect(shell.toasts).toContainText('سُجلت طباعة الخطاب');

  await shell.go('complaints');
  await complaints.view('all');
  await complaints.search.fill(person.national_id);
  await expect(complaints.rows).toHaveCount(1);
  await complaints.rows.first().click();
  const list = desk.page.getByRole('region', { name: ar('caseLetters.title'), exact: true });
  await expect(list.getByRole('listitem')).toHaveCount(1);
  await expect(list).toContainText('إشعار استلام شكوى');
  await complaints.take();
  await desk.page.keyboard.press('d');
  const ask = desk.page.getByRole('dialog', { name: ar('caseLetters.askTitle') });
  await ask
    .getByRole('radiogroup', { name: /مستند يبيّن الدخل/ })
    .getByText(ar('caseLetters.paper.missing'))
    .click();
  await desk.keep('documents-asked-for');
  await ask.getByRole('button', { name: ar('caseLetters.askNow') }).click();
  await expect(list.getByRole('listitem')).toHaveCount(2);
  await expect(list).toContainText('طلب مستندات');

  await desk.page.evaluate((id) => {
    location.hash = `#/beneficiaries/${id}?tab=money`;
  }, person.id);
  await desk.page.getByRole('button', { name: ar('caseLetters.menu') }).click();
  await desk.page.getByRole('menuitem', { name: ar('caseLetters.certificate') }).click();
  await desk.page.getByRole('dialog').getByRole('textbox').fill('بنك التنمية الاجتماعية');
  await desk.page.getByRole('button', { name: ar('caseLetters.issue') }).click();
  await expect(list.getByRole('listitem')).toHaveCount(3);
  await desk.keep('person-letters');
  await desk.page.getByRole('button', { name: ar('caseLetters.menu') }).click();
  await desk.page.getByRole('menuitem', { name: ar('caseLetters.form') }).click();
  await expect(letters.dialog.locator('canvas.pdf-sheet')).toBeVisible();
  await letters.dialog.getByRole('button', { name: ar('caseLetters.print') }).click();
  await expect(shell.toasts).toContainText(ar('caseLetters.formPrinted'));
  await desk.close();

  expect(
    branch.rows<{ template: string; life: string }>(`
      select template, life from letter where beneficiary_id = '${person.id}' order by issued_at, serial`),
  ).toEqual([
    { template: 'complaintReceipt', life: 'printed' },
    { template: 'documentsRequest', life: 'issued' },
    { template: 'pensionCertificate', life: 'issued' },
  ]);
});
