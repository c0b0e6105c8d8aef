import type { TextChunk } from './text-chunks.ts';

/**
 * Turns byte positions of decoded text written as UTF-8 (what a CSV parser counts) into byte offsets of the file. Positions
 * must be asked in rising order and lie in the last two chunks.
 */
export class Utf8Positions {
  #previous: ChunkCursor | null = null;
  #current: ChunkCursor | null = null;

  enter(chunk: TextChunk): void {
    const start = this.#current ? this.#current.start + this.#current.size : 0;
    this.#previous = this.#current;
    this.#current = { chunk, start, size: Buffer.byteLength(chunk.text), char: 0, utf8: 0 };
  }

  toByte(position: number): number {
    const cursor =
      this.#previous && this.#current && position < this.#current.start
        ? this.#previous
        : this.#current;
    if (!cursor) return position;
    const { chunk, size } = cursor;
    const target = position - cursor.start;
    // What is not of one width per character is UTF-8 itself.
    if (!chunk.uniform) return chunk.byteOffset + target;
    if (size === chunk.text.length) return chunk.byteOffset + target * chunk.bytesPerChar;
    while (cursor.utf8 < target && cursor.char < chunk.text.length) {
      const code = chunk.text.codePointAt(cursor.char) ?? 0;
      cursor.utf8 += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
      cursor.char += code < 0x10000 ? 1 : 2;
    }
    return chunk.byteOffset + cursor.char * chunk.bytesPerChar;
  }
}

interface ChunkCursor {
  readonly chunk: TextChunk;
  readonly start: number;
  readonly size: number;
  char: number;
  utf8: number;
}
