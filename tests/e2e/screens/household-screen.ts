import type { Locator, Page } from '@playwright/test';
import type { CallRequest } from '../../../src/contract/transport.ts';
import {
  SAMPLE_PASSWORD,
  type SampleUsername,
} from '../../../src/domain/sample/sample-accounts.ts';
import { ar } from '../fixtures/words.ts';

/** The page of a household: what is known of it, of which day and by the knowledge of which day. */
export class HouseholdScreen {
  readonly page: Page;
  readonly people: Locator;
  readonly incomes: Locator;
  readonly dialog: Locator;

  constructor(page: Page) {
    this.page = page;
    this.people = page.getByRole('table').first();
    this.incomes = page.getByRole('region', { name: ar('households.incomes'), exact: true });
    this.dialog = page.getByRole('dialog');
  }

  async open(personId: string, query = ''): Promise<void> {
    await this.page.evaluate((hash) => {
      location.hash = hash;
    }, `#/beneficiaries/${personId}${query}`);
  }

  async deed(thing: string, deed: 'correct' | 'end' | 'historyOf'): Promise<void> {
    await this.page.getByRole('button', { name: ar('households.more', { name: thing }) }).click();
    await this.page.getByRole('menuitem', { name: ar(`households.${deed}`) }).click();
  }

  field(key: 'amount' | 'name' | 'nationalId' | 'birthDate'): Locator {
    return this.dialog.getByRole('textbox', { name: ar(`households.field.${key}`) });
  }

  async choose(key: 'relation', option: string): Promise<void> {
    await this.dialog.getByRole('button', { name: ar(`households.field.${key}`) }).click();
    await this.page.getByRole('option', { name: option, exact: true }).click();
  }

  get from(): Locator {
    return this.dialog.getByRole('textbox', { name: ar('households.from') });
  }

  /** Says that it changed on a date, as that is typed. */
  async changedOn(date: string): Promise<void> {
    await this.dialog.getByText(ar('households.mode.since')).first().click();
    await this.from.fill(date);
  }

  async record(reason: string): Promise<void> {
    await this.dialog.getByRole('textbox', { name: ar('households.reason') }).fill(reason);
    await this.dialog
      .getByRole('button', { name: ar('households.recordNow'), exact: true })
      .click();
  }

  /** What another officer does meanwhile, at another window of the same branch. */
  async meanwhile(username: SampleUsername, name: string, input: unknown): Promise<void> {
    await this.page.evaluate(
      async ([call, signIn]) => {
        const signed = await window.insaf.call(signIn);
        if (!signed.ok) throw new Error(signed.error.code);
        const { session } = signed.value as { readonly session: string };
        const done = await window.insaf.call({ ...call, session });
        if (!done.ok) throw new Error(JSON.stringify(done.error));
      },
      [
        { name, input, session: null },
        { name: 'staff.signIn', input: { username, password: SAMPLE_PASSWORD }, session: null },
      ] satisfies [CallRequest, CallRequest],
    );
  }
}
