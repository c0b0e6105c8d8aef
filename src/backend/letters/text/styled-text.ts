import type { RichText } from '../../../domain/letters/letter-model.ts';
import { spanText } from '../../../domain/letters/letter-model.ts';
import type { FontFamily, Weight } from '../fonts/font-family.ts';
import type { LetterFont } from '../fonts/letter-font.ts';

/** Text with the face of each UTF-16 unit. */
export interface StyledText {
  readonly text: string;
  readonly faces: readonly LetterFont[];
  /** Characters that no face has; they are painted as a placeholder and extract as themselves. */
  readonly missing: readonly string[];
}

const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g;
const NEEDS_NO_GLYPH = /[\n\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;
const COMBINING = /\p{M}/u;

/** Joins the spans and chooses a face for each character; marks stay in the face of their letter. */
export function styleText(spans: RichText, family: FontFamily, weight: Weight): StyledText {
  const faces: LetterFont[] = [];
  const missing: string[] = [];
  let text = '';
  for (const span of spans) {
    const spanWeight: Weight = typeof span === 'string' ? weight : 'bold';
    const clean = spanText(span).replace(/\r\n?/g, '\n').replace(CONTROL, ' ');
    let face = family.primary(spanWeight);
    for (const char of clean) {
      const codePoint = char.codePointAt(0) ?? 0;
      if (NEEDS_NO_GLYPH.test(char) || (COMBINING.test(char) && face.covers(codePoint))) {
        // Keeps the run of the character before it together.
      } else {
        const found = family.faceFor(codePoint, spanWeight);
        if (!found) missing.push(char);
        face = found ?? family.primary(spanWeight);
      }
      for (let unit = 0; unit < char.length; unit++) faces.push(face);
    }
    text += clean;
  }
  return { text, faces, missing };
}
