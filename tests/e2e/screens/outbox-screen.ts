import type { Locator, Page } from 'playwright';

/** The outbox of letters, and the dialog that fills it. */
export class OutboxScreen {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  get rows(): Locator {
    return this.#page.getByRole('grid', { name: 'صندوق الإرسال' }).getByRole('row');
  }

  async open(): Promise<void> {
    await this.#page.evaluate(() => {
      location.hash = '#/letters?desk=outbox';
    });
  }

  /** From the letter that is open. */
  async send(address: string): Promise<void> {
    await this.#page.getByRole('button', { name: 'إرسال الخطاب' }).click();
    const dialog = this.#page.getByRole('dialog');
    await dialog.getByLabel('البريد الإلكتروني للمستلم').fill(address);
    await dialog.getByRole('button', { name: 'إرسال', exact: false }).last().click();
    await dialog.waitFor({ state: 'hidden' });
  }

  /** Tries the row of a letter at once. */
  async retry(row: Locator): Promise<void> {
    await row.getByRole('button').click();
    await this.#page.getByRole('menuitem', { name: 'إعادة المحاولة الآن' }).click();
  }

  /** Types the mail account in and keeps it. */
  async setUpMail(port: number): Promise<void> {
    await this.#page.evaluate(() => {
      location.hash = '#/administration?section=sending';
    });
    const form = this.#page.getByRole('region', { name: 'البريد الإلكتروني (SMTP)' });
    await form.getByLabel('اسم الخادم أو عنوانه').fill('127.0.0.1');
    await form.getByRole('button', { name: /تأمين الاتصال/u }).click();
    await this.#page.getByRole('option', { name: 'بلا تأمين' }).click();
    await form.getByLabel('المنفذ').fill(String(port));
    await form.getByLabel('اسم المرسل').fill('فرع الاختبار');
    await form.getByLabel('بريد المرسل').fill('branch@insaf.example');
    await form.getByRole('button', { name: 'حفظ الحساب' }).click();
  }
}
