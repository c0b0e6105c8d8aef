import { createHash } from 'node:crypto';
import type { OutputOf } from '../../../contract/api.ts';
import { makeCopy } from '../../../domain/letter-register/letter-rules.ts';
import { ok, refuse, type Refusal, type Result } from '../../../domain/shared/result.ts';
import type { JobContext } from '../context.ts';
import { readVerified } from '../documents/read-verified.ts';
import { changeLetter } from './change-letter.ts';
import type { StampCopy } from './ports.ts';

/**
 * Lays the stamp of a copy over the archived bytes and puts the hash of what came out on the trail.
 * Errors: NOT_FOUND, CONFLICT, those of `makeCopy`, CONTENT_MISSING, CONTENT_DAMAGED.
 */
export async function copyLetter(
  context: JobContext,
  id: string,
  stampCopy: StampCopy,
): Promise<Result<OutputOf<'letters.copy'>, Refusal>> {
  const { repos, content, officer, today, now, settings } = context;
  const letter = await repos.letters.byId(id);
  if (!letter) return refuse('NOT_FOUND');
  if (letter.sha256 === null) return refuse('LETTER_NOT_READY', { status: letter.file });
  const archived = await readVerified(content, letter.sha256);
  if (!archived.ok) return archived;
  const bytes = await stampCopy(archived.value, {
    officer: officer.fullName,
    date: today,
    digits: settings.digits === 'arabicIndic' ? 'arabic-indic' : 'latin',
  });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const recorded = await context.transact(async (command) => {
    const expected = { id, expectedVersion: letter.version };
    const changed = await changeLetter(command, expected, ({ state }) => makeCopy(state, sha256));
    if (!changed.ok) return changed;
    const copy = { sha256, letterId: id, at: now, officerId: officer.id };
    await command.repos.letterSeals.addCopy(copy);
    return changed;
  });
  return recorded.ok ? ok({ ...recorded.value, bytes, sha256 }) : recorded;
}
