import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LetterFont } from './letter-font.ts';

export type Weight = 'regular' | 'bold';
export type LetterFace = 'naskh' | 'plex';

type Faces = readonly [primary: LetterFont, fallback: () => LetterFont];

/** The faces that letters are set in: one of them, and the other for the few characters that it lacks. */
export class FontFamily {
  readonly #faces: Readonly<Record<Weight, Faces>>;

  constructor(faces: Readonly<Record<Weight, Faces>>) {
    this.#faces = faces;
  }

  primary(weight: Weight): LetterFont {
    return this.#faces[weight][0];
  }

  /** The first face that has the character; null when none has. */
  faceFor(codePoint: number, weight: Weight): LetterFont | null {
    const [primary, fallback] = this.#faces[weight];
    if (primary.covers(codePoint)) return primary;
    return fallback().covers(codePoint) ? fallback() : null;
  }
}

const FILES = {
  naskh: { regular: 'NotoNaskhArabic-Regular.ttf', bold: 'NotoNaskhArabic-Bold.ttf' },
  plex: { regular: 'IBMPlexSansArabic-Regular.ttf', bold: 'IBMPlexSansArabic-Bold.ttf' },
} as const satisfies Record<LetterFace, Record<Weight, string>>;

/** Reads the bundled faces from a folder; rejects when a file is missing. */
export async function loadFontFamily(
  fontsDir: string,
  face: LetterFace = 'naskh',
): Promise<FontFamily> {
  const other = face === 'naskh' ? 'plex' : 'naskh';
  const load = async (weight: Weight): Promise<Faces> => {
    const [primaryFile, secondFile] = await Promise.all([
      readFile(join(fontsDir, FILES[face][weight])),
      readFile(join(fontsDir, FILES[other][weight])),
    ]);
    let fallback: LetterFont | null = null;
    // Few letters need the second face: its shaper is made for the first of them.
    return [new LetterFont(primaryFile), () => (fallback ??= new LetterFont(secondFile))];
  };
  return new FontFamily({ regular: await load('regular'), bold: await load('bold') });
}
