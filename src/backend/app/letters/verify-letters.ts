import { readVerified } from '../documents/read-verified.ts';
import type { ContentStore } from '../documents/ports.ts';
import type { LetterReader } from './ports.ts';

export interface LetterFault {
  readonly id: string;
  readonly number: string;
  readonly code: 'CONTENT_MISSING' | 'CONTENT_DAMAGED';
}

const BATCH = 100;

/**
 * Reads every archived letter and compares its bytes with the register's hash.
 * @param breathe Called between letters; throws to stop.
 */
export async function verifyLetters(
  letters: LetterReader,
  content: ContentStore,
  breathe: () => Promise<void>,
): Promise<{ readonly checked: number; readonly faults: readonly LetterFault[] }> {
  const faults: LetterFault[] = [];
  let checked = 0;
  let after = '';
  for (;;) {
    const batch = await letters.archived(after, BATCH);
    const last = batch.at(-1);
    if (last === undefined) return { checked, faults };
    after = last.id;
    for (const { id, number, sha256 } of batch) {
      const bytes = await readVerified(content, sha256);
      if (!bytes.ok) faults.push({ id, number, code: bytes.error.code });
      checked += 1;
      await breathe();
    }
  }
}
