import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Client } from '../../../src/contract/client.ts';
import type { QueueAction } from '../../../src/domain/reconciliation/required-action.ts';
import { addHalalas, formatHalalas, halalas } from '../../../src/domain/shared/halalas.ts';
import { addMonths, monthOf } from '../../../src/domain/shared/iso-date.ts';
import { nationalId } from '../../repos/payment-lists.ts';
import { PAGE } from '../../repos/resume-payments.ts';
import { valueOf } from '../fixtures/branch-folder.ts';
import { nameOf } from '../fixtures/officers.ts';
import { makeSmallBranch } from '../fixtures/small-branch.ts';
import {
  storyPayments,
  writeStoryAnswer,
  writeStoryList,
  writeStoryReturn,
} from '../fixtures/story-files.ts';
import { expect, test } from '../fixtures/test.ts';
import { ar, arMonth } from '../fixtures/words.ts';
import { CycleScreen } from '../screens/cycle-screen.ts';
import { PaymentsScreen } from '../screens/payments-screen.ts';
import { ReconciliationScreen } from '../screens/reconciliation-screen.ts';
import { ResumeScreen } from '../screens/resume-screen.ts';
import { Shell } from '../screens/shell.ts';
import { StartScreen } from '../screens/start-screen.ts';

const NEW_ACCOUNT = 'SA4420000001234567891234';
/** Of the list: settled, to a closed account, wrongly numbered, of a person held for dead, of another amount. */
const PAID = [0, 1, 2, 3, 4];
const CLOSED = [5, 6, 7];
const WRONG = [8, 9];
const DECEASED = 10;
const OTHER_AMOUNT = 11;
const RESUMED = 6;

test('a month is sent, answered, worked through, resumed, taken back and closed by two officers', async ({
  open,
  scratch,
}) => {
  const branch = await makeSmallBranch();
  const month = addMonths(monthOf(branch.today), -1);
  const next = addMonths(monthOf(branch.today), 1);
  // The day of the test is any; accounts are changed on all of them here.
  branch.set('accountEditDays', { from: 1, to: 31 });
  const payments = storyPayments(month, 12);
  const of = (index: number) => payments[index] ?? { reference: '', amount: halalas(0) };
  const total = formatHalalas(addHalalas(...payments.map(({ amount }) => amount)));
  const list = writeStoryList(scratch, month, payments);
  const answer = await writeStoryAnswer(scratch, month, payments, [
    ...PAID.map(of),
    ...CLOSED.map((index) => ({ ...of(index), code: 'AC04' })),
    ...WRONG.map((index) => ({ ...of(index), code: 'AC01' })),
    { ...of(DECEASED), code: 'MD07' },
    { ...of(OTHER_AMOUNT), amount: halalas(of(OTHER_AMOUNT).amount - 100) },
    { reference: 'STRANGER-1', amount: halalas(77_700) },
  ]);
  const returned = await writeStoryReturn(scratch, month, of(0));
  const letter = path.join(scratch, 'iban.pdf');
  writeFileSync(letter, PAGE);

  const desk = await open(branch.folder);
  const { page } = desk;
  const start = new StartScreen(page);
  const shell = new Shell(page);
  const lists = new PaymentsScreen(page);
  const cycle = new CycleScreen(page);
  const reconciliation = new ReconciliationScreen(page);
  const resume = new ResumeScreen(page);

  await test.step('the list is imported as a plan and its run sent as pain.001', async () => {
    await start.signIn('fahad');
    await shell.go('payments');
    await lists.list.waitFor();
    await page.keyboard.press('Control+o');
    await lists.choose(list);
    await lists.dialog.getByText(ar('payments.sentAlready')).click();
    await lists.confirm.click();
    await expect(lists.foot).toContainText(total);
    await cycle.view('runs');
    const target = await desk.saveAs(path.join(scratch, 'run.xml'));
    await cycle.button(ar('payments.run.export')).click();
    const { dialog } = cycle;
    await dialog.getByLabel(ar('payments.export.payerName')).fill('SSP NORTH RIYADH');
    await dialog.getByLabel(ar('payments.export.payerIban')).fill('SA0380000000608010167519');
    await dialog.getByLabel(ar('payments.export.payerBic')).fill('RJHISARI');
    await cycle.confirm(ar('payments.export.confirm'));
    await expect(cycle.main).toContainText('SHA-256');
    const sent = readFileSync(target, 'utf8');
    expect(sent).toContain('pain.001.001.09');
    expect(sent).toContain('<NbOfTxs>12</NbOfTxs>');
    expect(sent).toContain(`<CtrlSum>${total.replaceAll(',', '')}</CtrlSum>`);
    await desk.keep('story-sent');
  });

  await test.step("the bank's answer is previewed and committed", async () => {
    await shell.go('reconciliation');
    await reconciliation.choose(answer);
    await expect(reconciliation.commit).toContainText('13');
    await desk.keep('story-preview');
    await reconciliation.commit.click();
    await expect(shell.toasts).toContainText(
      ar('reconciliation.committed', { applied: 11, exceptions: 8 }),
    );
  });

  const settle = async (action: QueueAction, count: number, note: string): Promise<void> => {
    await reconciliation.queue(action).click();
    await expect(reconciliation.rows()).toHaveCount(count);
    await reconciliation.select(count);
    await page.keyboard.press('s');
    await page.keyboard.type(note);
    await page.keyboard.press('Control+Enter');
    await expect(reconciliation.queue(action)).toHaveCount(0);
  };

  await test.step('one exception is settled alone, several of one code together', async () => {
    await settle('UNKNOWN_PAYMENT', 1, 'سُئل البنك عن مصدره');
    await settle('NEW_ACCOUNT', CLOSED.length, 'طُلب حساب جديد');
    await desk.keep('story-settled');
    await shell.signOut(nameOf('fahad'));
  });

  await test.step('one officer proves the account and proposes, another approves', async () => {
    await start.signIn('sara');
    await shell.go('reconciliation');
    await resume.goTo();
    await resume.open(of(RESUMED).reference);
    await resume.attach(desk.app, letter);
    await resume.proveNewAccount(NEW_ACCOUNT);
    await resume.confirmActive();
    await resume.propose.click();
    await expect(resume.step('resume')).toContainText('لا يعتمد');
    await shell.signOut(nameOf('sara'));
    await start.signIn('khalid');
    await shell.go('reconciliation');
    await resume.goTo();
    await resume.view('awaitingApproval');
    await resume.open(of(RESUMED).reference);
    await resume.approve.click();
    await resume.confirmation.getByRole('button', { name: ar('resume.approve') }).click();
    await expect(shell.toasts).toContainText('اعتُمد الاستئناف');
    await shell.signOut(nameOf('khalid'));
  });

  const attempt = await test.step("the next cycle's run carries the new attempt", async () => {
    await start.signIn('fahad');
    await shell.go('payments');
    await cycle.choose(arMonth(next));
    await cycle.view('runs');
    await cycle.button(ar('payments.run.make')).click();
    await cycle.confirm(ar('payments.run.make'));
    const target = await desk.saveAs(path.join(scratch, 'next-run.xml'));
    await cycle.button(ar('payments.run.export')).click();
    await cycle.confirm(ar('payments.export.confirm'));
    await expect(cycle.main).toContainText('SHA-256');
    await desk.keep('story-next-run');
    const sent = readFileSync(target, 'utf8');
    const reference = /<EndToEndId>([^<]+)</.exec(sent)?.[1] ?? '';
    expect(reference).toMatch(/^RSM/);
    expect(sent.match(/<CdtTrfTxInf>/g)).toHaveLength(1);
    expect(sent).toContain(`<IBAN>${NEW_ACCOUNT}</IBAN>`);
    expect(sent).toContain(`>${(of(RESUMED).amount / 100).toFixed(2)}</InstdAmt>`);
    return reference;
  });

  await test.step('a return is committed, taken back and committed again', async () => {
    await shell.go('reconciliation');
    for (const isAgain of [false, true]) {
      await reconciliation.choose(returned);
      await reconciliation.commit.click();
      await expect(reconciliation.recent('return.xml').first()).toContainText(
        ar('status.bankFile.committed'),
      );
      if (isAgain) break;
      await reconciliation.undo('return.xml');
      await expect(shell.toasts).toContainText('أُلغي أثر واحد');
    }
    // The desk follows the file to its cycle, though the next one went to the bank since.
    await expect(reconciliation.queue('NEW_ACCOUNT')).toContainText('1');
    await desk.keep('story-returned');
  });

  await test.step('the cycle is not closed before everything is answered or explained', async () => {
    await shell.go('payments');
    await cycle.choose(arMonth(month));
    await cycle.view('closing');
    const exceptions = cycle.check(ar('payments.closing.check.exceptions'));
    const answered = cycle.check(ar('payments.closing.check.answered'));
    await expect(answered).toContainText(formatHalalas(of(OTHER_AMOUNT).amount));
    for (const kind of ['rejected', 'amountDiffers', 'returned'] as const) {
      await expect(exceptions).toContainText(ar(`status.exception.${kind}`));
    }
    await expect(cycle.button(ar('payments.closing.propose'))).toBeDisabled();
    await desk.keep('story-closing-refused');
    await answered.getByRole('button', { name: ar('payments.closing.show') }).click();
    const row = cycle.main.getByRole('row').filter({ hasText: of(OTHER_AMOUNT).reference });
    await row.getByRole('checkbox').click();
    await cycle.button(ar('payments.act.explain')).click();
    await cycle.dialog.getByLabel(ar('payments.act.reason')).fill('أكد البنك المبلغ كتابة');
    await cycle.confirm(ar('payments.act.explain'));
    await cycle.view('closing');
    await exceptions.getByRole('button', { name: ar('payments.closing.show') }).click();
    await settle('REVERIFY_ACCOUNT', WRONG.length, 'طُلب تصحيح الحساب');
    await settle('CHECK_ALIVE', 1, 'يُتحقق من حالته');
    await settle('AMOUNT_DIFFERS', 1, 'أوضح البنك الفرق كتابة');
    await settle('NEW_ACCOUNT', 1, 'طُلب حساب جديد');
  });

  await test.step('finance proposes the closing and the supervisor approves it', async () => {
    await shell.go('payments');
    await cycle.view('closing');
    await cycle.button(ar('payments.closing.propose')).click();
    await cycle.confirm(ar('payments.closing.propose'));
    await expect(cycle.button(ar('payments.closing.approve'))).toHaveCount(0);
    await shell.signOut(nameOf('fahad'));
    await start.signIn('mona');
    await shell.go('payments');
    await cycle.choose(arMonth(month));
    await cycle.view('closing');
    await cycle.button(ar('payments.closing.approve')).click();
    await cycle.confirm(ar('payments.closing.approve'));
    await expect(cycle.main).toContainText(ar('payments.closing.closed'));
    await desk.keep('story-closed');
  });
  await desk.close();

  const ledger = await branch.as('noura', (api) => look(api, month));
  const sum = (indexes: readonly number[]) => ({
    count: indexes.length,
    amount: indexes.reduce((amount, index) => amount + of(index).amount, 0),
  });
  expect(ledger).toMatchObject({
    status: 'closed',
    sent: sum(payments.map((_, index) => index)),
    paid: sum(PAID.slice(1)),
    rejected: sum([...CLOSED, ...WRONG, DECEASED]),
    returned: sum([0]),
    open: sum([OTHER_AMOUNT]),
  });
  const [made] = branch.rows<{ status: string; month: string; resumed: string }>(
    `select a.status, a.month, p.end_to_end_id resumed from payment a
       join payment p on p.no = a.resumes_no where a.end_to_end_id = ?`,
    attempt,
  );
  expect(made).toEqual({ status: 'sent', month, resumed: of(RESUMED).reference });
  const frozen = branch.rows(
    `select l.status from life_case l join beneficiary b on b.id = l.beneficiary_id
       where b.national_id = ?`,
    nationalId(DECEASED),
  );
  expect(frozen).toEqual([{ status: 'open' }]);
  expect((await branch.verify()).differences).toEqual([]);
  branch.remove();
});

/** How the cycle of a month stands. */
async function look(api: Client, month: string) {
  const cycles = valueOf(await api.payments.cycles({}));
  const found = cycles.find((known) => known.month === month);
  if (found === undefined) throw new Error(`No cycle ${month}`);
  const totals = valueOf(await api.reconciliation.totals({ cycleId: found.id }));
  return { ...totals, status: found.status };
}
