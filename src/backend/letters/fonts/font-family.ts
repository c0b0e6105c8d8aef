import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LetterFont } from './letter-font.ts';

export type Weight = 'regular' | 'bold';

/** The faces that letters are set in: Naskh, and Plex for the few characters that Naskh lacks. */
export class FontFamily {
  readonly #faces: Readonly<Record<Weight, readonly LetterFont[]>>;

  constructor(faces: Readonly<Record<Weight, readonly [LetterFont, ...LetterFont[]]>>) {
    this.#faces = faces;
  }

  /** Every face, in a fixed order. */
  all(): LetterFont[] {
    return [...this.#faces.regular, ...this.#faces.bold];
  }

  primary(weight: Weight): LetterFont {
    const face = this.#faces[weight][0];
    if (!face) throw new Error(`No letter font of weight ${weight}`);
    return face;
  }

  /** The first face that has the character; null when none has. */
  faceFor(codePoint: number, weight: Weight): LetterFont | null {
    return this.#faces[weight].find((face) => face.covers(codePoint)) ?? null;
  }
}

const FILES = {
  regular: ['NotoNaskhArabic-Regular.ttf', 'IBMPlexSansArabic-Regular.ttf'],
  bold: ['NotoNaskhArabic-Bold.ttf', 'IBMPlexSansArabic-Bold.ttf'],
} as const satisfies Record<Weight, readonly [string, string]>;

/** Reads the bundled faces from a folder; rejects when a file is missing. */
export async function loadFontFamily(fontsDir: string): Promise<FontFamily> {
  const load = async (name: string): Promise<LetterFont> =>
    new LetterFont(await readFile(join(fontsDir, name)));
  const pair = async ([first, second]: readonly [string, string]): Promise<
    [LetterFont, LetterFont]
  > => [await load(first), await load(second)];
  return new FontFamily({ regular: await pair(FILES.regular), bold: await pair(FILES.bold) });
}
