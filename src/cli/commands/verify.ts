import type { Command } from 'commander';
import { withBranchOptions, type OnBranchOptions } from '../branch-options.ts';
import { CommandFailure, valueOf } from '../command-failure.ts';
import { runCommand } from '../run-command.ts';

export function addVerifyCommand(program: Command): void {
  withBranchOptions(program.command('verify'))
    .description(
      'recompute what is derived from events, and compare archived bytes with their hashes',
    )
    .action((options: OnBranchOptions) =>
      runCommand(options, async () => {
        const { withBranch } = await import('../open-branch.ts');
        const { verifyBranch } = await import('../verify-branch.ts');
        return withBranch(options, 'auditor', async (api, backend, folder) => {
          const { permissions } = valueOf(await api.staff.me({}));
          if (!permissions.includes('audit.read')) {
            throw new CommandFailure('NOT_PERMITTED', { permission: 'audit.read' });
          }
          const { checked, differences } = await verifyBranch(backend.database, folder);
          const lines = [
            ...Object.entries(checked).map(([area, count]) => `${area}: ${count} checked`),
            ...differences.map(({ area, number, field }) => `${area} ${number}: ${field} differs`),
            differences.length === 0 ? 'Everything is as its events say.' : '',
          ];
          return {
            json: { ok: differences.length === 0, checked, differences },
            text: `${lines.filter((line) => line !== '').join('\n')}\n`,
            good: differences.length === 0,
          };
        });
      }),
    );
}
