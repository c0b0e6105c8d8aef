import type { Locator, Page } from '@playwright/test';
import { ar } from '../fixtures/words.ts';

/** The desk that says whether a paper or a file is ours. */
export class VerifyDesk {
  readonly page: Page;
  readonly file: Locator;
  readonly number: Locator;
  readonly code: Locator;
  readonly answer: Locator;

  constructor(page: Page) {
    this.page = page;
    this.file = page.getByLabel(ar('seals.dropFile'));
    this.number = page.getByRole('textbox', { name: ar('seals.number') });
    this.code = page.getByRole('textbox', { name: ar('seals.code') });
    this.answer = page.locator('.verify-answer');
  }

  async open(): Promise<void> {
    await this.page.getByRole('radio', { name: ar('letters.desk.verify') }).click();
  }
}
