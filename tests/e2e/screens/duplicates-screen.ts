import type { Locator, Page } from '@playwright/test';
import { ar } from '../fixtures/words.ts';

/** Files that may be one person's. */
export class DuplicatesScreen {
  readonly page: Page;
  readonly list: Locator;
  readonly panel: Locator;

  constructor(page: Page) {
    this.page = page;
    this.list = page.getByRole('region', { name: ar('duplicates.title'), exact: true });
    this.panel = page.getByRole('region', { name: ar('duplicates.compare'), exact: true });
  }

  get search(): Locator {
    return this.list.getByRole('button', { name: ar('duplicates.search') });
  }

  get approve(): Locator {
    return this.panel.getByRole('button', { name: ar('duplicates.approve') });
  }

  async goTo(): Promise<void> {
    await this.page.getByRole('radio', { name: ar('shell.registryDesk.duplicates') }).click();
    await this.list.waitFor();
  }

  async view(label: string): Promise<void> {
    await this.list.getByRole('radio', { name: label }).click();
  }

  async open(name: string): Promise<void> {
    await this.list.getByRole('row').filter({ hasText: name }).first().click();
    await this.panel.getByRole('table').first().waitFor();
  }

  /** The row of the comparison that is about a field. */
  field(label: string): Locator {
    return this.panel
      .getByRole('row')
      .filter({ has: this.page.getByRole('cell', { name: label, exact: true }) })
      .first();
  }

  async propose(reason: string): Promise<void> {
    await this.panel.getByRole('button', { name: ar('duplicates.merge') }).click();
    const dialog = this.page.getByRole('dialog', { name: ar('duplicates.mergeTitle') });
    await dialog.getByLabel(ar('duplicates.reason')).fill(reason);
    await dialog.getByRole('button', { name: ar('duplicates.mergePropose') }).click();
    await dialog.waitFor({ state: 'hidden' });
  }
}
