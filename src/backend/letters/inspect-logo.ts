import { LOGO_LIMITS } from '../../domain/letters/letter-layout.ts';
import type { LetterLogo } from '../../domain/letters/letter-model.ts';
import { pngSize } from '../../domain/letters/png-size.ts';
import { ok, refuse } from '../../domain/shared/result.ts';
import type { InspectLogo } from '../app/letters/letter-templates-ports.ts';
import { readLogo } from './pdf/logo-image.ts';

/** Reads a logo as letters will, so that none is kept that they cannot print. */
export const inspectLogo: InspectLogo = async (bytes) => {
  const { bytes: most, pixels } = LOGO_LIMITS;
  if (bytes.byteLength > most) {
    return refuse('LOGO_TOO_LARGE', { bytes: bytes.byteLength, max: most });
  }
  const format = formatOf(bytes);
  if (format === null) return refuse('LOGO_FORMAT');
  const [min, max] = pixels;
  if (format === 'png') {
    // A small file may unfold to a picture that fills the memory: its size is read before it is unfolded.
    const size = pngSize(bytes);
    if (size === null) return refuse('LOGO_DAMAGED');
    if ([size.width, size.height].some((side) => side < min || side > max)) {
      return refuse('LOGO_PIXELS', { min, max });
    }
  }
  try {
    const { entries } = await readLogo({ format, base64: Buffer.from(bytes).toString('base64') });
    const sides = [/\/Width (\d+)/, /\/Height (\d+)/].map((side) =>
      Number(side.exec(entries)?.[1] ?? 0),
    );
    if (sides.some((side) => side < min || side > max)) return refuse('LOGO_PIXELS', { min, max });
    return ok({ format });
  } catch {
    return refuse('LOGO_DAMAGED');
  }
};

function formatOf(bytes: Uint8Array): LetterLogo['format'] | null {
  const starts = (...signature: readonly number[]): boolean =>
    signature.every((byte, index) => bytes[index] === byte);
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png';
  return starts(0xff, 0xd8, 0xff) ? 'jpeg' : null;
}
