import type {
  BankFileKind,
  BankLine,
  BankReason,
  BankRecord,
  BatchRecord,
  MessageRecord,
} from '../../domain/reconciliation/bank-message.ts';

export type Emit = (record: BankRecord) => void;

/** Where a record begins in its file. */
export interface RecordStart {
  readonly line: number;
  readonly offset: number;
}

export type Draft<T> = { -readonly [Key in keyof T]: T[Key] };

export type LineDraft = Omit<Draft<BankLine>, 'reasons'> & { reasons: BankReason[] };

export const newLine = (at: RecordStart, index: number): LineDraft => ({
  index,
  line: at.line,
  offset: at.offset,
  length: 0,
  endToEndId: null,
  instructionId: null,
  transactionId: null,
  originalMessageId: null,
  paymentInformationId: null,
  uetr: null,
  bankReference: null,
  amount: null,
  currency: null,
  direction: null,
  status: null,
  reasons: [],
  isReturn: false,
  account: null,
  name: null,
  bank: null,
  personId: null,
  narrative: null,
  problem: null,
});

export const newMessage = (
  kind: BankFileKind,
  version: string | null,
  at: RecordStart,
): Draft<MessageRecord> => ({
  type: 'message',
  kind,
  version,
  line: at.line,
  offset: at.offset,
  length: 0,
  messageId: null,
  createdAt: null,
  declaredCount: null,
  declaredSum: null,
  originalMessageId: null,
  originalMessageName: null,
  groupStatus: null,
  reasons: [],
});

export const newBatch = (at: RecordStart, batch: number): Draft<BatchRecord> => ({
  type: 'batch',
  batch,
  line: at.line,
  offset: at.offset,
  length: 0,
  paymentInformationId: null,
  status: null,
  reasons: [],
  declaredCount: null,
  declaredSum: null,
  account: null,
  executionDate: null,
});

/** Where a draft stands before its element has begun. */
export const NOWHERE: RecordStart = { line: 1, offset: 0 };
