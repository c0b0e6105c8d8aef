import { truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '../fixtures/test.ts';
import { fillInWidow, WIDOW } from '../fixtures/widow.ts';
import { ar } from '../fixtures/words.ts';
import { ApplicationsScreen } from '../screens/applications-screen.ts';
import { Shell } from '../screens/shell.ts';
import { StartScreen } from '../screens/start-screen.ts';

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
  await applications.begin(WIDOW.id);
  await fillInWidow(applications);

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
