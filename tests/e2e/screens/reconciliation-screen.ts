import type { Locator, Page } from '@playwright/test';
import type { ExceptionKind } from '../../../src/domain/reconciliation/exception-kind.ts';
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

  queue(kind: ExceptionKind, reasonCode?: string): Locator {
    const ofKind = this.queues
      .getByRole('button')
      .filter({ hasText: ar(`status.exception.${kind}`) });
    return reasonCode === undefined ? ofKind : ofKind.filter({ hasText: reasonCode });
  }

  rows(): Locator {
    return this.exceptions.getByRole('row').filter({ has: this.page.getByRole('gridcell') });
  }

  /** Undoes the latest file of that name. */
  async undo(fileName: string): Promise<void> {
    await this.files
      .getByRole('listitem')
      .filter({ hasText: fileName })
      .getByRole('button', { name: ar('reconciliation.undo') })
      .first()
      .click();
    await this.page
      .getByRole('alertdialog')
      .getByRole('button', { name: ar('reconciliation.undoConfirm'), exact: true })
      .click();
  }
}
