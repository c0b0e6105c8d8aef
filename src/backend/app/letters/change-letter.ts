import type { LetterRow } from '../../../contract/letters.ts';
import type { LetterEvent } from '../../../domain/letter-register/letter-state.ts';
import { ok, refuse, type Refusal, type Result } from '../../../domain/shared/result.ts';
import type { CommandContext } from '../context.ts';
import { toLetterRow } from './letter-dto.ts';
import type { LetterAtHand } from './ports.ts';

export interface ExpectedLetter {
  readonly id: string;
  readonly expectedVersion: number;
}

/**
 * Lets the rules decide one step of a letter's life and puts it on the trail.
 * Errors: NOT_FOUND, CONFLICT when somebody was first, and the rules' own.
 */
export async function changeLetter(
  context: CommandContext,
  { id, expectedVersion }: ExpectedLetter,
  decide: (letter: LetterAtHand) => Result<LetterEvent, Refusal>,
): Promise<Result<{ letter: LetterRow }, Refusal>> {
  const { repos, officer, now } = context;
  const letter = await repos.letters.atHand(id);
  if (!letter) return refuse('NOT_FOUND');
  if (letter.version !== expectedVersion) return refuse('CONFLICT');
  const step = decide(letter);
  if (!step.ok) return step;
  const stamp = { at: now, by: officer.id };
  if (!(await repos.letters.record(id, letter.version, step.value, stamp))) {
    return refuse('CONFLICT');
  }
  const changed = await repos.letters.byId(id);
  if (!changed) throw new Error('A letter that was just changed is gone');
  await context.audit(
    `letter.${step.value.type}`,
    { type: 'letter', id },
    {
      sha256: 'sha256' in step.value ? step.value.sha256 : changed.sha256,
      times: changed.printedTimes,
    },
  );
  return ok({ letter: toLetterRow(changed) });
}
