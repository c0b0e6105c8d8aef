import {
  letterPlainText,
  normaliseLetterText,
} from '../../../src/domain/letters/letter-plain-text.ts';
import { newObjection } from '../fixtures/cases-at-hand.ts';
import { archivedLetter } from '../fixtures/letter-pdf.ts';
import { expect, test } from '../fixtures/test.ts';
import { LettersScreen } from '../screens/letters-screen.ts';
import { ObjectionsScreen } from '../screens/objections-screen.ts';
import { Shell } from '../screens/shell.ts';
import { StartScreen } from '../screens/start-screen.ts';

const SARA = 'سارة بنت فهد المطيري';

test('an objection gets a finding for each reason beside its evidence, and another person approves it', async ({
  branch,
  open,
}) => {
  const { objection, reasons, documents } = await newObjection(branch, 'sara');
  const { number } = objection;
  const summary = 'ثبت بالمستندات أن أسباب القرار الأول غير قائمة، فيُقبل الاعتراض.';
  const notes = reasons.map(({ code }) => `تبيّن من المستند المرفق أن السبب ${code} غير قائم`);
  const desk = await open(branch.folder);
  const start = new StartScreen(desk.page);
  const shell = new Shell(desk.page);
  const objections = new ObjectionsScreen(desk.page);
  await start.signIn('sara');
  await shell.go('objections');
  await objections.view('unassigned');
  await desk.keep('objections-queue');
  await objections.open(number);
  await objections.take();
  await expect(objections.sheet).toBeVisible();
  await expect(objections.evidence).toContainText(documents[0]?.title ?? '?');
  for (const [at, { code }] of reasons.entries()) {
    await objections.find(code, 'notProven', notes[at] ?? '');
    await objections.pin.click();
    await expect(objections.evidence).toContainText(`دليل`);
  }
  await expect(objections.reasons).toContainText('لكل سبب نتيجة');
  await desk.keep('objection-findings');
  await objections.choose('accepted');
  await objections.propose('accepted', summary);
  await expect(shell.toasts).toContainText('تنتظر اعتماد موظف آخر');
  await expect(objections.approve).toHaveCount(0);
  await expect(objections.bar).toContainText('لا يعتمد القرارَ من اقترحه');
  await desk.keep('objection-proposed');

  await shell.signOut(SARA);
  await start.signIn('mona');
  await shell.go('objections');
  await objections.view('awaitingApproval');
  await objections.open(number);
  await expect(objections.reasons).toContainText(summary);
  await objections.approve.click();
  await expect(objections.confirmation).toContainText('يصبح المعترض مؤهلاً في السجل');
  await desk.keep('objection-approve');
  await objections.confirmation.getByRole('button', { name: 'اعتماد' }).click();
  await expect(shell.toasts).toContainText('اعتُمدت نتيجة الاعتراض');
  await shell.toasts.getByRole('button', { name: 'خطاب' }).click();
  await expect(new LettersScreen(desk.page).sheet).toBeVisible();
  await desk.keep('letter-objection');
  await desk.close();

  const letter = archivedLetter(branch, 'objection', number);
  expect(letter.text).toBe(letterPlainText(letter.model));
  for (const words of [objection.name, number, summary, ...notes]) {
    expect(letter.text).toContain(normaliseLetterText(words));
  }
  const [file] = branch.rows<{ eligibility: string }>(
    'select eligibility from beneficiary where id = ?',
    objection.beneficiaryId,
  );
  expect(file?.eligibility).toBe('eligible');
});
