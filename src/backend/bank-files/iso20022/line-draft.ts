import type {
  BankFileKind,
  BankLine,
  BatchRecord,
  MessageRecord,
  BankReason,
  BankRecord,
  Direction,
  ReasonList,
} from '../../../domain/reconciliation/bank-message.ts';
import { parseDecimal } from '../../../domain/reconciliation/decimal-amount.ts';
import {
  atPath,
  joinShapes,
  textAt,
  type ElementShape,
  type ElementStart,
} from '../xml/element-shape.ts';

export type Emit = (record: BankRecord) => void;

export type Draft<T> = { -readonly [Key in keyof T]: T[Key] };

export type LineDraft = Omit<Draft<BankLine>, 'reasons'> & { reasons: BankReason[] };

export const newLine = (at: ElementStart, index: number): LineDraft => ({
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
  at: ElementStart,
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

export const newBatch = (at: ElementStart, batch: number): Draft<BatchRecord> => ({
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
export const NOWHERE: ElementStart = { line: 1, offset: 0 };

/** Text into one field of whatever draft `target` returns at that moment; the first value stands. */
export function field<T, K extends keyof T>(
  target: () => T,
  key: K & { [P in keyof T]: string | null extends T[P] ? P : never }[keyof T],
  ...paths: readonly string[]
): ElementShape {
  return textAt(
    (text) => {
      const draft: { [P in K]: unknown } = target();
      draft[key] ??= text;
    },
    ...paths,
  );
}

export interface AmountText {
  readonly amount: string | null;
  readonly currency: string | null;
}

/** An element `<X Ccy="SAR">1320.00</X>`; the amount is null when its text is not a plain unsigned decimal. */
export function amountAt(
  set: (value: AmountText, raw: string) => void,
  ...paths: readonly string[]
): ElementShape {
  const leaf: ElementShape = {
    text: (text, tag) => {
      const value = parseDecimal(text);
      const readable = value !== null && value.scale <= 5 && value.units >= 0n;
      set(
        { amount: readable ? text : null, currency: tag.attributes['Ccy']?.value.trim() ?? null },
        text,
      );
    },
  };
  return joinShapes(...paths.map((path) => atPath(path.split('/'), leaf)));
}

export const directionOf = (indicator: string): Direction | null =>
  indicator === 'CRDT' ? 'credit' : indicator === 'DBIT' ? 'debit' : null;

/** One status or return reason, whichever version's element names it uses. */
export function reasonShape(list: ReasonList, add: (reason: BankReason) => void): ElementShape {
  const draft: { code: string | null; proprietary: string | null; info: string[] } = {
    code: null,
    proprietary: null,
    info: [],
  };
  const current = (): typeof draft => draft;
  return joinShapes(
    {
      open: () => {
        draft.code = null;
        draft.proprietary = null;
        draft.info = [];
      },
      close: () => add({ list, ...draft }),
    },
    field(current, 'code', 'Rsn/Cd', 'StsRsn/Cd', 'RtrRsn/Cd'),
    field(current, 'proprietary', 'Rsn/Prtry', 'StsRsn/Prtry', 'RtrRsn/Prtry'),
    textAt((text) => draft.info.push(text), 'AddtlInf', 'AddtlStsRsnInf', 'AddtlRtrRsnInf'),
  );
}
