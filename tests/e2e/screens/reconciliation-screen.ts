import type { Locator, Page } from '@playwright/test';
import type { QueueAction } from '../../../src/domain/reconciliation/required-action.ts';
import { ar } from '../fixtures/words.ts';

/** The bank's files and what they left open. */
export class ReconciliationScreen {
  readonly page: Page;
  readonly files: Locator;
  readonly queues: Locator;
  readonly exceptions: Locator;
  readonly next: Locator;
  readonly totals: Locator;

  constructor(page: Page) {
    this.page = page;
    this.files = page.getByRole('region', { name: ar('reconciliation.files') });
    const regions = page.getByRole('region', { name: ar('reconciliation.queues') });
    this.queues = regions.filter({ has: page.getByRole('list') }).first();
    this.exceptions = page.getByRole('grid', { name: ar('reconciliation.queues') });
    this.next = page.getByRole('region', { name: ar('reconciliation.nextStep') });
    this.totals = page.getByRole('region', { name: ar('reconciliation.title'), exact: true });
  }

  async choose(file: string): Promise<void> {
    await this.files.getByLabel(ar('reconciliation.drop')).setInputFiles(file);
  }

  /** Whatever stands in words about the file in hand. */
  get refusal(): Locator {
    return this.files.getByRole('alert');
  }

  get commit(): Locator {
    return this.files.getByRole('button', { name: /^اعتماد/ });
  }

  get discard(): Locator {
    return this.files.getByRole('button', { name: ar('reconciliation.discard'), exact: true });
  }

  /** The work queue of a required action. */
  queue(action: QueueAction): Locator {
    return this.queues
      .getByRole('button')
      .filter({ has: this.page.getByText(ar(`workbench.action.${action}`), { exact: true }) });
  }

  /** A kind and code within the queue that is open; shown where the queue has several. */
  code(reasonCode: string): Locator {
    return this.queues
      .getByRole('button')
      .filter({ has: this.page.getByText(reasonCode, { exact: true }) });
  }

  /** Chooses the first rows with the keyboard alone. */
  async select(count: number): Promise<void> {
    await this.exceptions.focus();
    await this.page.keyboard.press('Home');
    for (let row = 0; row < count; row += 1) {
      if (row > 0) await this.page.keyboard.press('j');
      await this.page.keyboard.press('x');
    }
  }

  rows(): Locator {
    return this.exceptions.getByRole('row').filter({ has: this.page.getByRole('gridcell') });
  }

  /** Files of that name, the latest first. */
  recent(fileName: string): Locator {
    return this.files.getByRole('listitem').filter({ hasText: fileName });
  }

  /** Undoes the latest file of that name. */
  async undo(fileName: string): Promise<void> {
    await this.recent(fileName)
      .getByRole('button', { name: ar('reconciliation.undo') })
      .first()
      .click();
    await this.page
      .getByRole('alertdialog')
      .getByRole('button', { name: ar('reconciliation.undoConfirm'), exact: true })
      .click();
  }
}
