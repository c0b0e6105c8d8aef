import type {
  BankLine,
  BankReason,
  DetailRecord,
  Direction,
  EntryRecord,
  TransactionRecord,
} from './bank-message.ts';
import { isUsableReference } from './bank-message.ts';
import { decimalToHalalas } from './decimal-amount.ts';
import type { ReasonCodeList } from './reason-code.ts';
import { reportedEntry, reportedStatus, reportedWage, type Reported } from './reported.ts';

/** One line of money of a bank's file, or the status of a whole batch or message, as it is kept. */
export interface StagedLine {
  readonly rawStart: number;
  readonly rawEnd: number;
  readonly level: 'group' | 'batch' | 'transaction';
  readonly endToEndId: string | null;
  readonly instructionId: string | null;
  readonly paymentInformationId: string | null;
  readonly originalMessageId: string | null;
  readonly bankReference: string | null;
  readonly uetr: string | null;
  readonly narrative: string | null;
  /** As the bank wrote it; `?` where it wrote something that is no amount. */
  readonly amountText: string | null;
  /** Null where absent, or not exact in halalas. */
  readonly amount: number | null;
  readonly currency: string | null;
  readonly direction: Direction | null;
  readonly reported: Reported;
  readonly isoStatus: string | null;
  readonly reasonList: ReasonCodeList | null;
  readonly reasonCode: string | null;
  readonly reasonText: string | null;
  readonly account: string | null;
  readonly name: string | null;
  readonly bookedOn: string | null;
}

/** Status and reasons that a line takes from its batch or message where it has none of its own. */
export interface Inherited {
  readonly status: string | null;
  readonly reasons: readonly BankReason[];
}

/** What an entry knows and its details do not say again. */
export interface EntryFacts {
  readonly status: string | null;
  readonly bookedOn: string | null;
  readonly transactionCode: string | null;
}

const MAX_TEXT = 500;
/** Longer than any code of a standard: tables give whole sentences. */
const MAX_CODE = 100;

export function stagedTransaction(
  record: TransactionRecord,
  inherited: Inherited,
  isWages: boolean,
): StagedLine {
  const status = record.status ?? inherited.status;
  const reasons = record.reasons.length > 0 ? record.reasons : inherited.reasons;
  const reason = chosenReason(status, reasons);
  const line = { ...lineOf(record), isoStatus: status, bookedOn: null };
  if (!isWages) return { ...line, ...reason, reported: reportedStatus(status) };
  const reported = reportedWage(status, reason.reasonCode);
  return { ...line, ...wageReason(status, reason, reported), reported };
}

/** A status word that nobody knows is a code of the layout's list, to be mapped; a RET-CODE of zeros is no reason. */
function wageReason(status: string | null, reason: ChosenReason, reported: Reported): ChosenReason {
  if (reported === 'settled') return NO_REASON;
  if (reported !== 'unclear' || status === null) return reason;
  return { ...reason, reasonList: 'wages', reasonCode: status.slice(0, MAX_CODE) };
}

export function stagedEntry(record: EntryRecord): StagedLine {
  const { status, bookingDate, valueDate, transactionCode } = record;
  return stagedDetail(record, {
    status,
    bookedOn: dateOf(bookingDate ?? valueDate),
    transactionCode,
  });
}

export function stagedDetail(record: EntryRecord | DetailRecord, facts: EntryFacts): StagedLine {
  const { direction, isReturn } = record;
  const transactionCode = record.transactionCode ?? facts.transactionCode;
  const reported = reportedEntry({ status: facts.status, direction, isReturn, transactionCode });
  return {
    ...lineOf(record),
    ...chosenReason(null, record.reasons),
    reported,
    isoStatus: facts.status,
    bookedOn: facts.bookedOn,
  };
}

export function entryFacts({
  status,
  bookingDate,
  valueDate,
  transactionCode,
}: EntryRecord): EntryFacts {
  return { status, bookedOn: dateOf(bookingDate ?? valueDate), transactionCode };
}

export interface BatchStatus {
  readonly level: 'group' | 'batch';
  readonly offset: number;
  readonly originalMessageId: string | null;
  readonly paymentInformationId: string | null;
  readonly status: string;
  readonly reasons: readonly BankReason[];
}

export function stagedBatch(batch: BatchStatus, isWages: boolean): StagedLine {
  const reason = chosenReason(batch.status, batch.reasons);
  return {
    ...NOTHING,
    ...reason,
    rawStart: batch.offset,
    rawEnd: batch.offset,
    level: batch.level,
    originalMessageId: batch.originalMessageId,
    paymentInformationId: batch.paymentInformationId,
    reported: isWages
      ? reportedWage(batch.status, reason.reasonCode)
      : reportedStatus(batch.status),
    isoStatus: batch.status,
  };
}

const NOTHING: Omit<StagedLine, 'rawStart' | 'rawEnd' | 'level' | 'reported'> = {
  endToEndId: null,
  instructionId: null,
  paymentInformationId: null,
  originalMessageId: null,
  bankReference: null,
  uetr: null,
  narrative: null,
  amountText: null,
  amount: null,
  currency: null,
  direction: null,
  isoStatus: null,
  reasonList: null,
  reasonCode: null,
  reasonText: null,
  account: null,
  name: null,
  bookedOn: null,
};

type ChosenReason = Pick<StagedLine, 'reasonList' | 'reasonCode' | 'reasonText'>;

const NO_REASON: ChosenReason = { reasonList: null, reasonCode: null, reasonText: null };

type LineFacts = Omit<
  StagedLine,
  'reported' | 'isoStatus' | 'bookedOn' | 'reasonList' | 'reasonCode' | 'reasonText'
>;

function lineOf(record: BankLine): LineFacts {
  return {
    rawStart: record.offset,
    rawEnd: record.offset + record.length,
    level: 'transaction',
    endToEndId: reference(record.endToEndId),
    instructionId: reference(record.instructionId),
    paymentInformationId: reference(record.paymentInformationId),
    originalMessageId: reference(record.originalMessageId),
    bankReference: reference(record.bankReference),
    uetr: reference(record.uetr),
    narrative: record.narrative?.slice(0, MAX_TEXT) ?? null,
    amountText: record.problem === 'AMOUNT_UNREADABLE' ? '?' : record.amount,
    amount: record.amount === null ? null : decimalToHalalas(record.amount),
    currency: record.currency,
    direction: record.direction,
    account: record.account,
    name: record.name,
  };
}

/** Banks pad identifiers with blanks, and write words where they have none: neither is part of a key. */
function reference(text: string | null): string | null {
  const trimmed = text?.trim() ?? '';
  return trimmed !== '' && isUsableReference(trimmed) ? trimmed : null;
}

/**
 * The reason that decides the next step: the first with a code, else the first with text. Some banks put the code before
 * the text of a reason that has none (`904114;text`); it is kept as text, since it is in no list.
 */
function chosenReason(status: string | null, reasons: readonly BankReason[]): ChosenReason {
  const verified = status !== null && /^R[CV][VNMC][CMA]$/.test(status);
  const reason = reasons.find(({ code, proprietary }) => code ?? proprietary) ?? reasons[0];
  if (!reason) {
    return verified
      ? { reasonList: 'transactionStatus', reasonCode: status, reasonText: null }
      : NO_REASON;
  }
  const text = reasons.flatMap(({ info }) => info).join(' ');
  return {
    reasonList: reason.list,
    reasonCode: (reason.code ?? reason.proprietary)?.slice(0, MAX_CODE) ?? null,
    reasonText: text === '' ? null : text.slice(0, MAX_TEXT),
  };
}

function dateOf(text: string | null): string | null {
  return /^\d{4}-\d{2}-\d{2}/.exec(text ?? '')?.[0] ?? null;
}

/** Two lines that say the same have the same content; what differs only in its place does not count. */
export function contentOf(line: StagedLine): string {
  const parts = [
    line.level,
    line.endToEndId,
    line.instructionId,
    line.paymentInformationId,
    line.originalMessageId,
    line.bankReference,
    line.uetr,
    line.narrative,
    line.amountText,
    line.currency,
    line.direction,
    line.isoStatus,
    line.reasonList,
    line.reasonCode,
    line.reasonText,
    line.account,
    line.name,
    line.bookedOn,
  ];
  return parts.map((part) => part ?? '').join('\n');
}
