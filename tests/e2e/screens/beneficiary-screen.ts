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

  panel(name: 'payments' | 'cases' | 'household' | 'accounts' | 'incomes'): Locator {
    return this.page.getByRole('region', { name: ar(`registry.${name}`), exact: true });
  }
}
