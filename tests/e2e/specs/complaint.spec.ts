import {
  addHalalas,
  formatHalalas,
  subtractHalalas,
  ZERO_HALALAS,
} from '../../../src/domain/shared/halalas.ts';
import {
  letterPlainText,
  normaliseLetterText,
} from '../../../src/domain/letters/letter-plain-text.ts';
import { newComplaint } from '../fixtures/cases-at-hand.ts';
import { archivedLetter } from '../fixtures/letter-pdf.ts';
import { otherSpelling } from '../fixtures/spelling.ts';
import { expect, test } from '../fixtures/test.ts';
import { ComplaintsScreen } from '../screens/complaints-screen.ts';
import { LettersScreen } from '../screens/letters-screen.ts';
import { Shell } from '../screens/shell.ts';
import { StartScreen } from '../screens/start-screen.ts';

const SARA = 'سارة بنت فهد المطيري';

test('a complaint is found, decided by one officer, approved by another, and told in its letter', async ({
  branch,
  open,
}) => {
  const { file, nationalId } = await newComplaint(branch, 'shortfallProven');
  const { ticket, name } = file.complaint;
  const reasoning = 'ثبت من سجل الدورة أن المودع أقل من المستحق، فيُصرف الفرق مع الدفعة القادمة.';
  const desk = await open(branch.folder);
  const start = new StartScreen(desk.page);
  const shell = new Shell(desk.page);
  const complaints = new ComplaintsScreen(desk.page);
  await start.signIn('sara');
  await shell.go('complaints');
  await complaints.view('all');
  await desk.keep('complaints-queue');
  for (const sought of [nationalId, otherSpelling(name), ticket]) {
    await complaints.search.fill(sought);
    await expect(complaints.row(ticket)).toBeVisible();
    await expect(complaints.rows.first()).toContainText(name);
  }
  await complaints.open(ticket);
  await expect(complaints.case(ticket)).toContainText(file.claim);
  await desk.keep('complaint-new');
  await complaints.take();
  await complaints.decide('accepted', reasoning);
  await desk.keep('complaint-decision');
  await complaints.propose.click();
  await expect(complaints.decision).toContainText('لا يعتمد القرارَ من اقترحه');
  await expect(complaints.approve).toBeDisabled();
  await desk.keep('complaint-proposed');

  await shell.signOut(SARA);
  await start.signIn('khalid');
  await expect(shell.toasts).toBeEmpty();
  await shell.go('complaints');
  await complaints.view('awaitingApproval');
  await complaints.open(ticket);
  await expect(complaints.decision).toContainText(reasoning);
  await complaints.approve.click();
  await expect(complaints.confirmation).toContainText('لا تراجع بعد الاعتماد');
  await desk.keep('complaint-approve');
  await complaints.confirmation.getByRole('button', { name: 'اعتماد' }).click();
  await expect(shell.toasts).toContainText('اعتُمد قرار الشكوى');
  await shell.toasts.getByRole('button', { name: 'خطاب' }).click();
  const letters = new LettersScreen(desk.page);
  await expect(letters.sheet).toBeVisible();
  await desk.keep('letter-accepted');
  await desk.close();

  const letter = archivedLetter(branch, 'complaint', ticket);
  expect(letter.text).toBe(letterPlainText(letter.model));
  const due = addHalalas(...file.months.map((month) => month.due ?? ZERO_HALALAS));
  const paid = addHalalas(...file.months.map(({ credited }) => credited));
  for (const words of [
    name,
    ticket,
    reasoning,
    formatHalalas(subtractHalalas(due, paid)),
    letter.number,
  ]) {
    expect(letter.text).toContain(normaliseLetterText(words));
  }
});

test('a complaint without a proven shortfall is rejected, and its letter says why and where to appeal', async ({
  branch,
  open,
}) => {
  const { file } = await newComplaint(branch, 'paidInFull');
  const { ticket } = file.complaint;
  const reasoning = 'ثبت من إشعار البنك أن دفعة الشهر وصلت كاملة إلى الحساب المسجل.';
  const desk = await open(branch.folder);
  const start = new StartScreen(desk.page);
  const shell = new Shell(desk.page);
  const complaints = new ComplaintsScreen(desk.page);
  await start.signIn('sara');
  await shell.go('complaints');
  await complaints.view('all');
  await complaints.search.fill(ticket);
  await complaints.open(ticket);
  await complaints.take();
  await complaints.decide('accepted', reasoning);
  await complaints.propose.click();
  await expect(complaints.decision.getByRole('alert')).toContainText('لا يُقبل ما لم يثبت فيه نقص');
  await desk.keep('complaint-refused-step');
  await complaints.decide('rejected', reasoning);
  await complaints.propose.click();
  await expect(complaints.approve).toBeDisabled();
  await shell.signOut(SARA);
  await start.signIn('mona');
  await shell.go('complaints');
  await complaints.view('awaitingApproval');
  await complaints.open(ticket);
  await complaints.approve.click();
  await complaints.confirmation.getByRole('button', { name: 'اعتماد' }).click();
  await expect(shell.toasts).toContainText('اعتُمد قرار الشكوى');
  await shell.toasts.getByRole('button', { name: 'خطاب' }).click();
  await expect(new LettersScreen(desk.page).sheet).toBeVisible();
  await desk.keep('letter-rejected');
  await desk.close();
  const letter = archivedLetter(branch, 'complaint', ticket);
  expect(letter.text).toBe(letterPlainText(letter.model));
  expect(letter.text).toContain(normaliseLetterText(reasoning));
  expect(letter.text).toContain('ولكم حق التظلم من هذا القرار');
});
