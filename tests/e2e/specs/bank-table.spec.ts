import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '../fixtures/test.ts';
import { ar } from '../fixtures/words.ts';
import { ReconciliationScreen } from '../screens/reconciliation-screen.ts';
import { Shell } from '../screens/shell.ts';
import { StartScreen } from '../screens/start-screen.ts';

const TITLES = ['رقم المرجع', 'رقم الآيبان', 'المبلغ', 'الحالة', 'سبب الرفض', 'التاريخ'];

const table = (rows: readonly (readonly string[])[]): string =>
  [TITLES, ...rows].map((cells) => cells.map((cell) => `"${cell}"`).join(',')).join('\r\n');

/** The first payments of the current month's list that carry a reference of their own. */
function listed(file: string): { reference: string; iban: string; amount: string }[] {
  const [head = '', ...lines] = readFileSync(file, 'utf8').trim().split(/\r?\n/);
  const titles = head.replace('\uFEFF', '').split(',');
  const cell = (line: string, title: string): string =>
    line.split(',')[titles.indexOf(title)]?.trim() ?? '';
  return lines
    .map((line) => ({
      reference: cell(line, 'المرجع'),
      iban: cell(line, 'الآيبان'),
      amount: cell(line, 'المبلغ'),
    }))
    .filter(({ reference }) => reference !== '')
    .slice(0, 4);
}

test('a table of a bank is mapped once, previewed, and known the next time', async ({
  branch,
  open,
}) => {
  const [first, second, third] = listed(branch.file('current', 'payments.csv'));
  const row = (one: typeof first, status: string, reason = '') => [
    one?.reference ?? '',
    one?.iban ?? '',
    one?.amount ?? '',
    status,
    reason,
    '15/11/2026',
  ];
  const file = path.join(branch.folder, 'answers.csv');
  writeFileSync(file, table([row(first, 'تم الصرف'), row(second, 'مرفوض', 'الحساب مغلق')]));
  const next = path.join(branch.folder, 'next.csv');
  writeFileSync(next, table([row(third, 'تم الصرف')]));

  const desk = await open(branch.folder);
  await new StartScreen(desk.page).signIn('fahad');
  await new Shell(desk.page).go('reconciliation');
  const reconciliation = new ReconciliationScreen(desk.page);
  await reconciliation.choose(file);

  const dialog = desk.page.getByRole('dialog');
  await expect(dialog).toContainText(ar('mappings.statusWords'));
  await desk.keep('mapping');
  await dialog.getByRole('button', { name: ar('mappings.bank') }).click();
  await desk.page.getByRole('option', { name: 'مصرف الإنماء' }).click();
  await dialog.getByLabel(ar('mappings.name')).fill('ردود الإنماء');
  const asRead = dialog.getByRole('table', { name: ar('mappings.asRead') });
  await expect(asRead).toContainText(ar('mappings.reported.rejected'));
  await dialog.getByRole('button', { name: ar('mappings.save') }).click();

  await expect(reconciliation.commit).toBeVisible();
  await expect(reconciliation.files).toContainText('بمعرّف الدفعة');
  await reconciliation.commit.click();
  await expect(new Shell(desk.page).toasts.last()).toContainText('اعتُمد الملف');

  await reconciliation.choose(next);
  await expect(reconciliation.commit).toBeVisible();
  await desk.close();
});

test('a file of which no line is ours is committed only after the officer has said so', async ({
  branch,
  open,
}) => {
  const answer = readFileSync(branch.file('current', 'pain.002.xml'), 'utf8');
  const foreign = path.join(branch.folder, 'foreign.xml');
  const ids = answer
    .replaceAll(
      /<(OrgnlEndToEndId|OrgnlInstrId|AcctSvcrRef|OrgnlMsgId|OrgnlPmtInfId|MsgId)>[^<]*/g,
      (_all, name) => `<${String(name)}>FOREIGN`,
    )
    .replace('<MsgId>FOREIGN', '<MsgId>FOREIGN-1');
  writeFileSync(foreign, ids);

  const desk = await open(branch.folder);
  await new StartScreen(desk.page).signIn('fahad');
  await new Shell(desk.page).go('reconciliation');
  const reconciliation = new ReconciliationScreen(desk.page);
  await reconciliation.choose(foreign);
  await expect(reconciliation.files).toContainText(ar('reconciliation.warning.NOTHING_MATCHES'));
  await reconciliation.commit.click();
  const question = desk.page.getByRole('alertdialog');
  await expect(question).toContainText(ar('reconciliation.warning.NOTHING_MATCHES'));
  await desk.keep('commit-warned');
  await question.getByRole('button', { name: ar('ui.back') }).click();
  await expect(reconciliation.commit).toBeVisible();

  await reconciliation.commit.click();
  await question.getByRole('button', { name: /^اعتماد/ }).click();
  await expect(new Shell(desk.page).toasts).toContainText('اعتُمد الملف');

  await reconciliation.choose(foreign);
  await expect(reconciliation.refusal).toContainText('foreign.xml');
  await expect(reconciliation.refusal).toContainText('لم يتغير شيء');
  await desk.close();
});
