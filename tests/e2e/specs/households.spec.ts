import { addMonths, monthOf } from '../../../src/domain/shared/iso-date.ts';
import type { BranchFolder } from '../fixtures/branch-folder.ts';
import { valueOf } from '../fixtures/branch-folder.ts';
import { expect, test } from '../fixtures/test.ts';
import { ar, arMonth, dayFirst } from '../fixtures/words.ts';
import { HouseholdScreen } from '../screens/household-screen.ts';
import { Shell } from '../screens/shell.ts';
import { StartScreen } from '../screens/start-screen.ts';

const PER_MONTH = ar('households.per.month');
const REASON = 'أحضر تعريفاً بالراتب من جهة عمله';

interface Earner {
  readonly id: string;
  readonly name: string;
  /** `3,656.00` */
  readonly wage: string;
  readonly record: number;
}

/** Somebody whose wage is known for longer than half a year. */
function earner(branch: BranchFolder): Earner {
  const [found] = branch.rows<{ id: string; name: string; amount: number; record: number }>(
    `select b.id, b.full_name name, f.data ->> 'amount' amount, f.record
     from household_fact f join beneficiary b on b.no = f.beneficiary_no
     where f.kind = 'income' and f.subject = 0 and f.data ->> 'type' = 'wage'
       and f.superseded_in is null and f.valid_to is null
     order by b.no limit 1`,
  );
  if (found === undefined) throw new Error('The sample holds no wage');
  const wage = (found.amount / 100).toLocaleString('en-US', { minimumFractionDigits: 2 });
  return { ...found, wage };
}

const wageWords = (wage: string): string => `${ar('households.income.wage')} ${wage} ${PER_MONTH}`;

test('a wage is corrected in the past, shown in both times with its history, and undone', async ({
  branch,
  open,
}) => {
  const { id, wage } = earner(branch);
  const present = monthOf(branch.today);
  const since = addMonths(present, -2);
  const before = addMonths(present, -3);
  const desk = await open(branch.folder);
  await new StartScreen(desk.page).signIn('sara');
  const household = new HouseholdScreen(desk.page);
  await household.open(id);
  await household.deed(wageWords(wage), 'correct');
  await household.field('amount').fill('3000.50');
  await household.changedOn(dayFirst(since));
  await household.record(REASON);
  const notice = desk.page.getByText(
    ar('households.affects', { from: arMonth(since), to: arMonth(present) }),
  );
  await expect(notice).toBeVisible();
  await expect(
    desk.page.getByRole('link', { name: ar('households.computeDifferences') }),
  ).toHaveAttribute('href', `#/entitlement?desk=differences&person=${id}`);
  await expect(household.incomes).toContainText('3,000.50');
  await expect(household.incomes).not.toContainText(wage);
  await desk.keep('household-corrected');

  // The month before: as it was, and marked as otherwise today.
  await household.open(id, `?month=${before}`);
  await expect(household.incomes).toContainText(wage);
  await expect(household.incomes).toContainText(
    ar('households.mark.changed.today', { words: '3,000.50' }),
  );
  await expect(desk.page.getByText(arMonth(before)).first()).toBeVisible();

  // The corrected month, as it was known before the correction and as it is known now.
  const dayBefore = branch.rows<{ day: string }>(`select date(?, '-1 day') day`, branch.today)[0];
  await household.open(id, `?month=${since}&known=${dayBefore?.day}`);
  await expect(household.incomes).toContainText(wage);
  await expect(household.incomes).toContainText(
    ar('households.mark.changed.knownNow', { words: '3,000.50' }),
  );
  await desk.keep('household-as-known');
  await household.open(id, `?month=${since}`);
  await expect(household.incomes).toContainText('3,000.50');

  await desk.page.getByRole('button', { name: ar('households.backToToday') }).click();
  await household.deed(wageWords('3,000.50'), 'historyOf');
  await expect(household.dialog).toContainText(`من ${wage} إلى 3,000.50`);
  await expect(household.dialog).toContainText(ar('households.because', { reason: REASON }));
  await expect(household.dialog).toContainText('سارة بنت فهد المطيري');
  await desk.keep('household-history');
  await desk.page.keyboard.press('Escape');

  await desk.page.getByRole('button', { name: ar('households.undo'), exact: true }).click();
  const confirm = desk.page.getByRole('alertdialog');
  await confirm.getByRole('textbox').fill('كان التعريف لشخص آخر');
  await confirm.getByRole('button', { name: ar('households.undo'), exact: true }).click();
  await expect(new Shell(desk.page).toasts).toContainText(ar('households.undone'));
  await expect(household.incomes).toContainText(wage);
  await desk.close();
  const verified = await branch.verify();
  expect(verified.differences).toEqual([]);
});

test('a second officer sees what the first recorded before he records his own', async ({
  branch,
  open,
}) => {
  const { id, wage, record } = earner(branch);
  const desk = await open(branch.folder);
  await new StartScreen(desk.page).signIn('sara');
  const household = new HouseholdScreen(desk.page);
  await household.open(id);
  await household.deed(wageWords(wage), 'correct');
  await household.field('amount').fill('2500');
  const seen = branch.rows<{ no: number }>(
    `select max(recorded_in) no from household_fact
    where beneficiary_no = (select no from beneficiary where id = ?)`,
    id,
  )[0];
  await household.meanwhile('khalid', 'households.change', {
    beneficiaryId: id,
    expectedChange: seen?.no,
    reason: 'من سجل التأمينات',
    steps: [
      {
        action: 'revise',
        record,
        fact: { kind: 'income', data: { type: 'wage', amount: 410_000, per: 'month', from: '' } },
        from: branch.today,
        to: null,
      },
    ],
  });
  await household.record(REASON);
  await expect(household.dialog).toContainText(ar('households.conflictTitle'));
  await expect(household.dialog).toContainText(`من ${wage} إلى 4,100.00`);
  await expect(household.dialog).toContainText('من سجل التأمينات');
  await expect(household.field('amount')).toHaveValue('2,500.00');
  await desk.keep('household-conflict');
  await household.dialog.getByRole('button', { name: ar('households.conflictSeen') }).click();
  await household.dialog
    .getByRole('button', { name: ar('households.recordNow'), exact: true })
    .click();
  await expect(household.dialog).toBeHidden();
  await expect(household.incomes).toContainText('2,500.00');
});

test('nobody is recorded in two families, and the refusal changes nothing', async ({
  branch,
  open,
}) => {
  const { id } = earner(branch);
  const [other] = branch.rows<{ number: string; head: string }>(
    `select f.data ->> 'nationalId' number, b.full_name head
     from household_fact f join beneficiary b on b.no = f.beneficiary_no
     where f.kind = 'person' and f.subject > 0 and f.superseded_in is null and f.valid_to is null
       and f.data ->> 'nationalId' is not null and b.id <> ? order by b.no limit 1`,
    id,
  );
  if (other === undefined) throw new Error('The sample holds no dependant with a number');
  const before = branch.digest();
  const desk = await open(branch.folder);
  await new StartScreen(desk.page).signIn('sara');
  const household = new HouseholdScreen(desk.page);
  await household.open(id);
  await expect(household.incomes).toBeVisible();
  await desk.page.keyboard.press('n');
  await household.field('name').fill('ريم بنت عمر');
  await household.field('nationalId').fill('1010101011');
  await expect(household.dialog).toContainText(ar('households.checksum'));
  await household.field('birthDate').fill('30/12/1446');
  await expect(household.dialog).toContainText(ar('ui.typedDate.DATE_IMPOSSIBLE'));
  await household.field('birthDate').fill('1/12/1436');
  await household.field('nationalId').fill(other.number);
  await household.choose('relation', ar('households.relationWord.child'));
  await household.record('طلب إضافتها');
  await expect(household.dialog).toContainText(other.head);
  await expect(household.dialog).toContainText(`******${other.number.slice(-4)}`);
  await expect(household.field('nationalId')).toHaveAttribute('aria-invalid', 'true');
  await desk.keep('household-two-families');
  await desk.close();
  expect(branch.digest()).toBe(before);
  const { facts } = await branch.as('sara', async (api) =>
    valueOf(await api.households.show({ beneficiaryId: id })),
  );
  expect(JSON.stringify(facts)).not.toContain(other.number);
});
