import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { compress, type CompressedData } from './pdf-objects.ts';

/** The sRGB profile that colours are meant in (PDF/A-1, 6.2.2), from `icc` beside the fonts' folder. */
export async function loadColourProfile(fontsDir: string): Promise<CompressedData> {
  return compress(await readFile(path.join(fontsDir, '..', 'icc', 'sRGB.icc')));
}
