/**
 * Region size in a real window: 300,000 payments imported and the bank's answer to them reconciled, with the event-loop lag
 * of the shell and of the window, how soon the backend answers meanwhile, and how soon the complaints queue shows a filter.
 * `npm run bench -- window [--size small|branch|region] [--json]`
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { createBackend } from '../../src/backend/create-backend.ts';
import { createClient } from '../../src/contract/client.ts';
import { isoDate, isoInstant, riyadhDate } from '../../src/domain/shared/iso-date.ts';
import { ensureBuilt } from '../../src/setup/build.mjs';
import { hasDisplay } from '../../src/setup/launch.mjs';
import { onVirtualDisplay } from '../../src/setup/xvfb.mjs';
import { BranchFolder, PASSWORD_COST, valueOf } from '../e2e/fixtures/branch-folder.ts';
import { Desk } from '../e2e/fixtures/desk.ts';
import { projectRoot, resourcesFolder } from '../e2e/fixtures/runtime.ts';
import { ComplaintsScreen } from '../e2e/screens/complaints-screen.ts';
import { PaymentsScreen } from '../e2e/screens/payments-screen.ts';
import { ReconciliationScreen } from '../e2e/screens/reconciliation-screen.ts';
import { Shell } from '../e2e/screens/shell.ts';
import { StartScreen } from '../e2e/screens/start-screen.ts';
import { filterTimes } from './window/filter-times.ts';
import { LagProbe, type Lag } from './window/lag-probe.ts';

const LAG_LIMIT_MS = 50;
const FILTER_LIMIT_MS = 100;
const LONGEST_STEP_MS = 30 * 60_000;

const { values } = parseArgs({
  options: {
    size: { type: 'string', default: 'region' },
    json: { type: 'boolean', default: false },
  },
});
const size = values.size === 'small' || values.size === 'branch' ? values.size : 'region';

if (!hasDisplay()) {
  const [program, args] = onVirtualDisplay([
    process.execPath,
    ...process.execArgv,
    ...process.argv.slice(1),
  ]);
  process.exitCode = spawnSync(program, args, { stdio: 'inherit' }).status ?? 1;
} else {
  await measure();
}

async function measure(): Promise<void> {
  console.log(`Build: ${await ensureBuilt()}`);
  const branch = copyOf(await keptSample());
  const steps: { step: string; seconds: number; lag: Lag }[] = [];
  const desk = await Desk.open(branch.folder);
  desk.page.setDefaultTimeout(LONGEST_STEP_MS);
  const { page } = desk;
  const start = new StartScreen(page);
  const shell = new Shell(page);
  const probe = await LagProbe.start(desk);

  const step = async (name: string, work: () => Promise<void>): Promise<void> => {
    await probe.reset();
    const since = performance.now();
    await work();
    const seconds = (performance.now() - since) / 1000;
    const lag = await probe.read();
    steps.push({ step: name, seconds, lag });
    console.log(`${name}: ${seconds.toFixed(1)} s; ${words(lag)}`);
  };

  await start.signIn('sara');
  await shell.go('complaints');
  await new ComplaintsScreen(page).list.waitFor();
  const filters = await filterTimes(page);
  for (const { what, milliseconds } of filters) {
    console.log(`filter ${what}: ${milliseconds.toFixed(0)} ms`);
  }
  await shell.signOut('سارة بنت فهد المطيري');

  await start.signIn('fahad');
  await shell.go('payments');
  const payments = new PaymentsScreen(page);
  await step('read and check the list', async () => {
    await payments.openImport();
    await payments.choose(branch.file('next', 'payments.csv'));
    await payments.confirm.and(page.locator(':enabled')).waitFor();
  });
  await step('import the list', async () => {
    await payments.confirm.click();
    await payments.dialog.waitFor({ state: 'hidden' });
  });
  await shell.go('reconciliation');
  const reconciliation = new ReconciliationScreen(page);
  await step("read and match the bank's answer", async () => {
    await reconciliation.choose(branch.file('next', 'pain.002.xml'));
    await reconciliation.commit.waitFor();
  });
  await step("commit the bank's answer", async () => {
    await reconciliation.commit.click();
    await shell.toasts.getByText('اعتُمد الملف').waitFor();
  });
  await desk.close();
  branch.remove();

  const worst = (of: 'shell' | 'window'): number =>
    Math.max(...steps.map(({ lag }) => lag[of].p99));
  const slowest = Math.max(...filters.map(({ milliseconds }) => milliseconds));
  const holds =
    worst('shell') < LAG_LIMIT_MS && worst('window') < LAG_LIMIT_MS && slowest < FILTER_LIMIT_MS;
  console.log(
    `lag p99: shell ${worst('shell').toFixed(1)} ms, window ${worst('window').toFixed(1)} ms (limit ${LAG_LIMIT_MS}); ` +
      `slowest filter ${slowest.toFixed(0)} ms (limit ${FILTER_LIMIT_MS}): ${holds ? 'holds' : 'does NOT hold'}`,
  );
  if (values.json) console.log(JSON.stringify({ size, steps, filters, holds }));
  process.exitCode = holds ? 0 : 1;
}

function words({ shell, window, backend }: Lag): string {
  const of = (name: string, { p50, p99, max }: Lag['shell']): string =>
    `${name} p50 ${p50.toFixed(1)} p99 ${p99.toFixed(1)} max ${max.toFixed(1)} ms`;
  return [of('shell', shell), of('window', window), of('backend answers', backend)].join('; ');
}

/** A sample of this day under out/bench: making a region takes minutes, so it is kept and copied. */
async function keptSample(): Promise<BranchFolder> {
  const today = riyadhDate(isoInstant(new Date()));
  const folder = path.join(projectRoot, 'out/bench', `${size}-${today}`);
  if (!existsSync(folder)) {
    const half = `${folder}.half`;
    rmSync(half, { recursive: true, force: true });
    mkdirSync(half, { recursive: true });
    const backend = valueOf(
      await createBackend({ dataFolder: half, resourcesFolder, passwordCost: PASSWORD_COST }),
    );
    const since = performance.now();
    valueOf(await createClient(backend).staff.createSample({ size, today }));
    await backend.close();
    renameSync(half, folder);
    writeFileSync(path.join(folder, 'bench.txt'), `${size} ${today}\n`);
    console.log(`Sample: ${((performance.now() - since) / 1000).toFixed(0)} s`);
  }
  return new BranchFolder(folder, 'sample-files', isoDate(today));
}

function copyOf(kept: BranchFolder): BranchFolder {
  const folder = path.join(projectRoot, 'out/bench/run');
  rmSync(folder, { recursive: true, force: true });
  cpSync(kept.folder, folder, { recursive: true });
  return new BranchFolder(folder, 'sample-files', kept.today);
}
