import { ok, refuse, type Refusal, type Result } from '../../domain/shared/result.ts';
import type { DocumentProblem } from '../app/documents/ports.ts';

type Checked = Result<null, Refusal<DocumentProblem>>;

/** Beyond this a picture of a few kilobytes may fill the memory of whoever opens it. */
const MAX_PIXELS = 100_000_000;

const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

export function isPng(bytes: Uint8Array): boolean {
  return PNG_SIGNATURE.every((byte, index) => bytes[index] === byte);
}

export function isJpeg(bytes: Uint8Array): boolean {
  return bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff;
}

/** Walks the chunks of a PNG from the header to the end mark; a missing end is a cut file. */
export function inspectPng(bytes: Uint8Array): Checked {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let pixels: number | null = null;
  for (let at = PNG_SIGNATURE.length; at + 12 <= bytes.length;) {
    const length = view.getUint32(at);
    const type = view.getUint32(at + 4);
    const end = at + 12 + length;
    if (end > bytes.length) break;
    if (type === 0x49484452 && length >= 8) {
      pixels = view.getUint32(at + 8) * view.getUint32(at + 12);
    }
    if (type === 0x49454e44) return judge(pixels);
    at = end;
  }
  return refuse('DOCUMENT_DAMAGED');
}

/** Walks the segments of a JPEG to its frame and wants the end mark; a missing one is a cut file. */
export function inspectJpeg(bytes: Uint8Array): Checked {
  if (!endsWithImageEnd(bytes)) return refuse('DOCUMENT_DAMAGED');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 2; at + 9 <= bytes.length;) {
    if (view.getUint8(at) !== 0xff) break;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (isFrame(marker)) return judge(view.getUint16(at + 5) * view.getUint16(at + 7));
    at += 2 + view.getUint16(at + 2);
  }
  return refuse('DOCUMENT_DAMAGED');
}

function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

/** Cameras append a little of their own after the end mark. */
function endsWithImageEnd(bytes: Uint8Array): boolean {
  const tail = bytes.subarray(Math.max(0, bytes.length - 1024));
  for (let at = tail.length - 2; at >= 0; at -= 1) {
    if (tail[at] === 0xff && tail[at + 1] === 0xd9) return true;
  }
  return false;
}

function judge(pixels: number | null): Checked {
  if (pixels === null || pixels === 0) return refuse('DOCUMENT_DAMAGED');
  return pixels > MAX_PIXELS ? refuse('DOCUMENT_TOO_COMPLEX') : ok(null);
}
