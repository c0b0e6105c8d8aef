import type { Locator, Page } from '@playwright/test';
import { ar } from '../fixtures/words.ts';

/** A cycle on the screen of payments: its runs, what is prepared by hand, its closing. */
export class CycleScreen {
  readonly page: Page;
  readonly main: Locator;
  readonly dialog: Locator;

  constructor(page: Page) {
    this.page = page;
    this.main = page.getByRole('region', { name: ar('payments.list'), exact: true });
    this.dialog = page.getByRole('dialog').or(page.getByRole('alertdialog'));
  }

  async choose(month: string): Promise<void> {
    await this.page
      .getByRole('navigation', { name: ar('payments.cycles') })
      .getByRole('button', { name: month })
      .click();
  }

  async view(name: 'payments' | 'runs' | 'proposals' | 'closing'): Promise<void> {
    await this.main.getByRole('radio', { name: ar(`payments.view.${name}`) }).click();
  }

  button(name: string): Locator {
    return this.main.getByRole('button', { name, exact: true });
  }

  /** Presses what the dialog is about, and waits until it is gone. */
  async confirm(name: string): Promise<void> {
    await this.dialog.getByRole('button', { name }).click();
    await this.dialog.waitFor({ state: 'hidden' });
  }

  run(reference: string): Locator {
    return this.main.getByRole('row').filter({ hasText: reference });
  }

  check(name: string): Locator {
    return this.main.getByRole('listitem').filter({ hasText: name });
  }
}
