import { PDFContext, PDFObject, PDFWriter, type PDFRef } from 'pdf-lib';
import { zlibStream } from '../deflate/zlib-stream.ts';

/** `12 0 R`, as it stands in other objects. */
export type Reference = `${number} 0 R`;

/** Latin letters, digits, marks: one byte a character. */
const LATIN_1 = 'latin1';
const VERSION_DIGIT_AT = 7;

/** An object that is already written. */
class WrittenObject extends PDFObject {
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    super();
    this.#bytes = bytes;
  }

  override sizeInBytes(): number {
    return this.#bytes.length;
  }

  override copyBytesInto(buffer: Uint8Array, offset: number): number {
    buffer.set(this.#bytes, offset);
    return this.#bytes.length;
  }
}

/** A stream's data as it stands in the file, to be written into many. */
export interface CompressedData {
  readonly bytes: Uint8Array;
  readonly compressed: true;
}

export function compress(data: Uint8Array): CompressedData {
  return { bytes: zlibStream(data), compressed: true };
}

/**
 * The objects of one PDF 1.4, written by pdf-lib: its dictionaries are slower than the letter that they
 * describe, so objects are handed to it as text.
 */
export class PdfObjects {
  readonly #context: PDFContext;
  readonly #refs = new Map<Reference, PDFRef>();

  /** @param context Where they go: into a file of their own, or into one that was read. */
  constructor(context: PDFContext = PDFContext.create()) {
    this.#context = context;
  }

  /** A reference to an object that is set later. */
  reserve(): Reference {
    const ref = this.#context.nextRef();
    const reference: Reference = `${ref.objectNumber} 0 R`;
    this.#refs.set(reference, ref);
    return reference;
  }

  set(reference: Reference, object: string): void {
    this.#assign(reference, Buffer.from(object, LATIN_1));
  }

  add(object: string): Reference {
    const reference = this.reserve();
    this.set(reference, object);
    return reference;
  }

  /** Adds a stream, compressed; `entries` are those of its dictionary besides length and filter. */
  stream(entries: string, data: Uint8Array | string | CompressedData): Reference {
    const { bytes } =
      typeof data === 'string'
        ? compress(Buffer.from(data, LATIN_1))
        : 'compressed' in data
          ? data
          : compress(data);
    return this.#addStream(`${entries}/Filter/FlateDecode`, bytes);
  }

  /** Adds a stream as it is: metadata that anything may read, or data compressed by its own format. */
  plainStream(entries: string, bytes: Uint8Array): Reference {
    return this.#addStream(entries, bytes);
  }

  /** As pdf-lib knows it. */
  refOf(reference: Reference): PDFRef {
    const ref = this.#refs.get(reference);
    if (!ref) throw new Error(`No object ${reference}`);
    return ref;
  }

  /** The file; `id` is 32 hexadecimal digits. */
  async write(entries: {
    readonly root: Reference;
    readonly info: Reference;
    readonly id: string;
  }): Promise<Uint8Array> {
    const context = this.#context;
    const id = new WrittenObject(Buffer.from(`[<${entries.id}><${entries.id}>]`, LATIN_1));
    context.trailerInfo.Root = this.refOf(entries.root);
    context.trailerInfo.Info = this.refOf(entries.info);
    context.trailerInfo.ID = id;
    const bytes = await PDFWriter.forContext(context, Infinity).serializeToBuffer();
    // NOTE: pdf-lib writes version 1.7 whatever its header says; PDF/A-1 is 1.4.
    bytes[VERSION_DIGIT_AT] = '4'.charCodeAt(0);
    return bytes;
  }

  #addStream(entries: string, data: Uint8Array): Reference {
    const reference = this.reserve();
    const head = Buffer.from(`<</Length ${data.length}${entries}>>\nstream\n`, LATIN_1);
    const end = Buffer.from('\nendstream', LATIN_1);
    this.#assign(reference, Buffer.concat([head, data, end]));
    return reference;
  }

  #assign(reference: Reference, bytes: Uint8Array): void {
    this.#context.assign(this.refOf(reference), new WrittenObject(bytes));
  }
}

/** A byte inside a literal string (ISO 32000-1, 7.3.4.2). */
export function literalByte(byte: number): string {
  const char = String.fromCharCode(byte);
  if (char === '\r') return '\\r';
  return char === '(' || char === ')' || char === '\\' ? `\\${char}` : char;
}

/** A text string (ISO 32000-1, 7.9.2.2) in UTF-16. */
export function textString(text: string): string {
  let bytes = '\u00FE\u00FF';
  for (let unit = 0; unit < text.length; unit++) {
    const code = text.charCodeAt(unit);
    bytes += literalByte(code >> 8) + literalByte(code & 0xff);
  }
  return `(${bytes})`;
}
