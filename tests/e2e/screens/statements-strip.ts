import type { Locator, Page } from '@playwright/test';
import { ar } from '../fixtures/words.ts';

/** The line of the reconciliation screen about statements and about what arrived by itself. */
export class StatementsStrip {
  readonly page: Page;
  readonly strip: Locator;
  readonly arrivals: Locator;

  constructor(page: Page) {
    this.page = page;
    this.strip = page.getByRole('region', { name: ar('statements.title'), exact: true });
    this.arrivals = this.strip
      .getByRole('list', { name: ar('statements.arrivals') })
      .getByRole('listitem');
  }

  /** The statements with their marks, in a dialog. */
  async show(): Promise<Locator> {
    await this.strip.getByRole('button', { name: ar('statements.title'), exact: true }).click();
    return this.page.getByRole('dialog', { name: ar('statements.title') });
  }

  async watch(): Promise<void> {
    await this.strip.getByRole('button', { name: ar('statements.folderSettings') }).click();
    await this.page
      .getByRole('dialog', { name: ar('statements.folder') })
      .getByRole('button', { name: ar('statements.chooseFolder'), exact: true })
      .click();
  }

  arrival(fileName: string): Locator {
    return this.arrivals.filter({ hasText: fileName });
  }
}
