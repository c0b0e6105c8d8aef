import { expect, test } from '../fixtures/test.ts';
import { LettersScreen } from '../screens/letters-screen.ts';
import { Shell } from '../screens/shell.ts';
import { StartScreen } from '../screens/start-screen.ts';

test('printing a letter hands its archived bytes to the printer and stays on its trail', async ({
  branch,
  open,
}) => {
  const desk = await open(branch.folder);
  // The printer alone stands in: what is loaded to be printed is the real thing.
  await desk.app.evaluate(({ app }) => {
    app.on('web-contents-created', (_event, contents) => {
      contents.print = (_options, done) => {
        console.log(`printed ${contents.getURL()}`);
        done?.(true, '');
      };
    });
  });
  const printed = desk.app.waitForEvent('console', {
    predicate: (message) => message.text().startsWith('printed file:'),
  });
  await new StartScreen(desk.page).signIn('mona');
  await new Shell(desk.page).go('letters');
  const letters = new LettersScreen(desk.page);
  await letters.rows.first().click();
  await expect(letters.sheet).toBeVisible();
  await letters.print.click();
  await printed;
  await expect(new Shell(desk.page).toasts).toContainText('سُجلت طباعة الخطاب');
  await desk.keep('letter-printed');
  await desk.close();
  const trail = branch.rows<{ type: string }>(
    `select type from letter_event where type = 'printed'`,
  );
  expect(trail).toHaveLength(1);
});
