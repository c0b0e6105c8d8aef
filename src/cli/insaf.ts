import { Command, CommanderError } from 'commander';
import { addCalculateCommand } from './commands/calculate.ts';
import { addDemoCommand } from './commands/demo.ts';
import { addEligibilityCommands } from './commands/eligibility.ts';
import { addInspectCommand } from './commands/inspect.ts';
import { addLetterCommand } from './commands/letter.ts';
import { addLettersCommands } from './commands/letters.ts';
import { addPaymentsCommands } from './commands/payments.ts';
import { addReconcileCommand } from './commands/reconcile.ts';
import { addSampleCommand } from './commands/sample.ts';
import { addVerifyCommand } from './commands/verify.ts';
import { failWith } from './run-command.ts';

const program = new Command('insaf')
  .description('Insaf without its window: for administrators, tests and measurements.')
  .showHelpAfterError(false)
  .exitOverride()
  .configureOutput({ writeErr: () => undefined });

const add = [
  addSampleCommand,
  addPaymentsCommands,
  addReconcileCommand,
  addInspectCommand,
  addLetterCommand,
  addLettersCommands,
  addCalculateCommand,
  addEligibilityCommands,
  addVerifyCommand,
  addDemoCommand,
];
for (const addCommand of add) addCommand(program);

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  if (error.exitCode === 0) process.exitCode = 0;
  else failWith({ code: 'USAGE', message: usageProblem(error) });
}

function usageProblem(error: CommanderError): string {
  const commands = program.commands.map((command) => command.name()).join(', ');
  if (error.code === 'commander.help') return `name a command: ${commands}; --help says more`;
  return error.message.replace(/^error: /, '');
}
