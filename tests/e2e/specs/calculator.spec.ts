import { expect, test } from '../fixtures/test.ts';
import { ar } from '../fixtures/words.ts';
import { CalculatorScreen } from '../screens/calculator-screen.ts';
import { Shell } from '../screens/shell.ts';
import { StartScreen } from '../screens/start-screen.ts';

test("a walk-in's household is typed by keys, and its pension stands beside it with its working", async ({
  branch,
  open,
}) => {
  const desk = await open(branch.folder);
  await new StartScreen(desk.page).signIn('sara');
  const screen = new CalculatorScreen(desk.page);
  await screen.open();
  await expect(screen.result).toContainText('1,320.00');

  const { keyboard } = desk.page;
  for (let dependant = 1; dependant <= 4; dependant += 1) await keyboard.press('Alt+d');
  await expect(screen.result).toContainText('3,960.00');
  await screen.typeIncome('4000');
  await expect(screen.result).toContainText('1,960.00');
  await screen.typeIncome('3600');
  await expect(screen.result).toContainText('160.00');
  await expect(screen.lines()).toHaveCount(7);
  await expect(screen.lines().nth(6)).toContainText('−1,800.00');
  await desk.keep('calculator');

  await keyboard.press('Alt+a');
  await screen.choose('assets', 1, ar('calculator.assetType'), 'سيارات');
  await desk.page.getByLabel(ar('calculator.count')).fill('4');
  await expect(screen.reasons).toContainText('عدد السيارات يتخطى الحد');
  await expect(screen.result).toContainText('0.00');
  await expect(screen.sum).toContainText(ar('calculator.estimate'));

  await desk.page.getByRole('button', { name: ar('calculator.clear') }).click();
  await expect(screen.result).toContainText('1,320.00');
  await expect(screen.lines()).toHaveCount(1);
  await new Shell(desk.page).toasts.getByRole('button', { name: ar('ui.undo') }).click();
  await expect(screen.reasons).toBeVisible();

  await desk.page.getByRole('radio', { name: ar('calculator.kind.independent') }).click();
  await expect(screen.lines().first()).toContainText('للمستقل');
  await desk.page.getByLabel(ar('calculator.birth')).fill('1/1/2015');
  await expect(screen.reasons).toContainText('المستقل دون السن المطلوبة');
});
