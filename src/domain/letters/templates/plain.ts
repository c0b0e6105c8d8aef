import type { IsoDate } from '../../shared/iso-date.ts';
import { isolate } from '../../shared/isolate.ts';
import { withDigits } from '../digits.ts';
import { isolateFigures } from '../isolate-figures.ts';
import type { LetterSettings } from '../letter-data.ts';
import { OFFICIAL_LAYOUT, type DigitShape, type LetterModel } from '../letter-model.ts';
import { letterheadOf, metaRows } from '../letter-parts.ts';

/** Any text; under the branch's letterhead when its settings are given. */
export interface PlainLetterData {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly settings?: LetterSettings | undefined;
  readonly number?: string | undefined;
  readonly date?: IsoDate | undefined;
  readonly digits?: DigitShape | undefined;
}

export function plainLetter(data: PlainLetterData): LetterModel {
  const { number = null, date = null, settings } = data;
  return withDigits({
    title: data.title,
    number: number === null ? null : isolate(number),
    date,
    digits: data.digits ?? settings?.digits ?? 'latin',
    layout: OFFICIAL_LAYOUT,
    letterhead: settings === undefined ? null : letterheadOf(settings),
    meta: metaRows(number, date),
    mark: null,
    seal: null,
    blocks: [
      { kind: 'heading', text: [isolateFigures(data.title)] },
      ...data.paragraphs.map((text) => ({
        kind: 'paragraph' as const,
        text: [isolateFigures(text)],
      })),
    ],
  });
}
