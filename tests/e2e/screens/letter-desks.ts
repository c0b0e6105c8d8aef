import type { Locator, Page } from '@playwright/test';
import type { IsoMonth } from '../../../src/domain/shared/iso-date.ts';
import { ar, arMonth } from '../fixtures/words.ts';

/** The desks beside the register: drafts, and letters over lists. */
export class LetterDesks {
  readonly page: Page;
  readonly dialog: Locator;
  readonly sheet: Locator;

  constructor(page: Page) {
    this.page = page;
    this.dialog = page.getByRole('dialog');
    this.sheet = this.dialog.locator('canvas.pdf-sheet');
  }

  async open(desk: 'drafts' | 'register' | 'batches'): Promise<void> {
    await this.page.getByRole('radio', { name: ar(`letters.desk.${desk}`) }).click();
  }

  /** A plain letter to somebody, as far as its page. */
  async write(person: { search: string; name: string }, subject: string, text: string) {
    await this.#begin(ar('letterDrafts.new'));
    await this.dialog.getByRole('combobox', { name: ar('letterDrafts.to') }).fill(person.search);
    await this.page.getByRole('option', { name: person.name }).click();
    await this.choose(ar('letters.kind'), ar('letters.template.plain'));
    await this.dialog.getByRole('textbox', { name: ar('letterDrafts.subject') }).fill(subject);
    await this.dialog
      .getByRole('textbox', { name: ar('letterDrafts.field.paragraphs') })
      .fill(text);
  }

  /** N, once the desk stands. */
  async #begin(name: string): Promise<void> {
    await this.page.getByRole('button', { name }).first().waitFor();
    await this.page.keyboard.press('n');
  }

  async choose(label: string, option: string): Promise<void> {
    await this.dialog.getByRole('button', { name: label }).first().click();
    await this.page.getByRole('option', { name: option, exact: true }).click();
  }

  /** Guidance sheets of a cycle: says how many are to be issued before it issues them. */
  async startGuidance(month: IsoMonth): Promise<void> {
    await this.#begin(ar('letterBatches.new'));
    await this.choose(ar('letterBatches.cycle'), arMonth(month));
  }

  /** What can be done with the open letter beside the next step. */
  async deed(deed: 'copy' | 'takeBack' | 'jam' | 'void'): Promise<void> {
    await this.page.getByRole('button', { name: ar('letters.deeds') }).click();
    await this.page.getByRole('menuitem', { name: ar(`letters.deed.${deed}`) }).click();
  }
}
