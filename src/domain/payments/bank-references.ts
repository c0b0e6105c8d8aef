import { isoMonth, type IsoMonth } from '../shared/iso-date.ts';
import { PAYMENT_KINDS, type PaymentKind } from './payment-status.ts';

/**
 * The identifiers under which the bank knows a list: its payments of one kind are one batch, so a status for a whole
 * message or payment-information block can be brought back to the payments. All fit ISO 20022 Max35Text.
 */
export interface BatchReference {
  readonly month: IsoMonth;
  /** 1 for the first list of the month, 2 for a second one. */
  readonly list: number;
  /** Null for all kinds of the list together. */
  readonly kind: PaymentKind | null;
}

const LETTERS: Readonly<Record<PaymentKind, string>> = {
  regular: 'R',
  difference: 'D',
  retroactive: 'A',
  recovery: 'C',
};

const REFERENCE = /^SSB(20\d{2})(0[1-9]|1[0-2])(?:L(\d{1,4}))?(?:-([RDAC]))?$/;

/** `SSB202611-R`; a second list of the month is `SSB202611L2-R`. */
export function batchReference({ month, list, kind }: BatchReference): string {
  const suffix = kind === null ? '' : `-${LETTERS[kind]}`;
  return `SSB${month.replace('-', '')}${list === 1 ? '' : `L${list}`}${suffix}`;
}

/** Null for an identifier that is not one of ours. */
export function parseBatchReference(text: string): BatchReference | null {
  const match = REFERENCE.exec(text);
  if (!match) return null;
  const [, year = '', month = '', list = '1', letter] = match;
  const kind = PAYMENT_KINDS.find((known) => LETTERS[known] === letter) ?? null;
  return { month: isoMonth(`${year}-${month}`), list: Number(list), kind };
}

/** `INS59-000123`: the instruction id of a payment, and its end-to-end id where the list gives none. */
export function instructionIdOf(cycleNumber: number, serial: number): string {
  return `INS${cycleNumber}-${String(serial).padStart(6, '0')}`;
}
