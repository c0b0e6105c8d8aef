import type { Locator, Page } from '@playwright/test';
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

  get print(): Locator {
    return this.page.getByRole('button', { name: ar('letters.print') });
  }
}
