import { SAMPLE_PASSWORD } from '../../../src/domain/sample/sample-accounts.ts';
import { expect, test } from '../fixtures/test.ts';
import { ComplaintsScreen } from '../screens/complaints-screen.ts';
import { NewComplaintDialog } from '../screens/new-complaint-dialog.ts';
import { Shell } from '../screens/shell.ts';
import { StartScreen } from '../screens/start-screen.ts';

test("a complaint after its window is filed only with a supervisor's reason and password", async ({
  branch,
  open,
}) => {
  const [person] = branch.rows<{ id: string; name: string; national_id: string }>(
    `select id, full_name name, national_id from beneficiary
       where id not in (select beneficiary_id from complaint)
         and id in (select beneficiary_id from payment where month = ?) order by id limit 1`,
    branch.month('beforeLast'),
  );
  if (person === undefined) throw new Error('Everybody has complained');
  const reason = 'كان المستفيد منوماً في المستشفى طوال مدة الشكوى.';
  const desk = await open(branch.folder);
  const shell = new Shell(desk.page);
  await new StartScreen(desk.page).signIn('sara');
  await shell.go('complaints');
  await new ComplaintsScreen(desk.page).list.waitFor();
  await desk.page.keyboard.press('Control+n');
  const dialog = new NewComplaintDialog(desk.page);
  await dialog.choosePerson(person.national_id, person.name);
  await dialog.chooseMonth(branch.month('beforeLast'));
  await dialog.expected.fill('2000');
  await dialog.received.fill('1,320.50');
  await dialog.claim.fill('وصلني أقل مما كان يصل قبل شهرين.');
  await expect(dialog.box).toContainText('انتهت مدة الشكوى');
  await dialog.file.click();
  await expect(dialog.box).toContainText('اكتب سبب قبول التقديم بعد المدة');
  await dialog.lateReason.fill(reason);
  await dialog.supervisor.fill('mona');
  await dialog.password.fill('not-her-password');
  await dialog.file.click();
  await expect(dialog.box.getByRole('alert')).toContainText('كلمة مروره غير صحيحة');
  await dialog.supervisor.fill('khalid');
  await dialog.password.fill(SAMPLE_PASSWORD);
  await dialog.file.click();
  await expect(dialog.box.getByRole('alert')).toContainText('ليس لهذا الحساب أن يأذن');
  await desk.keep('complaint-late');
  await dialog.supervisor.fill('mona');
  await dialog.password.fill(SAMPLE_PASSWORD);
  await dialog.file.click();
  await expect(dialog.box).toBeHidden();
  await expect(shell.toasts).toContainText('سُجّلت الشكوى برقم');
  await expect(new ComplaintsScreen(desk.page).page.getByRole('article')).toContainText(reason);
  await desk.keep('complaint-late-filed');
  await desk.close();
  const filed = branch.rows<{ count: number }>(
    'select count(*) count from complaint where beneficiary_id = ?',
    person.id,
  );
  expect(filed).toEqual([{ count: 1 }]);
});
