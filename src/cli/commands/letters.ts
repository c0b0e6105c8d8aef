import type { Command } from 'commander';
import type { LetterVerification } from '../../contract/letter-seals.ts';
import { withBranchOptions, type OnBranchOptions } from '../branch-options.ts';
import { CommandFailure, valueOf } from '../command-failure.ts';
import { runCommand } from '../run-command.ts';
import { sentenceFor } from '../sentences.ts';
import { addLetterSamplesCommand } from './letter-samples.ts';

interface VerifyOptions extends OnBranchOptions {
  readonly qr?: string;
  readonly number?: string;
  readonly code?: string;
}

/** Verdicts that leave nothing to ask. */
const GOOD = new Set<LetterVerification['verdict']>(['original', 'copy', 'registered']);

export function addLettersCommands(program: Command): void {
  const letters = program.command('letters').description('the letters of the branch');
  addLetterSamplesCommand(letters);
  withBranchOptions(letters.command('verify'))
    .description('say whether a file or a paper is a letter of the branch, unaltered')
    .argument('[file]', 'a PDF; or a paper by --qr, or by --number and --code')
    .option('--qr <text>', "the text of the paper's QR code")
    .option('--number <number>', 'the number on the paper')
    .option('--code <code>', 'the verification code on the paper')
    .action((file: string | undefined, options: VerifyOptions) =>
      runCommand(options, async () => {
        const question = questionOf(file, options);
        const { withBranch } = await import('../open-branch.ts');
        const path = await import('node:path');
        return withBranch(options, 'auditor', async (api) => {
          const found = valueOf(
            'file' in question
              ? await api.letterSeals.verifyFile({ path: path.resolve(question.file) })
              : await api.letterSeals.verifyPaper(question),
          );
          return {
            json: found,
            text: `${sentenceOf(found, options.lang)}\n`,
            good: GOOD.has(found.verdict) && found.letter?.void !== true,
          };
        });
      }),
    );
}

type Question =
  | { readonly file: string }
  | { readonly payload: string }
  | { readonly number: string; readonly code: string };

function questionOf(file: string | undefined, { qr, number, code }: VerifyOptions): Question {
  if (file !== undefined) return { file };
  if (qr !== undefined) return { payload: qr };
  if (number !== undefined && code !== undefined) return { number, code };
  throw new CommandFailure('LETTER_TO_VERIFY');
}

function sentenceOf({ verdict, letter, copied }: LetterVerification, lang: 'en' | 'ar'): string {
  const details = {
    number: letter?.number ?? '',
    subject: letter?.subject ?? '',
    at: copied?.at.slice(0, 10) ?? letter?.issuedAt.slice(0, 10) ?? '',
    officer: copied?.officerName ?? '',
  };
  const isVoid = letter?.void === true ? `\n${sentenceFor(lang, 'LETTER_IS_VOID', details)}` : '';
  return `${sentenceFor(lang, `LETTER_VERDICT_${verdict}`, details)}${isVoid}`;
}
