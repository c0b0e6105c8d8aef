import type { TransactionRecord } from '../../../domain/reconciliation/bank-message.ts';
import {
  addDecimals,
  decimalsEqual,
  parseDecimal,
  ZERO,
} from '../../../domain/reconciliation/decimal-amount.ts';
import { joinShapes, textAt, type ElementShape } from '../xml/element-shape.ts';
import {
  newBatch,
  newLine,
  newMessage,
  NOWHERE,
  type Emit,
  type RecordStart,
  type LineDraft,
} from '../line-draft.ts';
import { amountAt, field } from './element-fields.ts';
import type { IsoMessage } from './message-kinds.ts';

/** pain.001 (CustomerCreditTransferInitiation): the record of what was sent. Header counts and sums are checked. */
export function pain001Shape({ kind, version }: IsoMessage, emit: Emit): ElementShape {
  let message = newMessage(kind, version, NOWHERE);
  let batch = newBatch(NOWHERE, 0);
  let transaction = newTransaction(NOWHERE, 0, 0);
  let messageSent = false;
  let batchSent = false;
  let transactions = 0;
  let sum = ZERO;

  const sendMessage = (): void => {
    if (!messageSent) emit(message);
    messageSent = true;
  };
  const sendBatch = (): void => {
    if (!batchSent) emit(batch);
    batchSent = true;
  };
  const checkHeader = (): void => {
    const { declaredCount, declaredSum, line } = message;
    // NbOfTxs is mandatory, so a missing one differs too.
    if (declaredCount === null || Number(declaredCount) !== transactions) {
      emit({ type: 'warning', code: 'COUNT_DIFFERS', line, value: declaredCount });
    }
    const declared = declaredSum === null ? null : parseDecimal(declaredSum);
    if (declaredSum !== null && (declared === null || !decimalsEqual(declared, sum))) {
      emit({ type: 'warning', code: 'SUM_DIFFERS', line, value: declaredSum });
    }
  };

  const transactionShape = joinShapes(
    {
      record: true,
      open: (at) => {
        sendBatch();
        transactions += 1;
        transaction = newTransaction(at, transactions, batch.batch);
      },
      close: (end) => {
        transaction.length = end - transaction.offset;
        transaction.originalMessageId = message.messageId;
        transaction.paymentInformationId = batch.paymentInformationId;
        sum = addDecimals(
          sum,
          (transaction.amount === null ? null : parseDecimal(transaction.amount)) ?? ZERO,
        );
        emit(transaction);
      },
    },
    field(() => transaction, 'instructionId', 'PmtId/InstrId'),
    field(() => transaction, 'endToEndId', 'PmtId/EndToEndId'),
    field(() => transaction, 'uetr', 'PmtId/UETR'),
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
      'Amt/InstdAmt',
      'Amt/EqvtAmt/Amt',
    ),
    field(() => transaction, 'account', 'CdtrAcct/Id/IBAN', 'CdtrAcct/Id/Othr/Id'),
    field(() => transaction, 'name', 'Cdtr/Nm'),
    field(() => transaction, 'personId', 'Cdtr/Id/PrvtId/Othr/Id'),
    field(() => transaction, 'bank', 'CdtrAgt/FinInstnId/BICFI', 'CdtrAgt/FinInstnId/BIC'),
    textAt(
      (text) =>
        (transaction.narrative =
          transaction.narrative === null ? text : `${transaction.narrative} ${text}`),
      'RmtInf/Ustrd',
    ),
  );

  const batchShape = joinShapes(
    {
      open: (at) => {
        sendMessage();
        batch = newBatch(at, batch.batch + 1);
        batchSent = false;
      },
      close: () => sendBatch(),
      children: { CdtTrfTxInf: transactionShape },
    },
    field(() => batch, 'paymentInformationId', 'PmtInfId'),
    field(() => batch, 'declaredCount', 'NbOfTxs'),
    field(() => batch, 'declaredSum', 'CtrlSum'),
    field(() => batch, 'account', 'DbtrAcct/Id/IBAN', 'DbtrAcct/Id/Othr/Id'),
    field(() => batch, 'executionDate', 'ReqdExctnDt', 'ReqdExctnDt/Dt', 'ReqdExctnDt/DtTm'),
  );

  return joinShapes(
    {
      open: (at) => (message = newMessage(kind, version, at)),
      close: () => {
        sendMessage();
        checkHeader();
      },
      children: { PmtInf: batchShape },
    },
    field(() => message, 'messageId', 'GrpHdr/MsgId'),
    field(() => message, 'createdAt', 'GrpHdr/CreDtTm'),
    field(() => message, 'declaredCount', 'GrpHdr/NbOfTxs'),
    field(() => message, 'declaredSum', 'GrpHdr/CtrlSum'),
  );
}

const newTransaction = (
  at: RecordStart,
  index: number,
  batch: number,
): LineDraft & Pick<TransactionRecord, 'type' | 'batch'> => ({
  ...newLine(at, index),
  type: 'transaction',
  batch,
});
