import type { Locator, Page } from '@playwright/test';
import { ar } from '../fixtures/words.ts';
import { Shell } from './shell.ts';

/** Entitlement > Calculator. */
export class CalculatorScreen {
  readonly page: Page;
  /** The sum beside the form. */
  readonly sum: Locator;
  /** The month, the pension and whether there is one. */
  readonly result: Locator;
  readonly reasons: Locator;

  constructor(page: Page) {
    this.page = page;
    this.sum = page.getByRole('region', { name: ar('calculator.sum') });
    this.result = this.sum.getByRole('status');
    this.reasons = this.sum.getByRole('list', { name: ar('calculator.reasons') });
  }

  async open(): Promise<void> {
    await new Shell(this.page).go('entitlement');
    await this.page.getByRole('radio', { name: ar('shell.entitlementDesk.calculator') }).click();
    await this.result.waitFor();
  }

  lines(): Locator {
    return this.sum.getByRole('table', { name: ar('calculator.working') }).locator('tbody tr');
  }

  /** Types an income without leaving the keys: its kind, then the riyals. */
  async typeIncome(riyals: string): Promise<void> {
    await this.page.keyboard.press('Alt+i');
    await this.page.keyboard.press('Tab');
    await this.page.keyboard.type(riyals);
  }

  async choose(list: 'incomes' | 'assets', row: number, field: string, value: string) {
    const title = ar(`calculator.${list}`);
    await this.page
      .getByRole('listitem', { name: ar('calculator.rowOf', { title, number: row }) })
      .getByRole('button', { name: field })
      .click();
    await this.page.getByRole('option', { name: value }).click();
  }
}
