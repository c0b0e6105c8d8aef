import { Option, type Command } from 'commander';
import { withBranchOptions, type OnBranchOptions } from '../branch-options.ts';
import { chosenMapping } from '../chosen-mapping.ts';
import { CommandFailure, valueOf } from '../command-failure.ts';
import { runCommand } from '../run-command.ts';

interface ReconcileOptions extends OnBranchOptions {
  readonly commit?: boolean;
  readonly checkAnswers?: boolean;
  readonly mapping?: string;
  readonly acknowledge?: readonly ('NOTHING_MATCHES' | 'OTHER_MONTH' | 'MESSAGE_ID_REUSED')[];
}

export function addReconcileCommand(program: Command): void {
  withBranchOptions(program.command('reconcile'))
    .description("read a bank's answer: preview what it would change, with --commit change it")
    .argument('[file]', 'pain.002, camt.053, camt.054, MT940, MT942, wage file, CSV or XLSX')
    .option(
      '--mapping <id|bank>',
      'read a CSV or XLSX by this saved mapping: its id, or the bank by digits or BIC',
    )
    .option(
      '--check-answers',
      'without a file: ask after payments without an answer by the cut-off',
    )
    .option('--commit', 'apply it; without, the preview is thrown away again')
    .addOption(
      new Option('--acknowledge <warning...>', 'commit in spite of a warning').choices([
        'NOTHING_MATCHES',
        'OTHER_MONTH',
        'MESSAGE_ID_REUSED',
      ]),
    )
    .action((file: string | undefined, options: ReconcileOptions) =>
      runCommand(options, async () => {
        if (file === undefined) return checkAnswers(options);
        const { withBranch } = await import('../open-branch.ts');
        const { watched } = await import('../progress-line.ts');
        const { resolve } = await import('node:path');
        const { formatHalalas } = await import('../../domain/shared/halalas.ts');
        return withBranch(options, 'finance', async (api) => {
          const { reconciliation } = api;
          const path = resolve(file);
          const { mapping: named } = options;
          const mapping = named === undefined ? null : await chosenMapping(api, path, named);
          const progress = watched();
          try {
            const input = { path, ...(mapping === null ? {} : { mappingId: mapping.id }) };
            const preview = valueOf(await reconciliation.preview(input, progress));
            const staged = { fileId: preview.file.id, expectedVersion: preview.file.version };
            const lines = [
              `${preview.file.kind} ${preview.file.messageId ?? ''}: ${preview.file.lines} lines`,
              ...preview.matched.map(({ rule, count }) => `matched by ${rule}: ${count}`),
              ...preview.advances.map(
                ({ status, count, amount }) => `${status}: ${count}, ${formatHalalas(amount)} SAR`,
              ),
              `unchanged: ${preview.unchanged}`,
              ...preview.exceptions.map(
                ({ kind, count, amount }) =>
                  `exception ${kind}: ${count}, ${formatHalalas(amount)} SAR`,
              ),
              ...preview.warnings.map(({ code }) => `warning ${code}`),
            ];
            if (options.commit !== true) {
              valueOf(await reconciliation.discard(staged));
              return {
                json: { committed: false, preview },
                text: `${lines.join('\n')}\nNothing has changed; --commit applies it.\n`,
              };
            }
            const acknowledged = [...(options.acknowledge ?? [])];
            const result = await reconciliation.commit({ ...staged, acknowledged }, progress);
            // NOTE: a file that is refused must not stay behind as a preview of somebody who has left.
            if (!result.ok) valueOf(await reconciliation.discard(staged));
            const committed = valueOf(result);
            return {
              json: { committed: true, preview, ...committed },
              text: `${lines.join('\n')}\nApplied ${committed.applied}, exceptions ${committed.exceptions}.\n`,
            };
          } finally {
            progress.end();
          }
        });
      }),
    );
}

async function checkAnswers(options: ReconcileOptions) {
  if (options.checkAnswers !== true) throw new CommandFailure('RECONCILE_NOTHING');
  const { withBranch } = await import('../open-branch.ts');
  return withBranch(options, 'finance', async ({ reconciliation }) => {
    const json = valueOf(await reconciliation.checkAnswers({}));
    const text = `Without an answer: ${json.opened} new, ${json.withdrawn} answered since.\n`;
    return { json, text };
  });
}
