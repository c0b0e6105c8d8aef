import { halalas, halalasToDecimal, type Halalas } from '../../../domain/shared/halalas.ts';
import type { IsoDate } from '../../../domain/shared/iso-date.ts';
import {
  WAGES_HEADER_FIELDS,
  WAGES_LINE_FIELDS,
  type WagesHeaderField,
  type WagesLineField,
} from '../wages/wages-layout.ts';
import { writeTextFile } from './text-file-writer.ts';
import type { WrittenFile } from './written-file.ts';

export interface WagePayment {
  /** Goes into 70-DET, the one text that banks hand back untouched: answers are matched by it. */
  readonly endToEndId: string;
  /** Halalas, above zero. */
  readonly amount: Halalas;
  readonly iban: string;
  readonly name: string;
  readonly nationalId: string;
  /** The beneficiary's bank: its SARIE letters or its BIC. */
  readonly bank: string;
  readonly narrative?: string | null;
}

export interface WageBatch {
  /** SARIE id of the bank that pays, four letters. */
  readonly destination: string;
  /** The establishment's number with that bank, up to ten digits. */
  readonly establishmentId: string;
  readonly debtorIban: string;
  readonly valueDate: IsoDate;
  /** When the account is debited; left to the bank where null. */
  readonly debitDate?: IsoDate | null;
  /** Unique among all files, up to 16 characters. */
  readonly fileReference: string;
  /** The establishment's number with the ministry of labour, 2 to 15 digits. */
  readonly ministryEstablishmentId: string;
  /** Stand in the header, before the payments: a batch that turns out otherwise is not written. */
  readonly count: number;
  readonly total: Halalas;
  readonly payments: Iterable<WagePayment> | AsyncIterable<WagePayment>;
}

/**
 * Writes a batch in the ministry's wage-file layout (tab separated UTF-8: header, a line a payment, `-`), in riyals. A
 * benefit is all basic wage (MOL-BAS); what the bank fills stays blank.
 *
 * @throws RangeError when the payments are not `count` and `total`, and for text that the layout cannot carry: tabs, line
 *   breaks, control characters, blanks for what must be there, or more than a field holds
 */
export async function writeWages(path: string, batch: WageBatch): Promise<WrittenFile> {
  return writeTextFile(path, async (file) => {
    file.write(wagesLine(headerCells(batch)));
    let count = 0;
    let total = 0;
    for await (const payment of batch.payments) {
      file.write(wagesLine(lineCells(payment)));
      count += 1;
      total += payment.amount;
      await file.flush();
    }
    if (count !== batch.count || halalas(total) !== batch.total) {
      throw new RangeError(
        `The batch holds ${count} payments of ${total} halalas, not as announced`,
      );
    }
    file.write('-\r\n');
    return { count, total: halalas(total) };
  });
}

function headerCells(batch: WageBatch): string[] {
  const fields: Readonly<Record<WagesHeaderField, string>> = {
    'DEST-ID': pattern('DEST-ID', /^[A-Z]{4}$/, batch.destination),
    'ESTB-ID': pattern('ESTB-ID', /^\d{1,10}$/, batch.establishmentId),
    'BANK-ACC': pattern('BANK-ACC', /^[A-Z0-9]{24}$/, batch.debtorIban),
    '32A-CCY': 'SAR',
    '32A-VAL': compactDate(batch.valueDate),
    '32A-AMT': amountText(batch.total),
    'D-DATE': batch.debitDate ? compactDate(batch.debitDate) : '',
    'FILE-REF': text('FILE-REF', batch.fileReference, 16),
    'FILE-REJCDE': '',
    'MOL-ESTBID': pattern('MOL-ESTBID', /^\d{2,15}$/, batch.ministryEstablishmentId),
  };
  return WAGES_HEADER_FIELDS.map((name) => fields[name]);
}

function lineCells(payment: WagePayment): string[] {
  const amount = amountText(payment.amount);
  const { endToEndId, narrative } = payment;
  const fields: Readonly<Record<WagesLineField, string>> = {
    '32B-AMT': amount,
    '59-ACC': pattern('59-ACC', /^[A-Z0-9]{5,34}$/, payment.iban),
    '59-NAME': text('59-NAME', payment.name, FOUR_LINES),
    '57-BANK': text('57-BANK', payment.bank, FOUR_LINES),
    '70-DET': text('70-DET', narrative ? `${endToEndId} ${narrative}` : endToEndId, FOUR_LINES),
    'RET-CODE': '',
    'MOL-BAS': amount,
    'MOL-HAL': '0.00',
    'MOL-OEA': '0.00',
    'MOL-DED': '0.00',
    'MOL-ID': pattern('MOL-ID', /^\d{10}$/, payment.nationalId),
    'TRN-REF': '',
    'TRN-STATUS': '',
    'TRN-DATE': '',
  };
  return WAGES_LINE_FIELDS.map((name) => fields[name]);
}

/** SWIFT's 4*35x, on one line. */
const FOUR_LINES = 140;
/** Tabs and line breaks would move every cell behind them. */
const BREAKS_THE_LAYOUT = /[\p{Cc}\p{Zl}\p{Zp}]/u;

function text(field: string, value: string, longest: number): string {
  if (value.trim() === '' || value !== value.trim()) {
    throw new RangeError(`[${field}] is blank or has blanks around it`);
  }
  if (value.length > longest) throw new RangeError(`[${field}] is longer than ${longest}`);
  if (BREAKS_THE_LAYOUT.test(value) || !value.isWellFormed()) {
    throw new RangeError(`[${field}] holds a character that the layout cannot carry`);
  }
  return value;
}

function pattern(field: string, allowed: RegExp, value: string): string {
  if (!allowed.test(value)) throw new RangeError(`[${field}] does not have its form`);
  return value;
}

function amountText(amount: Halalas): string {
  if (amount <= 0) throw new RangeError('An amount is above zero');
  return halalasToDecimal(amount);
}

const compactDate = (date: IsoDate): string => date.replaceAll('-', '');
const wagesLine = (cells: readonly string[]): string => `${cells.join('\t')}\r\n`;
