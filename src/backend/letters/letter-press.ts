import type { LetterPress } from '../app/letters/ports.ts';
import { createLetterRenderer, type LetterRenderer } from './letter-renderer.ts';

/** Sets letters with the faces of a folder, loaded with the first letter and tried again where they were missing. */
export function createLetterPress(fontsDir: string): LetterPress {
  let loading: Promise<LetterRenderer> | undefined;
  const renderer = () =>
    (loading ??= createLetterRenderer({ fontsDir }).catch((error: unknown) => {
      loading = undefined;
      throw error;
    }));
  return async (letter) => {
    const { bytes, pages } = await (await renderer()).render(letter);
    return { bytes, pages };
  };
}
