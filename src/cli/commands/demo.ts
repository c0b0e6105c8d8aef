import type { Command } from 'commander';
import { runCommand, withCommonOptions, type CommonOptions } from '../run-command.ts';

interface DemoOptions extends CommonOptions {
  readonly out: string;
  readonly seed: string;
}

export function addDemoCommand(program: Command): void {
  withCommonOptions(program.command('demo'))
    .description(
      'do the main job on a fresh sample, without a window: payments, bank, cases, letters',
    )
    .requiredOption('--out <dir>', 'where the data, the letters and summary.json are left')
    .option('--seed <n>', 'seed of the sample', '1')
    .action((options: DemoOptions) =>
      runCommand(options, async () => {
        const { runDemo } = await import('../demo/run-demo.ts');
        const { seedOption } = await import('../seed-option.ts');
        const summary = await runDemo(options.out, seedOption(options.seed));
        const lines = [
          `${summary.imported.rows} payments of ${summary.imported.month} imported, ${summary.imported.amount} SAR`,
          ...summary.reconciled.map(
            ({ file, applied, exceptions }) =>
              `${file}: ${applied} applied, ${exceptions} exceptions`,
          ),
          ...summary.decisions.map(
            ({ number, outcome, letter }) => `${number}: ${outcome}, letter ${letter.number}`,
          ),
          `letters and summary.json in ${summary.out}`,
        ];
        return { json: summary, text: `${lines.join('\n')}\n` };
      }),
    );
}
