import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LetterFont } from './letter-font.ts';

export type Weight = 'regular' | 'bold';

type Faces = readonly [primary: LetterFont, fallback: () => LetterFont];

/** The faces that letters are set in: Naskh, and Plex for the few characters that Naskh lacks. */
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
  regular: ['NotoNaskhArabic-Regular.ttf', 'IBMPlexSansArabic-Regular.ttf'],
  bold: ['NotoNaskhArabic-Bold.ttf', 'IBMPlexSansArabic-Bold.ttf'],
} as const satisfies Record<Weight, readonly [string, string]>;

/** Reads the bundled faces from a folder; rejects when a file is missing. */
export async function loadFontFamily(fontsDir: string): Promise<FontFamily> {
  const load = async ([primary, second]: readonly [string, string]): Promise<Faces> => {
    const [primaryFile, secondFile] = await Promise.all([
      readFile(join(fontsDir, primary)),
      readFile(join(fontsDir, second)),
    ]);
    let fallback: LetterFont | null = null;
    // Few letters need the second face: its shaper is made for the first of them.
    return [new LetterFont(primaryFile), () => (fallback ??= new LetterFont(secondFile))];
  };
  return new FontFamily({ regular: await load(FILES.regular), bold: await load(FILES.bold) });
}
