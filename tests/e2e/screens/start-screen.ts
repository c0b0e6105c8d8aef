import type { Locator, Page } from '@playwright/test';
import {
  SAMPLE_PASSWORD,
  type SampleUsername,
} from '../../../src/domain/sample/sample-accounts.ts';
import { ar } from '../fixtures/words.ts';

/** Before anybody is signed in: what the folder holds, or why it cannot be opened. */
export class StartScreen {
  readonly page: Page;
  readonly alert: Locator;
  readonly makeSample: Locator;

  constructor(page: Page) {
    this.page = page;
    this.alert = page.getByRole('alert');
    this.makeSample = page.getByRole('button', { name: ar('staff.makeSample') });
  }

  size(key: 'staff.sizeSmall' | 'staff.sizeBranch' | 'staff.sizeRegion'): Locator {
    return this.page.getByRole('radio', { name: ar(key) });
  }

  async signIn(username: SampleUsername): Promise<void> {
    await this.page.getByLabel(ar('staff.username'), { exact: true }).fill(username);
    await this.page.getByLabel(ar('staff.password'), { exact: true }).fill(SAMPLE_PASSWORD);
    await this.page.getByRole('button', { name: ar('staff.signIn'), exact: true }).click();
    await this.page.getByRole('navigation', { name: ar('shell.mainNavigation') }).waitFor();
  }
}
