import type { Locator, Page } from '@playwright/test';
import { ar } from '../fixtures/words.ts';

/** Lists of registers against the registry. */
export class RecordsScreen {
  readonly page: Page;
  readonly differences: Locator;
  readonly dialog: Locator;
  readonly updates: Locator;

  constructor(page: Page) {
    this.page = page;
    this.differences = page.getByRole('region', {
      name: ar('governmentRecords.differences'),
      exact: true,
    });
    this.dialog = page.getByRole('dialog');
    this.updates = page.getByRole('region', {
      name: ar('governmentRecords.updates'),
      exact: true,
    });
  }

  async goTo(): Promise<void> {
    await this.page.getByRole('radio', { name: ar('shell.registryDesk.records') }).click();
  }

  async openImport(file: string, source: string): Promise<void> {
    await this.page.getByRole('button', { name: ar('governmentRecords.new') }).click();
    await this.dialog.getByLabel(ar('governmentRecords.source')).fill(source);
    await this.dialog.getByRole('button', { name: ar('governmentRecords.kind') }).click();
    await this.page
      .getByRole('option', { name: ar('governmentRecords.kind.income'), exact: true })
      .click();
    await this.dialog.getByLabel(ar('governmentRecords.drop')).setInputFiles(file);
  }

  async compare(): Promise<void> {
    await this.dialog.getByRole('button', { name: ar('governmentRecords.preview') }).click();
  }

  async commit(): Promise<void> {
    await this.dialog.getByRole('button', { name: ar('governmentRecords.commit') }).click();
    await this.dialog.waitFor({ state: 'hidden' });
  }

  row(text: string): Locator {
    return this.differences.getByRole('row').filter({ hasText: text }).first();
  }

  async choose(text: string): Promise<void> {
    await this.row(text).getByRole('checkbox').click();
  }

  async press(action: 'accept' | 'reject' | 'ask'): Promise<void> {
    await this.differences
      .getByRole('button', { name: ar(`governmentRecords.${action}`), exact: true })
      .click();
  }

  async showUpdates(): Promise<void> {
    await this.page.getByRole('radio', { name: ar('governmentRecords.view.updates') }).click();
    await this.updates.waitFor();
  }
}
