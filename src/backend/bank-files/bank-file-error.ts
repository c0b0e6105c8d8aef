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
