import type { SaxesTagNS } from 'saxes';
import type { BankFileKind } from '../../../domain/reconciliation/bank-message.ts';

export type IsoKind = Extract<BankFileKind, `pain.${string}` | `camt.${string}`>;

/** The element that holds a message below `Document`; the first version of camt carried its number in the name. */
const MESSAGE_ELEMENTS: Readonly<Record<string, IsoKind>> = {
  CstmrCdtTrfInitn: 'pain.001',
  'pain.001.001.02': 'pain.001',
  CstmrPmtStsRpt: 'pain.002',
  'pain.002.001.02': 'pain.002',
  BkToCstmrAcctRpt: 'camt.052',
  BkToCstmrAcctRptV01: 'camt.052',
  BkToCstmrStmt: 'camt.053',
  BkToCstmrStmtV01: 'camt.053',
  BkToCstmrDbtCdtNtfctn: 'camt.054',
  BkToCstmrDbtCdtNtfctnV01: 'camt.054',
};

export interface IsoMessage {
  readonly kind: IsoKind;
  /** What follows the kind in the message name (`001.10`); null without a usable namespace. */
  readonly version: string | null;
}

export function messageOfElement(tag: SaxesTagNS): IsoMessage | null {
  const kind = Object.hasOwn(MESSAGE_ELEMENTS, tag.local) ? MESSAGE_ELEMENTS[tag.local] : undefined;
  if (kind === undefined) return null;
  return { kind, version: messageName(tag.uri)?.slice(kind.length + 1) ?? null };
}

const MESSAGE_NAME =
  /\b((?:pain|pacs|camt|acmt|remt|head|admi)\.\d{3}(?:\.\d{3}\.\d{2}(?:\.[a-z]{2}\.\d{2})?)?)/;

/** `pain.002.001.10` from a namespace such as `urn:iso:std:iso:20022:tech:xsd:pain.002.001.10`. */
export const messageName = (namespace: string): string | null =>
  MESSAGE_NAME.exec(namespace)?.[1] ?? null;
