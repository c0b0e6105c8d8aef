import { isolateFigures } from './isolate-figures.ts';
import { OFFICIAL_LAYOUT, type LetterModel } from './letter-model.ts';

/** Text under a heading that is no letter of the branch: no number, letterhead or signature. */
export function plainLetter({
  title,
  paragraphs,
}: {
  readonly title: string;
  readonly paragraphs: readonly string[];
}): LetterModel {
  return {
    title,
    number: null,
    date: null,
    digits: 'latin',
    layout: OFFICIAL_LAYOUT,
    letterhead: null,
    meta: [],
    mark: null,
    seal: null,
    blocks: [
      { kind: 'heading', text: [isolateFigures(title)] },
      ...paragraphs.map((text) => ({ kind: 'paragraph' as const, text: [isolateFigures(text)] })),
    ],
  };
}
