import type { Locator, Page } from '@playwright/test';
import { ar } from '../fixtures/words.ts';

/** The month's payments, and the import of the next list. */
export class PaymentsScreen {
  readonly page: Page;
  readonly list: Locator;
  readonly rows: Locator;
  readonly search: Locator;
  readonly trace: Locator;
  readonly dialog: Locator;

  constructor(page: Page) {
    this.page = page;
    this.list = page.getByRole('region', { name: ar('payments.list'), exact: true });
    this.rows = this.list.getByRole('row').filter({ has: page.getByRole('gridcell') });
    this.search = this.list.getByRole('searchbox', { name: ar('payments.search') });
    this.trace = page.getByRole('region', { name: ar('payments.trace') });
    this.dialog = page.getByRole('dialog', { name: ar('payments.importTitle') });
  }

  /** The number of payments and their sum under the list. */
  get foot(): Locator {
    return this.list.getByRole('contentinfo').or(this.list.locator('footer'));
  }

  async openImport(): Promise<void> {
    await this.rows.first().waitFor();
    await this.page.keyboard.press('Control+o');
    await this.dialog.waitFor();
  }

  async choose(file: string): Promise<void> {
    await this.dialog.getByLabel(ar('payments.drop')).setInputFiles(file);
  }

  /** What a column of the file is taken for. */
  meaning(column: string): Locator {
    return this.dialog
      .getByRole('table', { name: ar('payments.columns') })
      .getByRole('row')
      .filter({ has: this.page.locator('td:first-child', { hasText: new RegExp(`^${column}$`) }) });
  }

  /** What is said about a line of the file that is not accepted. */
  problem(line: number): Locator {
    return this.dialog
      .getByRole('row')
      .filter({ has: this.page.getByRole('cell', { name: String(line), exact: true }) })
      .first();
  }

  get confirm(): Locator {
    return this.dialog.getByRole('button', { name: /^استيراد/ });
  }
}
