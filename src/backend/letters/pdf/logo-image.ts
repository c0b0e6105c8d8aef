import { inflateSync } from 'node:zlib';
import {
  JpegEmbedder,
  PDFContext,
  type PDFDict,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PngEmbedder,
} from 'pdf-lib';
import type { LetterLogo } from '../../../domain/letters/letter-model.ts';
import { compress, type CompressedData } from './pdf-objects.ts';

/** A picture as a PDF holds it. */
export interface LogoImage {
  /** Entries of its dictionary but the filter. */
  readonly entries: string;
  readonly data: CompressedData | { readonly jpeg: Uint8Array };
  /** Width over height. */
  readonly ratio: number;
}

const WHITE = 255;

/**
 * Reads a logo. Its transparency is laid on white: PDF/A-1 knows none (6.4).
 * @throws Error when the bytes are no image of that format, or of four inks, which a letter of screen
 * colours may not hold.
 */
export async function readLogo({ format, base64 }: LetterLogo): Promise<LogoImage> {
  const bytes = new Uint8Array(Buffer.from(base64, 'base64'));
  return format === 'png' ? readPng(bytes) : readJpeg(bytes);
}

async function readJpeg(bytes: Uint8Array): Promise<LogoImage> {
  const { width, height, colorSpace, bitsPerComponent } = await JpegEmbedder.for(bytes);
  const space: string = colorSpace;
  if (space === 'DeviceCMYK') throw new Error('The logo has four inks');
  return {
    entries: imageEntries(width, height, space, bitsPerComponent),
    data: { jpeg: bytes },
    ratio: width / height,
  };
}

async function readPng(bytes: Uint8Array): Promise<LogoImage> {
  const context = PDFContext.create();
  const ref = await (await PngEmbedder.for(bytes)).embedIntoContext(context);
  const image = rawStream(context, ref);
  const pixels = inflateSync(image.contents);
  const mask = image.dict.get(PDFName.of('SMask'));
  if (mask !== undefined) {
    layOnWhite(pixels, inflateSync(rawStream(context, mask).contents));
  }
  const { width, height } = sizeOf(image.dict);
  return {
    entries: imageEntries(width, height, 'DeviceRGB', 8),
    data: compress(pixels),
    ratio: width / height,
  };
}

function rawStream(context: PDFContext, ref: PDFObject): PDFRawStream {
  const stream = context.lookup(ref);
  if (stream instanceof PDFRawStream) return stream;
  throw new Error('The logo was not read as a picture');
}

function sizeOf(image: PDFDict): { width: number; height: number } {
  return {
    width: image.lookup(PDFName.of('Width'), PDFNumber).asNumber(),
    height: image.lookup(PDFName.of('Height'), PDFNumber).asNumber(),
  };
}

function layOnWhite(rgb: Uint8Array, alpha: Uint8Array): void {
  for (let index = 0; index < rgb.length; index++) {
    const opacity = (alpha[Math.floor(index / 3)] ?? WHITE) / WHITE;
    rgb[index] = Math.round((rgb[index] ?? 0) * opacity + WHITE * (1 - opacity));
  }
}

function imageEntries(width: number, height: number, space: string, bits: number): string {
  return `/Type/XObject/Subtype/Image/Width ${width}/Height ${height}/ColorSpace/${space}/BitsPerComponent ${bits}`;
}
