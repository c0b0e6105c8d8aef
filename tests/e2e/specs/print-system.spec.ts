import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync } from 'node:fs';
import path from 'node:path';
import { ar } from '../fixtures/words.ts';
import { hasPrintSystem, PrintSystem } from '../fixtures/print-system.ts';
import { expect, test } from '../fixtures/test.ts';
import { LettersScreen } from '../screens/letters-screen.ts';
import { Shell } from '../screens/shell.ts';
import { StartScreen } from '../screens/start-screen.ts';

test.skip(!hasPrintSystem, 'CUPS is not installed here, or this is not root: nothing was printed');

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

test('the archived bytes reach a real print system, which jams at the third of five', async ({
  branch,
  open,
}) => {
  const system = await PrintSystem.start();
  try {
    system.jamAfter(2);
    const desk = await open(branch.folder, { CUPS_SERVER: system.socket });
    await new StartScreen(desk.page).signIn('mona');
    await new Shell(desk.page).go('letters');
    const letters = new LettersScreen(desk.page);
    await letters.printFirst(5);
    await letters.button('letters.print').click();
    await expect(letters.dialog).toContainText('انحشر فيها الورق', { timeout: 30_000 });
    await expect(letters.papers('printed')).toHaveCount(2);
    await letters.button('printing.resumeAfterJam').click();
    await letters.button('printing.settle', { n: 1 }).click();
    // The queue is stopped still: what was withdrawn is gone, and what is sent again waits in it.
    await expect(letters.dialog).toContainText('انحشر فيها الورق', { timeout: 30_000 });
    system.clearJam();
    await expect(letters.papers('printed')).toHaveCount(5, { timeout: 30_000 });
    await desk.keep('letters-printed-by-cups');
    await desk.close();

    const archived = branch.rows<{ sha256: string }>(
      `select l.sha256 from letter l join print_job_item i on i.letter_id = l.id order by i.item`,
    );
    const sums = archived.map((row) => row.sha256);
    // The third was handed over twice and printed once.
    expect(system.handedOver.map(sha256)).toEqual([...sums.slice(0, 3), sums[2], ...sums.slice(3)]);
    expect(system.paper).toHaveLength(5);
    expect(system.queue).toBe('');
    for (const sheet of system.paper) {
      expect(execFileSync('pdfinfo', [sheet], { encoding: 'utf8' })).toMatch(
        /Page size: +595(\.\d+)? x 84[12](\.\d+)? pts \(A4\)/,
      );
      expect(execFileSync('pdftotext', [sheet, '-'], { encoding: 'utf8' })).toContain('الضمان');
    }
    const trail = branch.rows<{ type: string; details: string }>(
      `select type, details from print_job_event where type in ('held', 'spoilt', 'printed') order by seq`,
    );
    expect(trail.map(({ type }) => type)).toEqual([
      'printed',
      'printed',
      'held',
      'spoilt',
      'held',
      'printed',
      'printed',
      'printed',
    ]);
    expect(trail.filter(({ details }) => details.includes('"told":"printer"'))).toHaveLength(5);
    expect((await branch.verify()).differences).toEqual([]);
  } finally {
    await system.stop();
  }
});

test('a printer that is gone and a print system that is away are said, and nothing is lost', async ({
  branch,
  open,
}) => {
  const system = await PrintSystem.start();
  const desk = await open(branch.folder, { CUPS_SERVER: system.socket });
  await new StartScreen(desk.page).signIn('mona');
  await new Shell(desk.page).go('letters');
  const letters = new LettersScreen(desk.page);
  await letters.printFirst(2);
  await expect(letters.dialog).toContainText(system.printer);
  await system.stop();
  await letters.button('letters.print').click();
  await expect(letters.dialog).toContainText('نظام الطباعة في هذا الجهاز لا يستجيب');
  await expect(letters.papers('waiting')).toHaveCount(2);
  await desk.keep('print-system-away');
  await desk.close();
  expect(branch.rows(`select 1 from letter_event where type = 'printed'`)).toEqual([]);
});

test("through the system's dialog the pages are printed as they are shown, one each, on A4", async ({
  branch,
  open,
}) => {
  const system = await PrintSystem.start();
  try {
    const desk = await open(branch.folder, { CUPS_SERVER: system.socket });
    // Nobody can press the dialog's button here: it alone is left out, and the pages go to the printer.
    await desk.app.evaluate(({ app }) => {
      app.on('web-contents-created', (_event, contents) => {
        const print = contents.print.bind(contents);
        contents.print = (options, done) => {
          print({ ...options, silent: true, deviceName: 'Office' }, done);
        };
      });
    });
    await new StartScreen(desk.page).signIn('mona');
    await new Shell(desk.page).go('letters');
    const letters = new LettersScreen(desk.page);
    await letters.rows.first().click();
    await expect(letters.sheet).toBeVisible();
    await desk.page.keyboard.press('Control+p');
    await letters.dialog.getByText(ar('printing.silent')).click();
    await letters.button('letters.print').click();
    await expect(new Shell(desk.page).toasts).toContainText('سُجلت طباعة الخطاب', {
      timeout: 30_000,
    });
    await expect.poll(() => system.paper.length, { timeout: 20_000 }).toBe(1);
    await desk.close();
    const [sheet = ''] = system.paper;
    const facts = execFileSync('pdfinfo', [sheet], { encoding: 'utf8' });
    const [{ pages } = { pages: 0 }] = branch.rows<{ pages: number }>(
      'select pages from print_job_item',
    );
    expect(facts).toMatch(/Page size: +595(\.\d+)? x 84[12](\.\d+)? pts \(A4\)/);
    expect(facts).toMatch(new RegExp(`Pages: +${pages}\\b`));
    const images = execFileSync('pdfimages', ['-list', sheet], { encoding: 'utf8' })
      .trim()
      .split('\n')
      .slice(2);
    expect(images).toHaveLength(pages);
    expect(images[0]).toMatch(/2480 +350[89].* 300 +300 /);
    copyFileSync(sheet, path.join('out/e2e', 'printed-as-pictures.pdf'));
    expect(branch.rows(`select told from print_job_item`)).toEqual([{ told: 'spooler' }]);
  } finally {
    await system.stop();
  }
});

test('what comes out while the officer counts is not printed a second time', async ({
  branch,
  open,
}) => {
  const system = await PrintSystem.start();
  try {
    system.jamAfter(1);
    const desk = await open(branch.folder, { CUPS_SERVER: system.socket });
    await new StartScreen(desk.page).signIn('mona');
    await new Shell(desk.page).go('letters');
    const letters = new LettersScreen(desk.page);
    await letters.printFirst(3);
    await letters.button('letters.print').click();
    await expect(letters.dialog).toContainText('انحشر فيها الورق', { timeout: 30_000 });
    await letters.button('printing.resumeAfterJam').click();
    await letters.button('printing.settle', { n: 1 }).waitFor();
    system.clearJam();
    await expect.poll(() => system.paper.length, { timeout: 20_000 }).toBe(2);
    await letters.button('printing.settle', { n: 1 }).click();
    await expect(letters.dialog).toContainText(ar('printing.cameMeanwhile'));
    await desk.keep('letters-came-meanwhile');
    await letters.button('printing.settle', { n: 0 }).click();
    await expect(letters.papers('printed')).toHaveCount(3, { timeout: 30_000 });
    await desk.close();
    expect(system.paper).toHaveLength(3);
    expect((await branch.verify()).differences).toEqual([]);
  } finally {
    await system.stop();
  }
});
