import { Option, type Command } from 'commander';
import { CommandFailure, valueOf } from '../command-failure.ts';
import { runCommand, withCommonOptions, type CommonOptions } from '../run-command.ts';

interface SampleOptions extends CommonOptions {
  readonly size: 'small' | 'branch' | 'region';
  readonly data?: string;
  readonly seed: string;
  readonly today?: string;
}

export function addSampleCommand(program: Command): void {
  withCommonOptions(program.command('sample'))
    .description('make an invented branch: people, payments, bank files, cases')
    .addOption(
      new Option('--size <size>', '200, 20,000 or 300,000 beneficiaries')
        .choices(['small', 'branch', 'region'])
        .default('small'),
    )
    .option('--data <dir>', 'the data folder, which must hold no branch')
    .option('--seed <n>', 'the same seed and day give the same branch', '1')
    .option('--today <date>', 'the day on which the sample stands, YYYY-MM-DD')
    .action((options: SampleOptions) =>
      runCommand(options, async () => {
        const { isIsoDate } = await import('../../domain/shared/iso-date.ts');
        const { seedOption } = await import('../seed-option.ts');
        const seed = seedOption(options.seed);
        const { size, today } = options;
        if (today !== undefined && !isIsoDate(today)) {
          throw new CommandFailure('DATE_INVALID', { value: today });
        }
        const { withBackend } = await import('../open-branch.ts');
        const { createClient } = await import('../../contract/client.ts');
        const { watched } = await import('../progress-line.ts');
        const { SAMPLE_ACCOUNTS, SAMPLE_PASSWORD } =
          await import('../../domain/sample/sample-accounts.ts');
        return withBackend(options, async (backend, folder) => {
          const progress = watched();
          try {
            const made = valueOf(
              await createClient(backend).staff.createSample(
                { size, seed, ...(today === undefined ? {} : { today }) },
                progress,
              ),
            );
            const accounts = SAMPLE_ACCOUNTS.map(({ username, role }) => ({ username, role }));
            const json = { ...made, dataFolder: folder, seed, accounts, password: SAMPLE_PASSWORD };
            const text = [
              `${made.beneficiaries} invented beneficiaries, ${made.payments} payments in ${folder}`,
              `bank files: ${made.filesFolder}`,
              `accounts: ${accounts.map(({ username, role }) => `${username} (${role})`).join(', ')}`,
              `password of all: ${SAMPLE_PASSWORD}`,
            ];
            return { json, text: `${text.join('\n')}\n` };
          } finally {
            progress.end();
          }
        });
      }),
    );
}
