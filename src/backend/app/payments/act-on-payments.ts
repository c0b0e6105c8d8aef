import { whyNot, type PaymentAction } from '../../../domain/payments/payment-actions.ts';
import { ok, refuse } from '../../../domain/shared/result.ts';
import type { CommandContext } from '../context.ts';
import type { ActedPayment } from './run-ports.ts';

interface Acted {
  readonly payments: readonly string[];
  readonly reason: string;
}

/**
 * Holds, releases or cancels payments, all of them or none. What is held or cancelled leaves a run that was not sent.
 * Errors: NOT_FOUND, CYCLE_CLOSED (month), PERSON_FROZEN (reference, number), and those of `whyNot` with the first payment's reference and how many there are.
 */
export async function actOnPayments(
  { repos, officer, now, audit }: CommandContext,
  action: PaymentAction,
  { payments: ids, reason }: Acted,
) {
  const payments = await repos.runs.acted([...new Set(ids)]);
  if (payments.length !== new Set(ids).size) return refuse('NOT_FOUND');
  const refused = firstRefused(payments, (payment) => whyNot(action, payment));
  if (refused) return refused;
  const frozen = action === 'release' ? await repos.life.frozenAmong(ids) : undefined;
  if (frozen) return refuse('PERSON_FROZEN', { ...frozen });
  const stamp = { at: now, officerId: officer.id };
  const numbers = payments.map(({ no }) => no);
  if (action === 'release') await repos.runs.unhold(numbers, stamp, reason);
  else {
    await leaveUnsentRuns({ repos }, payments);
    await repos.runs.act(numbers, action === 'hold' ? 'held' : 'cancelled', stamp, reason);
  }
  for (const { id } of payments) await audit(`payments.${action}`, { type: 'payment', id });
  return ok({ changed: payments.length });
}

/** Errors: NOT_FOUND, CYCLE_CLOSED, PAYMENT_ANSWERED: only what waits for an answer needs to be explained. */
export async function explainPayments(
  { repos, officer, now, audit }: CommandContext,
  { payments: ids, text }: { readonly payments: readonly string[]; readonly text: string },
) {
  const payments = await repos.runs.acted([...new Set(ids)]);
  if (payments.length !== new Set(ids).size) return refuse('NOT_FOUND');
  const refused = firstRefused(payments, ({ status }) =>
    ['rejected', 'returned', 'held', 'cancelled'].includes(status) ? 'PAYMENT_ANSWERED' : null,
  );
  if (refused) return refused;
  const stamp = { at: now, officerId: officer.id };
  await repos.runs.explain(
    payments.map(({ no }) => no),
    text,
    stamp,
  );
  for (const { id } of payments) await audit('payments.explained', { type: 'payment', id });
  return ok({ changed: payments.length });
}

function firstRefused(
  payments: readonly ActedPayment[],
  judge: (payment: ActedPayment) => string | null,
) {
  const closed = payments.find(({ cycleStatus }) => cycleStatus === 'closed');
  if (closed) return refuse('CYCLE_CLOSED', { month: closed.cycleMonth });
  const refused = payments.filter((payment) => judge(payment) !== null);
  const [first] = refused;
  const code = first && judge(first);
  if (!first || !code) return null;
  return refuse(code, { payment: first.endToEndId, count: refused.length });
}

async function leaveUnsentRuns(
  { repos }: Pick<CommandContext, 'repos'>,
  payments: readonly ActedPayment[],
): Promise<void> {
  const runs = new Map<number, number[]>();
  for (const { no, run } of payments) {
    if (run?.status !== 'prepared') continue;
    runs.set(run.no, [...(runs.get(run.no) ?? []), no]);
  }
  for (const [runNo, numbers] of runs) {
    await repos.runs.takeOut(runNo, numbers);
    await repos.runs.recount(runNo);
  }
}
