import type { Page } from '@playwright/test';
import { SAMPLE_PASSWORD } from '../../../src/domain/sample/sample-accounts.ts';
import { extractPages, hasPdftotext } from '../../../src/backend/letters/testing/pdf-tools.ts';
import { normaliseLetterText } from '../../../src/domain/letters/letter-plain-text.ts';
import { valueOf, type BranchFolder } from '../fixtures/branch-folder.ts';
import { newComplaint } from '../fixtures/cases-at-hand.ts';
import { expect, test } from '../fixtures/test.ts';
import { ar } from '../fixtures/words.ts';
import { LetterTemplatesScreen } from '../screens/letter-templates-screen.ts';
import { Shell } from '../screens/shell.ts';
import { StartScreen } from '../screens/start-screen.ts';

const TITLE = 'قبول شكوى مالية';
const NEW_WORDS = 'ونشكر لكم صبركم وحسن تعاونكم.';
const NOTE = 'شكر يليق بمن انتظر حقه';
const APPEAL = 'المادة 28 من اللائحة';

/** Accepts the next complaint whose records prove it, and gives the words of its letter. */
async function acceptedLetter(branch: BranchFolder): Promise<string> {
  const { file } = await newComplaint(branch, 'shortfallProven');
  const { id, version } = file.complaint;
  await branch.as('sara', async (api) => {
    valueOf(await api.complaints.take({ id, expectedVersion: version }));
    valueOf(
      await api.complaints.propose({
        id,
        expectedVersion: version + 1,
        outcome: 'accepted',
        reasoning: 'ثبت من السجلات أن المودع أقل من المستحق.',
        months: file.months.map(({ month, due }) => ({
          month,
          finding: 'shortfallProven',
          due: due ?? 0,
        })),
      }),
    );
  });
  return branch.as('mona', async (api) => {
    const { letterId } = valueOf(
      await api.complaints.approve({ id, expectedVersion: version + 2 }),
    );
    await expect
      .poll(async () => (await api.letters.file({ id: letterId })).ok, { timeout: 20_000 })
      .toBe(true);
    return wordsOf(valueOf(await api.letters.file({ id: letterId })).bytes);
  });
}

function wordsOf(bytes: Uint8Array): string {
  return normaliseLetterText(extractPages(bytes).join(' '));
}

/** What the preview of the current version says. */
function previewed(branch: BranchFolder): Promise<string> {
  return branch.as('admin', async (api) => {
    const { template } = valueOf(await api.letterTemplates.one({ kind: 'complaintAccepted' }));
    return wordsOf(valueOf(await api.letterTemplates.preview({ template })).bytes);
  });
}

test('an administrator rewords a letter beside its page, and letters that are issued keep their words', async ({
  branch,
  open,
}) => {
  test.skip(!hasPdftotext, 'pdftotext is not installed');
  const before = await acceptedLetter(branch);

  const desk = await open(branch.folder);
  await new StartScreen(desk.page).signIn('admin');
  await new Shell(desk.page).go('administration');
  const templates = new LetterTemplatesScreen(desk.page);
  await templates.open();
  await expect(templates.listed(TITLE).first()).toContainText(ar('letterTemplates.asShipped'));
  await desk.keep('letter-templates');
  await templates.edit(TITLE);
  const first = await templates.drawn();

  const appeal = templates.text(5);
  await appeal.fill('');
  await expect(templates.problem(APPEAL)).toContainText('أدرج الحقل');
  await expect(templates.save).toBeDisabled();
  await desk.keep('letter-template-problems');
  await desk.page.keyboard.press('Control+z');
  await expect(appeal).toHaveValue('{rightOfAppeal}');
  await expect(templates.problem(APPEAL)).toHaveCount(0);

  await appeal.focus();
  await desk.page.keyboard.press('Control+Home');
  await desk.page.keyboard.type(`${NEW_WORDS} `);
  await expect.poll(() => templates.drawn()).not.toBe(first);
  await desk.keep('letter-template-edited');
  await new Shell(desk.page).go('today');
  await templates.dialog.or(desk.page.getByRole('alertdialog')).waitFor();
  await desk.page.getByRole('button', { name: ar('letterTemplates.stay') }).click();
  await expect(appeal).toHaveValue(`${NEW_WORDS} {rightOfAppeal}`);

  await templates.save.click();
  await expect(templates.dialog.locator('ins')).toContainText('ونشكر لكم');
  await templates.dialog.getByLabel(ar('letterTemplates.saveNote')).fill(NOTE);
  await desk.keep('letter-template-save');
  await templates.confirm(ar('letterTemplates.save'));
  await expect(desk.page.getByText(ar('letterTemplates.edited'))).toBeVisible();
  await desk.close();

  expect(await previewed(branch)).toContain(NEW_WORDS);
  const after = await acceptedLetter(branch);
  expect(before).not.toContain(NEW_WORDS);
  expect(after).toContain(NEW_WORDS);
  const [kept] = branch.rows<{ versions: string }>(
    `select group_concat(distinct template_version) as versions from letter
       where template = 'complaintAccepted'`,
  );
  expect(kept?.versions).toBe('1,2');

  const again = await open(branch.folder);
  await new StartScreen(again.page).signIn('admin');
  await new Shell(again.page).go('administration');
  const history = new LetterTemplatesScreen(again.page);
  await history.open();
  await expect(history.listed(TITLE).first()).toContainText(NOTE);
  await history.edit(TITLE);
  await again.page.getByRole('button', { name: ar('letterTemplates.history') }).click();
  await expect(history.dialog.locator('del')).toContainText('ونشكر لكم');
  await again.keep('letter-template-history');
  await history.dialog.getByLabel(ar('letterTemplates.restoreNote')).fill('نعود إلى النص الأول');
  await history.confirm(ar('letterTemplates.restore'));
  await expect(again.page.getByText(ar('letterTemplates.asShipped'))).toBeVisible();
  await again.close();
  expect(await previewed(branch)).not.toContain(NEW_WORDS);
});

test('a supervisor reads the words of letters and changes none', async ({ branch, open }) => {
  const desk = await open(branch.folder);
  await new StartScreen(desk.page).signIn('mona');
  await desk.page.evaluate(() => {
    location.hash = '#/administration/complaintAccepted?section=templates';
  });
  const templates = new LetterTemplatesScreen(desk.page);
  await expect(templates.sheet).toBeVisible();
  await expect(desk.page.getByText(ar('letterTemplates.readOnly'))).toBeVisible();
  await expect(templates.save).toHaveCount(0);
  await expect(desk.page.getByRole('textbox')).toHaveCount(0);
});

/** Saves as another administrator would, at a window of his own. */
async function saveElsewhere(page: Page): Promise<void> {
  await page.evaluate(
    async ({ password, words, note }) => {
      const call = async (name: string, input: object, session: string | null) => {
        const answer = await window.insaf.call({ name, input, session });
        if (!answer.ok) throw new Error(answer.error.code);
        return answer.value as Record<string, unknown>;
      };
      const signedIn = await call('staff.signIn', { username: 'admin', password }, null);
      const session = String(signedIn['session']);
      const found = await call('letterTemplates.one', { kind: 'plain' }, session);
      const template = found['template'] as { readonly blocks: readonly object[] };
      const blocks = [...template.blocks, { kind: 'paragraph', text: words }];
      const changed = { ...template, blocks };
      await call('letterTemplates.save', { template: changed, note, expectedVersion: 1 }, session);
    },
    { password: SAMPLE_PASSWORD, words: NEW_WORDS, note: NOTE },
  );
}

test('words that somebody saved meanwhile are shown before they are written over', async ({
  branch,
  open,
}) => {
  const desk = await open(branch.folder);
  await new StartScreen(desk.page).signIn('admin');
  await desk.page.evaluate(() => {
    location.hash = '#/administration/plain?section=templates';
  });
  const templates = new LetterTemplatesScreen(desk.page);
  await templates.sheet.waitFor();
  const subject = desk.page.getByRole('textbox', { name: ar('letterTemplates.subject') });
  const before = await subject.inputValue();
  await subject.fill(`${before} عاجل`);
  await saveElsewhere(desk.page);
  await expect(desk.page.getByText(ar('letterTemplates.conflictTitle'))).toBeVisible();
  await expect(templates.save).toBeDisabled();
  await desk.page.getByRole('button', { name: ar('letterTemplates.conflictShow') }).click();
  await expect(templates.dialog.locator('del')).toContainText(NEW_WORDS);
  await desk.keep('letter-template-conflict');
  await templates.confirm(ar('letterTemplates.takeTheirs'));
  await expect(subject).toHaveValue(before);
  await expect(templates.text(2)).toHaveValue(NEW_WORDS);
});
