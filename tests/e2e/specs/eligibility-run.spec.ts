import { addMonths } from '../../../src/domain/shared/iso-date.ts';
import type { Desk } from '../fixtures/desk.ts';
import { expect, test } from '../fixtures/test.ts';
import { ar, arMonth } from '../fixtures/words.ts';
import { CycleScreen } from '../screens/cycle-screen.ts';
import { EligibilityScreen } from '../screens/eligibility-screen.ts';
import { Shell } from '../screens/shell.ts';
import { StartScreen } from '../screens/start-screen.ts';

async function eligibilityOf(desk: Desk, username: 'mona' | 'fahad'): Promise<EligibilityScreen> {
  await new StartScreen(desk.page).signIn(username);
  await new Shell(desk.page).go('entitlement');
  return new EligibilityScreen(desk.page);
}

test('a month is computed, its changes looked at, proposed, and its payments planned by another officer', async ({
  branch,
  open,
}) => {
  const month = addMonths(branch.month('current'), 1);
  const desk = await open(branch.folder);
  const supervisor = await eligibilityOf(desk, 'mona');
  await supervisor.compute(month);
  await desk.keep('eligibility-computed');
  await expect(supervisor.cause('new')).toBeVisible();
  await supervisor.cause('new').click();
  await expect(supervisor.households.getByRole('row').nth(1)).toContainText(
    ar('entitlement.cause.new'),
  );
  await supervisor.button('entitlement.propose').click();
  await expect(supervisor.main).toContainText(ar('entitlement.nextStep.own'));
  await expect(supervisor.button('entitlement.approve')).toBeDisabled();
  await desk.keep('eligibility-own');
  await desk.close();

  const second = await open(branch.folder);
  const finance = await eligibilityOf(second, 'fahad');
  await expect(finance.main).toContainText(ar('entitlement.nextStep.proposed'));
  await finance.button('entitlement.approve').click();
  await second.keep('eligibility-approve');
  await finance.confirm('entitlement.approve');
  await expect(finance.main).toContainText(ar('entitlement.status.approved'));
  await second.keep('eligibility-approved');
  await new Shell(second.page).go('payments');
  const cycle = new CycleScreen(second.page);
  await cycle.choose(arMonth(month));
  await expect(cycle.main.getByRole('row').nth(1)).toContainText(ar('status.payment.prepared'));
  await second.close();

  const [planned] = branch.rows<{ payments: number; amount: number }>(
    `select count(*) as payments, sum(amount_halalas) as amount from payment
     where month = ? and status = 'prepared' and amount_halalas = due_halalas`,
    month,
  );
  const [run] = branch.rows<{ households: number; events: number }>(
    `select (select count(*) from entitlement e where e.run_no = r.no and e.pension_halalas > 0) as households,
       (select count(*) from eligibility_run_event v where v.run_no = r.no) as events
     from eligibility_run r where r.month = ? and r.status = 'approved'`,
    month,
  );
  const [hindered] = branch.rows<{ count: number }>(
    `select count(*) as count from eligibility_obstacle
     where run_no = (select no from eligibility_run where month = ? and status = 'approved')`,
    month,
  );
  expect(run?.events).toBe(3);
  expect((planned?.payments ?? 0) + (hindered?.count ?? 0)).toBe(run?.households);
  expect((await branch.verify()).differences).toEqual([]);
});
