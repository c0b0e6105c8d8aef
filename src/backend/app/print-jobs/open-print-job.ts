import type { ParsedInputOf } from '../../../contract/api.ts';
import type { PrintJobRow } from '../../../contract/print-jobs.ts';
import { ok, refuse, type Refusal, type Result } from '../../../domain/shared/result.ts';
import type { CommandContext } from '../context.ts';
import type { RegisteredLetter } from '../letters/ports.ts';
import type { PaperOfJob } from './ports.ts';
import { toPrintJobRow } from './print-job-dto.ts';

/** Errors: NOT_FOUND, PRINT_LETTER_NOT_READY (number, count), PRINT_LETTER_IN_JOB (number). */
export async function openPrintJob(
  context: CommandContext,
  { letterIds, papers, printer, twoSided }: ParsedInputOf<'printJobs.open'>,
): Promise<Result<{ job: PrintJobRow }, Refusal>> {
  const { repos, officer, now } = context;
  const letters: RegisteredLetter[] = [];
  for (const letterId of letterIds) {
    const letter = await repos.letters.byId(letterId);
    if (!letter) return refuse('NOT_FOUND');
    letters.push(letter);
  }
  const unready = letters.filter(({ file, life }) => file !== 'ready' || life === 'void');
  if (unready[0]) {
    return refuse('PRINT_LETTER_NOT_READY', { number: unready[0].number, count: unready.length });
  }
  const originals = letters.filter(({ originalOut }) => !originalOut).map(({ id }) => id);
  const elsewhere = await repos.printJobs.underWay(originals);
  if (elsewhere !== undefined) return refuse('PRINT_LETTER_IN_JOB', { number: elsewhere });
  const id = context.newId();
  const all = letters.flatMap((letter) => papersOf(letter, papers));
  await repos.printJobs.open({ id, printer, twoSided, papers: all }, { at: now, by: officer.id });
  await context.audit('printJob.opened', { type: 'printJob', id }, { papers: all.length });
  const opened = await repos.printJobs.byId(id);
  if (!opened) throw new Error('A job that was just opened is gone');
  return ok({ job: toPrintJobRow(opened) });
}

/** There is one original; every other paper is a copy. */
function papersOf({ id, pages, originalOut }: RegisteredLetter, papers: number): PaperOfJob[] {
  return Array.from({ length: papers }, (_, index) => ({
    letterId: id,
    form: index === 0 && !originalOut ? 'original' : 'copy',
    pages: pages ?? 1,
  }));
}
