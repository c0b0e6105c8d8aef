import type { OutputOf, ParsedInputOf } from '../../../contract/api.ts';
import {
  suggestionWindow,
  suggestPayments,
} from '../../../domain/reconciliation/suggest-payments.ts';
import { transition } from '../../../domain/reconciliation/transition.ts';
import { maskIban, maskNationalId } from '../../../domain/registry/mask.ts';
import { ok, refuse } from '../../../domain/shared/result.ts';
import type { CommandContext, QueryContext } from '../context.ts';
import { openLifeCases } from '../resume/life-cases.ts';
import type { KnownReasons } from './known-reasons.ts';
import type { TieLine } from './ties-ports.ts';

/** Payments that an unknown line may belong to, with why; none where the bank names no account or amount. */
export async function candidatesOf({ repos, settings }: QueryContext, exceptionId: string) {
  const line = await repos.ties.line(exceptionId);
  if (!line || !isTieable(line) || line.account === null || line.amount === null) return ok([]);
  const window = suggestionWindow(line.bookedOn, settings.suggestionDays);
  const payments = await repos.ties.candidates(line.account, line.amount, window);
  const rows = suggestPayments(payments, line).map(
    ({ payment, days, fits }): OutputOf<'reconciliation.candidates'>[number] => ({
      paymentId: payment.id,
      endToEndId: payment.endToEndId,
      person: {
        beneficiaryId: payment.beneficiaryId,
        name: payment.name,
        maskedNationalId: maskNationalId(payment.nationalId),
      },
      maskedIban: maskIban(payment.iban),
      amount: payment.amount,
      month: payment.month,
      payDate: payment.payDate,
      status: payment.status,
      days,
      fits: fits && payment.cycleStatus === 'open',
    }),
  );
  return ok(rows);
}

/** A few rows: nobody waits for them. */
const atOnce = (): Promise<void> => Promise.resolve();

function isTieable({ kind, level, fileStatus }: TieLine): boolean {
  return kind === 'unknownId' && level === 'transaction' && fileStatus === 'committed';
}

/**
 * Ties an unknown line to a payment by hand. Account, amount and currency are compared once more, and the payment must be able
 * to become what the bank reports. It is an effect of the line's file: undoing the file takes it back.
 *
 * Errors: NOT_FOUND, CONFLICT, NOT_OPEN, CYCLE_CLOSED (month), TIE_NOT_UNKNOWN, TIE_AMOUNT_DIFFERS, TIE_CURRENCY_DIFFERS, TIE_ACCOUNT_DIFFERS,
 * TIE_CONTRADICTS (status, reported), TIE_REPEATS: another line of the file says the same of the payment.
 */
export async function tieLine(
  context: CommandContext,
  { exceptionId, expectedVersion, paymentId }: ParsedInputOf<'reconciliation.tie'>,
  reasons: KnownReasons,
) {
  const { repos, now, officer, newId, audit } = context;
  const line = await repos.ties.line(exceptionId);
  const payment = await repos.ties.payment(paymentId);
  if (!line || !payment) return refuse('NOT_FOUND');
  if (line.status !== 'open') return refuse('NOT_OPEN');
  if (line.version !== expectedVersion) return refuse('CONFLICT');
  if (!isTieable(line)) return refuse('TIE_NOT_UNKNOWN');
  if (payment.cycleStatus === 'closed') {
    return refuse('CYCLE_CLOSED', { month: payment.cycleMonth });
  }
  if (line.currency !== 'SAR') return refuse('TIE_CURRENCY_DIFFERS', { currency: line.currency });
  if (line.amount !== payment.amount) {
    return refuse('TIE_AMOUNT_DIFFERS', { line: line.amount, payment: payment.amount });
  }
  if (line.account !== payment.iban) return refuse('TIE_ACCOUNT_DIFFERS');
  const told = await repos.matching.judgedOf(line.fileId, [payment.no]);
  if (told.some(({ reported, effect }) => reported === line.reported && effect !== 'exception')) {
    return refuse('TIE_REPEATS');
  }
  const step = transition(payment.status, line.reported);
  if (step.effect === 'exception') {
    return refuse('TIE_CONTRADICTS', { status: payment.status, reported: line.reported });
  }
  const after = step.effect === 'advances' ? step.to : null;
  const kind = step.effect === 'advances' ? step.exception : null;
  const isUnclear = !line.reasonClear && (kind === 'rejected' || kind === 'returned');
  const opens = kind && { id: newId(), kind: isUnclear ? ('unclearReason' as const) : kind };
  await repos.ties.tie(line, payment, { after, opens }, { at: now, officerId: officer.id });
  await repos.answers.settlePayment('withdraw', payment.id);
  await openLifeCases(context, line.fileId, reasons, atOnce, payment.beneficiaryId);
  await audit('reconciliation.tied', { type: 'payment', id: payment.id }, { exceptionId });
  return ok({ status: after ?? payment.status });
}
