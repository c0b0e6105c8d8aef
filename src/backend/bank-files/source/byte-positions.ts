import type { TextChunk } from './text-chunks.ts';

/**
 * Turns character positions of a decoded stream into byte offsets of the file. Positions must be asked in rising order
 * and lie in the last two chunks, which is what a streaming parser needs for the start and end of an element.
 */
export class BytePositions {
  #previous: ChunkCursor | null = null;
  #current: ChunkCursor | null = null;

  enter(chunk: TextChunk): void {
    this.#previous = this.#current;
    const start = this.#current ? this.#current.start + this.#current.chunk.text.length : 0;
    this.#current = { chunk, start, char: 0, byte: chunk.byteOffset };
  }

  toByte(position: number): number {
    const cursor =
      this.#current && position < this.#current.start
        ? (this.#previous ?? this.#current)
        : this.#current;
    if (!cursor) return position;
    const target = Math.max(0, position - cursor.start);
    if (cursor.chunk.uniform) return cursor.chunk.byteOffset + target * cursor.chunk.bytesPerChar;
    if (target < cursor.char) {
      cursor.char = 0;
      cursor.byte = cursor.chunk.byteOffset;
    }
    cursor.byte += Buffer.byteLength(cursor.chunk.text.slice(cursor.char, target), 'utf8');
    cursor.char = target;
    return cursor.byte;
  }
}

interface ChunkCursor {
  readonly chunk: TextChunk;
  readonly start: number;
  char: number;
  byte: number;
}
