import { Option, type Command } from 'commander';
import { CommandFailure, type FailureDetails } from './command-failure.ts';
import { sentenceFor } from './sentences.ts';

export interface CommonOptions {
  readonly json?: boolean;
  readonly lang: 'en' | 'ar';
}

/** What a command gives: an object for machines, lines for people. */
export interface CommandOutput {
  readonly json: unknown;
  readonly text: string;
  /** False when the work was done and what it found is bad: exit status 2. */
  readonly good?: boolean;
}

/** Switches that every command has. */
export function withCommonOptions(command: Command): Command {
  return command
    .option('--json', 'print one JSON object instead of text')
    .addOption(
      new Option('--lang <lang>', 'language of messages').choices(['en', 'ar']).default('en'),
    );
}

interface Failure {
  readonly code: string;
  readonly message: string;
  readonly details?: FailureDetails;
}

/** Runs the work of a command, prints what it gives, and turns failures into one line and exit status 2. */
export async function runCommand(
  options: CommonOptions,
  work: () => Promise<CommandOutput>,
): Promise<void> {
  try {
    const { json, text, good = true } = await work();
    if (!good) process.exitCode = 2;
    process.stdout.write(options.json === true ? `${JSON.stringify(json, null, 2)}\n` : text);
  } catch (error) {
    failWith(toFailure(error, options.lang));
  }
}

/** Prints a failure where its reader looks: JSON on standard output, a line on standard error. */
export function failWith({ code, message, details = {} }: Failure): void {
  process.exitCode = 2;
  if (process.argv.includes('--json')) {
    process.stdout.write(`${JSON.stringify({ error: { code, message, ...details } }, null, 2)}\n`);
  } else {
    process.stderr.write(`insaf: ${message.replaceAll(/\s*\n\s*/g, ' ')} [${code}]\n`);
  }
}

function toFailure(error: unknown, lang: CommonOptions['lang']): Failure {
  if (error instanceof CommandFailure) {
    const { code, details } = error;
    return { code, details, message: sentenceFor(lang, code, details) };
  }
  const message = error instanceof Error ? error.message : String(error);
  if (process.env['INSAF_DEBUG'] !== undefined && error instanceof Error) {
    process.stderr.write(`${error.stack ?? ''}\n`);
  }
  return { code: 'UNEXPECTED', message: sentenceFor(lang, 'UNEXPECTED', { reason: message }) };
}
