import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { camt053, type Stated } from '../../repos/bank-statements.ts';
import { valueOf, type BranchFolder } from '../fixtures/branch-folder.ts';
import type { Desk } from '../fixtures/desk.ts';
import { paymentsOf } from '../fixtures/payment-list.ts';
import { expect, test } from '../fixtures/test.ts';
import { ReconciliationScreen } from '../screens/reconciliation-screen.ts';
import { Shell } from '../screens/shell.ts';
import { StartScreen } from '../screens/start-screen.ts';
import { StatementsStrip } from '../screens/statements-strip.ts';

async function reconciliationOfFinance(desk: Desk): Promise<ReconciliationScreen> {
  await new StartScreen(desk.page).signIn('fahad');
  await new Shell(desk.page).go('reconciliation');
  const reconciliation = new ReconciliationScreen(desk.page);
  await reconciliation.files.waitFor();
  return reconciliation;
}

/** Statements of one account, a payment of the current month on each; amounts in halalas. */
function statementsOf(branch: BranchFolder, folder: string, count: number): string[] {
  const payments = paymentsOf(branch.file('current', 'payments.csv'));
  const day = branch.month('current');
  let opening = 900_000_000;
  return Array.from({ length: count }, (_, place): string => {
    const { reference: endToEndId = '', amount = 0 } = payments[place] ?? {};
    const stated: Stated = {
      sequence: String(place + 1),
      date: `${day}-${String(place + 1).padStart(2, '0')}`,
      opening,
      entries: [{ amount: 0 - amount, endToEndId }],
    };
    opening -= amount;
    const file = path.join(folder, `statement-${place + 1}.xml`);
    writeFileSync(file, camt053(stated));
    return file;
  });
}

/** How many balance breaks keep the current cycle from being closed. */
function breaksOf(branch: BranchFolder): Promise<number> {
  return branch.as('fahad', async (api) => {
    const cycles = valueOf(await api.payments.cycles({}));
    const cycle = cycles.find(({ month }) => month === branch.month('current'));
    const { checks } = valueOf(await api.payments.closing({ cycleId: cycle?.id ?? '' }));
    return checks.find(({ id }) => id === 'balanceBreaks')?.count ?? 0;
  });
}

test('a missing statement is warned of and keeps the cycle open until it comes', async ({
  branch,
  scratch,
  open,
}) => {
  const [first = '', second = '', third = ''] = statementsOf(branch, scratch, 3);
  const desk = await open(branch.folder);
  const reconciliation = await reconciliationOfFinance(desk);
  const strip = new StatementsStrip(desk.page);
  await reconciliation.choose(first);
  await expect(reconciliation.files).toContainText('لم تُحدد حسابات الصرف');
  await reconciliation.commit.click();
  await expect(strip.strip).toContainText('سلسلة متصلة');
  await reconciliation.choose(third);
  await expect(reconciliation.files).toContainText('ينقص كشف قبل الكشف 3');
  await desk.keep('statements-warned');
  await reconciliation.commit.click();
  await expect(strip.strip).toContainText('كشف ناقص');
  await expect(reconciliation.queue('BALANCE_BREAK')).toBeVisible();
  await reconciliation.queue('BALANCE_BREAK').click();
  await reconciliation.rows().first().click();
  await expect(desk.page.getByRole('main')).toContainText('ينقص كشف بعد 1');
  await desk.keep('statements-break');
  const shown = await strip.show();
  await expect(shown.getByRole('row').filter({ hasText: 'كشف ناقص' })).toHaveCount(1);
  await desk.keep('statements-list');
  await desk.close();
  expect(await breaksOf(branch)).toBe(1);

  const again = await open(branch.folder);
  const desked = await reconciliationOfFinance(again);
  await desked.choose(second);
  await desked.commit.click();
  await expect(new StatementsStrip(again.page).strip).toContainText('سلسلة متصلة');
  await expect(desked.queue('BALANCE_BREAK')).toHaveCount(0);
  await again.close();
  expect(await breaksOf(branch)).toBe(0);
});

test('what arrives in the watched folder is previewed by itself and committed by nobody but an officer', async ({
  branch,
  scratch,
  open,
}) => {
  const folder = path.join(scratch, 'من البنك');
  mkdirSync(folder);
  const desk = await open(branch.folder);
  const reconciliation = await reconciliationOfFinance(desk);
  const strip = new StatementsStrip(desk.page);
  await expect(strip.strip).toContainText('لا مجلد مراقب');
  await desk.app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, folder);
  await strip.watch();
  await expect(strip.strip).toContainText('من البنك');

  copyFileSync(branch.file('current', 'pain.002.xml'), path.join(folder, 'pain.002.xml'));
  writeFileSync(path.join(folder, 'note.xml'), 'هذا ليس ملف بنك');
  await expect(strip.arrival('pain.002.xml')).toContainText('بانتظار الاعتماد', {
    timeout: 20_000,
  });
  await expect(strip.arrival('note.xml')).toContainText('تعذرت قراءته', { timeout: 20_000 });
  await expect(strip.arrival('note.xml')).toContainText('ليس هذا ملف بنك معروفاً');
  await desk.keep('watched-folder');
  await strip.arrival('note.xml').getByRole('button', { name: 'إبعاد عن القائمة' }).click();
  await expect(strip.arrival('note.xml')).toHaveCount(0);
  expect(existsSync(path.join(folder, 'note.xml'))).toBe(true);

  await strip.arrival('pain.002.xml').getByRole('button', { name: 'عرض المعاينة' }).click();
  await expect(reconciliation.files).toContainText('بمعرّف الدفعة');
  await reconciliation.commit.click();
  await expect(new Shell(desk.page).toasts).toContainText('اعتُمد الملف');
  await expect(strip.arrivals).toHaveCount(0);
  await desk.close();
});
