import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { addMonths, monthOf } from '../../../src/domain/shared/iso-date.ts';
import { PAGE } from '../../repos/resume-payments.ts';
import { valueOf } from '../fixtures/branch-folder.ts';
import { expect, test } from '../fixtures/test.ts';
import { ResumeScreen } from '../screens/resume-screen.ts';
import { Shell } from '../screens/shell.ts';
import { StartScreen } from '../screens/start-screen.ts';

const SARA = 'سارة بنت فهد المطيري';

test('a payment to a closed account is proven, proposed by one officer, approved by another, and stands in the next cycle', async ({
  branch,
  scratch,
  open,
}) => {
  // The day of the test is any; accounts are changed on all of them here.
  branch.set('accountEditDays', { from: 1, to: 31 });
  const failed = await branch.as('sara', async (api) => {
    const { rows } = valueOf(await api.resume.queue({ view: 'waiting', reasonCode: 'AC04' }));
    const [row] = rows;
    if (!row) throw new Error('The sample holds no payment to a closed account');
    return row;
  });
  const letter = path.join(scratch, 'iban.pdf');
  writeFileSync(letter, PAGE);

  const desk = await open(branch.folder);
  const start = new StartScreen(desk.page);
  const shell = new Shell(desk.page);
  const resume = new ResumeScreen(desk.page);
  await start.signIn('sara');
  await shell.go('reconciliation');
  await resume.goTo();
  await resume.open(failed.name);
  await expect(resume.step('account')).toBeVisible();
  await desk.keep('resume-waiting');
  await resume.attach(desk.app, letter);
  await resume.proveNewAccount('SA44 2000 0001 2345 6789 1234');
  await expect(resume.step('account')).toContainText('تم التحقق من صحة رقم الحساب البنكي بنجاح');
  await desk.keep('resume-account-proven');
  await resume.confirmActive();
  await resume.propose.click();
  await expect(resume.step('resume')).toContainText('لا يعتمد');
  await expect(resume.approve).toBeHidden();
  await desk.keep('resume-proposed');

  await shell.signOut(SARA);
  await start.signIn('khalid');
  await shell.go('reconciliation');
  await resume.goTo();
  await resume.view('awaitingApproval');
  await resume.open(failed.name);
  await resume.approve.click();
  await expect(resume.confirmation).toContainText('SA******1234');
  await desk.keep('resume-approve');
  await resume.confirmation.getByRole('button', { name: 'اعتماد الاستئناف' }).click();
  await expect(shell.toasts).toContainText('اعتُمد الاستئناف');
  await resume.view('sentAgain');
  await expect(resume.table).toContainText('RSM');
  await desk.keep('resume-sent-again');
  await desk.close();

  const { first, attempt, cycleMonth } = await branch.as('sara', async (api) => {
    const view = valueOf(await api.resume.payment({ paymentId: failed.id }));
    const cycles = valueOf(await api.payments.cycles({}));
    const made = view.attempt?.payment;
    const cycle = cycles.find(({ number }) => number === made?.cycleNumber);
    return { first: view.payment, attempt: made, cycleMonth: cycle?.month };
  });
  expect(attempt).toMatchObject({
    month: failed.month,
    amount: failed.amount,
    status: 'prepared',
    maskedIban: 'SA******1234',
  });
  expect(attempt?.endToEndId).not.toBe(first.endToEndId);
  expect(cycleMonth).toBe(addMonths(monthOf(branch.today), 1));
});
