import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createBackend } from '../../backend/create-backend.ts';
import { createClient, type Client } from '../../contract/client.ts';
import { halalasToDecimal } from '../../domain/shared/halalas.ts';
import { isoInstant, isoMonth, riyadhDate, type IsoMonth } from '../../domain/shared/iso-date.ts';
import { monthOfCycle } from '../../domain/sample/sample-months.ts';
import { CommandFailure, valueOf } from '../command-failure.ts';
import { resourcesFolder } from '../data-folder.ts';
import { writeWhole } from '../write-whole.ts';
import { actAs } from './act-as.ts';
import { decideComplaint, decideObjection, type Decision } from './decide-cases.ts';
import { electronRuntime, type ElectronRuntime } from './electron-runtime.ts';
import { leaveLetter } from './leave-letter.ts';

export interface DemoSummary {
  readonly out: string;
  readonly sample: {
    readonly seed: number;
    readonly today: string;
    readonly beneficiaries: number;
  };
  readonly imported: { readonly month: IsoMonth; readonly rows: number; readonly amount: string };
  readonly reconciled: readonly {
    readonly file: string;
    readonly kind: string;
    readonly lines: number;
    readonly applied: number;
    readonly exceptions: number;
  }[];
  readonly totals: Readonly<Record<string, { readonly count: number; readonly amount: string }>>;
  readonly balances: boolean;
  readonly exceptions: readonly {
    readonly kind: string;
    readonly reason: string | null;
    readonly count: number;
  }[];
  readonly decisions: readonly Decision[];
  readonly electron: ElectronRuntime;
}

/** A folder that a demonstration made is replaced by the next; any other is left alone. */
const MARK = 'made-by-insaf-demo.txt';

/**
 * The main job through the backend: a small sample in `data`, next month's list imported, its bank files reconciled, two
 * complaints and an objection decided by two officers, their letters in `letters`, and `summary.json`.
 * @throws CommandFailure DEMO_FOLDER_IN_USE, and whatever a step is refused with
 */
export async function runDemo(outFolder: string, seed: number): Promise<DemoSummary> {
  const out = path.resolve(outFolder);
  await prepareFolder(out);
  const data = path.join(out, 'data');
  const today = riyadhDate(isoInstant(new Date()));
  const backend = valueOf(
    await createBackend({ dataFolder: data, resourcesFolder: resourcesFolder() }),
  );
  try {
    const api = createClient(backend);
    const made = valueOf(await api.staff.createSample({ size: 'small', seed, today }));
    const month = monthOfCycle(today, 'next');
    const finance = await actAs(backend, 'fahad');
    const files = path.join(made.filesFolder, month);
    const imported = await importList(finance, path.join(files, 'payments.csv'));
    const reconciled = [];
    for (const file of ['pain.002.xml', 'pain.002-batch-rejected.xml', 'camt.054.xml']) {
      reconciled.push(await reconcile(finance, files, file));
    }
    const officers = {
      sara: await actAs(backend, 'sara'),
      khalid: await actAs(backend, 'khalid'),
      mona: await actAs(backend, 'mona'),
    };
    const decided = [
      await decideComplaint(officers, 'accepted'),
      await decideComplaint(officers, 'rejected'),
      await decideObjection(officers),
    ];
    const decisions: Decision[] = [];
    for (const { letterId, ...decision } of decided) {
      const found = { ...decision, letterId };
      const letter = await leaveLetter(officers.sara, found, path.join(out, 'letters'));
      decisions.push({ ...decision, letter });
    }
    const { sent, paid, rejected, returned, open, balances } = valueOf(
      await finance.reconciliation.totals({ cycleId: imported.cycleId }),
    );
    const counts = valueOf(
      await finance.reconciliation.exceptionCounts({ cycleId: imported.cycleId }),
    );
    const summary: DemoSummary = {
      out,
      sample: { seed, today, beneficiaries: made.beneficiaries },
      imported: {
        month: isoMonth(month),
        rows: imported.rows,
        amount: halalasToDecimal(imported.amount),
      },
      reconciled,
      totals: Object.fromEntries(
        Object.entries({ sent, paid, rejected, returned, open }).map(([name, total]) => [
          name,
          { count: total.count, amount: halalasToDecimal(total.amount) },
        ]),
      ),
      balances,
      exceptions: counts.map(({ kind, reasonCode, count }) => ({
        kind,
        reason: reasonCode,
        count,
      })),
      decisions,
      electron: await electronRuntime(),
    };
    await writeWhole(path.join(out, 'summary.json'), `${JSON.stringify(summary, null, 2)}\n`);
    return summary;
  } finally {
    await backend.close();
  }
}

async function prepareFolder(out: string): Promise<void> {
  const there = (name: string) =>
    stat(path.join(out, name)).then(
      () => true,
      () => false,
    );
  const parts = ['data', 'letters', 'summary.json'];
  if (!(await there(MARK))) {
    for (const part of parts) {
      if (await there(part)) throw new CommandFailure('DEMO_FOLDER_IN_USE', { folder: out });
    }
  }
  await mkdir(out, { recursive: true });
  await writeFile(path.join(out, MARK), 'Made by "insaf demo", which replaces it next time.\n');
  for (const part of parts) await rm(path.join(out, part), { recursive: true, force: true });
}

async function importList({ payments }: Client, file: string) {
  const { sha256, encoding, mapping } = valueOf(await payments.previewList({ path: file }));
  return valueOf(await payments.importList({ path: file, sha256, encoding, mapping }));
}

async function reconcile({ reconciliation }: Client, folder: string, name: string) {
  const { file } = valueOf(await reconciliation.preview({ path: path.join(folder, name) }));
  const staged = { fileId: file.id, expectedVersion: file.version };
  const { applied, exceptions } = valueOf(await reconciliation.commit(staged));
  return { file: name, kind: file.kind, lines: file.lines, applied, exceptions };
}
