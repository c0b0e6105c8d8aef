import type { Locator, Page } from '@playwright/test';
import type { IsoMonth } from '../../../src/domain/shared/iso-date.ts';
import { ar, arMonth } from '../fixtures/words.ts';

/** A complaint taken at the desk. */
export class NewComplaintDialog {
  readonly page: Page;
  readonly box: Locator;

  constructor(page: Page) {
    this.page = page;
    this.box = page.getByRole('dialog', { name: ar('complaints.new') });
  }

  async choosePerson(search: string, name: string): Promise<void> {
    await this.box.getByRole('combobox', { name: ar('cases.person') }).fill(search);
    await this.page.getByRole('option', { name }).click();
  }

  async chooseMonth(month: IsoMonth): Promise<void> {
    await this.box
      .getByRole('button', { name: ar('complaints.month') })
      .first()
      .click();
    await this.page.getByRole('option', { name: arMonth(month), exact: true }).click();
  }

  get expected(): Locator {
    return this.box.getByRole('textbox', { name: ar('complaints.expected') });
  }

  get received(): Locator {
    return this.box.getByRole('textbox', { name: ar('complaints.received') });
  }

  get claim(): Locator {
    return this.box.getByRole('textbox', { name: ar('complaints.claim') });
  }

  get lateReason(): Locator {
    return this.box.getByRole('textbox', { name: ar('cases.lateReason') });
  }

  get supervisor(): Locator {
    return this.box.getByRole('textbox', { name: ar('cases.supervisorUsername') });
  }

  get password(): Locator {
    return this.box.getByLabel(ar('cases.supervisorPassword'));
  }

  get file(): Locator {
    return this.box.getByRole('button', { name: ar('complaints.file') });
  }
}
