import { InvalidArgumentError, type Command } from 'commander';
import { isIsoMonth, type IsoMonth } from '../../domain/shared/iso-date.ts';
import { withBranchOptions, type OnBranchOptions } from '../branch-options.ts';
import { valueOf } from '../command-failure.ts';
import { runCommand } from '../run-command.ts';

/** `insaf eligibility compute 2026-12` and `runs`; proposing and approving are two officers' own acts in the window. */
export function addEligibilityCommands(program: Command): void {
  const eligibility = program
    .command('eligibility')
    .description('the monthly run that finds what every household is due');
  withBranchOptions(eligibility.command('compute'))
    .description('compute a month for the whole branch and compare it with the month before')
    .argument('<month>', 'YYYY-MM', monthArgument)
    .action((month: IsoMonth, options: OnBranchOptions) =>
      runCommand(options, () => compute(month, options)),
    );
  withBranchOptions(eligibility.command('runs'))
    .description('the runs there are, the newest month first')
    .action((options: OnBranchOptions) => runCommand(options, () => list(options)));
}

function monthArgument(text: string): IsoMonth {
  if (!isIsoMonth(text)) throw new InvalidArgumentError('a month is YYYY-MM');
  return text;
}

async function compute(month: IsoMonth, options: OnBranchOptions) {
  const { withBranch } = await import('../open-branch.ts');
  const { watched } = await import('../progress-line.ts');
  const { formatHalalas } = await import('../../domain/shared/halalas.ts');
  return withBranch(options, 'officer', async (api) => {
    const progress = watched();
    try {
      const { runId, totals } = valueOf(await api.entitlement.computeRun({ month }, progress));
      const { causes, obstacles } = valueOf(await api.entitlement.run({ id: runId }));
      const { households, eligible, ineligible, pension, before } = totals;
      const lines = [
        `${month}: ${households} households, ${eligible} eligible, ${ineligible} not, ${formatHalalas(pension)} SAR`,
        `month before: ${before.eligible}, ${formatHalalas(before.pension)} SAR`,
        ...causes.map(
          ({ cause, reason, count, before: was, after }) =>
            `${cause}${reason === '' ? '' : ` (${reason})`}: ${count}, ${formatHalalas(was)} to ${formatHalalas(after)} SAR`,
        ),
        ...obstacles.map(({ kind, count }) => `to be settled, ${kind}: ${count}`),
      ];
      return {
        json: { runId, month, totals, causes, obstacles },
        text: `${lines.join('\n')}\n`,
      };
    } finally {
      progress.end();
    }
  });
}

async function list(options: OnBranchOptions) {
  const { withBranch } = await import('../open-branch.ts');
  const { formatHalalas } = await import('../../domain/shared/halalas.ts');
  return withBranch(options, 'officer', async (api) => {
    const { runs, next } = valueOf(await api.entitlement.runs({}));
    const lines = [
      ...runs.map(
        ({ month, status, totals }) =>
          `${month} ${status}: ${totals.eligible} eligible, ${formatHalalas(totals.pension)} SAR`,
      ),
      `next: ${next.month}, announced on ${next.announcedOn}`,
    ];
    return { json: { runs, next }, text: `${lines.join('\n')}\n` };
  });
}
