import type { ElectronApplication, Locator, Page } from '@playwright/test';
import type { ResumeView } from '../../../src/contract/resume.ts';
import { ar } from '../fixtures/words.ts';

/** Payments on their way to a new attempt, and the steps of the one that is open. */
export class ResumeScreen {
  readonly page: Page;
  readonly table: Locator;
  readonly panel: Locator;
  readonly confirmation: Locator;

  constructor(page: Page) {
    this.page = page;
    this.table = page.getByRole('grid', { name: ar('resume.title') });
    this.panel = page.getByRole('region', { name: ar('resume.steps'), exact: true });
    this.confirmation = page.getByRole('alertdialog');
  }

  async goTo(): Promise<void> {
    await this.page.getByRole('radio', { name: ar('resume.desk.resume') }).click();
  }

  async view(view: ResumeView): Promise<void> {
    await this.page.getByRole('radio', { name: ar(`resume.view.${view}`) }).click();
  }

  async open(name: string): Promise<void> {
    await this.table.getByRole('row').filter({ hasText: name }).first().click();
  }

  step(title: 'account' | 'activity' | 'resume' | 'complaint'): Locator {
    return this.panel
      .getByRole('listitem')
      .filter({ has: this.page.getByText(ar(`resume.step.${title}`)) });
  }

  /** Attaches a file that the system's dialog would have given. */
  async attach(app: ElectronApplication, file: string): Promise<void> {
    await app.evaluate(({ dialog }, path) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
    }, file);
    await this.panel.getByRole('button', { name: ar('cases.attach') }).click();
    await this.page
      .getByRole('dialog')
      .getByRole('button', { name: ar('cases.attachNow') })
      .click();
    await this.page.getByRole('dialog').waitFor({ state: 'detached' });
  }

  async proveNewAccount(iban: string): Promise<void> {
    const step = this.step('account');
    await step.getByText(ar('resume.newAccount'), { exact: true }).click();
    await step.getByLabel(ar('resume.iban')).fill(iban);
    await step.getByText(ar('resume.holder.tied'), { exact: true }).click();
    await step.getByRole('button', { name: ar('resume.record') }).click();
  }

  async confirmActive(): Promise<void> {
    const step = this.step('activity');
    await step.getByText(ar('resume.activity.active'), { exact: true }).click();
    await step.getByRole('button', { name: ar('resume.record') }).click();
  }

  get propose(): Locator {
    return this.panel.getByRole('button', { name: ar('resume.propose'), exact: true });
  }

  get approve(): Locator {
    return this.panel.getByRole('button', { name: ar('resume.approve'), exact: true });
  }
}
