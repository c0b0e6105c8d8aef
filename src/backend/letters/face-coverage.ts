import type { Covers } from '../../domain/letters/check-template.ts';
import { loadFontFamily } from './fonts/font-family.ts';

/** Whether letters can print a character in both weights; the faces are loaded when it is first asked. */
export function createFaceCoverage(fontsDir: string): () => Promise<Covers> {
  let loading: Promise<Covers> | undefined;
  return () =>
    (loading ??= load(fontsDir).catch((error: unknown) => {
      loading = undefined;
      throw error;
    }));
}

async function load(fontsDir: string): Promise<Covers> {
  const family = await loadFontFamily(fontsDir);
  return (character) => {
    const codePoint = character.codePointAt(0) ?? 0;
    return (['regular', 'bold'] as const).every(
      (weight) => family.faceFor(codePoint, weight) !== null,
    );
  };
}
