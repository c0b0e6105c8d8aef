import { halalasToDecimal, type Halalas } from '../../../domain/shared/halalas.ts';
import {
  bicText,
  ibanText,
  identifier,
  limited,
  optionalText,
  uetrText,
  optionalIdentifier,
  writeAmount,
  writeReason,
  type WrittenReason,
} from './iso-elements.ts';
import { writeXmlFile, type XmlFileWriter } from './xml-file-writer.ts';

/** One transaction's answer. */
export interface PaymentAnswer {
  readonly instructionId?: string | null;
  readonly endToEndId: string;
  readonly uetr?: string | null;
  /** ISO 20022 ExternalPaymentTransactionStatus1Code: ACSC, ACCC, RJCT, PDNG, ... */
  readonly status: string;
  readonly reasons?: readonly WrittenReason[];
  /** Instant. */
  readonly acceptedAt?: string | null;
  readonly bankReference?: string | null;
  readonly amount?: Halalas | null;
  readonly name?: string | null;
  readonly iban?: string | null;
  readonly bank?: string | null;
}

export interface BatchAnswer {
  readonly paymentInformationId: string;
  readonly originalCount: number;
  readonly originalTotal: Halalas;
  readonly status?: string | null;
  readonly reasons?: readonly WrittenReason[];
  /** May be empty: the status then stands for the whole batch. */
  readonly transactions: Iterable<PaymentAnswer> | AsyncIterable<PaymentAnswer>;
}

export interface StatusReport {
  readonly messageId: string;
  /** Instant, UTC ISO. */
  readonly createdAt: string;
  /** BIC of the answering bank. */
  readonly bank?: string | null;
  readonly originalMessageId: string;
  readonly originalCount: number;
  readonly originalTotal: Halalas;
  readonly groupStatus?: string | null;
  readonly reasons?: readonly WrittenReason[];
  readonly batches: Iterable<BatchAnswer> | AsyncIterable<BatchAnswer>;
}

/**
 * Writes a bank's answer as pain.002.001.10: group, batches, transactions.
 *
 * @throws RangeError when a text is not what its element holds: a blank identifier, or one of 36 characters
 */
export async function writePain002(path: string, report: StatusReport): Promise<void> {
  await writeXmlFile(path, async (xml) => {
    xml.start('Document', { xmlns: 'urn:iso:std:iso:20022:tech:xsd:pain.002.001.10' });
    xml.start('CstmrPmtStsRpt');
    writeHeader(xml, report);
    for await (const batch of report.batches) {
      xml.start('OrgnlPmtInfAndSts');
      xml.text('OrgnlPmtInfId', identifier(batch.paymentInformationId));
      xml.text('OrgnlNbOfTxs', String(batch.originalCount));
      xml.text('OrgnlCtrlSum', halalasToDecimal(batch.originalTotal));
      xml.text('PmtInfSts', optionalText(batch.status, 4));
      for (const reason of batch.reasons ?? []) writeReason(xml, 'StsRsnInf', reason);
      for await (const answer of batch.transactions) {
        writeAnswer(xml, answer);
        await xml.flush();
      }
      xml.end();
    }
  });
}

function writeHeader(xml: XmlFileWriter, report: StatusReport): void {
  xml.start('GrpHdr');
  xml.text('MsgId', identifier(report.messageId));
  xml.text('CreDtTm', report.createdAt);
  xml.text(['DbtrAgt', 'FinInstnId', 'BICFI'], bicText(report.bank));
  xml.end();
  xml.start('OrgnlGrpInfAndSts');
  xml.text('OrgnlMsgId', identifier(report.originalMessageId));
  xml.text('OrgnlMsgNmId', 'pain.001.001.09');
  xml.text('OrgnlNbOfTxs', String(report.originalCount));
  xml.text('OrgnlCtrlSum', halalasToDecimal(report.originalTotal));
  xml.text('GrpSts', optionalText(report.groupStatus, 4));
  for (const reason of report.reasons ?? []) writeReason(xml, 'StsRsnInf', reason);
  xml.end();
}

function writeAnswer(xml: XmlFileWriter, answer: PaymentAnswer): void {
  xml.start('TxInfAndSts');
  xml.text('OrgnlInstrId', optionalIdentifier(answer.instructionId));
  xml.text('OrgnlEndToEndId', identifier(answer.endToEndId));
  xml.text('OrgnlUETR', uetrText(answer.uetr));
  xml.text('TxSts', limited(answer.status, 4));
  for (const reason of answer.reasons ?? []) writeReason(xml, 'StsRsnInf', reason);
  xml.text('AccptncDtTm', answer.acceptedAt ?? null);
  xml.text('AcctSvcrRef', optionalIdentifier(answer.bankReference));
  const { amount, name, iban, bank } = answer;
  if (amount !== undefined || name || iban || bank) {
    xml.start('OrgnlTxRef');
    if (amount !== undefined && amount !== null) writeAmount(xml, ['Amt', 'InstdAmt'], amount);
    xml.text(['CdtrAgt', 'FinInstnId', 'BICFI'], bicText(bank));
    xml.text(['Cdtr', 'Pty', 'Nm'], optionalText(name, 140));
    xml.text(['CdtrAcct', 'Id', 'IBAN'], ibanText(iban));
    xml.end();
  }
  xml.end();
}
