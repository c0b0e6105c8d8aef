import { BankFileError } from '../bank-file-error.ts';
import { DEFAULT_BANK_FILE_LIMITS, type ReadOptions } from '../bank-file-limits.ts';
import type { ByteSource } from './byte-chunks.ts';
import type { TextEncoding } from './text-encoding.ts';
import { readTextChunks, type TextChunk } from './text-chunks.ts';

export interface TextLine {
  /** 1-based. */
  readonly line: number;
  /** Without its line break. */
  readonly text: string;
  readonly offset: number;
  /** Bytes, without the line break. */
  readonly length: number;
}

/**
 * The lines of a text file (LF, CRLF or CR), a chunk of lines at a time.
 *
 * @throws BankFileError BANK_FILE_LINE_TOO_LONG, BANK_FILE_ENCODING_BROKEN
 */
export async function* readTextLines(
  source: ByteSource,
  { encoding, start }: { readonly encoding: TextEncoding; readonly start: number },
  options: ReadOptions = {},
): AsyncGenerator<TextLine[]> {
  const maxLength = options.limits?.maxLineLength ?? DEFAULT_BANK_FILE_LIMITS.maxLineLength;
  let line = 1;
  let carried = '';
  let offset = start;
  const bytesOf = (text: string, chunk: TextChunk | null): number => {
    if (chunk?.bytesPerChar === 2) return text.length * 2;
    return chunk === null || chunk.uniform ? text.length : Buffer.byteLength(text, 'utf8');
  };
  let last: TextChunk | null = null;
  let mixed = false;
  for await (const chunk of readTextChunks(source, encoding, start, options)) {
    last = chunk;
    mixed ||= !chunk.uniform;
    const widths = mixed ? { ...chunk, uniform: false } : chunk;
    const lines: TextLine[] = [];
    const text = carried + chunk.text;
    let from = 0;
    // A final CR may be the first half of CRLF: it stays for the next chunk.
    const end = text.endsWith('\r') ? text.length - 1 : text.length;
    while (from < end) {
      const at = nextBreak(text, from, end);
      if (at === -1) break;
      const width = text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1;
      const content = text.slice(from, at);
      if (content.length > maxLength) throw new BankFileError('BANK_FILE_LINE_TOO_LONG', line);
      const length = bytesOf(content, widths);
      lines.push({ line, text: content, offset, length });
      offset += length + width * chunk.bytesPerChar;
      line += 1;
      from = at + width;
    }
    carried = text.slice(from);
    if (carried.length > maxLength) throw new BankFileError('BANK_FILE_LINE_TOO_LONG', line);
    if (lines.length > 0) yield lines;
  }
  const rest = carried.endsWith('\r') ? carried.slice(0, -1) : carried;
  if (rest === '') return;
  const widths = last && mixed ? { ...last, uniform: false } : last;
  yield [{ line, text: rest, offset, length: bytesOf(rest, widths) }];
}

function nextBreak(text: string, from: number, end: number): number {
  const feed = text.indexOf('\n', from);
  const carriage = text.indexOf('\r', from);
  if (carriage !== -1 && carriage < end && (feed === -1 || carriage < feed)) return carriage;
  return feed !== -1 && feed < end ? feed : -1;
}
