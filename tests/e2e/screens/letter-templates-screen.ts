import type { Locator, Page } from '@playwright/test';
import { ar } from '../fixtures/words.ts';

/** Administration > Words of letters: the list, and the editor of one. */
export class LetterTemplatesScreen {
  readonly page: Page;
  readonly sheet: Locator;
  readonly problems: Locator;
  readonly dialog: Locator;
  readonly save: Locator;

  constructor(page: Page) {
    this.page = page;
    this.sheet = page.locator('canvas.pdf-sheet');
    this.problems = page.getByRole('listitem').filter({ has: page.getByRole('button') });
    this.dialog = page.getByRole('dialog');
    this.save = page.getByRole('button', { name: ar('letterTemplates.save') }).first();
  }

  async open(): Promise<void> {
    await this.page.getByRole('radio', { name: ar('letterTemplates.title') }).click();
  }

  listed(title: string): Locator {
    return this.page.getByRole('listitem').filter({ hasText: title });
  }

  /** Opens a template and waits for its page. */
  async edit(title: string): Promise<void> {
    await this.page.getByRole('searchbox').fill(title);
    await this.listed(title).getByRole('link').first().click();
    await this.sheet.waitFor();
  }

  /** The text of a block by its number on the screen. */
  text(number: number): Locator {
    const kind = ar('letterTemplates.block.paragraph');
    return this.page.getByRole('textbox', {
      name: ar('letterTemplates.blockName', { kind, number }),
    });
  }

  problem(words: string): Locator {
    return this.problems.filter({ hasText: words });
  }

  /** The page as it is drawn now, to be told from another. */
  async drawn(): Promise<string> {
    return this.sheet.evaluate((sheet) =>
      sheet instanceof HTMLCanvasElement ? sheet.toDataURL() : '',
    );
  }

  async confirm(button: string): Promise<void> {
    await this.dialog.getByRole('button', { name: button }).click();
    await this.dialog.waitFor({ state: 'hidden' });
  }
}
