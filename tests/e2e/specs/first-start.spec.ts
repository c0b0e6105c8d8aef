import path from 'node:path';
import { SAMPLE_ACCOUNTS } from '../../../src/domain/sample/sample-accounts.ts';
import { ar } from '../fixtures/words.ts';
import { expect, test } from '../fixtures/test.ts';
import { Shell } from '../screens/shell.ts';
import { StartScreen } from '../screens/start-screen.ts';

test('a first start makes a sample branch in the window, and its officers sign in', async ({
  open,
  scratch,
}) => {
  const desk = await open(path.join(scratch, 'branch'));
  const start = new StartScreen(desk.page);
  await expect(start.size('staff.sizeSmall')).toBeChecked();
  await desk.keep('first-start');
  await start.makeSample.click();
  await expect(desk.page.getByText('أُنشئ الفرع التجريبي. ادخل بأحد حساباته.')).toBeVisible({
    timeout: 60_000,
  });
  for (const { fullName } of SAMPLE_ACCOUNTS) {
    await expect(
      desk.page.getByRole('button', { name: ar('staff.useAccount', { name: fullName }) }),
    ).toBeVisible();
  }
  await desk.keep('sign-in');
  await start.signIn('sara');
  await expect(new Shell(desk.page).title).toContainText('اليوم');
  await desk.keep('today');
});
