import { truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as evidence from '../../../src/backend/documents/testing/evidence-files.ts';
import { INCOME_WORDS } from '../../../src/domain/entitlement/entitlement-words.ts';
import type { BranchFolder } from '../fixtures/branch-folder.ts';
import { expect, test } from '../fixtures/test.ts';
import { ar } from '../fixtures/words.ts';
import { ApplicationsScreen } from '../screens/applications-screen.ts';
import { Shell } from '../screens/shell.ts';
import { StartScreen } from '../screens/start-screen.ts';

const SARA = 'سارة بنت فهد المطيري';
const APPLICANT = { id: '1010101010', name: 'نوف بنت سالم العتيبي' };
const CHILD = { id: '1123456780', name: 'ليان بنت خالد العتيبي' };
const IBAN = 'SA0380000000608010167519';
const REASONING = 'ثبت استحقاق الأسرة بالمستندات، والدخل أقل من الحد الأدنى.';

test('an application goes from its intake to the final approval by another officer', async ({
  branch,
  scratch,
  open,
}) => {
  const scan = path.join(scratch, 'scan.pdf');
  writeFileSync(scan, await evidence.statement());
  const desk = await open(branch.folder);
  const start = new StartScreen(desk.page);
  const shell = new Shell(desk.page);
  const applications = new ApplicationsScreen(desk);
  await start.signIn('sara');
  await shell.go('applications');
  await applications.begin(APPLICANT.id);
  await desk.keep('application-intake');
  await fillIn(applications);
  await applications.kept();

  await applications.step('review');
  await expect(desk.page.getByText(ar('applications.readyToSubmit'))).toBeVisible();
  const sum = desk.page.getByRole('region', { name: ar('applications.eligibility') });
  // A head and one child: 1,320 and 660, less half of a wage of 1,000.
  await expect(sum).toContainText('1,480.00');
  await desk.keep('application-review');
  const papers = ['identity', 'familyRecord', 'death', 'wageSlip', 'lease'];
  for (const paper of papers) {
    await applications.attach(paper, scan);
    await expect(applications.paper(paper)).toContainText(ar('applications.paper.received'));
  }
  await applications.submit.click();
  await expect(shell.toasts).toContainText('قُدّم الطلب');
  await applications.side.waitFor();
  await desk.keep('application-submitted');
  const take = applications.side.getByRole('button', { name: ar('cases.take') });
  if (await take.isVisible()) await take.click();

  await applications.tab('papers');
  for (const paper of papers) await applications.accept(paper);
  await expect(applications.side).toContainText(ar('applications.checkPapers'));
  await desk.keep('application-papers');
  await applications.tab('eligibility');
  await expect(desk.page.getByRole('tabpanel')).toContainText('1,480.00');
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
  const number = numberOf(branch);

  await shell.signOut(SARA);
  await start.signIn('mona');
  await shell.go('applications');
  await applications.view('awaitingApproval');
  await desk.keep('applications-queue');
  await applications.open(number);
  await expect(applications.side).toContainText(REASONING);
  await applications.side.getByRole('button', { name: ar('applications.decide.accept') }).click();
  const question = desk.page.getByRole('alertdialog');
  await expect(question).toContainText(ar('applications.writesRegistry'));
  await desk.keep('application-approve');
  await question.getByRole('button', { name: ar('applications.decide.accept') }).click();
  await expect(shell.toasts).toContainText('صدرت الموافقة النهائية');
  await expect(applications.side).toContainText('1,480.00');
  await desk.keep('application-approved');
  await desk.close();

  const [person] = branch.rows<{ eligibility: string; full_name: string }>(
    'select eligibility, full_name from beneficiary where national_id = ?',
    APPLICANT.id,
  );
  expect(person).toEqual({ eligibility: 'eligible', full_name: APPLICANT.name });
  const letters = branch.rows<{ template: string }>(
    `select l.template from letter l join application a on a.id = l.case_id and l.case_type = 'application'
     where a.number = ?`,
    number,
  );
  expect(letters.length).toBeGreaterThanOrEqual(1);
  const { differences } = await branch.verify();
  expect(differences).toEqual([]);
});

test('what cannot be is refused at its field, and every table stays as it was', async ({
  branch,
  scratch,
  open,
}) => {
  const program = path.join(scratch, 'hidden.pdf');
  writeFileSync(program, Buffer.from('MZ\u0090\u0000 this program cannot be run in DOS mode'));
  const huge = path.join(scratch, 'huge.pdf');
  writeFileSync(huge, '%PDF-1.7\n');
  truncateSync(huge, 50 * 1024 * 1024);
  const desk = await open(branch.folder);
  const applications = new ApplicationsScreen(desk);
  await new StartScreen(desk.page).signIn('sara');
  await new Shell(desk.page).go('applications');
  await applications.begin(APPLICANT.id);
  await fillIn(applications);

  await applications.step('personal');
  // No month of the Hijri calendar has 31 days.
  await applications.fill('applicant.birthDate', '31/7/1405');
  await applications.step('financial');
  await applications.fill('incomes.0.amount', '-1000');
  await applications.step('bank');
  await applications.fill('bank.iban', 'GB29NWBK60161331926819');
  await applications.step('personal');
  await applications.kept();
  await expect(applications.field('applicant.birthDate')).toContainText('لا وجود لهذا اليوم');
  const before = branch.digest();

  await applications.submit.click();
  await expect(applications.problems).toContainText(ar('applications.field.birthDate'));
  await expect(applications.problems).toContainText(ar('applications.problem.AMOUNT_NEGATIVE'));
  await expect(applications.problems).toContainText(
    ar('applications.problem.IBAN_COUNTRY', { country: 'GB' }),
  );
  await desk.keep('application-refused');
  await applications.problems
    .getByRole('button', { name: new RegExp(ar('applications.field.amount')) })
    .click();
  const amount = applications.field('incomes.0.amount');
  await expect(amount.getByRole('textbox')).toBeFocused();
  await expect(amount).toContainText(ar('applications.problem.AMOUNT_NEGATIVE'));
  await applications.step('bank');
  await expect(applications.field('bank.iban')).toContainText(
    ar('applications.problem.IBAN_COUNTRY', { country: 'GB' }),
  );
  await desk.keep('application-refused-iban');

  await applications.attach('identity', program);
  await expect(applications.paper('identity').getByRole('alert')).toContainText(
    ar('errors.DOCUMENT_TYPE'),
  );
  await applications.attach('identity', huge);
  await expect(applications.paper('identity').getByRole('alert')).toContainText('م.ب');
  await desk.keep('application-papers-refused');
  expect(branch.digest()).toBe(before);
  await desk.close();
  expect(branch.digest()).toBe(before);
});

/** A widow with one child, who earns a little and rents her home. */
async function fillIn(applications: ApplicationsScreen): Promise<void> {
  await applications.step('personal');
  await applications.fill('applicant.name', APPLICANT.name);
  await applications.fill('applicant.birthDate', '15/7/1405');
  await applications.pick('applicant.sex', ar('applications.sex.female'));
  await applications.fill('contact.phone', '0501234567');
  await applications.page
    .getByRole('textbox', { name: ar('applications.field.addressLine') })
    .fill('الرياض، حي النرجس، شارع وادي الرمة');

  await applications.step('family');
  await applications.pick('household.kind', ar('applications.kind.family'));
  await applications.choose('social.maritalStatus', ar('applications.marital.widowed'));
  await applications.choose('social.employment', ar('applications.employment.employed'));
  await applications.page.getByRole('button', { name: ar('applications.addDependant') }).click();
  await applications.fill('dependants.0.name', CHILD.name);
  await applications.fill('dependants.0.nationalId', CHILD.id);
  await applications.fill('dependants.0.birthDate', '3/5/2016');
  await applications.choose('dependants.0.relation', ar('applications.relation.child'));

  await applications.step('financial');
  await applications.page.getByRole('button', { name: ar('applications.addIncome') }).click();
  await applications.choose('incomes.0.type', INCOME_WORDS.wage.ar);
  await applications.fill('incomes.0.amount', '1000');

  await applications.step('housing');
  await applications.pick('dwelling.tenure', ar('applications.tenure.rented'));
  await applications.choose('dwelling.proof', ar('applications.proof.lease'));
  await applications.step('bank');
  await applications.fill('bank.iban', IBAN);
}

function numberOf(branch: BranchFolder): string {
  const [row] = branch.rows<{ number: string }>(
    'select number from application where national_id = ?',
    APPLICANT.id,
  );
  if (row === undefined) throw new Error('No application');
  return row.number;
}
