import type { IsoDate } from '../../shared/iso-date.ts';
import { withDigits } from '../digits.ts';
import { isolateFigures } from '../isolate-figures.ts';
import type { DigitShape, LetterModel, Letterhead } from '../letter-model.ts';

/** Any text under the branch's letterhead. */
export interface PlainLetterData {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly letterhead?: Letterhead | undefined;
  readonly number?: string | undefined;
  readonly date?: IsoDate | undefined;
  readonly digits?: DigitShape | undefined;
}

export function plainLetter(data: PlainLetterData): LetterModel {
  return withDigits({
    title: data.title,
    number: data.number ?? null,
    date: data.date ?? null,
    digits: data.digits ?? 'latin',
    letterhead: data.letterhead ?? null,
    meta: [],
    mark: null,
    blocks: [
      { kind: 'heading', text: [isolateFigures(data.title)] },
      ...data.paragraphs.map((text) => ({
        kind: 'paragraph' as const,
        text: [isolateFigures(text)],
      })),
    ],
  });
}
