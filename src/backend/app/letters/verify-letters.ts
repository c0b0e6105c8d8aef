import { letterNumber } from '../../../domain/cases/case-numbers.ts';
import { serialFaults, type SerialFault } from '../../../domain/letter-register/letter-serials.ts';
import { letterStateOf, type LetterState } from '../../../domain/letter-register/letter-state.ts';
import { readVerified } from '../documents/read-verified.ts';
import type { ContentStore } from '../documents/ports.ts';
import type { LetterReader, StoredLetter } from './ports.ts';

export interface LetterFault {
  /** Blank for a number of the register that no letter has. */
  readonly id: string;
  readonly number: string;
  /** A column that says something else than the events; `events` when the trail itself cannot be followed. */
  readonly code:
    'CONTENT_MISSING' | 'CONTENT_DAMAGED' | 'events' | keyof LetterState | SerialFault['code'];
}

const BATCH = 100;

/**
 * Reads every archived letter and compares its bytes with the register's hash, recomputes where each letter stands from
 * its events, and looks in each year for numbers that are missing or used twice.
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
    const batch = await letters.withEvents(after, BATCH);
    const last = batch.at(-1);
    if (last === undefined) break;
    after = last.id;
    for (const letter of batch) {
      faults.push(...stateFaults(letter));
      const { id, number, state } = letter;
      if (state.sha256 !== null) {
        const bytes = await readVerified(content, state.sha256);
        if (!bytes.ok) faults.push({ id, number, code: bytes.error.code });
      }
      checked += 1;
      await breathe();
    }
  }
  for (const year of await letters.years()) {
    const { letters: numbered, last } = await letters.ofYear(year);
    faults.push(...serialFaults(numbered, last, (serial) => letterNumber(year, serial)));
    await breathe();
  }
  return { checked, faults };
}

const COLUMNS = [
  'file',
  'life',
  'attempts',
  'sha256',
  'originalOut',
  'printedTimes',
  'copies',
  'handedOverOn',
] as const satisfies readonly (keyof LetterState)[];

function stateFaults({ id, number, state, events }: StoredLetter): LetterFault[] {
  const derived = letterStateOf(events);
  if (derived === null) return [{ id, number, code: 'events' }];
  return COLUMNS.filter((column) => state[column] !== derived[column]).map((code) => ({
    id,
    number,
    code,
  }));
}
