import { expect, type Locator, type Page } from '@playwright/test';
import type { SavedView } from '../../../src/contract/complaints.ts';
import type {
  ObjectionOutcome,
  ReasonFinding,
} from '../../../src/domain/objections/objection-status.ts';
import { ar } from '../fixtures/words.ts';

/** The queue of objections and the review of one. */
export class ObjectionsScreen {
  readonly page: Page;
  readonly list: Locator;
  readonly rows: Locator;
  readonly search: Locator;
  readonly reasons: Locator;
  readonly evidence: Locator;
  readonly bar: Locator;

  constructor(page: Page) {
    this.page = page;
    this.list = page.getByRole('region', { name: ar('objections.title'), exact: true });
    this.rows = this.list.getByRole('row').filter({ has: page.getByRole('gridcell') });
    this.search = this.list.getByRole('searchbox', { name: ar('objections.search') });
    this.reasons = page.getByRole('region', { name: ar('objections.reasons') });
    this.evidence = page.getByRole('region', { name: ar('cases.documents') });
    this.bar = page.locator('footer', { has: page.getByRole('note') });
  }

  async view(view: Exclude<SavedView, 'awaitingDocuments'>): Promise<void> {
    await this.list.getByRole('radio', { name: ar(`objections.view.${view}`) }).click();
  }

  async open(number: string): Promise<void> {
    // A row that is being fetched again takes no click.
    await expect(async () => {
      await this.rows.filter({ hasText: number }).click();
      await expect(this.reasons).toBeVisible({ timeout: 1000 });
    }).toPass();
  }

  async take(): Promise<void> {
    await this.bar.getByRole('button', { name: ar('cases.take') }).click();
    await this.bar.getByRole('radiogroup', { name: ar('objections.outcome') }).waitFor();
  }

  reason(code: string): Locator {
    return this.reasons.getByRole('article').filter({ hasText: code });
  }

  /** Opens a reason and writes down what the review finds about it. */
  async find(code: string, finding: ReasonFinding, note: string): Promise<void> {
    const card = this.reason(code);
    if ((await card.getAttribute('aria-current')) === null) {
      await card.getByRole('button').first().click();
    }
    await card.getByText(ar(`objections.finding.${finding}`), { exact: true }).click();
    await card.getByRole('textbox', { name: ar('objections.note') }).fill(note);
  }

  get pin(): Locator {
    return this.evidence.getByRole('button', { name: ar('objections.pin') });
  }

  get sheet(): Locator {
    return this.evidence.getByRole('img');
  }

  async choose(outcome: ObjectionOutcome): Promise<void> {
    await this.bar.getByText(ar(`objections.outcome.${outcome}`), { exact: true }).click();
  }

  async propose(outcome: ObjectionOutcome, reasoning: string): Promise<void> {
    await this.bar.getByRole('button', { name: ar(`objections.propose.${outcome}`) }).click();
    const dialog = this.page.getByRole('dialog', { name: ar(`objections.propose.${outcome}`) });
    await dialog.getByRole('textbox', { name: ar('objections.reasoning') }).fill(reasoning);
    await dialog.getByRole('button', { name: ar('objections.sendForApproval') }).click();
    await dialog.waitFor({ state: 'hidden' });
  }

  get approve(): Locator {
    return this.bar.getByRole('button', { name: ar('cases.approve') });
  }

  get confirmation(): Locator {
    return this.page.getByRole('alertdialog');
  }
}
