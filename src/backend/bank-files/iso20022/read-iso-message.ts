import type { BankRecord } from '../../../domain/reconciliation/bank-message.ts';
import { assertNever } from '../../../domain/shared/assert-never.ts';
import { BankFileError } from '../bank-file-error.ts';
import { DEFAULT_BANK_FILE_LIMITS, type ReadOptions } from '../bank-file-limits.ts';
import type { ByteSource } from '../source/byte-chunks.ts';
import type { TextEncoding } from '../source/text-encoding.ts';
import { readTextChunks } from '../source/text-chunks.ts';
import { compileShape, type ElementShape } from '../xml/element-shape.ts';
import { XmlScanner } from '../xml/xml-scanner.ts';
import { camtShape } from './camt-reader.ts';
import type { Emit } from '../line-draft.ts';
import { messageName, messageOfElement, type IsoMessage } from './message-kinds.ts';
import { pain001Shape } from './pain-001-reader.ts';
import { pain002Shape } from './pain-002-reader.ts';

export interface XmlText {
  readonly encoding: TextEncoding;
  /** First byte after the byte order mark. */
  readonly start: number;
}

/**
 * Records of an ISO 20022 message, in the order of the file, in batches of about `batchSize`.
 *
 * @throws BankFileError any BANK_FILE_XML_*, BANK_FILE_TRUNCATED, BANK_FILE_NOT_RECOGNISED,
 *   BANK_FILE_MESSAGE_UNSUPPORTED; what was yielded before it must be thrown away
 */
export async function* readIsoMessage(
  source: ByteSource,
  { encoding, start }: XmlText,
  batchSize: number,
  options: ReadOptions = {},
): AsyncGenerator<BankRecord[]> {
  let records: BankRecord[] = [];
  let found: IsoMessage | null = null;
  let other: string | null = null;
  const emit: Emit = (record) => records.push(record);
  const scanner = new XmlScanner({ ...DEFAULT_BANK_FILE_LIMITS, ...options.limits }, (tag) => {
    const message = messageOfElement(tag);
    if (!message) {
      other ??= messageName(tag.uri);
      return null;
    }
    found = message;
    return compileShape(shapeOf(message, emit));
  });
  for await (const chunk of readTextChunks(source, encoding, start, options)) {
    scanner.write(chunk);
    if (records.length >= batchSize) {
      yield records;
      records = [];
    }
  }
  scanner.close();
  // TypeScript cannot see that the callback assigned it.
  const message = found as IsoMessage | null;
  if (!message) throw unrecognised(other);
  if (message.version === null) {
    emit({ type: 'warning', code: 'NAMESPACE_MISSING', line: 1, value: message.kind });
  }
  if (records.length > 0) yield records;
}

/** Reads only as far as the message's first element. */
export async function findIsoMessage(
  source: ByteSource,
  { encoding, start }: XmlText,
  options: ReadOptions = {},
): Promise<IsoMessage> {
  let found: IsoMessage | null = null;
  let other: string | null = null;
  const scanner = new XmlScanner({ ...DEFAULT_BANK_FILE_LIMITS, ...options.limits }, (tag) => {
    other ??= messageName(tag.uri);
    const message = messageOfElement(tag);
    if (!message) return null;
    found ??= message;
    return compileShape({});
  });
  for await (const chunk of readTextChunks(source, encoding, start, options)) {
    scanner.write(chunk);
    if (found) return found;
  }
  scanner.close();
  throw unrecognised(other);
}

const unrecognised = (name: string | null): BankFileError =>
  name === null
    ? new BankFileError('BANK_FILE_NOT_RECOGNISED', 1)
    : new BankFileError('BANK_FILE_MESSAGE_UNSUPPORTED', 1, name);

function shapeOf(message: IsoMessage, emit: Emit): ElementShape {
  switch (message.kind) {
    case 'pain.001':
      return pain001Shape(message, emit);
    case 'pain.002':
      return pain002Shape(message, emit);
    case 'camt.052':
    case 'camt.053':
    case 'camt.054':
      return camtShape(message, emit);
    default:
      return assertNever(message.kind);
  }
}
