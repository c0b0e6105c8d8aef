/** 1 to 8 as EXIF 2.3 numbers them: 1 is upright, 6 a camera that was held upright on its side. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

interface Segment {
  readonly marker: number;
  readonly start: number;
  readonly end: number;
}

const ORIENTATION_TAG = 0x0112;
const APP0 = 0xe0;
const APP1 = 0xe1;
const APP2 = 0xe2;
const APP14 = 0xee;
const COMMENT = 0xfe;
const START_OF_SCAN = 0xda;

/** How a photograph is to be turned; upright where it does not say. */
export function jpegOrientation(bytes: Uint8Array): Orientation {
  for (const { marker, start, end } of segmentsOf(bytes)) {
    const found = marker === APP1 ? exifOrientation(bytes.subarray(start + 4, end)) : null;
    if (found !== null) return found;
  }
  return 1;
}

/** The picture without what a camera wrote beside it: place, time, device, previews. Colour is kept. */
export function withoutJpegMetadata(bytes: Uint8Array): Uint8Array {
  const kept: Uint8Array[] = [bytes.subarray(0, 2)];
  let from = 2;
  for (const { marker, start, end } of segmentsOf(bytes)) {
    const isApplication = marker >= APP0 && marker <= 0xef;
    const drops = isApplication ? ![APP0, APP2, APP14].includes(marker) : marker === COMMENT;
    if (!drops) kept.push(bytes.subarray(start, end));
    from = end;
  }
  return Buffer.concat([...kept, bytes.subarray(from)]);
}

/** Segments between the start and the scan. */
function* segmentsOf(bytes: Uint8Array): Generator<Segment> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 2; at + 4 <= bytes.length;) {
    const marker = view.getUint8(at + 1);
    if (view.getUint8(at) !== 0xff || marker === START_OF_SCAN) return;
    const end = at + 2 + view.getUint16(at + 2);
    if (end > bytes.length || end < at + 4) return;
    yield { marker, start: at, end };
    at = end;
  }
}

function exifOrientation(data: Uint8Array): Orientation | null {
  if (Buffer.from(data.subarray(0, 6)).toString('latin1') !== 'Exif\0\0') return null;
  const tiff = data.subarray(6);
  if (tiff.length < 10) return null;
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  const isLittle = view.getUint16(0) === 0x4949;
  const directory = view.getUint32(4, isLittle);
  if (directory + 2 > tiff.length) return null;
  const count = view.getUint16(directory, isLittle);
  for (let index = 0; index < count; index += 1) {
    const entry = directory + 2 + index * 12;
    if (entry + 12 > tiff.length) return null;
    if (view.getUint16(entry, isLittle) !== ORIENTATION_TAG) continue;
    const value = view.getUint16(entry + 8, isLittle);
    return isOrientation(value) ? value : null;
  }
  return null;
}

function isOrientation(value: number): value is Orientation {
  return value >= 1 && value <= 8;
}
