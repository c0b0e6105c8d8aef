import { bankCodeList, type BankCodeList } from './reason-code.ts';

/**
 * What a bank file says, whatever format it came in: the one model that readers produce and that matching, previews and
 * the writers of sample answers speak. Nothing here is interpreted: identifiers and codes are the bank's own text.
 *
 * Amounts are exact decimal strings (`"1320.00"`, never a float); see `decimal-amount.ts`.
 */
export type BankFileKind =
  | 'pain.001'
  | 'pain.002'
  | 'camt.052'
  | 'camt.053'
  | 'camt.054'
  | 'mt940'
  | 'mt942'
  | 'wages'
  | 'csv'
  | 'xlsx';

/**
 * Where a record stands in its file: 1-based line, and the byte range that `readRawLine` shows. Records that enclose others
 * (message, batch, statement) are sent before their end is known: their length is 0.
 */
export interface SourceSpan {
  readonly line: number;
  readonly offset: number;
  readonly length: number;
}

export type Direction = 'credit' | 'debit';

/**
 * The same four letters mean different things in status reports and in returns (AC14, AC16, BE08, DS28, DT02), so a code
 * always carries its list: ISO 20022 ExternalStatusReason1Code, ExternalReturnReason1Code, the wage file's own, or the bank's
 * own for a proprietary code whose bank is known.
 */
export type ReasonList = 'status' | 'return' | 'wages' | BankCodeList;

export interface BankReason {
  readonly list: ReasonList;
  readonly code: string | null;
  /** A reason of the bank's own making, shown raw until an administrator maps it. */
  readonly proprietary: string | null;
  readonly info: readonly string[];
}

/**
 * Proprietary reasons in the list of the bank that sent them (`bankOfSender`); while the bank is not known they stay in the list
 * they came in.
 */
export function reasonsOfBank(
  reasons: readonly BankReason[],
  bankOf: () => string | null,
): readonly BankReason[] {
  const bank = reasons.some(isOwn) ? bankOf() : null;
  if (bank === null) return reasons;
  return reasons.map((reason) =>
    isOwn(reason) ? { ...reason, list: bankCodeList(bank) } : reason,
  );
}

const isOwn = ({ code, proprietary }: BankReason): boolean => code === null && proprietary !== null;

/** The keys a bank may give back. Blank is null; `NOTPROVIDED` is kept as it stands, and is no key. */
export interface PaymentReferences {
  readonly endToEndId: string | null;
  readonly instructionId: string | null;
  readonly transactionId: string | null;
  readonly originalMessageId: string | null;
  readonly paymentInformationId: string | null;
  readonly uetr: string | null;
  readonly bankReference: string | null;
}

/** One line of money: a transaction of a payment message, a detail of an entry, or an entry without details. */
export interface BankLine extends PaymentReferences, SourceSpan {
  /** 1-based position among the lines of its own type in the whole file. */
  readonly index: number;
  /** Null when absent, or unreadable (`problem` then says so): never zero by default. */
  readonly amount: string | null;
  readonly currency: string | null;
  readonly direction: Direction | null;
  readonly status: string | null;
  readonly reasons: readonly BankReason[];
  /** True for a line with return information; the sign still comes from `direction` alone. */
  readonly isReturn: boolean;
  /** Account and name of the beneficiary's side, where the bank repeats them. */
  readonly account: string | null;
  readonly name: string | null;
  /** BIC or clearing code of the beneficiary's bank. */
  readonly bank: string | null;
  /** National or residence id of the beneficiary, where the format carries it. */
  readonly personId: string | null;
  readonly narrative: string | null;
  readonly problem: 'AMOUNT_UNREADABLE' | null;
}

export interface MessageRecord extends SourceSpan {
  readonly type: 'message';
  readonly kind: BankFileKind;
  /** What follows the kind in the message name, for example `001.10`; null where the format has none. */
  readonly version: string | null;
  readonly messageId: string | null;
  readonly createdAt: string | null;
  readonly declaredCount: string | null;
  readonly declaredSum: string | null;
  readonly originalMessageId: string | null;
  readonly originalMessageName: string | null;
  readonly groupStatus: string | null;
  readonly reasons: readonly BankReason[];
}

/** A payment-information block. A status here without listed transactions applies to every payment of the batch. */
export interface BatchRecord extends SourceSpan {
  readonly type: 'batch';
  /** 1-based; transactions point to it. */
  readonly batch: number;
  readonly paymentInformationId: string | null;
  readonly status: string | null;
  readonly reasons: readonly BankReason[];
  readonly declaredCount: string | null;
  readonly declaredSum: string | null;
  readonly account: string | null;
  readonly executionDate: string | null;
}

export interface TransactionRecord extends BankLine {
  readonly type: 'transaction';
  /** Number of the batch record it stands in; null when it stands directly in the message. */
  readonly batch: number | null;
}

export interface StatementRecord extends SourceSpan {
  readonly type: 'statement';
  /** 1-based; balances, entries and details point to it. */
  readonly statement: number;
  readonly id: string | null;
  readonly account: string | null;
  readonly currency: string | null;
  readonly sequence: string | null;
  /** Of a statement that the bank has split (camt `StmtPgntn`); null where it says nothing of pages. */
  readonly page: StatementPage | null;
  readonly createdAt: string | null;
}

export interface StatementPage {
  /** From 1. */
  readonly number: number;
  readonly isLast: boolean;
}

/** Whether there are other pages of the same statement. */
export const isPart = (page: StatementPage | null): page is StatementPage =>
  page !== null && (page.number > 1 || !page.isLast);

export interface BalanceRecord extends SourceSpan {
  readonly type: 'balance';
  readonly statement: number;
  /** ISO 20022 BalanceType12Code (`OPBD`, `CLBD`, ...) or the SWIFT tag (`60F`, `62M`, ...). */
  readonly code: string | null;
  readonly amount: string | null;
  readonly currency: string | null;
  readonly direction: Direction;
  readonly date: string | null;
}

/** Comes after its details, when everything about the entry is known. */
export interface EntryRecord extends BankLine {
  readonly type: 'entry';
  readonly statement: number;
  readonly details: number;
  readonly reversal: boolean;
  readonly bookingDate: string | null;
  readonly valueDate: string | null;
  readonly transactionCode: string | null;
}

export interface DetailRecord extends BankLine {
  readonly type: 'detail';
  readonly statement: number;
  /** `index` of the entry it belongs to. */
  readonly entry: number;
  /** `entry` when the only detail of an entry gives no amount of its own and takes the entry's. */
  readonly amountFrom: 'detail' | 'entry' | null;
  readonly transactionCode: string | null;
}

/** Closes a statement: whether opening + booked = closing, null without a pair of balances. */
export interface StatementEndRecord {
  readonly type: 'statement-end';
  readonly statement: number;
  /** Signed exact decimals; null when the statement does not give them. */
  readonly opening: string | null;
  readonly closing: string | null;
  readonly balances: boolean | null;
}

/** Something the officer must see although the file can be read. */
export interface WarningRecord {
  readonly type: 'warning';
  readonly code: BankFileWarningCode;
  readonly line: number;
  readonly value: string | null;
}

export type BankFileWarningCode =
  | 'AMOUNT_UNREADABLE'
  | 'BALANCE_UNREADABLE'
  | 'BALANCES_DIFFER'
  | 'CLOSING_BALANCE_MISSING'
  | 'COUNT_DIFFERS'
  | 'SUM_DIFFERS'
  | 'DATE_IMPOSSIBLE'
  | 'ENCODING_GUESSED'
  | 'LINE_UNREADABLE'
  | 'MAPPING_NEEDED'
  | 'NAMESPACE_MISSING'
  | 'NO_STATEMENT'
  | 'NOT_A_STATEMENT'
  | 'ROW_SKIPPED'
  | 'STATUS_UNKNOWN'
  | 'TRANSACTIONS_NOT_LISTED';

export type BankRecord =
  | MessageRecord
  | BatchRecord
  | TransactionRecord
  | StatementRecord
  | BalanceRecord
  | EntryRecord
  | DetailRecord
  | StatementEndRecord
  | WarningRecord;

/** Text that banks put where they have no identifier: never a key. */
export const isUsableReference = (reference: string | null): reference is string =>
  reference !== null && !/^(?:NOTPROVIDED|NONREF|NOREF|N\/A|-|0+)$/i.test(reference);
