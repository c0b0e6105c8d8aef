/**
 * Why a bank file is refused. Readers throw it from their iterators (a generator cannot return a Result half-way);
 * `inspectBankFile` and the use-cases turn it into a coded value.
 */
export const BANK_FILE_ERROR_CODES = [
  'BANK_FILE_UNREADABLE',
  'BANK_FILE_EMPTY',
  'BANK_FILE_TOO_LARGE',
  'BANK_FILE_NOT_RECOGNISED',
  'BANK_FILE_MESSAGE_UNSUPPORTED',
  'BANK_FILE_ENCODING_UNSUPPORTED',
  'BANK_FILE_ENCODING_BROKEN',
  'BANK_FILE_BINARY',
  'BANK_FILE_XML_DOCTYPE',
  'BANK_FILE_XML_TOO_DEEP',
  'BANK_FILE_XML_TOO_MANY_ATTRIBUTES',
  'BANK_FILE_XML_TEXT_TOO_LONG',
  'BANK_FILE_XML_RUNAWAY_MARKUP',
  'BANK_FILE_XML_MALFORMED',
  'BANK_FILE_TRUNCATED',
  'BANK_FILE_SEVERAL_MESSAGES',
  'BANK_FILE_LINE_TOO_LONG',
  'BANK_FILE_LAYOUT',
  'BANK_FILE_MAPPING_NEEDED',
  'BANK_FILE_MAPPING_DIFFERS',
  'BANK_FILE_SHEET_MISSING',
  'BANK_FILE_FORMULA',
  'BANK_FILE_CELL_UNREADABLE',
  'BANK_FILE_TOTALS_DIFFER',
  'BANK_FILE_ARCHIVE_UNSAFE',
  'BANK_FILE_ARCHIVE_BROKEN',
  'PAYMENT_LIST_COLUMNS_MISSING',
  'PAYMENT_LIST_COLUMNS_AMBIGUOUS',
] as const;

export type BankFileErrorCode = (typeof BANK_FILE_ERROR_CODES)[number];

export class BankFileError extends Error {
  override readonly name = 'BankFileError';
  readonly code: BankFileErrorCode;
  /** 1-based line of the fault; null where a line means nothing. */
  readonly line: number | null;
  /** What the officer needs beside the code: a found value, a limit. Never a whole line of the file. */
  readonly detail: string | null;

  constructor(code: BankFileErrorCode, line: number | null, detail: string | null = null) {
    super(
      `${code}${line === null ? '' : ` at line ${line}`}${detail === null ? '' : `: ${detail}`}`,
    );
    this.code = code;
    this.line = line;
    this.detail = detail;
  }
}

const MESSAGES: Readonly<Record<BankFileErrorCode, string>> = {
  BANK_FILE_UNREADABLE: 'the file cannot be read',
  BANK_FILE_EMPTY: 'the file is empty',
  BANK_FILE_TOO_LARGE: 'the file is larger than the limit',
  BANK_FILE_NOT_RECOGNISED: 'this is no bank file that can be read',
  BANK_FILE_MESSAGE_UNSUPPORTED: 'this kind of bank message is not read',
  BANK_FILE_ENCODING_UNSUPPORTED: 'the declared encoding is not read',
  BANK_FILE_ENCODING_BROKEN: 'the text is not in its declared encoding',
  BANK_FILE_BINARY: 'the file holds bytes that no text has',
  BANK_FILE_XML_DOCTYPE: 'the XML carries a DOCTYPE, which bank files never do',
  BANK_FILE_XML_TOO_DEEP: 'the XML is nested too deeply',
  BANK_FILE_XML_TOO_MANY_ATTRIBUTES: 'an XML element has too many attributes',
  BANK_FILE_XML_TEXT_TOO_LONG: 'an XML element holds too much text',
  BANK_FILE_XML_RUNAWAY_MARKUP: 'an XML tag or comment has no end',
  BANK_FILE_XML_MALFORMED: 'the XML is not well-formed',
  BANK_FILE_TRUNCATED: 'the file ends in the middle',
  BANK_FILE_SEVERAL_MESSAGES: 'the file holds more than one message',
  BANK_FILE_LINE_TOO_LONG: 'a line has no end, or a quote is never closed',
  BANK_FILE_LAYOUT: 'the lines do not follow the layout',
  BANK_FILE_MAPPING_NEEDED: 'the columns of this file have not been mapped',
  BANK_FILE_MAPPING_DIFFERS: 'the column titles are not those of the mapping',
  BANK_FILE_SHEET_MISSING: 'the workbook has no such sheet',
  BANK_FILE_FORMULA: 'a cell that names or counts a payment holds a formula',
  BANK_FILE_CELL_UNREADABLE: 'a cell holds an error, or a number longer than a workbook can keep',
  BANK_FILE_TOTALS_DIFFER: 'the lines do not add up to the total of the header',
  BANK_FILE_ARCHIVE_UNSAFE: 'the workbook unpacks to more than the limit',
  BANK_FILE_ARCHIVE_BROKEN: 'the workbook is damaged',
  PAYMENT_LIST_COLUMNS_MISSING: 'columns of the payment list are missing',
  PAYMENT_LIST_COLUMNS_AMBIGUOUS: 'several columns of the payment list claim the same field',
};

/** For administrators and logs, in English; screens have their own words for each code. */
export const describeBankFileError = ({ code, detail }: BankFileError): string =>
  detail === null ? MESSAGES[code] : `${MESSAGES[code]} (${detail})`;
