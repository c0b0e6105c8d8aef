import { expect, type Locator, type Page } from '@playwright/test';
import type { ApplicationView } from '../../../src/domain/applications/application-status.ts';
import type { IntakeStep } from '../../../src/renderer/features/applications/intake/intake-steps.ts';
import type { Desk } from '../fixtures/desk.ts';
import { ar } from '../fixtures/words.ts';

/** The queue of applications, the forms of one, and its case. */
export class ApplicationsScreen {
  readonly #desk: Desk;
  readonly page: Page;
  readonly list: Locator;
  readonly rows: Locator;
  readonly forms: Locator;
  readonly side: Locator;
  readonly problems: Locator;
  readonly submit: Locator;

  constructor(desk: Desk) {
    this.#desk = desk;
    this.page = desk.page;
    this.list = desk.page.getByRole('region', { name: ar('applications.title'), exact: true });
    this.rows = this.list.getByRole('row').filter({ has: desk.page.getByRole('gridcell') });
    this.forms = desk.page.getByRole('navigation', { name: ar('applications.forms') });
    this.side = desk.page.getByRole('complementary', { name: ar('applications.decision') });
    this.problems = desk.page.locator('.in-problems.danger');
    this.submit = desk.page
      .locator('.in-head')
      .getByRole('button', { name: ar('applications.submit'), exact: true });
  }

  /** Begins the application of somebody whom the branch does not know. */
  async begin(nationalId: string): Promise<void> {
    await this.page.getByRole('button', { name: ar('applications.new') }).click();
    const dialog = this.page.getByRole('dialog', { name: ar('applications.new') });
    await dialog.getByRole('textbox').fill(nationalId);
    await expect(dialog).toContainText(ar('applications.newcomer'));
    await dialog.getByRole('button', { name: ar('applications.begin') }).click();
    await this.forms.waitFor();
  }

  async step(step: IntakeStep): Promise<void> {
    await this.forms.getByRole('button', { name: ar(`applications.step.${step}`) }).click();
    await this.page.getByRole('region', { name: ar(`applications.step.${step}`) }).waitFor();
  }

  /** The field of a path, with what is said about it. */
  field(path: string): Locator {
    return this.page.locator(`[data-path="${path}"]`);
  }

  async fill(path: string, text: string): Promise<void> {
    await this.field(path).getByRole('textbox').fill(text);
  }

  async choose(path: string, option: string): Promise<void> {
    await this.field(path).getByRole('button').click();
    await this.page.getByRole('option', { name: option, exact: true }).click();
  }

  async pick(path: string, option: string): Promise<void> {
    await this.field(path).getByText(option, { exact: true }).click();
  }

  /** Everything typed is kept. */
  async kept(): Promise<void> {
    await expect(this.page.getByText(ar('applications.kept'))).toBeVisible();
  }

  paper(code: string): Locator {
    return this.field(`papers.${code}`);
  }

  /** Chooses a file in the system's dialog for a paper of the check list. */
  async attach(code: string, file: string): Promise<void> {
    await this.#desk.app.evaluate(({ dialog }, path) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
    }, file);
    await this.paper(code)
      .getByRole('button', { name: ar('applications.attachPaper', { title: '' }).trim() })
      .click();
  }

  async accept(code: string): Promise<void> {
    await this.paper(code)
      .getByRole('button', { name: ar('applications.acceptPaperOf', { title: '' }).trim() })
      .click();
    await expect(this.paper(code)).toContainText(ar('applications.paper.accepted'));
  }

  async view(view: ApplicationView): Promise<void> {
    await this.list.getByRole('radio', { name: ar(`applications.view.${view}`) }).click();
  }

  async open(number: string): Promise<void> {
    // A row that is being fetched again takes no click.
    await expect(async () => {
      await this.rows.filter({ hasText: number }).click();
      await expect(this.side).toBeVisible({ timeout: 1000 });
    }).toPass();
  }

  async tab(tab: 'declared' | 'papers' | 'eligibility' | 'visits' | 'letters'): Promise<void> {
    await this.page.getByRole('tab', { name: ar(`applications.tab.${tab}`) }).click();
  }
}
