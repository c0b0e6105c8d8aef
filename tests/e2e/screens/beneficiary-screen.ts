import type { Locator, Page } from '@playwright/test';
import { ar } from '../fixtures/words.ts';

/** Everything about one beneficiary. */
export class BeneficiaryScreen {
  readonly page: Page;
  readonly timeline: Locator;

  constructor(page: Page) {
    this.page = page;
    this.timeline = page.getByRole('region', { name: ar('registry.timeline') });
  }

  get letters(): Locator {
    return this.page.getByRole('region', { name: ar('caseLetters.title'), exact: true }).first();
  }

  /** The tab of payments, cases and letters. */
  get money(): Locator {
    return this.page.getByRole('tab', { name: ar('households.tab.money') });
  }

  panel(name: 'payments' | 'cases'): Locator {
    return this.page.getByRole('region', { name: ar(`registry.${name}`), exact: true });
  }
}
