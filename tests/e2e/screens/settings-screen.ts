import type { Locator, Page } from '@playwright/test';
import type { EditedSetting } from '../../../src/domain/settings/setting-values.ts';
import { ar } from '../fixtures/words.ts';

/** Administration > Settings. */
export class SettingsScreen {
  readonly page: Page;
  readonly dialog: Locator;

  constructor(page: Page) {
    this.page = page;
    this.dialog = page.getByRole('dialog');
  }

  /** Chooses the section where the officer has several. */
  async open(): Promise<void> {
    await this.page.getByRole('radio', { name: ar('settings.title') }).click();
  }

  card(key: EditedSetting): Locator {
    return this.page
      .getByRole('listitem', { name: ar(`settings.name.${key}`), exact: true })
      .first();
  }

  changeButton(key: EditedSetting): Locator {
    const name = ar('settings.changeOf', { name: ar(`settings.name.${key}`) });
    return this.page.getByRole('button', { name, exact: true });
  }

  async change(key: EditedSetting): Promise<void> {
    await this.changeButton(key).click();
  }

  /** The line of the preview about a month's payment. */
  consequence(month: string): Locator {
    const text = `${ar('settings.kind.payDate')} ${month}`;
    return this.dialog.getByRole('row').filter({ hasText: text });
  }

  /** Types a date into a picker, part by part, as its segments take it. */
  async type(label: string, iso: string): Promise<void> {
    const [year = '', month = '', day = ''] = iso.split('-');
    const group = this.dialog.getByRole('group', { name: label });
    await group.getByRole('spinbutton').first().click();
    await this.page.keyboard.type(`${day}${month}${year}`);
  }

  async confirm(name: string): Promise<void> {
    await this.dialog.getByRole('button', { name }).click();
    await this.dialog.waitFor({ state: 'hidden' });
  }
}
