import { halalas, halalasToDecimal, type Halalas } from '../../../domain/shared/halalas.ts';
import {
  bicText,
  ibanText,
  identifier,
  limited,
  optionalIdentifier,
  optionalText,
  uetrText,
  writeAmount,
} from './iso-elements.ts';
import type { WrittenFile } from './written-file.ts';
import { writeXmlFile, type XmlFileWriter } from './xml-file-writer.ts';

export interface InstructedPayment {
  readonly instructionId?: string | null;
  readonly endToEndId: string;
  readonly uetr?: string | null;
  /** Halalas, above zero. */
  readonly amount: Halalas;
  readonly iban: string;
  readonly name: string;
  readonly nationalId?: string | null;
  /** BIC of the beneficiary's bank. */
  readonly bank?: string | null;
  readonly narrative?: string | null;
}

export interface PaymentBatch {
  readonly messageId: string;
  /** Instant, UTC ISO. */
  readonly createdAt: string;
  readonly paymentInformationId: string;
  /** `YYYY-MM-DD`. */
  readonly executionDate: string;
  readonly debtorName: string;
  readonly debtorIban: string;
  readonly debtorBank: string;
  /** Stand in the header, before the payments: a batch that turns out otherwise is not written. */
  readonly count: number;
  readonly total: Halalas;
  readonly payments: Iterable<InstructedPayment> | AsyncIterable<InstructedPayment>;
}

/**
 * Writes a batch as pain.001.001.09, in riyals, with the purpose of social security benefits (ISO ExternalPurpose1Code
 * SSBE).
 *
 * @throws RangeError when the payments are not `count` and `total`, or a text is not what its element holds (an
 *   identifier of 36 characters, a BIC that is none)
 */
export async function writePain001(path: string, batch: PaymentBatch): Promise<WrittenFile> {
  return writeXmlFile(path, async (xml) => {
    xml.start('Document', { xmlns: 'urn:iso:std:iso:20022:tech:xsd:pain.001.001.09' });
    xml.start('CstmrCdtTrfInitn');
    xml.start('GrpHdr');
    xml.text('MsgId', identifier(batch.messageId));
    xml.text('CreDtTm', batch.createdAt);
    xml.text('NbOfTxs', String(batch.count));
    xml.text('CtrlSum', halalasToDecimal(batch.total));
    xml.text(['InitgPty', 'Nm'], limited(batch.debtorName, 140));
    xml.end();
    xml.start('PmtInf');
    writeBatchHeader(xml, batch);
    let count = 0;
    let total = 0;
    for await (const payment of batch.payments) {
      writePayment(xml, payment);
      count += 1;
      total += payment.amount;
      await xml.flush();
    }
    if (count !== batch.count || halalas(total) !== batch.total) {
      throw new RangeError(
        `The batch holds ${count} payments of ${total} halalas, not as announced`,
      );
    }
    return { count, total: halalas(total) };
  });
}

function writeBatchHeader(xml: XmlFileWriter, batch: PaymentBatch): void {
  xml.text('PmtInfId', identifier(batch.paymentInformationId));
  xml.text('PmtMtd', 'TRF');
  xml.text('BtchBookg', 'true');
  xml.text('NbOfTxs', String(batch.count));
  xml.text('CtrlSum', halalasToDecimal(batch.total));
  xml.text(['PmtTpInf', 'CtgyPurp', 'Cd'], 'SSBE');
  xml.text(['ReqdExctnDt', 'Dt'], batch.executionDate);
  xml.text(['Dbtr', 'Nm'], limited(batch.debtorName, 140));
  xml.text(['DbtrAcct', 'Id', 'IBAN'], ibanText(batch.debtorIban));
  xml.text(['DbtrAgt', 'FinInstnId', 'BICFI'], bicText(batch.debtorBank));
}

function writePayment(xml: XmlFileWriter, payment: InstructedPayment): void {
  xml.start('CdtTrfTxInf');
  xml.start('PmtId');
  xml.text('InstrId', optionalIdentifier(payment.instructionId));
  xml.text('EndToEndId', identifier(payment.endToEndId));
  xml.text('UETR', uetrText(payment.uetr));
  xml.end();
  writeAmount(xml, ['Amt', 'InstdAmt'], payment.amount);
  xml.text(['CdtrAgt', 'FinInstnId', 'BICFI'], bicText(payment.bank));
  xml.start('Cdtr');
  xml.text('Nm', limited(payment.name, 140));
  if (payment.nationalId) {
    xml.start('Id');
    xml.start('PrvtId');
    xml.start('Othr');
    xml.text('Id', identifier(payment.nationalId));
    xml.text(['SchmeNm', 'Cd'], 'NIDN');
    xml.end();
    xml.end();
    xml.end();
  }
  xml.end();
  xml.text(['CdtrAcct', 'Id', 'IBAN'], ibanText(payment.iban));
  xml.text(['Purp', 'Cd'], 'SSBE');
  xml.text(['RmtInf', 'Ustrd'], optionalText(payment.narrative, 140));
  xml.end();
}
