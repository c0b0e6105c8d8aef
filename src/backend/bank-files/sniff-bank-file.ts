import type { BankFileKind } from '../../domain/reconciliation/bank-message.ts';
import { BankFileError } from './bank-file-error.ts';
import type { ReadOptions } from './bank-file-limits.ts';
import { findIsoMessage } from './iso20022/read-iso-message.ts';
import { readBytes, type ByteSource } from './source/byte-chunks.ts';
import { byteOrderMark, encodingOfLabel, type TextEncoding } from './source/text-encoding.ts';
import { sniffTextFormat } from './sniff-text-format.ts';

export interface SniffedBankFile {
  readonly kind: BankFileKind;
  readonly version: string | null;
  /** Null for a workbook, which is not text. */
  readonly encoding: TextEncoding | null;
  /** First byte after the byte order mark. */
  readonly start: number;
  readonly encodingGuessed: boolean;
}

const HEAD_BYTES = 4096;

/**
 * What a file is, from its content alone: its name is never looked at.
 *
 * @throws BankFileError BANK_FILE_UNREADABLE, BANK_FILE_EMPTY, BANK_FILE_NOT_RECOGNISED, BANK_FILE_MESSAGE_UNSUPPORTED,
 *   BANK_FILE_ENCODING_*, BANK_FILE_BINARY, BANK_FILE_XML_*
 */
export async function sniffBankFile(
  source: ByteSource,
  options: ReadOptions = {},
): Promise<SniffedBankFile> {
  const head = await readBytes(source, 0, HEAD_BYTES);
  if (head.length === 0) throw new BankFileError('BANK_FILE_EMPTY', null);
  if (head.length >= 4 && head.readUInt32BE(0) === 0x504b0304) {
    return { kind: 'xlsx', version: null, encoding: null, start: 0, encodingGuessed: false };
  }
  const xml = sniffXml(head);
  if (xml) {
    const message = await findIsoMessage(source, xml, options);
    return { ...message, ...xml, encodingGuessed: false };
  }
  return sniffTextFormat(source, options);
}

/** The encoding of an XML file by byte order mark, else declaration, else UTF-8; null when it is no XML. */
export function sniffXml(head: Buffer): { encoding: TextEncoding; start: number } | null {
  const mark = byteOrderMark(head) ?? wideWithoutMark(head);
  const start = mark?.bytes ?? 0;
  const encoding = mark?.encoding ?? 'utf-8';
  const wide = encoding === 'utf-16le' || encoding === 'utf-16be';
  const ascii = (wide ? narrow(head.subarray(start), encoding) : head.subarray(start)).toString(
    'latin1',
  );
  if (!/^\s*</.test(ascii)) return null;
  if (mark) return { encoding, start };
  const label = /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([\w.:-]{1,40})["']/.exec(ascii)?.[1];
  if (label === undefined) return { encoding: 'utf-8', start: 0 };
  const declared = encodingOfLabel(label);
  if (declared === null) throw new BankFileError('BANK_FILE_ENCODING_UNSUPPORTED', 1, label);
  // A declaration that can be read byte by byte contradicts UTF-16.
  return { encoding: declared.startsWith('utf-16') ? 'utf-8' : declared, start: 0 };
}

function wideWithoutMark(head: Buffer): { encoding: TextEncoding; bytes: number } | null {
  if (head[0] === 0x3c && head[1] === 0 && head[2] !== 0) return { encoding: 'utf-16le', bytes: 0 };
  if (head[0] === 0 && head[1] === 0x3c && head[3] !== 0) return { encoding: 'utf-16be', bytes: 0 };
  return null;
}

function narrow(bytes: Buffer, encoding: TextEncoding): Buffer {
  const low = encoding === 'utf-16le' ? 0 : 1;
  return Buffer.from(bytes.filter((_, index) => index % 2 === low));
}
