import type { Direction } from '../../../domain/reconciliation/bank-message.ts';
import { parseDecimal } from '../../../domain/reconciliation/decimal-amount.ts';

/** A `:61:` of MT940 or MT942, first line. */
export interface StatementLine {
  /** `YYMMDD` as written. */
  readonly valueDate: string;
  /** `MMDD` as written; many banks leave it out. */
  readonly entryDate: string | null;
  readonly direction: Direction;
  /** True for RC and RD, which take back an earlier credit or debit. */
  readonly reversal: boolean;
  readonly amount: string;
  /** `NTRF`, `FMSC`, ...; null where the bank leaves it out. */
  readonly transactionCode: string | null;
  readonly customerReference: string | null;
  readonly bankReference: string | null;
}

/**
 * Value date, optional entry date, mark, optional funds code (the currency's third letter), amount, type, references.
 * Banks write the mark as C, D, CR, DR (R is then the funds code), RC, RD.
 */
const LINE = /^(\d{6})(\d{4})?(R?[CD])([A-Z])?(\d[\d.,]*)\s*([NFS][A-Z0-9]{3}(?!EF))?(.*)$/s;

/** Null when the line is not one: the statement must then be looked at by a person. */
export function parseStatementLine(text: string): StatementLine | null {
  const match = LINE.exec(text);
  if (!match) return null;
  const [
    ,
    valueDate = '',
    entryDate = null,
    mark = '',
    ,
    amountText = '',
    transactionCode = null,
    rest = '',
  ] = match;
  const amount = swiftAmount(amountText);
  if (amount === null) return null;
  const [customer, bank] = splitReferences(rest);
  return {
    valueDate,
    entryDate,
    // C and RD raise the balance, D and RC lower it.
    direction: mark === 'C' || mark === 'RD' ? 'credit' : 'debit',
    reversal: mark.startsWith('R'),
    amount,
    transactionCode,
    customerReference: reference(customer),
    bankReference: reference(bank),
  };
}

/** SWIFT amounts have a decimal comma (`0,` is zero); some banks write a point. Null for anything else. */
export function swiftAmount(text: string): string | null {
  if (!/^\d+(?:[.,]\d{0,5})?$/.test(text)) return null;
  const plain = text.replace(',', '.').replace(/\.$/, '');
  return parseDecimal(plain) ? plain : null;
}

function splitReferences(text: string): [string, string] {
  const at = text.indexOf('//');
  return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + 2)];
}

const reference = (text: string): string | null => {
  const trimmed = text.trim();
  return trimmed === '' || trimmed === 'NONREF' ? null : trimmed;
};

/** `YYYY-MM-DD` of a `YYMMDD`, years 1980 to 2079; null for a day that does not exist. */
export function swiftDate(text: string): string | null {
  const match = /^(\d{2})(\d{2})(\d{2})$/.exec(text);
  if (!match) return null;
  const [, year = '', month = '', day = ''] = match;
  const date = `${Number(year) >= 80 ? '19' : '20'}${year}-${month}-${day}`;
  const parsed = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date) ? date : null;
}

/** The entry date's year is the value date's, or a neighbour of it around New Year. */
export function swiftEntryDate(valueDate: string, entryDate: string): string | null {
  const value = swiftDate(valueDate);
  if (value === null) return null;
  const year = Number(value.slice(0, 4));
  const months = Number(entryDate.slice(0, 2)) - Number(value.slice(5, 7));
  const entryYear = months > 6 ? year - 1 : months < -6 ? year + 1 : year;
  return swiftDate(`${String(entryYear).slice(2)}${entryDate}`);
}

export interface SwiftBalance {
  readonly direction: Direction;
  readonly date: string | null;
  readonly currency: string;
  readonly amount: string;
}

/** `C260320EUR1000,00`; what stands behind the amount is dropped. Null when it is not a balance. */
export function parseSwiftBalance(text: string): SwiftBalance | null {
  const match = /^([CD])(\d{6})([A-Z]{3})(\d[\d.,]*)/.exec(text);
  const amount = match ? swiftAmount(match[4] ?? '') : null;
  if (!match || amount === null) return null;
  return {
    direction: match[1] === 'C' ? 'credit' : 'debit',
    date: swiftDate(match[2] ?? ''),
    currency: match[3] ?? '',
    amount,
  };
}
