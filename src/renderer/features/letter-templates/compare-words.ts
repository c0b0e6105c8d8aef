import { diffArrays } from 'diff';

export interface WordChange {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

export type LineChange<Line> =
  | { readonly kind: 'same' | 'added' | 'removed'; readonly line: Line }
  | {
      readonly kind: 'changed';
      readonly before: Line;
      readonly after: Line;
      readonly words: readonly WordChange[];
    };

/** A placeholder is a word, and so are its signs of choice and the stars of bold. */
const WORDS = /\{[^{}|]*\}|\{[^{}|]*\||\*\*|\s+|[\p{L}\p{M}\p{N}]+|./gsu;

export function compareWords(before: string, after: string): readonly WordChange[] {
  return diffArrays(wordsOf(before), wordsOf(after)).map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value.join(''),
  }));
}

/**
 * Lines that were added, removed or reworded. A removed line and an added one of the same nature that stand together
 * and share a third of their words are one line, reworded.
 */
export function compareLines<Line extends { readonly nature: string; readonly text: string }>(
  before: readonly Line[],
  after: readonly Line[],
): readonly LineChange<Line>[] {
  const changes: LineChange<Line>[] = [];
  const parts = diffArrays([...before], [...after], {
    comparator: (one, other) => one.nature === other.nature && one.text === other.text,
  });
  let removed: Line[] = [];
  const giveUp = (): void => {
    for (const line of removed) changes.push({ kind: 'removed', line });
    removed = [];
  };
  for (const part of parts) {
    if (part.removed) {
      removed = [...removed, ...part.value];
    } else if (part.added) {
      for (const line of part.value) {
        const at = removed.findIndex((old) => old.nature === line.nature && isReworded(old, line));
        const old = removed[at];
        if (old === undefined) {
          changes.push({ kind: 'added', line });
          continue;
        }
        for (const gone of removed.slice(0, at)) changes.push({ kind: 'removed', line: gone });
        removed = removed.slice(at + 1);
        const words = compareWords(old.text, line.text);
        changes.push({ kind: 'changed', before: old, after: line, words });
      }
      giveUp();
    } else {
      giveUp();
      for (const line of part.value) changes.push({ kind: 'same', line });
    }
  }
  giveUp();
  return changes;
}

function isReworded(
  { text: before }: { text: string },
  { text: after }: { text: string },
): boolean {
  const words = compareWords(before, after);
  const same = words.filter(({ kind }) => kind === 'same').reduce(lengthOf, 0);
  return same * 3 >= Math.min(before.length, after.length);
}

function lengthOf(sum: number, { text }: WordChange): number {
  return sum + text.trim().length;
}

function wordsOf(text: string): string[] {
  return text.match(WORDS) ?? [];
}
