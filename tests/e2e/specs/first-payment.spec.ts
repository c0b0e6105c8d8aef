import { writeFileSync } from 'node:fs';
import path from 'node:path';
import * as evidence from '../../../src/backend/documents/testing/evidence-files.ts';
import { addMonths } from '../../../src/domain/shared/iso-date.ts';
import type { BranchFolder } from '../fixtures/branch-folder.ts';
import { nameOf } from '../fixtures/officers.ts';
import { commitAllCredited, sendRun } from '../fixtures/run-and-answer.ts';
import { expect, test } from '../fixtures/test.ts';
import { fillInWidow, WIDOW } from '../fixtures/widow.ts';
import { ar, arMonth } from '../fixtures/words.ts';
import { ApplicationsScreen } from '../screens/applications-screen.ts';
import { BeneficiaryScreen } from '../screens/beneficiary-screen.ts';
import { CycleScreen } from '../screens/cycle-screen.ts';
import { EligibilityScreen } from '../screens/eligibility-screen.ts';
import { PaymentsScreen } from '../screens/payments-screen.ts';
import { Shell } from '../screens/shell.ts';
import { StartScreen } from '../screens/start-screen.ts';

const REASONING = 'ثبت استحقاق الأسرة بالمستندات، والدخل أقل من الحد الأدنى.';
const PENSION = '1,480.00';

test('an application goes from its intake to the first payment, credited and explained', async ({
  branch,
  scratch,
  open,
}) => {
  const scan = path.join(scratch, 'scan.pdf');
  writeFileSync(scan, await evidence.statement());
  const month = addMonths(branch.month('current'), 1);
  const desk = await open(branch.folder);
  const start = new StartScreen(desk.page);
  const shell = new Shell(desk.page);
  const applications = new ApplicationsScreen(desk);
  const eligibility = new EligibilityScreen(desk.page);
  const cycle = new CycleScreen(desk.page);

  await test.step('the application is taken in and submitted with its papers', async () => {
    await start.signIn('sara');
    await shell.go('applications');
    await applications.begin(WIDOW.id);
    await desk.keep('application-intake');
    await fillInWidow(applications);
    await applications.kept();

    await applications.step('review');
    await expect(desk.page.getByText(ar('applications.readyToSubmit'))).toBeVisible();
    const sum = desk.page.getByRole('region', { name: ar('applications.eligibility') });
    await expect(sum).toContainText(PENSION);
    await desk.keep('application-review');
    for (const paper of WIDOW.papers) {
      await applications.attach(paper, scan);
      await expect(applications.paper(paper)).toContainText(ar('applications.paper.received'));
    }
    await applications.submit.click();
    await expect(shell.toasts).toContainText('قُدّم الطلب');
    await applications.side.waitFor();
    await desk.keep('application-submitted');
    const take = applications.side.getByRole('button', { name: ar('cases.take') });
    if (await take.isVisible()) await take.click();
  });

  await test.step('the papers are checked and the application approved initially', async () => {
    await applications.tab('papers');
    for (const paper of WIDOW.papers) await applications.accept(paper);
    await expect(applications.side).toContainText(ar('applications.checkPapers'));
    await desk.keep('application-papers');
    await applications.tab('eligibility');
    await expect(desk.page.getByRole('tabpanel')).toContainText(PENSION);
    await applications.side.getByText(ar('applications.outcome.accept'), { exact: true }).click();
    await applications.side
      .getByRole('textbox', { name: ar('applications.reasoning') })
      .fill(REASONING);
    await applications.side
      .getByRole('button', { name: ar('applications.approveInitially') })
      .click();
    await expect(shell.toasts).toContainText('موافقة مبدئية');
    await expect(applications.side).toContainText('لا يعتمد القرارَ من اقترحه');
    await expect(
      applications.side.getByRole('button', { name: ar('applications.decide.accept') }),
    ).toBeDisabled();
    await desk.keep('application-proposed');
  });

  await test.step('another officer approves it finally', async () => {
    await shell.signOut(nameOf('sara'));
    await start.signIn('mona');
    await shell.go('applications');
    await applications.view('awaitingApproval');
    await desk.keep('applications-queue');
    await applications.open(numberOf(branch));
    await expect(applications.side).toContainText(REASONING);
    await applications.side.getByRole('button', { name: ar('applications.decide.accept') }).click();
    const question = desk.page.getByRole('alertdialog');
    await expect(question).toContainText(ar('applications.writesRegistry'));
    await desk.keep('application-approve');
    await question.getByRole('button', { name: ar('applications.decide.accept') }).click();
    await expect(shell.toasts).toContainText('صدرت الموافقة النهائية');
    await expect(applications.side).toContainText(PENSION);
    await desk.keep('application-approved');
  });

  await test.step('the next month is computed and proposed by one, and approved by another', async () => {
    await shell.go('entitlement');
    await eligibility.compute(month);
    await eligibility.button('entitlement.propose').click();
    await expect(eligibility.main).toContainText(ar('entitlement.nextStep.own'));
    await shell.signOut(nameOf('mona'));
    await start.signIn('fahad');
    await shell.go('entitlement');
    await eligibility.button('entitlement.approve').click();
    await eligibility.confirm('entitlement.approve');
    await expect(eligibility.main).toContainText(ar('entitlement.status.approved'));
  });

  await test.step('the first payment is prepared in the cycle, and sent in its run', async () => {
    await shell.go('payments');
    await cycle.choose(arMonth(month));
    const payments = new PaymentsScreen(desk.page);
    await payments.search.fill(WIDOW.id);
    await expect(payments.rows).toHaveCount(1);
    await expect(payments.rows).toContainText(ar('status.payment.prepared'));
    await expect(payments.rows).toContainText(PENSION);
    await desk.keep('first-payment-prepared');
    const run = await sendRun(desk, scratch);
    expect(run.payments).toContainEqual(
      expect.objectContaining({ amount: 148_000, iban: WIDOW.iban }),
    );
    await desk.keep('first-payment-sent');
    await commitAllCredited(desk, scratch, run);
    await desk.keep('first-payment-answered');
    await shell.signOut(nameOf('fahad'));
  });

  await test.step('it stands credited on her page, and its amount is explained', async () => {
    await start.signIn('sara');
    const found = await shell.find(WIDOW.id);
    await found.filter({ hasText: WIDOW.name }).first().click();
    const beneficiary = new BeneficiaryScreen(desk.page);
    await beneficiary.money.click();
    const paid = beneficiary.panel('payments').getByRole('row').filter({ hasText: PENSION });
    await expect(paid).toHaveCount(1);
    await expect(paid).toContainText(ar('status.payment.credited'));
    await desk.keep('first-payment-credited');
    const ask = ar('whyAmount.askOfMonth', { month: arMonth(month) });
    await paid.getByRole('button', { name: ask }).click();
    const why = desk.page.getByRole('dialog');
    const sum = why.getByRole('table', { name: ar('whyAmount.thenRun') });
    for (const amount of ['1,320.00', '660.00', '500.00', PENSION]) {
      await expect(sum).toContainText(amount);
    }
    await expect(why).toContainText(ar('whyAmount.walkNothing'));
    await desk.keep('first-payment-why');
  });
  await desk.close();

  const [person] = branch.rows<{ eligibility: string; full_name: string }>(
    'select eligibility, full_name from beneficiary where national_id = ?',
    WIDOW.id,
  );
  expect(person).toEqual({ eligibility: 'eligible', full_name: WIDOW.name });
  const letters = branch.rows<{ template: string }>(
    `select l.template from letter l join application a on a.id = l.case_id and l.case_type = 'application'
     where a.number = ?`,
    numberOf(branch),
  );
  expect(letters.length).toBeGreaterThanOrEqual(1);
  const paid = branch.rows(
    `select p.month, p.kind, p.status, p.amount_halalas, p.due_halalas from payment p
       join beneficiary b on b.id = p.beneficiary_id where b.national_id = ?`,
    WIDOW.id,
  );
  expect(paid).toEqual([
    { month, kind: 'regular', status: 'credited', amount_halalas: 148_000, due_halalas: 148_000 },
  ]);
  expect((await branch.verify()).differences).toEqual([]);
});

function numberOf(branch: BranchFolder): string {
  const [row] = branch.rows<{ number: string }>(
    'select number from application where national_id = ?',
    WIDOW.id,
  );
  if (row === undefined) throw new Error('No application');
  return row.number;
}
