import { Option, type Command } from 'commander';
import type { CycleRow } from '../../contract/payments.ts';
import type { Client } from '../../contract/client.ts';
import { withBranchOptions, type OnBranchOptions } from '../branch-options.ts';
import { CommandFailure, valueOf } from '../command-failure.ts';
import { runCommand } from '../run-command.ts';

interface OfCycle extends OnBranchOptions {
  /** `YYYY-MM`; without it the newest cycle that went to the banks. */
  readonly month?: string;
}

interface ExportOptions extends OfCycle {
  readonly format: 'pain001' | 'wages';
}

interface CloseOptions extends OfCycle {
  readonly propose?: boolean;
  readonly approve?: boolean;
}

/** `insaf payments runs`, `export` and `close`. */
export function addRunCommands(payments: Command): void {
  withBranchOptions(payments.command('runs'))
    .description("a cycle's runs, and what is prepared but stands in none")
    .option('--month <month>', 'the cycle, YYYY-MM; default: the newest that went to the banks')
    .action((options: OfCycle) => runCommand(options, () => listRuns(options)));
  withBranchOptions(payments.command('export'))
    .description('write the bank file of a run; its payments are then sent')
    .argument('<run>', 'number of the run inside its cycle')
    .argument('<file>', 'where the file is to stand')
    .option('--month <month>', 'the cycle, YYYY-MM; default: the newest that went to the banks')
    .addOption(
      new Option('--format <format>', 'layout of the file')
        .choices(['pain001', 'wages'])
        .default('pain001'),
    )
    .action((run: string, file: string, options: ExportOptions) =>
      runCommand(options, () => exportRun(run, file, options)),
    );
  withBranchOptions(payments.command('close'))
    .description('what closing a cycle asks for; asks for it, or approves it')
    .option('--month <month>', 'the cycle, YYYY-MM; default: the newest that went to the banks')
    .option('--propose', 'ask to close it (finance)')
    .option('--approve', 'approve the closing that was asked for (supervisor)')
    .action((options: CloseOptions) => runCommand(options, () => closeCycle(options)));
}

async function cycleOf({ payments }: Client, { month }: OfCycle): Promise<CycleRow> {
  const cycles = valueOf(await payments.cycles({}));
  const cycle =
    month === undefined
      ? (cycles.find(({ sentRuns }) => sentRuns > 0) ?? cycles[0])
      : cycles.find((known) => known.month === month);
  if (!cycle) throw new CommandFailure('NO_CYCLE', { month: month ?? '' });
  return cycle;
}

async function listRuns(options: OfCycle) {
  const { withBranch } = await import('../open-branch.ts');
  const { formatHalalas } = await import('../../domain/shared/halalas.ts');
  return withBranch(options, 'finance', async (api) => {
    const cycle = await cycleOf(api, options);
    const { runs, waiting, recoveries } = valueOf(await api.payments.runs({ cycleId: cycle.id }));
    const lines = [
      `cycle ${cycle.number}, ${cycle.month}, ${cycle.status}`,
      ...runs.map(
        ({ number, reference, programme, status, payments, amount }) =>
          `run ${number} ${reference} ${programme} ${status}: ${payments}, ${formatHalalas(amount)} SAR`,
      ),
      ...waiting.map(
        ({ programme, count, amount }) =>
          `in no run ${programme}: ${count}, ${formatHalalas(amount)} SAR`,
      ),
    ];
    return {
      json: { month: cycle.month, status: cycle.status, runs, waiting, recoveries },
      text: `${lines.join('\n')}\n`,
    };
  });
}

async function exportRun(number: string, file: string, options: ExportOptions) {
  const { withBranch } = await import('../open-branch.ts');
  const { watched } = await import('../progress-line.ts');
  const { resolve } = await import('node:path');
  const { formatHalalas } = await import('../../domain/shared/halalas.ts');
  return withBranch(options, 'finance', async (api) => {
    const cycle = await cycleOf(api, options);
    const { runs } = valueOf(await api.payments.runs({ cycleId: cycle.id }));
    const run = runs.find((known) => String(known.number) === number);
    if (!run) throw new CommandFailure('NO_RUN', { run: number, month: cycle.month });
    const { format } = options;
    const path = resolve(file);
    const expected = { runId: run.id, expectedVersion: run.version };
    const progress = watched();
    try {
      const exported = valueOf(
        await api.payments.exportRun({ ...expected, format, path }, progress),
      );
      const { payments, amount, sha256, again } = exported;
      const words = again ? 'the same file again' : 'sent';
      return {
        json: { ...exported, reference: run.reference, format, path },
        text: `${run.reference}: ${payments} payments, ${formatHalalas(amount)} SAR, ${words}, SHA-256 ${sha256}\n`,
      };
    } finally {
      progress.end();
    }
  });
}

async function closeCycle(options: CloseOptions) {
  const { withBranch } = await import('../open-branch.ts');
  const { formatHalalas } = await import('../../domain/shared/halalas.ts');
  const role = options.approve === true ? 'supervisor' : 'finance';
  return withBranch(options, role, async (api) => {
    const { id: cycleId, month } = await cycleOf(api, options);
    const before = valueOf(await api.payments.closing({ cycleId }));
    const expected = { cycleId, expectedVersion: before.version };
    if (options.approve === true) valueOf(await api.payments.approveClosing(expected));
    else if (options.propose === true) valueOf(await api.payments.proposeClosing(expected));
    const { state, checks, standing } = valueOf(await api.payments.closing({ cycleId }));
    const lines = [
      `${month}: ${state}`,
      ...checks.map(({ id, passed, count, amount, kinds }) =>
        passed
          ? `ok ${id}`
          : `missing ${id}: ${count}, ${formatHalalas(amount)} SAR${kinds
              .map((kind) => `; ${kind.kind} ${kind.count}`)
              .join('')}`,
      ),
    ];
    return {
      json: { month, state, checks, standing },
      text: `${lines.join('\n')}\n`,
      good: state === 'closed' || checks.every(({ passed }) => passed),
    };
  });
}
