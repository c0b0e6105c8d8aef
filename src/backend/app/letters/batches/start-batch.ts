import type { ParsedInputOf } from '../../../../contract/api.ts';
import { ok, refuse, type Refusal, type Result } from '../../../../domain/shared/result.ts';
import type { CommandContext } from '../../context.ts';

/**
 * Fixes whom a batch writes to, those left out with their reason, in one transaction. Nothing is issued yet.
 * Errors: BATCH_EMPTY when nobody would get a letter.
 */
export async function startBatch(
  context: CommandContext,
  { filter, withoutAddress }: ParsedInputOf<'letterBatches.start'>,
): Promise<Result<{ id: string }, Refusal>> {
  const { repos, officer, now } = context;
  const subjects = await repos.letterBatches.subjects(filter, withoutAddress);
  const count = subjects.filter(({ excluded }) => excluded === null).length;
  if (count === 0) return refuse('BATCH_EMPTY');
  const id = context.newId();
  await repos.letterBatches.add({ id, filter, subjects, officerId: officer.id, at: now });
  await context.audit(
    'letterBatch.started',
    { type: 'letterBatch', id },
    { kind: filter.kind, count },
  );
  return ok({ id });
}
