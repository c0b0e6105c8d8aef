import { assertNever } from '../shared/assert-never.ts';
import type {
  BankRecord,
  BatchRecord,
  DetailRecord,
  EntryRecord,
  MessageRecord,
  TransactionRecord,
} from './bank-message.ts';
import {
  addDecimals,
  decimalsEqual,
  negate,
  parseDecimal,
  ZERO,
  type Decimal,
} from './decimal-amount.ts';
import {
  entryFacts,
  stagedBatch,
  stagedDetail,
  stagedEntry,
  stagedTransaction,
  type EntryFacts,
  type StagedLine,
} from './staged-line.ts';

export interface FileWarning {
  readonly code: string;
  readonly details: Readonly<Record<string, string>>;
}

/** What an entry said about details that had been handed out before it came: lines by their place in the file. */
export interface LateEntry {
  readonly first: number;
  readonly last: number;
  readonly bookedOn: string | null;
  readonly booked: boolean;
}

/** Details of one entry kept until the entry comes; more are handed out with what is known. */
const KEPT_DETAILS = 5000;
const MAX_WARNINGS = 50;
const UNKNOWN_ENTRY: EntryFacts = { status: null, bookedOn: null, transactionCode: null };

/**
 * Turns the records of a file, in order, into the lines that are kept: transactions with the status they inherit, details with
 * what their entry says, and a line for a whole batch or message whose status stands for payments that are not listed.
 */
export class RecordStager {
  readonly warnings: FileWarning[] = [];
  readonly lateEntries: LateEntry[] = [];
  message: MessageRecord | null = null;
  #batch: BatchRecord | null = null;
  #listedInBatch = 0;
  #listed = 0;
  #batches = 0;
  #details: DetailRecord[] = [];
  #detailSum: Decimal | null = ZERO;
  #handedOut = 0;
  /** Place of the first detail that was handed out before its entry. */
  #firstEarly: number | null = null;

  /** The lines that are complete with this record. */
  add(record: BankRecord): StagedLine[] {
    const lines = this.#add(record);
    this.#handedOut += lines.length;
    return lines;
  }

  #add(record: BankRecord): StagedLine[] {
    switch (record.type) {
      case 'message':
        this.message = record;
        return [];
      case 'batch': {
        const closed = this.#closeBatch();
        this.#batch = record;
        this.#batches += 1;
        return closed;
      }
      case 'transaction':
        return [this.#transaction(record)];
      case 'detail':
        return this.#detail(record);
      case 'entry':
        return this.#entry(record);
      case 'warning':
        this.#warn(record.code, { line: String(record.line), value: record.value ?? '' });
        return [];
      case 'statement':
      case 'balance':
      case 'statement-end':
        return [];
      default:
        return assertNever(record);
    }
  }

  /** After the last record. */
  end(): StagedLine[] {
    const closed = this.#closeBatch();
    const { message } = this;
    if (!message?.groupStatus) return closed;
    const unlisted = this.#listed === 0 && this.#batches === 0;
    if (!unlisted && message.groupStatus !== 'RJCT') return closed;
    const { offset, originalMessageId, groupStatus: status, reasons } = message;
    const group = {
      level: 'group',
      offset,
      originalMessageId,
      paymentInformationId: null,
    } as const;
    return [...closed, stagedBatch({ ...group, status, reasons }, this.#isWages)];
  }

  get #isWages(): boolean {
    return this.message?.kind === 'wages';
  }

  #transaction(record: TransactionRecord): StagedLine {
    this.#listed += 1;
    this.#listedInBatch += 1;
    const { message } = this;
    const batch = record.batch === null ? null : this.#batch;
    const inherited = batch?.status
      ? { status: batch.status, reasons: batch.reasons }
      : { status: message?.groupStatus ?? null, reasons: message?.reasons ?? [] };
    return stagedTransaction(record, inherited, this.#isWages);
  }

  #closeBatch(): StagedLine[] {
    const batch = this.#batch;
    const listed = this.#listedInBatch;
    this.#batch = null;
    this.#listedInBatch = 0;
    if (!batch?.status || (listed > 0 && batch.status !== 'RJCT')) return [];
    const { offset, paymentInformationId, status, reasons } = batch;
    const originalMessageId = this.message?.originalMessageId ?? null;
    const whole = { level: 'batch', offset, originalMessageId, paymentInformationId } as const;
    return [stagedBatch({ ...whole, status, reasons }, this.#isWages)];
  }

  #detail(record: DetailRecord): StagedLine[] {
    const value = record.amount === null ? null : parseDecimal(record.amount);
    const sum = this.#detailSum;
    this.#detailSum =
      sum === null || value === null
        ? null
        : addDecimals(sum, record.direction === 'debit' ? negate(value) : value);
    this.#details.push(record);
    if (this.#details.length < KEPT_DETAILS) return [];
    this.#firstEarly ??= this.#handedOut + 1;
    return this.#takeDetails(UNKNOWN_ENTRY);
  }

  #takeDetails(facts: EntryFacts): StagedLine[] {
    const details = this.#details;
    this.#details = [];
    return details.map((detail) => stagedDetail(detail, facts));
  }

  #entry(record: EntryRecord): StagedLine[] {
    const sum = this.#detailSum;
    const firstEarly = this.#firstEarly;
    this.#detailSum = ZERO;
    this.#firstEarly = null;
    if (firstEarly === null && this.#details.length === 0) return [this.#withoutDetails(record)];
    this.#checkSum(record, sum);
    const facts = entryFacts(record);
    if (firstEarly !== null) {
      const booked = facts.status === null || facts.status === 'BOOK';
      this.lateEntries.push({
        first: firstEarly,
        last: this.#handedOut,
        bookedOn: facts.bookedOn,
        booked,
      });
    }
    return this.#takeDetails(facts);
  }

  /** An entry that names a batch and lists nothing is the batch's one booking. */
  #withoutDetails(record: EntryRecord): StagedLine {
    const line = stagedEntry(record);
    const names = line.endToEndId ?? line.instructionId;
    if (names !== null || line.paymentInformationId === null || line.reported !== 'settled')
      return line;
    return { ...line, level: 'batch' };
  }

  #checkSum(record: EntryRecord, sum: Decimal | null): void {
    const amount = record.amount === null ? null : parseDecimal(record.amount);
    if (amount === null || sum === null) return;
    const signed = record.direction === 'debit' ? negate(amount) : amount;
    if (!decimalsEqual(signed, sum)) {
      this.#warn('DETAILS_DIFFER', { entry: String(record.index), line: String(record.line) });
    }
  }

  #warn(code: string, details: FileWarning['details']): void {
    if (this.warnings.length < MAX_WARNINGS) this.warnings.push({ code, details });
  }
}
