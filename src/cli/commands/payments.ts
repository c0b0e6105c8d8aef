import type { Command } from 'commander';
import { withBranchOptions, type OnBranchOptions } from '../branch-options.ts';
import { CommandFailure, valueOf } from '../command-failure.ts';
import { runCommand } from '../run-command.ts';
import { addRunCommands } from './payment-runs.ts';

export function addPaymentsCommands(program: Command): void {
  const payments = program.command('payments').description('the payments of the branch');
  addRunCommands(payments);
  withBranchOptions(payments.command('import'))
    .description("import a month's payment list, whole or not at all")
    .argument('<file>', 'CSV in UTF-8 or windows-1256')
    .action((file: string, options: OnBranchOptions) =>
      runCommand(options, async () => {
        const { withBranch } = await import('../open-branch.ts');
        const { watched } = await import('../progress-line.ts');
        const { resolve } = await import('node:path');
        return withBranch(options, 'finance', async (api) => {
          const progress = watched();
          try {
            const path = resolve(file);
            const preview = valueOf(await api.payments.previewList({ path }, progress));
            const { alreadyImportedAt, importable, problems, problemCount } = preview;
            if (alreadyImportedAt !== null) {
              throw new CommandFailure('LIST_ALREADY_IMPORTED', { at: alreadyImportedAt });
            }
            if (!importable) {
              const [first] = problems;
              throw new CommandFailure('LIST_HAS_PROBLEMS', {
                count: problemCount,
                line: first?.line ?? null,
                field: first?.field ?? null,
                problem: first?.code ?? null,
              });
            }
            const { sha256, encoding, mapping, newBeneficiaries } = preview;
            const imported = valueOf(
              await api.payments.importList({ path, sha256, encoding, mapping }, progress),
            );
            const { months } = preview;
            const json = { ...imported, sha256, encoding, months, newBeneficiaries };
            const { formatHalalas } = await import('../../domain/shared/halalas.ts');
            return {
              json,
              text: `${imported.rows} payments, ${formatHalalas(imported.amount)} SAR, ${months.map(({ month }) => month).join(' ')}\n`,
            };
          } finally {
            progress.end();
          }
        });
      }),
    );
}
