import type {
  BankFileKind,
  BankLine,
  BankRecord,
  EntryRecord,
  StatementRecord,
  TransactionRecord,
  WarningRecord,
} from '../../domain/reconciliation/bank-message.ts';
import { assertNever } from '../../domain/shared/assert-never.ts';
import { CurrencySums, parseDecimal } from '../../domain/reconciliation/decimal-amount.ts';
import { BankFileError, describeBankFileError, type BankFileErrorCode } from './bank-file-error.ts';
import type { ReadOptions } from './bank-file-limits.ts';
import { readBankFile } from './read-bank-file.ts';
import { sniffBankFile, type SniffedBankFile } from './sniff-bank-file.ts';
import { inspectTable } from './spreadsheet/inspect-table.ts';
import { readMappedTable, type MappedTable } from './table/read-mapped-table.ts';
import type { ByteSource } from './source/byte-chunks.ts';

export interface InspectedStatement {
  readonly id: string | null;
  readonly account: string | null;
  readonly currency: string | null;
  /** Signed exact decimals in the statement's currency; a debit balance is negative. */
  opening: string | null;
  closing: string | null;
  entries: number;
  details: number;
  /** Sums of entries per currency, by their own indicator: a reversal does not turn the sign. */
  readonly credit: CurrencySums;
  readonly debit: CurrencySums;
  balances: boolean | null;
}

export interface InspectedBatch {
  readonly id: string | null;
  readonly status: string | null;
  transactions: number;
}

export interface Inspection {
  readonly kind: BankFileKind;
  readonly version: string | null;
  messageId: string | null;
  readonly statements: InspectedStatement[];
  /**
   * Lines of money: transactions listed in a payment message, entries of a SWIFT statement, rows of a table; in camt the
   * details, and the entries that have none.
   */
  transactions: number;
  /** Of transactions in pain.002, of entries in camt, as listed: statuses of batches and files are not spread. */
  readonly statusCounts: Record<string, number>;
  readonly reasonCounts: Record<string, number>;
  /** Details with return information. */
  returns: number;
  readonly warnings: { code: WarningRecord['code']; line: number; value: string | null }[];
  /** Amounts of a payment message or of the rows of a table, per currency. */
  readonly amounts: CurrencySums;
  /** Status of the whole file in pain.002. */
  groupStatus: string | null;
  /** Payment-information blocks. */
  readonly batches: InspectedBatch[];
}

export interface RefusedBankFile {
  readonly error: {
    readonly code: BankFileErrorCode;
    readonly message: string;
    readonly line: number | null;
  };
}

/** With a mapping a table is read as the bank's answer it is; without, its rows are counted. */
export interface InspectOptions extends ReadOptions {
  readonly mapped?: MappedTable | undefined;
}

const MAX_LISTED = 10_000;

/**
 * What a bank file holds, read whole and checked; JSON-ready (sums become `{ "SAR": "1320.00" }`). A file that must be
 * refused comes back as `{ error }`; only bugs and cancellation throw.
 */
export async function inspectBankFile(
  source: ByteSource,
  { mapped, ...options }: InspectOptions = {},
): Promise<Inspection | RefusedBankFile> {
  try {
    const sniffed = await sniffBankFile(source, { ...options, onProgress: undefined });
    const inspector = new Inspector(sniffed);
    const { inspection } = inspector;
    const isTable = sniffed.kind === 'csv' || sniffed.kind === 'xlsx';
    if (isTable && mapped === undefined) {
      inspection.transactions = await inspectTable(source, sniffed, options);
      inspection.warnings.push({ code: 'MAPPING_NEEDED', line: 1, value: sniffed.kind });
      return inspection;
    }
    const batches =
      isTable && mapped !== undefined
        ? readMappedTable(source, sniffed, mapped, 2000, options)
        : readBankFile(source, { ...options, sniffed });
    for await (const records of batches) {
      for (const record of records) inspector.add(record);
    }
    return inspection;
  } catch (error) {
    if (!(error instanceof BankFileError)) throw error;
    return { error: { code: error.code, message: describeBankFileError(error), line: error.line } };
  }
}

const emptyInspection = ({ kind, version }: SniffedBankFile): Inspection => ({
  kind,
  version,
  messageId: null,
  statements: [],
  transactions: 0,
  statusCounts: {},
  reasonCounts: {},
  returns: 0,
  warnings: [],
  amounts: new CurrencySums(),
  groupStatus: null,
  batches: [],
});

/** Adds records up. Lists end at `MAX_LISTED`; counts and sums go on. */
class Inspector {
  readonly inspection: Inspection;
  #statement: InspectedStatement | null = null;
  #batch: InspectedBatch | null = null;

  constructor(sniffed: SniffedBankFile) {
    this.inspection = emptyInspection(sniffed);
  }

  add(record: BankRecord): void {
    const { inspection } = this;
    switch (record.type) {
      case 'message':
        inspection.messageId = record.messageId;
        inspection.groupStatus = record.groupStatus;
        break;
      case 'batch':
        this.#batch = { id: record.paymentInformationId, status: record.status, transactions: 0 };
        list(inspection.batches, this.#batch);
        break;
      case 'statement':
        this.#statement = emptyStatement(record);
        list(inspection.statements, this.#statement);
        break;
      case 'transaction':
        this.#addTransaction(record);
        break;
      case 'entry':
        this.#addEntry(record);
        break;
      case 'detail':
        inspection.transactions += 1;
        if (this.#statement) this.#statement.details += 1;
        if (record.isReturn) inspection.returns += 1;
        countReasons(inspection, record.reasons);
        break;
      case 'statement-end':
        if (!this.#statement) break;
        this.#statement.opening = record.opening;
        this.#statement.closing = record.closing;
        this.#statement.balances = record.balances;
        break;
      case 'warning':
        list(inspection.warnings, { code: record.code, line: record.line, value: record.value });
        break;
      case 'balance':
        break;
      default:
        assertNever(record);
    }
  }

  #addTransaction(record: TransactionRecord): void {
    this.inspection.transactions += 1;
    if (this.#batch && record.batch !== null) this.#batch.transactions += 1;
    count(this.inspection.statusCounts, record.status);
    countReasons(this.inspection, record.reasons);
    addAmount(this.inspection.amounts, record);
  }

  #addEntry(record: EntryRecord): void {
    if (record.details === 0) {
      this.inspection.transactions += 1;
      if (record.isReturn) this.inspection.returns += 1;
    }
    count(this.inspection.statusCounts, record.status);
    if (!this.#statement) {
      // Entries in a bank's table stand on no statement.
      addAmount(this.inspection.amounts, record);
      return;
    }
    this.#statement.entries += 1;
    if (record.direction) addAmount(this.#statement[record.direction], record);
  }
}

const emptyStatement = ({ id, account, currency }: StatementRecord): InspectedStatement => ({
  id,
  account,
  currency,
  opening: null,
  closing: null,
  entries: 0,
  details: 0,
  credit: new CurrencySums(),
  debit: new CurrencySums(),
  balances: null,
});

function list<T>(items: T[], item: T): void {
  if (items.length < MAX_LISTED) items.push(item);
}

function countReasons(
  { reasonCounts }: Inspection,
  reasons: readonly { code: string | null; proprietary: string | null }[],
): void {
  for (const { code, proprietary } of reasons) count(reasonCounts, code ?? proprietary);
}

function count(counts: Record<string, number>, key: string | null): void {
  if (key === null) return;
  // A bank's text becomes a key here: `__proto__` must stay a plain one.
  const known = Object.hasOwn(counts, key) ? counts[key] : 0;
  Object.defineProperty(counts, key, {
    value: (known ?? 0) + 1,
    enumerable: true,
    configurable: true,
    writable: true,
  });
}

function addAmount(sums: CurrencySums, { currency, amount }: BankLine): void {
  const value = amount === null ? null : parseDecimal(amount);
  if (value !== null) sums.add(currency ?? '', value);
}
