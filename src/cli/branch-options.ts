import type { Command } from 'commander';
import type { BranchOptions } from './open-branch.ts';
import { withCommonOptions, type CommonOptions } from './run-command.ts';

export type OnBranchOptions = CommonOptions & BranchOptions;

/** Switches of the commands that work on a branch. */
export function withBranchOptions(command: Command): Command {
  return withCommonOptions(command)
    .option('--data <dir>', 'the data folder; default: the one of the window')
    .option(
      '--as <username>',
      'the account to act for, its password in INSAF_PASSWORD or on standard input',
    );
}
