import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { halalasToDecimal, type Halalas } from '../../domain/shared/halalas.ts';
import type { IsoMonth } from '../../domain/shared/iso-date.ts';
import type { SampleBatch } from '../../domain/sample/references.ts';
import { decodeBytes } from '../bank-files/source/text-encoding.ts';

export interface ListedPayment {
  readonly nationalId: string;
  readonly name: string;
  readonly iban: string;
  readonly amount: Halalas;
  readonly month: IsoMonth;
  readonly reference: string;
  readonly batch: SampleBatch;
}

const HEADER = 'رقم الهوية,اسم المستفيد,الآيبان,المبلغ,الشهر,المرجع,نوع الدفعة';

const KINDS: Readonly<Record<SampleBatch, string>> = {
  regular: 'عادي',
  difference: 'فرق',
  retroactive: 'أثر رجعي',
};

/** A month's payment list as branches get it: one header, a payment a line. Nothing in it needs quotes. */
export class PaymentListFile {
  readonly #stream: WriteStream;
  readonly #encode: (text: string) => Uint8Array;
  #lines = `${HEADER}\r\n`;

  constructor(path: string, encoding: 'utf-8' | 'windows-1256') {
    this.#stream = createWriteStream(path);
    this.#encode = encoding === 'utf-8' ? (text) => Buffer.from(text, 'utf8') : toWindows1256;
  }

  add({ nationalId, name, iban, amount, month, reference, batch }: ListedPayment): void {
    this.#lines += `${nationalId},${name},${iban},${halalasToDecimal(amount)},${month},${reference},${KINDS[batch]}\r\n`;
  }

  /** Hands what was added to the disk; call it after each chunk of people. */
  async flush(): Promise<void> {
    const text = this.#lines;
    this.#lines = '';
    if (!this.#stream.write(this.#encode(text))) await once(this.#stream, 'drain');
  }

  async finish(): Promise<void> {
    await this.flush();
    this.#stream.end();
    await finished(this.#stream);
  }
}

/** Byte of each character by its code; 0 where the code page has none. */
const WINDOWS_1256 = new Uint8Array(0x2200);
for (let byte = 1; byte < 256; byte += 1) {
  const code = decodeBytes(Buffer.of(byte), 'windows-1256')?.charCodeAt(0);
  if (code !== undefined) WINDOWS_1256[code] = byte;
}

/** @throws RangeError for a character that the code page does not have */
function toWindows1256(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index += 1) {
    const byte = WINDOWS_1256[text.charCodeAt(index)] ?? 0;
    if (byte === 0) throw new RangeError('Not a character of windows-1256');
    bytes[index] = byte;
  }
  return bytes;
}
