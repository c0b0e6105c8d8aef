import { expect, type Locator, type Page } from '@playwright/test';
import type { SavedView } from '../../../src/contract/complaints.ts';
import type { ComplaintOutcome } from '../../../src/domain/complaints/complaint-status.ts';
import { ar } from '../fixtures/words.ts';

/** The queue of complaints and the case that is open beside it. */
export class ComplaintsScreen {
  readonly page: Page;
  readonly list: Locator;
  readonly rows: Locator;
  readonly search: Locator;
  readonly decision: Locator;
  readonly reasoning: Locator;

  constructor(page: Page) {
    this.page = page;
    this.list = page.getByRole('region', { name: ar('complaints.list') });
    this.rows = this.list.getByRole('row').filter({ has: page.getByRole('gridcell') });
    this.search = this.list.getByRole('searchbox', { name: ar('complaints.search') });
    this.decision = page.getByRole('complementary', { name: ar('complaints.decision') });
    this.reasoning = this.decision.getByRole('textbox', { name: ar('complaints.reasoning') });
  }

  async view(view: SavedView): Promise<void> {
    await this.list.getByRole('radio', { name: ar(`complaints.view.${view}`) }).click();
  }

  row(ticket: string): Locator {
    return this.rows.filter({ hasText: ticket });
  }

  case(ticket: string): Locator {
    return this.page.getByRole('article', { name: ar('complaints.complaintNumber', { ticket }) });
  }

  async open(ticket: string): Promise<void> {
    // A row that is being fetched again takes no click.
    await expect(async () => {
      await this.row(ticket).click();
      await expect(this.decision).toBeVisible({ timeout: 1000 });
    }).toPass();
    await this.case(ticket).waitFor();
  }

  async take(): Promise<void> {
    await this.decision.getByRole('button', { name: ar('cases.take') }).click();
    await this.reasoning.waitFor();
  }

  async decide(outcome: ComplaintOutcome, reasoning: string): Promise<void> {
    await this.decision.getByText(ar(`complaints.outcome.${outcome}`), { exact: true }).click();
    await this.reasoning.fill(reasoning);
  }

  get propose(): Locator {
    return this.decision.getByRole('button', { name: ar('complaints.propose') });
  }

  get approve(): Locator {
    return this.decision.getByRole('button', { name: ar('cases.approve') });
  }

  get confirmation(): Locator {
    return this.page.getByRole('alertdialog');
  }

  get newDialog(): Locator {
    return this.page.getByRole('dialog', { name: ar('complaints.new') });
  }
}
