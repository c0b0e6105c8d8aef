import { SAMPLE_PASSWORD } from '../../../src/domain/sample/sample-accounts.ts';
import { expect, test } from '../fixtures/test.ts';
import { newComplaint } from '../fixtures/cases-at-hand.ts';
import { ComplaintsScreen } from '../screens/complaints-screen.ts';
import { Shell } from '../screens/shell.ts';

test('a complaint is taken and proposed without a mouse', async ({ branch, open }) => {
  const { file } = await newComplaint(branch, 'shortfallProven');
  const { ticket } = file.complaint;
  const desk = await open(branch.folder);
  const { keyboard } = desk.page;
  await expect(desk.page.getByRole('textbox', { name: 'اسم المستخدم' })).toBeFocused();
  await keyboard.type('sara');
  await keyboard.press('Tab');
  await keyboard.type(SAMPLE_PASSWORD);
  await keyboard.press('Enter');
  await expect(new Shell(desk.page).title).toContainText('اليوم');
  await keyboard.press('Control+k');
  await expect(desk.page.getByRole('combobox', { name: 'بحث وأوامر' })).toBeFocused();
  await keyboard.type(ticket);
  await expect(desk.page.getByRole('option').filter({ hasText: ticket }).first()).toBeVisible();
  await keyboard.press('Enter');
  const complaints = new ComplaintsScreen(desk.page);
  await expect(complaints.case(ticket)).toBeVisible();
  await expect(complaints.decision).toContainText('استلام');
  await keyboard.press('t');
  await expect(complaints.reasoning).toBeVisible();
  await keyboard.press('1');
  await keyboard.press('n');
  await expect(complaints.reasoning).toBeFocused();
  await keyboard.type('ثبت النقص من السجل، ويُصرف الفرق.');
  await keyboard.press('Control+Enter');
  await expect(complaints.decision).toContainText('لا يعتمد القرارَ من اقترحه');
  await expect(complaints.reasoning).toBeHidden();
  await desk.keep('keyboard-proposed');
  await keyboard.press('Escape');
  await expect(complaints.case(ticket)).toBeHidden();
  await keyboard.press('g');
  await keyboard.press('t');
  await expect(new Shell(desk.page).title).toContainText('اليوم');
  await keyboard.press('Shift+Slash');
  await expect(desk.page.getByRole('dialog', { name: 'كل الاختصارات' })).toBeVisible();
  await desk.keep('keyboard-keys');
  await desk.close();
  const [stored] = branch.rows<{ status: string }>(
    'select status from complaint where ticket = ?',
    ticket,
  );
  expect(stored?.status).toBe('awaitingApproval');
});
