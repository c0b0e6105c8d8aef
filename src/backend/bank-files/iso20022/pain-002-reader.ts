import {
  reasonsOfBank,
  type BankReason,
  type BatchRecord,
  type TransactionRecord,
} from '../../../domain/reconciliation/bank-message.ts';
import { bankOfSender } from '../../../domain/registry/saudi-banks.ts';
import { joinShapes, textAt, type ElementShape } from '../xml/element-shape.ts';
import {
  newBatch,
  newLine,
  newMessage,
  NOWHERE,
  type Draft,
  type Emit,
  type RecordStart,
} from '../line-draft.ts';
import { amountAt, field, reasonShape } from './element-fields.ts';
import type { IsoMessage } from './message-kinds.ts';

/**
 * pain.002 (CustomerPaymentStatusReport, versions .02 to .14): a status for the file, for batches, for transactions, or
 * any of them. Statuses are not inherited here: a rejected batch without listed transactions is reported as it stands,
 * with a warning, and matching applies it.
 */
export function pain002Shape({ kind, version }: IsoMessage, emit: Emit): ElementShape {
  let message = newMessage(kind, version, NOWHERE);
  let messageSent = false;
  let batch: Draft<BatchRecord> | null = null;
  let batchSent = false;
  let batches = 0;
  let transactions = 0;
  let transactionsOfBatch = 0;
  let transaction = newTransaction(NOWHERE, 0, null);
  /** Who sent it: the payer's bank, by the header or by the transaction that it gives back. */
  let sender: string | null = null;
  let payersBank: string | null = null;
  let payersAccount: string | null = null;

  const bankOfHeader = (): string | null => bankOfSender(sender, null);
  const sendMessage = (): void => {
    if (messageSent) return;
    message.reasons = reasonsOfBank(message.reasons, bankOfHeader);
    emit(message);
    messageSent = true;
  };
  const theBatch = (): Draft<BatchRecord> => (batch ??= newBatch(NOWHERE, batches));
  const sendBatch = (): void => {
    sendMessage();
    if (batch && !batchSent) {
      batch.reasons = reasonsOfBank(batch.reasons, bankOfHeader);
      emit(batch);
    }
    batchSent = true;
  };

  const transactionShape = joinShapes(
    {
      record: true,
      open: (at) => {
        sendBatch();
        transactions += 1;
        transactionsOfBatch += 1;
        transaction = newTransaction(at, transactions, batch?.batch ?? null);
        payersBank = payersAccount = null;
      },
      close: (end) => {
        transaction.length = end - transaction.offset;
        transaction.originalMessageId ??= message.originalMessageId;
        transaction.paymentInformationId ??= batch?.paymentInformationId ?? null;
        transaction.reasons = reasonsOfBank(transaction.reasons, () =>
          bankOfSender(sender ?? payersBank, payersAccount),
        );
        emit(transaction);
      },
    },
    field(() => transaction, 'originalMessageId', 'OrgnlGrpInf/OrgnlMsgId'),
    field(() => transaction, 'paymentInformationId', 'OrgnlPmtInfId', 'OrgnlTxRef/PmtInfId'),
    field(() => transaction, 'instructionId', 'OrgnlInstrId'),
    field(() => transaction, 'endToEndId', 'OrgnlEndToEndId'),
    field(() => transaction, 'transactionId', 'OrgnlTxId'),
    field(() => transaction, 'uetr', 'OrgnlUETR'),
    field(() => transaction, 'status', 'TxSts'),
    field(() => transaction, 'bankReference', 'AcctSvcrRef', 'ClrSysRef', 'StsId'),
    field(
      () => transaction,
      'account',
      'OrgnlTxRef/CdtrAcct/Id/IBAN',
      'OrgnlTxRef/CdtrAcct/Id/Othr/Id',
    ),
    field(() => transaction, 'name', 'OrgnlTxRef/Cdtr/Nm', 'OrgnlTxRef/Cdtr/Pty/Nm'),
    field(
      () => transaction,
      'bank',
      'OrgnlTxRef/CdtrAgt/FinInstnId/BICFI',
      'OrgnlTxRef/CdtrAgt/FinInstnId/BIC',
    ),
    field(() => transaction, 'narrative', 'OrgnlTxRef/RmtInf/Ustrd'),
    textAt(
      (text) => (payersBank ??= text),
      'OrgnlTxRef/DbtrAgt/FinInstnId/BICFI',
      'OrgnlTxRef/DbtrAgt/FinInstnId/BIC',
    ),
    textAt((text) => (payersAccount ??= text), 'OrgnlTxRef/DbtrAcct/Id/IBAN'),
    amountAt(
      ({ amount, currency }, raw) => {
        transaction.amount = amount;
        transaction.currency = currency;
        if (amount !== null) return;
        transaction.problem = 'AMOUNT_UNREADABLE';
        emit({
          type: 'warning',
          code: 'AMOUNT_UNREADABLE',
          line: transaction.line,
          value: raw.slice(0, 40),
        });
      },
      'OrgnlTxRef/Amt/InstdAmt',
      'OrgnlTxRef/Amt/EqvtAmt/Amt',
    ),
    {
      children: {
        StsRsnInf: reasonShape('status', (reason) => {
          transaction.reasons = [...transaction.reasons, reason];
        }),
      },
    },
  );

  const batchShape = joinShapes(
    {
      open: (at) => {
        sendMessage();
        batches += 1;
        transactionsOfBatch = 0;
        batch = newBatch(at, batches);
        batchSent = false;
      },
      close: () => {
        sendBatch();
        if (transactionsOfBatch === 0 && batch?.status) warnUnlisted(batch.line, batch.status);
        batch = null;
      },
      children: {
        TxInfAndSts: transactionShape,
        StsRsnInf: reasonShape('status', (reason) => {
          theBatch().reasons = [...theBatch().reasons, reason];
        }),
      },
    },
    field(theBatch, 'paymentInformationId', 'OrgnlPmtInfId'),
    field(theBatch, 'status', 'PmtInfSts'),
    field(theBatch, 'declaredCount', 'OrgnlNbOfTxs'),
    field(theBatch, 'declaredSum', 'OrgnlCtrlSum'),
  );

  const warnUnlisted = (line: number, status: string): void =>
    emit({ type: 'warning', code: 'TRANSACTIONS_NOT_LISTED', line, value: status });

  return joinShapes(
    {
      open: (at) => {
        message = newMessage(kind, version, at);
      },
      close: () => {
        sendMessage();
        const { groupStatus, line } = message;
        if (transactions === 0 && batches === 0 && groupStatus) warnUnlisted(line, groupStatus);
      },
      children: {
        OrgnlPmtInfAndSts: batchShape,
        TxInfAndSts: transactionShape,
        OrgnlGrpInfAndSts: joinShapes(
          {
            children: {
              StsRsnInf: reasonShape('status', (reason) => {
                message.reasons = [...message.reasons, reason];
              }),
            },
          },
          field(() => message, 'originalMessageId', 'OrgnlMsgId'),
          field(() => message, 'originalMessageName', 'OrgnlMsgNmId'),
          field(() => message, 'declaredCount', 'OrgnlNbOfTxs'),
          field(() => message, 'declaredSum', 'OrgnlCtrlSum'),
          field(() => message, 'groupStatus', 'GrpSts'),
        ),
      },
    },
    field(() => message, 'messageId', 'GrpHdr/MsgId'),
    field(() => message, 'createdAt', 'GrpHdr/CreDtTm'),
    textAt(
      (text) => (sender ??= text),
      'GrpHdr/DbtrAgt/FinInstnId/BICFI',
      'GrpHdr/DbtrAgt/FinInstnId/BIC',
    ),
  );
}

type TransactionDraft = Omit<ReturnType<typeof newLine>, 'reasons'> &
  Pick<TransactionRecord, 'type' | 'batch'> & { reasons: readonly BankReason[] };

const newTransaction = (
  at: RecordStart,
  index: number,
  batch: number | null,
): TransactionDraft => ({
  ...newLine(at, index),
  type: 'transaction',
  batch,
});
