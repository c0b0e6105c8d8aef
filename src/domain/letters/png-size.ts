const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Length and type before the data of a chunk, and its sum behind it. */
const CHUNK_FRAME = 12;
const HEADER_END = 33;

/**
 * Width and height in pixels of a PNG that is there from its header to its end; null for anything else. Readers of
 * pictures wait for the end of one that has been cut off.
 */
export function pngSize(
  bytes: Uint8Array,
): { readonly width: number; readonly height: number } | null {
  if (bytes.length < HEADER_END || SIGNATURE.some((byte, index) => bytes[index] !== byte))
    return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const typeAt = (offset: number): string =>
    String.fromCharCode(...bytes.subarray(offset + 4, offset + 8));
  let offset = SIGNATURE.length;
  if (typeAt(offset) !== 'IHDR' || view.getUint32(offset) !== 13) return null;
  let hasPixels = false;
  while (offset + CHUNK_FRAME <= bytes.length) {
    const type = typeAt(offset);
    if (type === 'IDAT') hasPixels = true;
    if (type === 'IEND') {
      return hasPixels ? { width: view.getUint32(16), height: view.getUint32(20) } : null;
    }
    offset += CHUNK_FRAME + view.getUint32(offset);
  }
  return null;
}
