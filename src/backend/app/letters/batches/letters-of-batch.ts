import { ok, refuse, type Refusal, type Result } from '../../../../domain/shared/result.ts';
import type { QueryContext } from '../../context.ts';
import type { BatchLetter } from './ports.ts';

/**
 * What of a batch can be printed or saved: its letters in the order of the list, void ones left out.
 * Errors: NOT_FOUND, BATCH_EMPTY, LETTER_NOT_READY while a file is not made.
 */
export async function lettersOfBatch(
  { repos }: Pick<QueryContext, 'repos'>,
  batchId: string,
): Promise<Result<readonly (BatchLetter & { readonly sha256: string })[], Refusal>> {
  if (!(await repos.letterBatches.byId(batchId))) return refuse('NOT_FOUND');
  const letters = (await repos.letterBatches.letters(batchId)).filter(({ isVoid }) => !isVoid);
  const made = letters.flatMap(({ sha256, ...letter }) =>
    sha256 === null ? [] : [{ ...letter, sha256 }],
  );
  if (letters.length === 0) return refuse('BATCH_EMPTY');
  if (made.length < letters.length) return refuse('LETTER_NOT_READY', { status: 'queued' });
  return ok(made);
}
