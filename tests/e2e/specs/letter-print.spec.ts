import type { Desk } from '../fixtures/desk.ts';
import { expect, test } from '../fixtures/test.ts';
import { LettersScreen } from '../screens/letters-screen.ts';
import { Shell } from '../screens/shell.ts';
import { StartScreen } from '../screens/start-screen.ts';

/** The printer alone stands in: it takes each paper, tells what became of it, and jams while it is told to. */
async function standInPrinter(desk: Desk, jamAt: number): Promise<void> {
  await desk.app.evaluate(({ ipcMain }, jam) => {
    const taken: { title: string; bytes: number }[] = [];
    const cancelled = new Set<number>();
    let jamsAt = jam;
    for (const channel of ['printers', 'print', 'spool-state', 'cancel-spooled']) {
      ipcMain.removeHandler(`insaf:${channel}`);
    }
    const printer = { name: 'Office', label: 'Office', isDefault: true };
    ipcMain.handle('insaf:printers', () => ({
      printers: [{ ...printer, status: 'ready', troubles: [] }],
      chosen: null,
      tells: true,
    }));
    ipcMain.handle('insaf:print', (_event, bytes: Uint8Array, order: { title: string }) => {
      taken.push({ title: order.title, bytes: bytes.length });
      console.log(`taken ${order.title}`);
      return { state: 'spooled', job: taken.length };
    });
    ipcMain.handle('insaf:spool-state', (_event, _printer: string, job: number) => {
      if (cancelled.has(job)) return { state: 'cancelled', troubles: [] };
      return job === jamsAt
        ? { state: 'stopped', troubles: ['mediaJam'] }
        : { state: 'printed', troubles: [] };
    });
    ipcMain.handle('insaf:cancel-spooled', (_event, _printer: string, job: number) => {
      cancelled.add(job);
      jamsAt = 0;
      return true;
    });
  }, jamAt);
}

const EVENTS = `select l.number, group_concat(e.type, ' ') as types
  from letter l join letter_event e on e.letter_id = l.id
  where exists (select 1 from print_job_item i where i.letter_id = l.id)
  group by l.id order by l.number`;

test('a letter is printed with Ctrl P and stays on its trail', async ({ branch, open }) => {
  const desk = await open(branch.folder);
  await standInPrinter(desk, 0);
  await new StartScreen(desk.page).signIn('mona');
  await new Shell(desk.page).go('letters');
  const letters = new LettersScreen(desk.page);
  await letters.rows.first().click();
  await expect(letters.sheet).toBeVisible();
  await desk.page.keyboard.press('Control+p');
  await expect(letters.dialog.locator('canvas.pdf-sheet')).toBeVisible();
  await desk.keep('letter-print-dialog');
  await desk.page.keyboard.press('Control+Enter');
  await expect(new Shell(desk.page).toasts).toContainText('سُجلت طباعة الخطاب');
  await desk.keep('letter-printed');
  await desk.close();
  expect(branch.rows<{ types: string }>(EVENTS)).toMatchObject([
    { types: 'issued rendered printed' },
  ]);
});

test('five letters go on after a jam at the third, and no other is printed twice', async ({
  branch,
  open,
}) => {
  const desk = await open(branch.folder);
  await standInPrinter(desk, 3);
  const taken: string[] = [];
  desk.app.on('console', (message) => {
    if (message.text().startsWith('taken ')) taken.push(message.text().slice(6));
  });
  await new StartScreen(desk.page).signIn('mona');
  await new Shell(desk.page).go('letters');
  const letters = new LettersScreen(desk.page);
  await letters.printFirst(5);
  await letters.button('letters.print').click();
  await expect(letters.papers('sent')).toHaveCount(1);
  await expect(letters.papers('printed')).toHaveCount(2);
  await expect(letters.dialog).toContainText('انحشر فيها الورق');
  await desk.keep('letters-jammed');
  await letters.button('printing.resumeAfterJam').click();
  await letters.button('printing.settle', { n: 1 }).click();
  await expect(letters.papers('printed')).toHaveCount(5);
  await expect(letters.dialog).toContainText('اكتملت الطباعة');
  await desk.keep('letters-printed');
  await desk.close();
  const trails = branch.rows<{ number: string; types: string }>(EVENTS);
  expect(trails.map(({ types }) => types)).toEqual([
    'issued rendered printed',
    'issued rendered printed',
    'issued rendered jammed printed',
    'issued rendered printed',
    'issued rendered printed',
  ]);
  const numbers = trails.map(({ number }) => number);
  const third = numbers[2] ?? '';
  expect(taken).toEqual([...numbers.slice(0, 3), third, ...numbers.slice(3)]);
  expect((await branch.verify()).differences).toEqual([]);
});
