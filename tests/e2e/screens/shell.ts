import type { Locator, Page } from '@playwright/test';
import type { ScreenName } from '../../../src/renderer/lib/route.ts';
import { ar } from '../fixtures/words.ts';

/** The frame around every screen. */
export class Shell {
  readonly page: Page;
  readonly title: Locator;
  readonly toasts: Locator;

  constructor(page: Page) {
    this.page = page;
    this.title = page.getByRole('banner').getByRole('heading', { level: 1 });
    this.toasts = page.getByRole('region', { name: ar('ui.notifications') });
  }

  async go(screen: ScreenName): Promise<void> {
    await this.page
      .getByRole('navigation', { name: ar('shell.mainNavigation') })
      .getByRole('link', { name: ar(`shell.${screen}`) })
      .click();
  }

  /** Ctrl+K, the words, and the result that carries them. */
  async find(text: string): Promise<Locator> {
    await this.page.keyboard.press('Control+k');
    await this.page.getByRole('combobox', { name: ar('shell.search') }).fill(text);
    return this.page.getByRole('listbox', { name: ar('shell.search') }).getByRole('option');
  }

  async signOut(fullName: string): Promise<void> {
    await this.page.getByRole('button', { name: ar('shell.account', { name: fullName }) }).click();
    await this.page.getByRole('menuitem', { name: ar('shell.signOut') }).click();
    await this.page.getByRole('button', { name: ar('staff.signIn'), exact: true }).waitFor();
  }
}
