import { expect, test } from '../fixtures/test.ts';
import { otherSpelling } from '../fixtures/spelling.ts';
import { BeneficiaryScreen } from '../screens/beneficiary-screen.ts';
import { ComplaintsScreen } from '../screens/complaints-screen.ts';
import { Shell } from '../screens/shell.ts';
import { StartScreen } from '../screens/start-screen.ts';

test('Ctrl+K finds a person in another spelling, whose page has one time line, and a case by its ticket', async ({
  branch,
  open,
}) => {
  const [decided] = branch.rows<{ name: string; ticket: string; number: string }>(
    `select b.full_name name, c.ticket, l.number from complaint c
       join beneficiary b on b.id = c.beneficiary_id
       join letter l on l.case_id = c.id
         and l.template in ('complaintAccepted', 'complaintPartlyAccepted', 'complaintRejected')
       order by c.ticket limit 1`,
  );
  if (decided === undefined) throw new Error('The sample has no decided complaint');
  const { name, ticket, number } = decided;
  const desk = await open(branch.folder);
  const shell = new Shell(desk.page);
  await new StartScreen(desk.page).signIn('sara');
  const people = await shell.find(otherSpelling(name));
  await expect(people.filter({ hasText: name }).first()).toBeVisible();
  await desk.keep('palette-person');
  await people.filter({ hasText: name }).first().click();
  const person = new BeneficiaryScreen(desk.page);
  await person.money.click();
  await expect(person.panel('payments')).toContainText('1,');
  await expect(person.panel('cases')).toContainText(ticket);
  await expect(person.letters).toContainText(number);
  for (const words of ['أُرسلت إلى البنك', 'قُدّمت شكوى', 'اعتُمد قرار الشكوى']) {
    await expect(person.timeline).toContainText(words);
  }
  await desk.keep('beneficiary');

  const cases = await shell.find(ticket);
  await cases.filter({ hasText: ticket }).first().click();
  await expect(new ComplaintsScreen(desk.page).case(ticket)).toBeVisible();
});

test('the window turns to English and back without losing its place', async ({ branch, open }) => {
  const desk = await open(branch.folder);
  await new StartScreen(desk.page).signIn('mona');
  await new Shell(desk.page).go('complaints');
  const root = desk.page.locator('html');
  await expect(root).toHaveAttribute('dir', 'rtl');
  await desk.page.getByRole('button', { name: 'التحويل إلى الإنجليزية' }).click();
  await expect(root).toHaveAttribute('dir', 'ltr');
  await expect(root).toHaveAttribute('lang', /^en/);
  await expect(new Shell(desk.page).title).toContainText('Complaints');
  await expect(desk.page.getByRole('link', { name: /^Payments/ })).toBeVisible();
  await desk.keep('complaints-english');
  await desk.page.getByRole('button', { name: 'Switch to Arabic' }).click();
  await expect(root).toHaveAttribute('dir', 'rtl');
  await expect(new Shell(desk.page).title).toContainText('الشكاوى');
});
