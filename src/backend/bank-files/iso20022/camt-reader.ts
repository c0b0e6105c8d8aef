import { isPart, reasonsOfBank } from '../../../domain/reconciliation/bank-message.ts';
import { bankOfSender } from '../../../domain/registry/saudi-banks.ts';
import { newMessage, NOWHERE, type Emit, type LineDraft } from '../line-draft.ts';
import { StatementTally } from '../statement-tally.ts';
import { joinShapes, textAt, type ElementShape } from '../xml/element-shape.ts';
import {
  finishDetail,
  joined,
  newBalance,
  newDetail,
  newEntry,
  newStatement,
  returnShape,
  pageShape,
  transactionCodeShape,
  type DetailDraft,
} from './camt-elements.ts';
import { amountAt, directionOf, field } from './element-fields.ts';
import type { IsoMessage } from './message-kinds.ts';

/**
 * camt.052, .053 and .054 (versions .01 to .12), which share one body. Only CdtDbtInd gives the sign: RvslInd is reported
 * and changes nothing. A detail without an amount stays without one, unless it is the only detail of its entry.
 */
export function camtShape({ kind, version }: IsoMessage, emit: Emit): ElementShape {
  let message = newMessage(kind, version, NOWHERE);
  let statement = newStatement(NOWHERE, 0);
  let balance = newBalance(NOWHERE, 0);
  let entry = newEntry(NOWHERE, 0, 0);
  let detail = newDetail(NOWHERE, 0, entry);
  let tally = new StatementTally();
  let firstDetail: DetailDraft | null = null;
  /** The bank that keeps the account. */
  let servicer: string | null = null;
  let messageSent = false;
  let statementSent = false;
  let statements = 0;
  let entries = 0;
  let details = 0;

  const sendMessage = (): void => {
    if (!messageSent) emit(message);
    messageSent = true;
  };
  const sendStatement = (): void => {
    if (!statementSent) emit(statement);
    statementSent = true;
  };
  const setAmount =
    (line: LineDraft) =>
    (value: string | null, currency: string | null, raw: string): void => {
      line.currency = currency ?? statement.currency;
      line.amount = value;
      if (value !== null) return;
      line.problem = 'AMOUNT_UNREADABLE';
      emit({
        type: 'warning',
        code: 'AMOUNT_UNREADABLE',
        line: line.line,
        value: raw.slice(0, 40),
      });
    };

  const detailShape = joinShapes(
    {
      record: true,
      open: (at) => {
        details += 1;
        entry.details += 1;
        detail = newDetail(at, details, entry);
      },
      close: (end) => {
        detail.length = end - detail.offset;
        if (entry.details === 1) {
          firstDetail = detail;
          return;
        }
        if (firstDetail) emit(finishDetail(firstDetail, statement.account));
        firstDetail = null;
        emit(finishDetail(detail, statement.account));
      },
      children: {
        RtrInf: returnShape(
          () => (detail.isReturn = true),
          (reason) => {
            const bankOf = (): string | null => bankOfSender(servicer, statement.account);
            detail.reasons.push(...reasonsOfBank([reason], bankOf));
          },
        ),
        BkTxCd: transactionCodeShape((code) => (detail.transactionCode = code)),
      },
    },
    amountAt(({ amount, currency }, raw) => {
      detail.problem = null;
      setAmount(detail)(amount, currency, raw);
      detail.amountFrom = amount === null ? null : 'detail';
    }, 'Amt'),
    amountAt(({ amount, currency }, raw) => {
      if (detail.amountFrom !== null || detail.problem !== null) return;
      setAmount(detail)(amount, currency, raw);
      detail.amountFrom = amount === null ? null : 'detail';
    }, 'AmtDtls/TxAmt/Amt'),
    textAt((text) => (detail.direction = directionOf(text) ?? detail.direction), 'CdtDbtInd'),
    field(() => detail, 'endToEndId', 'Refs/EndToEndId'),
    field(() => detail, 'instructionId', 'Refs/InstrId'),
    field(() => detail, 'transactionId', 'Refs/TxId'),
    field(() => detail, 'originalMessageId', 'Refs/MsgId'),
    field(() => detail, 'paymentInformationId', 'Refs/PmtInfId'),
    field(() => detail, 'uetr', 'Refs/UETR'),
    field(() => detail, 'bankReference', 'Refs/AcctSvcrRef', 'Refs/ClrSysRef'),
    field(() => detail, 'account', 'RltdPties/CdtrAcct/Id/IBAN', 'RltdPties/CdtrAcct/Id/Othr/Id'),
    field(() => detail, 'name', 'RltdPties/Cdtr/Nm', 'RltdPties/Cdtr/Pty/Nm'),
    field(
      () => detail,
      'debtorAccount',
      'RltdPties/DbtrAcct/Id/IBAN',
      'RltdPties/DbtrAcct/Id/Othr/Id',
    ),
    field(() => detail, 'debtorName', 'RltdPties/Dbtr/Nm', 'RltdPties/Dbtr/Pty/Nm'),
    field(
      () => detail,
      'bank',
      'RltdAgts/CdtrAgt/FinInstnId/BICFI',
      'RltdAgts/CdtrAgt/FinInstnId/BIC',
    ),
    textAt(
      (text) => (detail.narrative = joined(detail.narrative, text)),
      'RmtInf/Ustrd',
      'AddtlTxInf',
    ),
  );

  const entryShape = joinShapes(
    {
      record: true,
      open: (at) => {
        sendStatement();
        entries += 1;
        entry = newEntry(at, entries, statement.statement);
        firstDetail = null;
      },
      close: (end) => {
        entry.length = end - entry.offset;
        if (firstDetail) {
          if (
            firstDetail.amount === null &&
            firstDetail.problem === null &&
            entry.amount !== null
          ) {
            firstDetail.amount = entry.amount;
            firstDetail.currency = entry.currency;
            firstDetail.amountFrom = 'entry';
          }
          emit(finishDetail(firstDetail, statement.account));
        }
        tally.addEntry(entry);
        emit(entry);
      },
      children: {
        NtryDtls: { children: { TxDtls: detailShape } },
        TxDtls: detailShape,
        BkTxCd: transactionCodeShape((code) => (entry.transactionCode = code)),
      },
    },
    amountAt(({ amount, currency }, raw) => setAmount(entry)(amount, currency, raw), 'Amt'),
    textAt((text) => (entry.direction = directionOf(text)), 'CdtDbtInd'),
    textAt((text) => (entry.reversal = text === 'true' || text === '1'), 'RvslInd'),
    field(() => entry, 'status', 'Sts', 'Sts/Cd', 'Sts/Prtry'),
    field(() => entry, 'bankReference', 'AcctSvcrRef', 'NtryRef'),
    field(() => entry, 'bookingDate', 'BookgDt/Dt', 'BookgDt/DtTm'),
    field(() => entry, 'valueDate', 'ValDt/Dt', 'ValDt/DtTm'),
    field(() => entry, 'narrative', 'AddtlNtryInf'),
    field(() => entry, 'originalMessageId', 'NtryDtls/Btch/MsgId', 'Btch/MsgId'),
    field(() => entry, 'paymentInformationId', 'NtryDtls/Btch/PmtInfId', 'Btch/PmtInfId'),
  );

  const balanceShape = joinShapes(
    {
      open: (at) => (balance = newBalance(at, statement.statement)),
      close: (end) => {
        sendStatement();
        balance.length = end - balance.offset;
        tally.addBalance(balance);
        emit(balance);
      },
    },
    field(() => balance, 'code', 'Tp/CdOrPrtry/Cd', 'Tp/Cd', 'Tp/CdOrPrtry/Prtry', 'Tp/Prtry'),
    amountAt(({ amount, currency }, raw) => {
      balance.amount = amount;
      balance.currency = currency ?? statement.currency;
      if (amount !== null) return;
      emit({
        type: 'warning',
        code: 'BALANCE_UNREADABLE',
        line: balance.line,
        value: raw.slice(0, 40),
      });
    }, 'Amt'),
    textAt((text) => (balance.direction = directionOf(text) ?? 'credit'), 'CdtDbtInd'),
    field(() => balance, 'date', 'Dt/Dt', 'Dt/DtTm'),
  );

  const statementShape = joinShapes(
    {
      open: (at) => {
        sendMessage();
        statements += 1;
        statement = newStatement(at, statements);
        statementSent = false;
        tally = new StatementTally();
        servicer = null;
      },
      close: () => {
        sendStatement();
        const proof = tally.close(statements);
        // The balances of a page may be those of the whole statement: it is proven with its other pages.
        const isOpen = isPart(statement.page) && proof.balances === false;
        const end = isOpen ? { ...proof, balances: null } : proof;
        emit(end);
        if (end.balances === false) {
          emit({
            type: 'warning',
            code: 'BALANCES_DIFFER',
            line: statement.line,
            value: statement.id,
          });
        }
      },
      children: { Bal: balanceShape, Ntry: entryShape },
    },
    pageShape((page) => (statement.page = page)),
    field(() => statement, 'id', 'Id'),
    field(() => statement, 'sequence', 'ElctrncSeqNb'),
    field(() => statement, 'createdAt', 'CreDtTm'),
    field(() => statement, 'account', 'Acct/Id/IBAN', 'Acct/Id/Othr/Id'),
    field(() => statement, 'currency', 'Acct/Ccy'),
    textAt((text) => (servicer ??= text), 'Acct/Svcr/FinInstnId/BICFI', 'Acct/Svcr/FinInstnId/BIC'),
  );

  return joinShapes(
    {
      open: (at) => (message = newMessage(kind, version, at)),
      close: () => {
        sendMessage();
        if (statements === 0)
          emit({ type: 'warning', code: 'NO_STATEMENT', line: message.line, value: null });
        if (kind === 'camt.052')
          emit({ type: 'warning', code: 'NOT_A_STATEMENT', line: message.line, value: kind });
      },
      children: { Stmt: statementShape, Rpt: statementShape, Ntfctn: statementShape },
    },
    field(() => message, 'messageId', 'GrpHdr/MsgId'),
    field(() => message, 'createdAt', 'GrpHdr/CreDtTm'),
  );
}
