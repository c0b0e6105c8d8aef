import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readSheet } from 'read-excel-file/node';
import type { BranchFolder } from '../fixtures/branch-folder.ts';
import type { Desk } from '../fixtures/desk.ts';
import { expect, test } from '../fixtures/test.ts';
import { ar } from '../fixtures/words.ts';
import { ReconciliationScreen } from '../screens/reconciliation-screen.ts';
import { Shell } from '../screens/shell.ts';
import { StartScreen } from '../screens/start-screen.ts';

/** The desk of finance with the bank's answer committed. */
async function committed(desk: Desk, answer: string): Promise<ReconciliationScreen> {
  await new StartScreen(desk.page).signIn('fahad');
  await new Shell(desk.page).go('reconciliation');
  const reconciliation = new ReconciliationScreen(desk.page);
  await reconciliation.choose(answer);
  await reconciliation.commit.click();
  await expect(new Shell(desk.page).toasts).toContainText('اعتُمد الملف');
  return reconciliation;
}

/** The bank's answer, with every rejection for the same reason: a queue of many. */
function closedAccounts(branch: BranchFolder, scratch: string): string {
  const file = path.join(scratch, 'closed-accounts.xml');
  const text = readFileSync(branch.file('current', 'pain.002.xml'), 'utf8');
  writeFileSync(file, text.replaceAll(/<Cd>(AC01|AC06|BE01|MD07)<\/Cd>/g, '<Cd>AC04</Cd>'));
  return file;
}

interface Exception {
  readonly status: string;
  readonly kind: string;
  readonly code: string | null;
  readonly version: number;
  readonly follow_up_on: string | null;
}

const exceptionsOf = (branch: BranchFolder, code: string): Exception[] =>
  branch.rows<Exception>(
    `select x.status, x.kind, x.reason_code code, x.version, x.follow_up_on
     from reconciliation_exception x join payment p on p.id = x.payment_id
     where x.reason_code = ? and p.month = ? order by x.id`,
    code,
    branch.month('current'),
  );

test('a queue is worked with the keyboard: many settled within one code, and taken back', async ({
  branch,
  open,
  scratch,
}) => {
  const desk = await open(branch.folder);
  const reconciliation = await committed(desk, closedAccounts(branch, scratch));
  await reconciliation.queue('NEW_ACCOUNT').click();
  await expect(reconciliation.rows().nth(1)).toBeVisible();
  const before = await reconciliation.rows().count();
  expect(before).toBeGreaterThan(1);
  await reconciliation.select(2);
  await expect(desk.page.getByText('رمز واحد وإجراء واحد')).toBeVisible();
  await desk.keep('workbench-selected');
  await desk.page.keyboard.press('s');
  await desk.page.keyboard.type('طُلب حساب جديد');
  await desk.page.keyboard.press('Control+Enter');
  await expect(new Shell(desk.page).toasts).toContainText('عولج استثناءان');
  await expect(reconciliation.rows()).toHaveCount(before - 2);
  await reconciliation.exceptions.focus();
  await desk.page.keyboard.press('Control+z');
  await expect(new Shell(desk.page).toasts).toContainText('أُعيد فتح استثناءين');
  await expect(reconciliation.rows()).toHaveCount(before);
  await desk.close();
  const settled = exceptionsOf(branch, 'AC04').filter(({ version }) => version === 3);
  expect(settled.map(({ status }) => status)).toEqual(['open', 'open']);
});

test('the bank is asked about many in one message, and the day to look again is kept', async ({
  branch,
  open,
  scratch,
}) => {
  const desk = await open(branch.folder);
  const reconciliation = await committed(desk, closedAccounts(branch, scratch));
  await reconciliation.queue('NEW_ACCOUNT').click();
  await expect(reconciliation.rows().nth(1)).toBeVisible();
  await reconciliation.select(2);
  await desk.page.keyboard.press('f');
  const dialog = desk.page.getByRole('dialog');
  await dialog.getByRole('radio', { name: 'البنك' }).click();
  const text = dialog.getByRole('textbox', { name: ar('workbench.message') }).first();
  await expect(text).toHaveValue(/نشير إلى/);
  await desk.keep('workbench-follow-up');
  await text.fill(`${await text.inputValue()}\nنأمل الاستعجال.`);
  await dialog.getByRole('button', { name: ar('workbench.record') }).click();
  await expect(new Shell(desk.page).toasts).toContainText('سُجلت المتابعة');
  await desk.close();
  const asked = branch.rows<{ asked: string; text: string; due_on: string }>(
    'select asked, text, due_on from follow_up order by no',
  );
  expect(asked[0]?.asked).toBe('bankAsked');
  expect(asked[0]?.text).toContain('نأمل الاستعجال.');
  const waiting = exceptionsOf(branch, 'AC04').filter(({ follow_up_on: on }) => on !== null);
  expect(waiting.map(({ status }) => status)).toEqual(['open', 'open']);
  expect(new Set(waiting.map(({ follow_up_on: on }) => on))).toEqual(
    new Set(asked.map(({ due_on: on }) => on)),
  );
});

test('the queue on view goes into a spreadsheet as it stands', async ({
  branch,
  open,
  scratch,
}) => {
  const desk = await open(branch.folder);
  const reconciliation = await committed(desk, closedAccounts(branch, scratch));
  await reconciliation.queue('NEW_ACCOUNT').click();
  await expect(reconciliation.rows().nth(1)).toBeVisible();
  const filePath = path.join(scratch, 'queue.xlsx');
  await desk.app.evaluate(({ dialog }, target) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: target });
  }, filePath);
  const count = await reconciliation.rows().count();
  await desk.page
    .getByRole('button', { name: ar('exports.exportOf', { list: ar('exports.exceptions') }) })
    .click();
  await expect(new Shell(desk.page).toasts).toContainText('صُدّر');
  await desk.close();
  const [head = [], ...rows] = await readSheet(filePath);
  expect(head.slice(0, 2)).toEqual([ar('exports.column.person'), ar('exports.column.nationalId')]);
  expect(rows).toHaveLength(count);
  const stored = branch.rows<{ end_to_end_id: string; amount_halalas: number }>(
    `select p.end_to_end_id, p.amount_halalas from reconciliation_exception x
     join payment p on p.id = x.payment_id
     where x.status = 'open' and x.reason_code = 'AC04' and p.month = ? order by x.id`,
    branch.month('current'),
  );
  const at = (column: 'reference' | 'ours'): number => head.indexOf(ar(`exports.column.${column}`));
  expect(rows.map((row) => [row[at('reference')], row[at('ours')]])).toEqual(
    stored.map((row) => [row.end_to_end_id, row.amount_halalas / 100]),
  );
});

test('an unknown code is shown raw, mapped by the administrator, and moves its exceptions', async ({
  branch,
  open,
  scratch,
}) => {
  const answer = path.join(scratch, 'proprietary.xml');
  const text = readFileSync(branch.file('current', 'pain.002.xml'), 'utf8');
  writeFileSync(answer, text.replaceAll('<Cd>AC06</Cd>', '<Prtry>XQ7</Prtry>'));
  const desk = await open(branch.folder);
  const reconciliation = await committed(desk, answer);
  await reconciliation.queue('ASK_BANK').click();
  await expect(reconciliation.rows().first()).toContainText('XQ7');
  await new Shell(desk.page).signOut('فهد بن محمد الدوسري');

  await new StartScreen(desk.page).signIn('admin');
  await new Shell(desk.page).go('administration');
  await desk.page.getByRole('radio', { name: ar('reasonCodes.title') }).click();
  await desk.keep('reason-codes');
  await desk.page.getByRole('button', { name: `${ar('reasonCodes.map')} XQ7` }).click();
  const dialog = desk.page.getByRole('dialog');
  await dialog.getByRole('button', { name: new RegExp(ar('reasonCodes.action')) }).click();
  await desk.page.getByRole('option', { name: ar('workbench.action.REACTIVATE_ACCOUNT') }).click();
  await dialog.getByLabel(ar('reasonCodes.titleAr')).fill('الحساب راكد');
  await dialog.getByLabel(ar('reasonCodes.titleEn')).fill('Dormant account');
  await dialog.getByLabel(ar('reasonCodes.meaningAr')).fill('لم يُستعمل الحساب سنة');
  await dialog.getByLabel(ar('reasonCodes.meaningEn')).fill('The account was not used for a year');
  await desk.keep('reason-code-mapped');
  await dialog.getByRole('button', { name: ar('reasonCodes.save') }).click();
  await expect(new Shell(desk.page).toasts).toContainText('XQ7');
  await expect(desk.page.getByText(ar('reasonCodes.unknown'), { exact: true })).toHaveCount(0);
  await desk.close();
  expect(
    branch.rows('select list, code, action, origin from reason_code where code = ?', 'XQ7'),
  ).toEqual([{ list: 'bank:TAJR', code: 'XQ7', action: 'REACTIVATE_ACCOUNT', origin: 'branch' }]);
  const kinds = new Set(exceptionsOf(branch, 'XQ7').map(({ kind }) => kind));
  expect(kinds).toEqual(new Set(['rejected']));
});
