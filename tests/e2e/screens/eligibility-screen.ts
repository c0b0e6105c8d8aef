import type { Locator, Page } from '@playwright/test';
import type { IsoMonth } from '../../../src/domain/shared/iso-date.ts';
import { ar, arMonth } from '../fixtures/words.ts';

/** The month's run of eligibility: its steps, its causes and their households. */
export class EligibilityScreen {
  readonly page: Page;
  readonly main: Locator;
  readonly causes: Locator;
  readonly households: Locator;
  readonly dialog: Locator;

  constructor(page: Page) {
    this.page = page;
    this.main = page.getByRole('region', { name: ar('entitlement.title') });
    this.causes = this.main.getByRole('list').filter({ hasText: ar('entitlement.all') });
    this.households = this.main.getByRole('grid');
    this.dialog = page.getByRole('dialog').or(page.getByRole('alertdialog'));
  }

  /** Starts the month and waits until it stands for review. */
  async compute(month: IsoMonth): Promise<void> {
    const name = ar('entitlement.compute', { month: arMonth(month) });
    await this.page
      .getByRole('navigation', { name: ar('entitlement.months') })
      .getByRole('button', { name })
      .click();
    await this.button('entitlement.propose').waitFor();
  }

  button(key: 'entitlement.propose' | 'entitlement.approve'): Locator {
    return this.main.getByRole('button', { name: ar(key), exact: true });
  }

  cause(cause: 'new' | 'back' | 'paidOtherwise'): Locator {
    return this.causes.getByRole('button').filter({ hasText: ar(`entitlement.cause.${cause}`) });
  }

  async confirm(key: 'entitlement.approve'): Promise<void> {
    await this.dialog.getByRole('button', { name: ar(key) }).click();
    await this.dialog.waitFor({ state: 'hidden' });
  }
}
