/**
 * The window's half of `npm run demo`: shows what the demonstration left in a data folder, screen by screen.
 * `node tests/e2e/demo-screenshots.ts FOLDER`, where FOLDER holds `data` and `summary.json`.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { SampleUsername } from '../../src/domain/sample/sample-accounts.ts';
import type { ScreenName } from '../../src/renderer/lib/route.ts';
import { Desk } from './fixtures/desk.ts';
import { LettersScreen } from './screens/letters-screen.ts';
import { Shell } from './screens/shell.ts';
import { StartScreen } from './screens/start-screen.ts';

interface Summary {
  readonly decisions: readonly { readonly letter: { readonly number: string } }[];
}

const out = path.resolve(process.argv[2] ?? 'out/demo');
const summaryFile = path.join(out, 'summary.json');
const summary = JSON.parse(readFileSync(summaryFile, 'utf8')) as Summary;
const folder = path.join(out, 'screenshots');
const kept: string[] = [];
mkdirSync(folder, { recursive: true });

await inWindow('mona', async (desk) => {
  const shell = new Shell(desk.page);
  for (const screen of ['today', 'complaints', 'objections', 'letters'] as const) {
    await show(desk, screen);
  }
  for (const { letter } of summary.decisions) {
    const hits = await shell.find(letter.number);
    await hits.filter({ hasText: letter.number }).first().click();
    await new LettersScreen(desk.page).sheet.waitFor();
    await settled(desk);
    await keep(desk, `letter-${letter.number.replace('/', '-')}`);
  }
});
await inWindow('fahad', async (desk) => {
  for (const screen of ['payments', 'reconciliation'] as const) await show(desk, screen);
});

writeFileSync(
  summaryFile,
  `${JSON.stringify({ ...summary, screenshots: kept.map((name) => `screenshots/${name}.png`) }, null, 2)}\n`,
);
console.log(`${kept.length} screenshots in ${folder}`);

async function inWindow(
  officer: SampleUsername,
  work: (desk: Desk) => Promise<void>,
): Promise<void> {
  const desk = await Desk.open(path.join(out, 'data'));
  try {
    const start = new StartScreen(desk.page);
    if (kept.length === 0) {
      await desk.page.getByRole('textbox').first().waitFor();
      await keep(desk, 'sign-in');
    }
    await start.signIn(officer);
    await work(desk);
  } finally {
    await desk.close();
  }
}

async function show(desk: Desk, screen: ScreenName): Promise<void> {
  await new Shell(desk.page).go(screen);
  await settled(desk);
  await keep(desk, screen);
}

/** Waits until nothing on the screen is being fetched or drawn for the first time. */
async function settled({ page }: Desk): Promise<void> {
  await page.waitForFunction(
    () => document.querySelector('[aria-busy=true], .sk, .skeleton') === null,
  );
}

async function keep(desk: Desk, name: string): Promise<void> {
  await desk.page.screenshot({ path: path.join(folder, `${name}.png`) });
  kept.push(name);
}
