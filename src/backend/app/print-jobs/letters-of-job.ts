import { declareJam, printOriginal } from '../../../domain/letter-register/letter-rules.ts';
import type { PrintJobEvent } from '../../../domain/print-jobs/print-job-state.ts';
import { ok, refuse, type Refusal, type Result } from '../../../domain/shared/result.ts';
import type { CommandContext } from '../context.ts';
import { changeLetter } from '../letters/change-letter.ts';
import type { StoredPrintJob } from './ports.ts';

/** Errors: PRINT_LETTER_IN_JOB (number) where one of these originals waits in another job already. */
export async function inNoOtherJob(
  { repos }: Pick<CommandContext, 'repos'>,
  { id, papers }: StoredPrintJob,
  items: readonly number[],
): Promise<Result<null, Refusal>> {
  const originals = papers.filter(
    ({ form }, index) => form === 'original' && items.includes(index + 1),
  );
  const number = await repos.printJobs.underWay(
    originals.map(({ letterId }) => letterId),
    id,
  );
  return number === undefined ? ok(null) : refuse('PRINT_LETTER_IN_JOB', { number });
}

/**
 * Puts what a job's events say of originals on the letters' own trails: printed, or spoilt and to be printed once more
 * as the original.
 * Errors: LETTER_HANDED_OVER (number, on): what somebody holds was not spoilt.
 */
export async function tellLetters(
  context: CommandContext,
  { papers }: StoredPrintJob,
  events: readonly PrintJobEvent[],
): Promise<Result<null, Refusal>> {
  for (const event of events) {
    if (event.type !== 'printed' && event.type !== 'spoilt') continue;
    const paper = papers[event.item - 1];
    if (paper?.form !== 'original') continue;
    const letter = await context.repos.letters.byId(paper.letterId);
    if (!letter) return refuse('NOT_FOUND');
    const expected = { id: letter.id, expectedVersion: letter.version };
    if (event.type === 'printed') {
      // The paper is out: a letter voided while it was under way, or recorded by hand, changes nothing of that.
      if (letter.originalOut || letter.life === 'void') continue;
      const told = await changeLetter(context, expected, ({ state }) => printOriginal(state));
      if (!told.ok) return told;
      continue;
    }
    if (letter.life === 'void') continue;
    const { reason } = event;
    // What was under way is not yet on the letter's trail; that its paper was spoilt is told all the same.
    const told = await changeLetter(context, expected, ({ state }) =>
      state.originalOut ? declareJam(state, reason) : ok({ type: 'jammed', reason }),
    );
    if (!told.ok) {
      return refuse(told.error.code, { ...told.error.details, number: letter.number });
    }
  }
  return ok(null);
}
