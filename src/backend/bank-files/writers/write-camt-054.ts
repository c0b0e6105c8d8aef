import type { Direction } from '../../../domain/reconciliation/bank-message.ts';
import type { Halalas } from '../../../domain/shared/halalas.ts';
import {
  ibanText,
  identifier,
  optionalText,
  uetrText,
  optionalIdentifier,
  writeAmount,
  writeReason,
  type WrittenReason,
} from './iso-elements.ts';
import { writeXmlFile, type XmlFileWriter } from './xml-file-writer.ts';

export interface NotifiedDetail {
  readonly messageId?: string | null;
  readonly paymentInformationId?: string | null;
  readonly instructionId?: string | null;
  readonly endToEndId?: string | null;
  readonly uetr?: string | null;
  readonly bankReference?: string | null;
  readonly amount: Halalas;
  readonly direction: Direction;
  readonly name?: string | null;
  readonly iban?: string | null;
  readonly narrative?: string | null;
  /** Makes the detail a return (ISO 20022 ExternalReturnReason1Code). */
  readonly returned?: WrittenReason | null;
}

export interface NotifiedEntry {
  readonly reference?: string | null;
  readonly amount: Halalas;
  readonly direction: Direction;
  /** `YYYY-MM-DD`. */
  readonly bookingDate: string;
  readonly valueDate?: string | null;
  readonly bankReference?: string | null;
  readonly details: readonly NotifiedDetail[];
  readonly narrative?: string | null;
}

export interface Notification {
  readonly messageId: string;
  readonly id: string;
  /** Instant, UTC ISO. */
  readonly createdAt: string;
  readonly account: string;
  readonly entries: Iterable<NotifiedEntry> | AsyncIterable<NotifiedEntry>;
}

/**
 * Writes a bank's notification of booked entries as camt.054.001.08, in riyals.
 *
 * @throws RangeError when a text is not what its element holds: a blank identifier, or one of 36 characters
 */
export async function writeCamt054(path: string, notification: Notification): Promise<void> {
  await writeXmlFile(path, async (xml) => {
    xml.start('Document', { xmlns: 'urn:iso:std:iso:20022:tech:xsd:camt.054.001.08' });
    xml.start('BkToCstmrDbtCdtNtfctn');
    xml.start('GrpHdr');
    xml.text('MsgId', identifier(notification.messageId));
    xml.text('CreDtTm', notification.createdAt);
    xml.end();
    xml.start('Ntfctn');
    xml.text('Id', identifier(notification.id));
    xml.text('CreDtTm', notification.createdAt);
    xml.start('Acct');
    xml.text(['Id', 'IBAN'], ibanText(notification.account));
    xml.text('Ccy', 'SAR');
    xml.end();
    for await (const entry of notification.entries) {
      writeEntry(xml, entry);
      await xml.flush();
    }
  });
}

const indicator = (direction: Direction): string => (direction === 'credit' ? 'CRDT' : 'DBIT');

function writeEntry(xml: XmlFileWriter, entry: NotifiedEntry): void {
  const returns = entry.details.some(({ returned }) => returned);
  xml.start('Ntry');
  xml.text('NtryRef', optionalIdentifier(entry.reference));
  writeAmount(xml, 'Amt', entry.amount);
  xml.text('CdtDbtInd', indicator(entry.direction));
  xml.text(['Sts', 'Cd'], 'BOOK');
  xml.text(['BookgDt', 'Dt'], entry.bookingDate);
  xml.text(['ValDt', 'Dt'], entry.valueDate ?? null);
  xml.text('AcctSvcrRef', optionalIdentifier(entry.bankReference));
  xml.start('BkTxCd');
  xml.start('Domn');
  xml.text('Cd', 'PMNT');
  xml.start('Fmly');
  xml.text('Cd', entry.direction === 'credit' ? 'RCDT' : 'ICDT');
  xml.text('SubFmlyCd', returns ? 'RRTN' : 'DMCT');
  xml.end();
  xml.end();
  xml.end();
  if (entry.details.length > 0) {
    xml.start('NtryDtls');
    for (const detail of entry.details) writeDetail(xml, detail);
    xml.end();
  }
  xml.text('AddtlNtryInf', optionalText(entry.narrative, 500));
  xml.end();
}

function writeDetail(xml: XmlFileWriter, detail: NotifiedDetail): void {
  xml.start('TxDtls');
  xml.start('Refs');
  xml.text('MsgId', optionalIdentifier(detail.messageId));
  xml.text('AcctSvcrRef', optionalIdentifier(detail.bankReference));
  xml.text('PmtInfId', optionalIdentifier(detail.paymentInformationId));
  xml.text('InstrId', optionalIdentifier(detail.instructionId));
  xml.text('EndToEndId', optionalIdentifier(detail.endToEndId));
  xml.text('UETR', uetrText(detail.uetr));
  xml.end();
  writeAmount(xml, 'Amt', detail.amount);
  xml.text('CdtDbtInd', indicator(detail.direction));
  if (detail.name || detail.iban) {
    xml.start('RltdPties');
    xml.text(['Cdtr', 'Pty', 'Nm'], optionalText(detail.name, 140));
    xml.text(['CdtrAcct', 'Id', 'IBAN'], ibanText(detail.iban));
    xml.end();
  }
  xml.text(['RmtInf', 'Ustrd'], optionalText(detail.narrative, 140));
  if (detail.returned) writeReason(xml, 'RtrInf', detail.returned);
  xml.end();
}
