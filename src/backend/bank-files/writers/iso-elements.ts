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
  if (reason.code) xml.text(['Rsn', 'Cd'], limited(reason.code, 4));
  else if (reason.proprietary) xml.text(['Rsn', 'Prtry'], identifier(reason.proprietary));
  for (const text of reason.info ?? []) xml.text('AddtlInf', limited(text, 105));
  xml.end();
}

/** Bank files of the programme are in riyals. */
export const writeAmount = (
  xml: XmlFileWriter,
  names: string | readonly string[],
  amount: Halalas,
): void => xml.text(names, halalasToDecimal(amount), { Ccy: 'SAR' });

/** ISO 20022 Max35Text, the length of every identifier. */
export const identifier = (text: string): string => limited(text, 35);

export const optionalIdentifier = (text: string | null | undefined): string | null =>
  text === null || text === undefined ? null : identifier(text);

/**
 * Text of the length that its element holds (`Max140Text`, ...), in characters.
 *
 * @throws RangeError when it is blank or longer: a shortened name or reference would be another one
 */
export function limited(text: string, longest: number): string {
  const isLonger = text.length > longest && [...text].length > longest;
  if (text.trim() === '' || isLonger) {
    throw new RangeError(`Not a text of 1 to ${longest} characters: ${text.length}`);
  }
  return text;
}

export const optionalText = (text: string | null | undefined, longest: number): string | null =>
  text === null || text === undefined || text === '' ? null : limited(text, longest);

const IBAN = /^[A-Z]{2}\d{2}[a-zA-Z0-9]{1,30}$/;
const BIC = /^[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}(?:[A-Z0-9]{3})?$/;
const UETR = /^[a-f0-9]{8}-[a-f0-9]{4}-4[a-f0-9]{3}-[89ab][a-f0-9]{3}-[a-f0-9]{12}$/;

const patterned =
  (name: string, pattern: RegExp) =>
  (text: string | null | undefined): string | null => {
    if (text === null || text === undefined || text === '') return null;
    if (!pattern.test(text)) throw new RangeError(`Not ${name}`);
    return text;
  };

/** ISO 20022 IBAN2007Identifier, BICFIDec2014Identifier and UUIDv4Identifier; null stays null. @throws RangeError */
export const ibanText = patterned('an IBAN', IBAN);
export const bicText = patterned('a BIC', BIC);
export const uetrText = patterned('a UETR', UETR);
