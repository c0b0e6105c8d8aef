import type { Locator, Page } from '@playwright/test';
import type { SettlementView } from '../../../src/contract/settlements.ts';
import { ar } from '../fixtures/words.ts';

/** Who was paid too little or too much for past months, and what is settled of it. */
export class SettlementsScreen {
  readonly page: Page;
  readonly panel: Locator;
  readonly months: Locator;
  readonly confirmation: Locator;

  constructor(page: Page) {
    this.page = page;
    this.panel = page.getByRole('region', { name: ar('settlements.title'), exact: true }).last();
    this.months = page.getByRole('table', { name: ar('settlements.months'), exact: true });
    this.confirmation = page.getByRole('alertdialog');
  }

  async goTo(): Promise<void> {
    await this.page.getByRole('radio', { name: ar('shell.entitlementDesk.differences') }).click();
  }

  /** Looks at whatever was recorded since. */
  async check(): Promise<void> {
    await this.page.getByRole('button', { name: ar('settlements.check') }).click();
  }

  async view(view: SettlementView | 'candidates'): Promise<void> {
    await this.page.getByRole('radio', { name: ar(`settlements.view.${view}`) }).click();
  }

  async open(name: string): Promise<void> {
    await this.page.getByRole('grid').getByRole('row').filter({ hasText: name }).first().click();
  }

  /** The past months of somebody, whether or not anything is to be settled of them. */
  async show(personId: string): Promise<void> {
    await this.page.evaluate((hash) => {
      location.hash = hash;
    }, `#/entitlement?desk=differences&person=${personId}`);
  }

  async propose(reason: string): Promise<void> {
    await this.page.getByRole('textbox', { name: ar('settlements.reason') }).fill(reason);
    await this.page.getByRole('button', { name: ar('settlements.propose') }).click();
  }

  get approve(): Locator {
    return this.panel.getByRole('button', { name: ar('settlements.approve') });
  }
}
