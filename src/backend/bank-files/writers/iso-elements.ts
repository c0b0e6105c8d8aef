import type { Halalas } from '../../../domain/shared/halalas.ts';
import { halalasToDecimal } from '../../../domain/shared/halalas.ts';
import type { XmlFileWriter } from './xml-file-writer.ts';

export interface WrittenReason {
  readonly code?: string | null;
  readonly proprietary?: string | null;
  readonly info?: readonly string[];
}

export function writeReason(xml: XmlFileWriter, element: string, reason: WrittenReason): void {
  xml.start(element);
  if (reason.code) xml.text(['Rsn', 'Cd'], reason.code);
  else if (reason.proprietary) xml.text(['Rsn', 'Prtry'], reason.proprietary);
  for (const text of reason.info ?? []) xml.text('AddtlInf', text);
  xml.end();
}

/** Bank files of the programme are in riyals. */
export const writeAmount = (
  xml: XmlFileWriter,
  names: string | readonly string[],
  amount: Halalas,
): void => xml.text(names, halalasToDecimal(amount), { Ccy: 'SAR' });

/** ISO 20022 Max35Text, the length of every identifier. */
export function identifier(text: string): string {
  if (text.trim() === '' || text.length > 35)
    throw new RangeError(`Not an identifier: ${text.length} characters`);
  return text;
}

export const optionalIdentifier = (text: string | null | undefined): string | null =>
  text === null || text === undefined ? null : identifier(text);
