import type { RichText } from '../../../domain/letters/letter-model.ts';
import { spanText } from '../../../domain/letters/letter-model.ts';
import type { FontFamily, Weight } from '../fonts/font-family.ts';
import type { LetterFont } from '../fonts/letter-font.ts';

/** Text with the face of each UTF-16 unit. */
export interface StyledText {
  readonly text: string;
  /** What is painted: the text with placeholders for characters that no face has. */
  readonly shown: string;
  readonly faces: readonly LetterFont[];
  readonly missing: readonly string[];
}

const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g;
const NEEDS_NO_GLYPH = /[\n\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;
/** A dotted circle; for characters of two units with a joiner that paints nothing. */
const PLACEHOLDERS = ['', '\u25CC', '\u25CC\u200C'];
const COMBINING = /\p{M}/u;

/** Joins the spans and chooses a face for each character; marks stay in the face of their letter. */
export function styleText(spans: RichText, family: FontFamily, weight: Weight): StyledText {
  const faces: LetterFont[] = [];
  const missing: string[] = [];
  let text = '';
  let shown = '';
  for (const span of spans) {
    const spanWeight: Weight = typeof span === 'string' ? weight : 'bold';
    const clean = spanText(span).replace(/\r\n?/g, '\n').replace(CONTROL, ' ');
    let face = family.primary(spanWeight);
    for (const char of clean) {
      const codePoint = char.codePointAt(0) ?? 0;
      // Controls and marks stay in the face of the character before them.
      const joins = NEEDS_NO_GLYPH.test(char) || (COMBINING.test(char) && face.covers(codePoint));
      const found = joins ? face : family.faceFor(codePoint, spanWeight);
      if (!found) missing.push(char);
      face = found ?? family.primary(spanWeight);
      shown += found ? char : (PLACEHOLDERS[char.length] ?? char);
      for (let unit = 0; unit < char.length; unit++) faces.push(face);
    }
    text += clean;
  }
  return { text, shown, faces, missing };
}
