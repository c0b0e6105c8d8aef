import path from 'node:path';
import { addHalalas, formatHalalas } from '../../../src/domain/shared/halalas.ts';
import type { Desk } from '../fixtures/desk.ts';
import { paymentsOf, withLines } from '../fixtures/payment-list.ts';
import { expect, test } from '../fixtures/test.ts';
import { PaymentsScreen } from '../screens/payments-screen.ts';
import { Shell } from '../screens/shell.ts';
import { StartScreen } from '../screens/start-screen.ts';

async function paymentsOfFinance(desk: Desk): Promise<PaymentsScreen> {
  await new StartScreen(desk.page).signIn('fahad');
  await new Shell(desk.page).go('payments');
  const payments = new PaymentsScreen(desk.page);
  await expect(payments.rows.first()).toBeVisible();
  return payments;
}

for (const [encoding, fileName] of [
  ['UTF-8', 'payments.csv'],
  ['windows-1256', 'payments-windows-1256.csv'],
] as const) {
  test(`finance sees what the columns of a list in ${encoding} mean, and imports it whole`, async ({
    branch,
    open,
  }) => {
    const listed = paymentsOf(branch.file('next', 'payments.csv'));
    const total = formatHalalas(addHalalas(...listed.map(({ amount }) => amount)));
    const desk = await open(branch.folder);
    const payments = await paymentsOfFinance(desk);
    await payments.openImport();
    await payments.choose(branch.file('next', fileName));

    await expect(payments.dialog).toContainText(encoding);
    for (const [column, field] of [
      ['رقم الهوية', 'رقم الهوية'],
      ['اسم المستفيد', 'الاسم'],
      ['الآيبان', 'الآيبان'],
      ['المبلغ', 'المبلغ'],
      ['الشهر', 'الشهر'],
      ['المرجع', 'مرجع الدفعة'],
      ['نوع الدفعة', 'نوع الدفعة'],
    ] as const) {
      await expect(payments.meaning(column).getByRole('button')).toContainText(field);
    }
    await expect(payments.dialog).toContainText(listed[0]?.name ?? '?');
    await expect(payments.dialog).toContainText(total);
    await desk.keep(`payments-mapping-${encoding}`);
    await payments.confirm.click();
    await expect(payments.dialog).toBeHidden();
    await expect(payments.foot).toContainText(total);
    await payments.search.fill(listed[0]?.reference ?? '?');
    await expect(payments.rows).toHaveCount(1);
    await payments.rows.first().click();
    await expect(payments.trace).toContainText('أُعدّت');
    await desk.keep(`payments-trace-${encoding}`);
    await desk.close();

    const stored = branch.rows<{ end_to_end_id: string; name: string; amount_halalas: number }>(
      `select end_to_end_id, b.full_name name, amount_halalas from payment p
         join beneficiary b on b.id = p.beneficiary_id where month = ? order by end_to_end_id`,
      branch.month('next'),
    );
    expect(stored).toEqual(
      listed
        .map(({ reference, name, amount }) => ({
          end_to_end_id: reference,
          name,
          amount_halalas: amount,
        }))
        .sort((one, other) => (one.end_to_end_id < other.end_to_end_id ? -1 : 1)),
    );
  });
}

test('a list with bad rows names each line and why, and imports nothing', async ({
  branch,
  open,
  scratch,
}) => {
  const before = branch.digest();
  const file = withLines(
    branch.file('next', 'payments.csv'),
    path.join(scratch, 'bad-rows.csv'),
    ([header = '', first = '', second = '', third = '', ...rest]) => [
      header,
      first.replace(/^\d/, '7'),
      second.replace(/SA\d\d/, 'SA00'),
      third,
      ...rest,
      third,
    ],
  );
  const repeated = paymentsOf(file).length + 1;
  const desk = await open(branch.folder);
  const payments = await paymentsOfFinance(desk);
  await payments.openImport();
  await payments.choose(file);
  await expect(payments.problem(2)).toContainText('رقم الهوية يبدأ بالرقم 1 أو 2');
  await expect(payments.problem(3)).toContainText('رقما التحقق في الآيبان لا يطابقان');
  await expect(payments.problem(repeated)).toContainText('تكرر المستفيد في القائمة');
  await expect(payments.dialog).toContainText('لا يُستورد شيء قبل تصحيحها');
  await expect(payments.confirm).toBeDisabled();
  await desk.keep('payments-bad-rows');
  await desk.close();
  expect(branch.digest()).toBe(before);
});

test('a list with other columns is refused with their names, and changes nothing', async ({
  branch,
  open,
  scratch,
}) => {
  const before = branch.digest();
  const file = withLines(
    branch.file('next', 'payments.csv'),
    path.join(scratch, 'other-columns.csv'),
    (lines) => lines.map((line, at) => (at === 0 ? 'أ,ب,ج,د,هـ,و,ز' : line)),
  );
  const desk = await open(branch.folder);
  const payments = await paymentsOfFinance(desk);
  await payments.openImport();
  await payments.choose(file);
  await expect(payments.dialog).toContainText('أعمدة');
  await expect(payments.confirm).toBeDisabled();
  await desk.keep('payments-other-columns');
  await desk.close();
  expect(branch.digest()).toBe(before);
});

test('a list that was imported before is not imported twice', async ({ branch, open }) => {
  const before = branch.digest();
  const desk = await open(branch.folder);
  const payments = await paymentsOfFinance(desk);
  await payments.openImport();
  await payments.choose(branch.file('current', 'payments.csv'));
  await expect(payments.dialog).toContainText('استُوردت هذه القائمة من قبل');
  await expect(payments.confirm).toBeDisabled();
  await desk.keep('payments-twice');
  await desk.close();
  expect(branch.digest()).toBe(before);
});
