import { addMonths, monthOf } from '../../../src/domain/shared/iso-date.ts';
import { valueOf } from '../fixtures/branch-folder.ts';
import { nameOf } from '../fixtures/officers.ts';
import { commitAllCredited, sendRun } from '../fixtures/run-and-answer.ts';
import { expect, test } from '../fixtures/test.ts';
import { ar, arMonth, dayFirst } from '../fixtures/words.ts';
import { BeneficiaryScreen } from '../screens/beneficiary-screen.ts';
import { CycleScreen } from '../screens/cycle-screen.ts';
import { HouseholdScreen } from '../screens/household-screen.ts';
import { SettlementsScreen } from '../screens/settlements-screen.ts';
import { Shell } from '../screens/shell.ts';
import { StartScreen } from '../screens/start-screen.ts';

const MONTHS = 3;
const PROOF = 'شهادة ميلاد من الأحوال المدنية';

test('a corrected household’s three past months are found, proposed, approved by another officer and paid in the next cycle', async ({
  branch,
  scratch,
  open,
}) => {
  const last = monthOf(branch.today);
  const first = addMonths(last, 1 - MONTHS);
  const person = await branch.as('sara', async (api) => {
    const cycles = valueOf(await api.payments.cycles({}));
    const cycle = cycles.find(({ month }) => month === addMonths(last, -1));
    if (!cycle) throw new Error('The sample holds no cycle of last month');
    const { rows } = valueOf(await api.payments.list({ cycleId: cycle.id, limit: 300 }));
    for (const row of rows) {
      if (row.kind !== 'regular' || row.status !== 'credited') continue;
      const { beneficiaryId } = row;
      const before = valueOf(await api.settlements.person({ beneficiaryId }));
      const isClean =
        before.months.filter(({ month }) => month >= first).length === MONTHS &&
        before.months.every(({ due, difference }) => (due ?? 0) > 0 && difference === 0);
      const shown = valueOf(await api.households.show({ beneficiaryId }));
      const isFamily = shown.facts.some(
        (fact) => fact.kind === 'household' && fact.data.kind === 'family',
      );
      if (!isClean || !isFamily) continue;
      return row;
    }
    throw new Error('The sample holds no family whose last months are paid as due');
  });

  const desk = await open(branch.folder);
  const start = new StartScreen(desk.page);
  const shell = new Shell(desk.page);
  const household = new HouseholdScreen(desk.page);
  const settlements = new SettlementsScreen(desk.page);
  await start.signIn('sara');
  await household.open(person.beneficiaryId);
  await expect(household.incomes).toBeVisible();
  await desk.page.keyboard.press('n');
  await household.field('name').fill('ريم');
  await household.field('birthDate').fill(dayFirst(addMonths(first, -60)));
  await household.choose('relation', ar('households.relationWord.child'));
  await household.from.fill(dayFirst(first));
  await household.record(PROOF);
  await expect(
    desk.page.getByText(ar('households.affects', { from: arMonth(first), to: arMonth(last) })),
  ).toBeVisible();
  await desk.keep('settlement-corrected');
  await shell.go('entitlement');
  await settlements.goTo();
  await settlements.check();
  await settlements.open(person.name);
  await expect(settlements.months.getByRole('checkbox')).toHaveCount(MONTHS);
  await expect(settlements.months).toContainText('1,980.00');
  await desk.keep('settlement-months');
  await settlements.propose('تابعة أُضيفت بشهادة ميلاد');
  await expect(shell.toasts).toContainText('اقتُرحت التسوية');
  await settlements.view('awaitingApproval');
  await settlements.open(person.name);
  await expect(settlements.panel).toContainText('غير من اقترحها');
  await expect(settlements.approve).toBeHidden();

  await shell.signOut(nameOf('sara'));
  await start.signIn('fahad');
  await shell.go('entitlement');
  await settlements.goTo();
  await settlements.view('awaitingApproval');
  await settlements.open(person.name);
  await settlements.approve.click();
  await expect(settlements.confirmation).toContainText('1,980.00');
  await desk.keep('settlement-approve');
  await settlements.confirmation.getByRole('button', { name: 'اعتماد' }).click();
  await expect(shell.toasts).toContainText('اعتُمدت التسوية');

  await shell.go('payments');
  await new CycleScreen(desk.page).choose(arMonth(addMonths(last, 1)));
  const run = await sendRun(desk, scratch);
  const sent = branch.rows<{ reference: string }>(
    `select end_to_end_id reference from payment where beneficiary_id = ? and status = 'sent'
       and kind = 'difference'`,
    person.beneficiaryId,
  );
  expect(sent).toHaveLength(MONTHS);
  for (const { reference } of sent) {
    expect(run.payments).toContainEqual(
      expect.objectContaining({ endToEndId: reference, amount: 66_000 }),
    );
  }
  await desk.keep('settlement-sent');
  await commitAllCredited(desk, scratch, run);
  await settlements.show(person.beneficiaryId);
  // Every month is told with its causes, and none of them can be chosen any more.
  await expect(settlements.months.getByRole('row').last()).toContainText('0.00');
  await expect(settlements.months.getByRole('checkbox')).toHaveCount(0);
  await expect(settlements.panel).toContainText(ar('settlements.nothingToSettle'));
  await desk.keep('settlement-nothing-owed');
  await household.open(person.beneficiaryId);
  const beneficiary = new BeneficiaryScreen(desk.page);
  await beneficiary.money.click();
  const differences = beneficiary
    .panel('payments')
    .getByRole('row')
    .filter({ hasText: ar('registry.paymentKind.difference') });
  await expect(differences).toHaveCount(MONTHS);
  for (const row of await differences.all()) {
    await expect(row).toContainText('660.00');
    await expect(row).toContainText(ar('status.payment.credited'));
  }
  await desk.keep('settlement-paid');
  await desk.close();

  const { beneficiaryId } = person;
  const paid = branch.rows(
    `select p.month, p.status, p.amount_halalas, c.month as cycle from payment p
       join cycle c on c.number = p.cycle_number
     where p.beneficiary_id = ? and p.kind = 'difference' order by p.month`,
    beneficiaryId,
  );
  expect(paid).toEqual(
    [first, addMonths(first, 1), last].map((month) => ({
      month,
      status: 'credited',
      amount_halalas: 66_000,
      cycle: addMonths(last, 1),
    })),
  );
  const { sums, months } = await branch.as('fahad', async (api) =>
    valueOf(await api.settlements.person({ beneficiaryId })),
  );
  expect(sums).toMatchObject({ owed: 0, overpaid: 0 });
  expect(months.every(({ difference }) => difference === 0)).toBe(true);
  expect((await branch.verify()).differences).toEqual([]);
});
