import type { Locator, Page } from '@playwright/test';
import type { Key } from '../../../src/renderer/lib/i18n/catalogs.ts';
import type { TextValue } from '../../../src/renderer/lib/i18n/translate.ts';
import { ar } from '../fixtures/words.ts';

/** The register of letters and the sheet of the one that is open. */
export class LettersScreen {
  readonly page: Page;
  readonly rows: Locator;
  readonly sheet: Locator;

  constructor(page: Page) {
    this.page = page;
    this.rows = page.getByRole('row').filter({ has: page.getByRole('gridcell') });
    this.sheet = page.locator('canvas.pdf-sheet');
  }

  /** Ticks the first letters of the register and opens the print dialog for them. */
  async printFirst(count: number): Promise<void> {
    for (let index = 0; index < count; index += 1) {
      await this.rows.nth(index).getByRole('checkbox').click();
    }
    await this.page
      .getByRole('button', { name: ar('printing.printSelected', { n: count }) })
      .click();
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  /** A button of the open dialog. */
  button(key: Key, values: Readonly<Record<string, TextValue>> = {}): Locator {
    return this.dialog.getByRole('button', { name: ar(key, values) });
  }

  /** The papers of the open job that stand so. */
  papers(state: 'waiting' | 'sent' | 'printed' | 'failed' | 'skipped'): Locator {
    return this.dialog
      .getByRole('listitem')
      .filter({ has: this.page.getByText(ar(`printing.item.${state}`), { exact: true }) });
  }

  get print(): Locator {
    return this.page.getByRole('button', { name: ar('letters.print') });
  }
}
