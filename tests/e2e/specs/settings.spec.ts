import { DEFAULT_PAY_DATE, payDateOf } from '../../../src/domain/payments/pay-date.ts';
import { halalas } from '../../../src/domain/shared/halalas.ts';
import type { IsoDate, IsoMonth } from '../../../src/domain/shared/iso-date.ts';
import { formatDate } from '../../../src/renderer/lib/format/dates.ts';
import { valueOf, type BranchFolder } from '../fixtures/branch-folder.ts';
import { expect, test } from '../fixtures/test.ts';
import { ar, arMonth } from '../fixtures/words.ts';
import { SettingsScreen } from '../screens/settings-screen.ts';
import { Shell } from '../screens/shell.ts';
import { StartScreen } from '../screens/start-screen.ts';

/** Forward, so that the day lies ahead on whatever day this runs. */
const PAY_DATE = { ...DEFAULT_PAY_DATE, onHoliday: 'next' } as const;

/** Opens the next cycle with one proposed payment, so that its pay date stands in the ledger. */
async function openNextCycle(branch: BranchFolder): Promise<{ month: IsoMonth; payDate: IsoDate }> {
  branch.set('payDate', PAY_DATE);
  const [person] = branch.rows<{ id: string }>(
    `select b.id from payment p join beneficiary b on b.id = p.beneficiary_id
     where p.status = 'credited' and b.deceased_on is null order by p.no limit 1`,
  );
  if (!person) throw new Error('Nobody was paid');
  return branch.as('sara', async (api) => {
    const { cycleId } = valueOf(
      await api.payments.propose({
        beneficiaryId: person.id,
        month: branch.month('beforeLast'),
        kind: 'retroactive',
        programme: 'PENSION',
        amount: halalas(25_050),
        reason: 'أثر رجعي لتابع أضيف',
      }),
    );
    const cycle = valueOf(await api.payments.cycles({})).find(({ id }) => id === cycleId);
    if (!cycle) throw new Error('No cycle was opened');
    return cycle;
  });
}

test('a holiday recorded by one person and approved by another moves the pay date of the next cycle', async ({
  branch,
  open,
}) => {
  const { month, payDate } = await openNextCycle(branch);
  const moved = payDateOf(month, PAY_DATE, { weekend: [5, 6], holidays: new Set([payDate]) });
  test.skip(payDate <= branch.today, 'the next cycle is paid today');
  expect(moved > payDate).toBe(true);

  const desk = await open(branch.folder);
  await new StartScreen(desk.page).signIn('admin');
  await new Shell(desk.page).go('administration');
  const admin = new SettingsScreen(desk.page);
  await admin.open();
  await admin.change('holidays');
  await admin.type(ar('settings.holidayFrom'), payDate);
  await admin.dialog.getByRole('button', { name: ar('settings.holidayAdd') }).click();
  await expect(admin.consequence(arMonth(month))).toContainText(formatDate(moved, 'latn'));
  await admin.dialog.getByLabel(ar('settings.reason')).fill('تعميم الإجازات');
  await desk.keep('settings-holiday');
  await admin.confirm(ar('settings.propose'));
  await expect(admin.card('holidays')).toContainText(ar('settings.state.waiting'));
  await expect(admin.card('holidays')).toContainText(formatDate(payDate, 'latn'));
  await desk.close();
  expect(payDateIn(branch, month)).toBe(payDate);

  const second = await open(branch.folder);
  await new StartScreen(second.page).signIn('mona');
  await second.page.getByRole('link', { name: ar('today.approvalSettings') }).click();
  const supervisor = new SettingsScreen(second.page);
  await expect(supervisor.changeButton('holidays')).toHaveCount(0);
  await supervisor
    .card('holidays')
    .getByRole('button', { name: ar('settings.approve') })
    .click();
  await expect(supervisor.consequence(arMonth(month))).toContainText(formatDate(moved, 'latn'));
  await second.keep('settings-approve');
  await supervisor.confirm(ar('settings.approve'));
  await expect(new Shell(second.page).toasts).toContainText(formatDate(moved, 'latn'));
  await second.close();
  expect(payDateIn(branch, month)).toBe(moved);
});

test('an officer neither sees settings nor changes them', async ({ branch, open }) => {
  const desk = await open(branch.folder);
  await new StartScreen(desk.page).signIn('sara');
  const rail = desk.page.getByRole('navigation', { name: ar('shell.mainNavigation') });
  await expect(rail.getByRole('link', { name: ar('shell.payments') })).toBeVisible();
  await expect(rail.getByRole('link', { name: ar('shell.administration') })).toHaveCount(0);
  await desk.page.evaluate(() => {
    location.hash = '#/administration?section=settings';
  });
  await expect(desk.page.getByText(ar('shell.notFoundTitle'))).toBeVisible();
  await desk.close();
  const refused = await branch.as('sara', (api) => api.settings.list({}));
  expect(refused).toMatchObject({ ok: false, error: { code: 'NOT_PERMITTED' } });
});

function payDateIn(branch: BranchFolder, month: IsoMonth): string | undefined {
  const [row] = branch.rows<{ pay_date: string }>(
    'select pay_date from cycle where month = ?',
    month,
  );
  return row?.pay_date;
}
