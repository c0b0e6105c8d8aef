import type {
  BalanceRecord,
  BankReason,
  DetailRecord,
  EntryRecord,
  StatementPage,
  StatementRecord,
} from '../../../domain/reconciliation/bank-message.ts';
import { newLine, type Draft, type LineDraft, type RecordStart } from '../line-draft.ts';
import { joinShapes, textAt, type ElementShape } from '../xml/element-shape.ts';
import { reasonShape } from './element-fields.ts';

export type EntryDraft = LineDraft & Omit<Draft<EntryRecord>, keyof LineDraft>;
export type DetailDraft = LineDraft &
  Omit<Draft<DetailRecord>, keyof LineDraft> & {
    debtorAccount: string | null;
    debtorName: string | null;
  };

/** `PMNT/ICDT/DMCT`, or the bank's proprietary code where no domain is given. */
export function transactionCodeShape(set: (code: string) => void): ElementShape {
  let domain: string[] = [];
  let proprietary: string | null = null;
  return joinShapes(
    {
      open: () => {
        domain = [];
        proprietary = null;
      },
      close: () => {
        const code = domain.length > 0 ? domain.join('/') : proprietary;
        if (code !== null) set(code);
      },
    },
    textAt((text) => domain.push(text), 'Domn/Cd', 'Domn/Fmly/Cd', 'Domn/Fmly/SubFmlyCd'),
    textAt((text) => (proprietary = text), 'Prtry/Cd'),
  );
}

/** The page of a statement, report or notification; a page without a number is none. */
export function pageShape(set: (page: StatementPage) => void): ElementShape {
  let number = 0;
  let isLast = true;
  const leaf = joinShapes(
    {
      open: () => {
        number = 0;
        isLast = true;
      },
      close: () => {
        if (number > 0) set({ number, isLast });
      },
    },
    textAt((text) => (number = /^\d{1,5}$/.test(text) ? Number(text) : 0), 'PgNb'),
    textAt((text) => (isLast = text === 'true' || text === '1'), 'LastPgInd'),
  );
  return { children: { StmtPgntn: leaf, RptPgntn: leaf, NtfctnPgntn: leaf } };
}

export function returnShape(opened: () => void, add: (reason: BankReason) => void): ElementShape {
  const shape = reasonShape('return', (reason) => {
    if (reason.code !== null || reason.proprietary !== null || reason.info.length > 0) add(reason);
  });
  return {
    ...shape,
    open: (at, tag) => {
      opened();
      shape.open?.(at, tag);
    },
  };
}

export const joined = (known: string | null, text: string): string =>
  known === null ? text : `${known} ${text}`;

/** The beneficiary is the creditor, unless that is our own account: a return then comes from the debtor's side. */
export function finishDetail(
  { debtorAccount, debtorName, ...detail }: DetailDraft,
  ownAccount: string | null,
): DetailRecord {
  const ours = detail.account !== null && detail.account === ownAccount;
  const absent = detail.account === null && detail.name === null;
  if ((ours || absent) && debtorAccount !== ownAccount) {
    return { ...detail, account: debtorAccount, name: debtorName, bank: null };
  }
  return detail;
}

export const newStatement = (at: RecordStart, statement: number): Draft<StatementRecord> => ({
  type: 'statement',
  ...at,
  length: 0,
  statement,
  id: null,
  account: null,
  currency: null,
  sequence: null,
  page: null,
  createdAt: null,
});

export const newBalance = (at: RecordStart, statement: number): Draft<BalanceRecord> => ({
  type: 'balance',
  ...at,
  length: 0,
  statement,
  code: null,
  amount: null,
  currency: null,
  direction: 'credit',
  date: null,
});

export const newEntry = (at: RecordStart, index: number, statement: number): EntryDraft => ({
  ...newLine(at, index),
  type: 'entry',
  statement,
  details: 0,
  reversal: false,
  bookingDate: null,
  valueDate: null,
  transactionCode: null,
});

export const newDetail = (at: RecordStart, index: number, entry: EntryDraft): DetailDraft => ({
  ...newLine(at, index),
  type: 'detail',
  statement: entry.statement,
  entry: entry.index,
  direction: entry.direction,
  amountFrom: null,
  transactionCode: null,
  debtorAccount: null,
  debtorName: null,
});
