import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { BranchFolder } from '../fixtures/branch-folder.ts';
import type { Desk } from '../fixtures/desk.ts';
import { cutInTheMiddle } from '../fixtures/payment-list.ts';
import { expect, test } from '../fixtures/test.ts';
import { ReconciliationScreen } from '../screens/reconciliation-screen.ts';
import { Shell } from '../screens/shell.ts';
import { StartScreen } from '../screens/start-screen.ts';

async function reconciliationOfFinance(desk: Desk): Promise<ReconciliationScreen> {
  await new StartScreen(desk.page).signIn('fahad');
  await new Shell(desk.page).go('reconciliation');
  const reconciliation = new ReconciliationScreen(desk.page);
  await reconciliation.files.waitFor();
  return reconciliation;
}

/** How many payments of the current month stand where. */
function standing(branch: BranchFolder): Record<string, number> {
  const rows = branch.rows<{ status: string; count: number }>(
    'select status, count(*) count from payment where month = ? group by status',
    branch.month('current'),
  );
  return Object.fromEntries(rows.map(({ status, count }) => [status, count]));
}

/** The answers of a status report, counted in the file itself. */
function reported(file: string): { rejected: number; codes: string[]; lines: number } {
  const transactions = readFileSync(file, 'utf8').split('<TxInfAndSts>').slice(1);
  const rejected = transactions.filter((one) => one.includes('<TxSts>RJCT'));
  const codes = new Set(rejected.map((one) => /<Cd>(\w+)<\/Cd>/.exec(one)?.[1] ?? ''));
  return { rejected: rejected.length, codes: [...codes], lines: transactions.length };
}

test("the bank's answer is previewed, committed, followed by kind, booked and undone", async ({
  branch,
  open,
}) => {
  const before = standing(branch);
  const answer = branch.file('current', 'pain.002.xml');
  const { rejected, codes, lines } = reported(answer);
  expect(codes.sort()).toEqual(['AC01', 'AC04', 'AC06', 'BE01', 'MD07']);

  const desk = await open(branch.folder);
  const reconciliation = await reconciliationOfFinance(desk);
  await desk.keep('reconciliation-empty');
  await reconciliation.choose(answer);
  await expect(reconciliation.commit).toBeVisible();
  await expect(reconciliation.files).toContainText('بمعرّف الدفعة');
  await expect(reconciliation.files).toContainText(String(lines));
  await desk.keep('reconciliation-preview');
  await reconciliation.commit.click();
  await expect(new Shell(desk.page).toasts).toContainText('اعتُمد الملف');
  for (const action of [
    'REVERIFY_ACCOUNT',
    'NEW_ACCOUNT',
    'REACTIVATE_ACCOUNT',
    'CONFIRM_IDENTITY',
    'CHECK_ALIVE',
  ] as const) {
    await expect(reconciliation.queue(action)).toBeVisible();
  }
  await desk.keep('reconciliation-committed');

  await reconciliation.queue('NEW_ACCOUNT').click();
  await reconciliation.rows().first().click();
  await expect(desk.page.getByRole('region', { name: 'دفعتنا وسطر البنك' })).toContainText('RJCT');
  await expect(reconciliation.next).toContainText('رفض البنك الدفعة لسبب في الحساب');
  await desk.keep('reconciliation-exception');

  await reconciliation.choose(branch.file('current', 'camt.054.xml'));
  await reconciliation.commit.click();
  for (const action of ['DUPLICATE_CHECK', 'UNKNOWN_PAYMENT', 'AMOUNT_DIFFERS'] as const) {
    await expect(reconciliation.queue(action)).toBeVisible();
  }
  await desk.keep('reconciliation-booked');

  await reconciliation.undo('camt.054.xml');
  await expect(new Shell(desk.page).toasts).toContainText('أُلغي');
  await expect(reconciliation.queue('UNKNOWN_PAYMENT')).toHaveCount(0);
  await reconciliation.undo('pain.002.xml');
  await expect(reconciliation.queue('NEW_ACCOUNT')).toHaveCount(0);
  await desk.keep('reconciliation-undone');
  await desk.close();
  expect(standing(branch)).toEqual(before);
  expect(rejected).toBeGreaterThan(0);
});

test('a whole batch that the bank rejects rejects each of its payments', async ({
  branch,
  open,
}) => {
  const desk = await open(branch.folder);
  const reconciliation = await reconciliationOfFinance(desk);
  await reconciliation.choose(branch.file('current', 'pain.002-batch-rejected.xml'));
  await expect(reconciliation.files).toContainText('برفض الدفعة كلها');
  await desk.keep('reconciliation-batch');
  await reconciliation.commit.click();
  await expect(new Shell(desk.page).toasts).toContainText('اعتُمد الملف');
  await desk.close();
  const arrears = branch.rows<{ status: string }>(
    `select distinct status from payment where month = ? and kind = 'retroactive'`,
    branch.month('current'),
  );
  expect(arrears).toEqual([{ status: 'rejected' }]);
});

test("the same bytes are refused the second time, and another month's file is said to be one", async ({
  branch,
  open,
  scratch,
}) => {
  const before = branch.digest();
  const same = path.join(scratch, 'another-name.xml');
  copyFileSync(branch.file('last', 'pain.002.xml'), same);
  const desk = await open(branch.folder);
  const reconciliation = await reconciliationOfFinance(desk);
  await reconciliation.choose(same);
  await expect(reconciliation.refusal).toContainText('سبق هذا الملف بعينه');
  await desk.keep('reconciliation-same-file');
  await desk.close();
  expect(branch.digest()).toBe(before);

  const again = await open(branch.folder);
  const desk2 = await reconciliationOfFinance(again);
  await desk2.choose(branch.file('next', 'pain.002.xml'));
  await expect(desk2.files).toContainText('لا سطر في هذا الملف يطابق دفعة لدينا');
  await again.keep('reconciliation-other-month');
  await desk2.discard.click();
  await expect(desk2.commit).toHaveCount(0);
  await again.close();
  expect(standing(branch)).toEqual(standing(branch));
});

for (const { what, make, words } of [
  {
    what: 'cut in the middle',
    make: (branch: BranchFolder, folder: string) =>
      cutInTheMiddle(branch.file('current', 'pain.002.xml'), folder),
    words: 'الملف مقطوع',
  },
  {
    what: 'that is no XML',
    make: (_: BranchFolder, folder: string) =>
      written(folder, 'note.xml', 'هذا نص كتبه موظف وليس ملف بنك.\n'),
    words: 'ليس هذا ملف بنك معروفاً',
  },
  {
    what: 'with a DOCTYPE',
    make: (branch: BranchFolder, folder: string) =>
      written(
        folder,
        'doctype.xml',
        readFileSync(branch.file('current', 'pain.002.xml'), 'utf8').replace(
          /<Document/,
          '<!DOCTYPE Document [<!ENTITY a "b">]><Document',
        ),
      ),
    words: 'DOCTYPE',
  },
]) {
  test(`a bank file ${what} is refused in words, and changes nothing`, async ({
    branch,
    open,
    scratch,
  }) => {
    const before = branch.digest();
    const desk = await open(branch.folder);
    const reconciliation = await reconciliationOfFinance(desk);
    await reconciliation.choose(make(branch, scratch));
    await expect(reconciliation.refusal).toContainText(words);
    await desk.keep(`reconciliation-refused-${what.replaceAll(' ', '-')}`);
    await desk.close();
    expect(branch.digest()).toBe(before);
  });
}

function written(folder: string, name: string, text: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
}
