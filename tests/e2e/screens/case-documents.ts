import type { Locator, Page } from '@playwright/test';
import type { Desk } from '../fixtures/desk.ts';
import { ar } from '../fixtures/words.ts';

/** The documents of the case on the screen, and its dossier. */
export class CaseDocuments {
  readonly #desk: Desk;
  readonly page: Page;
  readonly attaching: Locator;

  constructor(desk: Desk) {
    this.#desk = desk;
    this.page = desk.page;
    this.attaching = desk.page.getByRole('dialog', { name: ar('cases.attach') });
  }

  /** Chooses the file in the system's dialog and stores it under its own name. */
  async attach(file: string): Promise<void> {
    await this.#desk.app.evaluate(({ dialog }, path) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
    }, file);
    await this.page.getByRole('button', { name: ar('cases.attach') }).click();
    await this.attaching.getByRole('button', { name: ar('cases.attachNow') }).click();
  }

  /** What is said where the file as it came holds something active. */
  get marks(): Locator {
    return this.page.getByRole('img', { name: /محتوى نشط/ });
  }

  dossier(number: string): Locator {
    return this.page.getByRole('dialog', { name: ar('dossiers.dossierOf', { number }) });
  }

  /** Makes the dossier of the case with everything in it. */
  async makeDossier(number: string): Promise<void> {
    await this.page.getByRole('button', { name: ar('dossiers.dossier'), exact: true }).click();
    await this.dossier(number)
      .getByRole('button', { name: ar('dossiers.make') })
      .click();
  }

  /** Saves the dossier on view to a path. */
  async saveDossier(number: string, target: string): Promise<void> {
    await this.#desk.app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    }, target);
    await this.dossier(number)
      .getByRole('button', { name: ar('dossiers.save') })
      .click();
  }
}
