import type { ParsedInputOf } from '../../../contract/api.ts';
import { caseNumber, caseYear } from '../../../domain/cases/case-numbers.ts';
import type { RecoveryMonth } from '../../../domain/recoveries/recovery-case.ts';
import { approveRecovery, net, openRecovery } from '../../../domain/recoveries/work-recovery.ts';
import {
  approveSettlement,
  sendSettlementBack,
  withdrawSettlement,
  type SettlementDecided,
} from '../../../domain/settlements/settlement.ts';
import { halalas } from '../../../domain/shared/halalas.ts';
import { ok, refuse, type Refusal, type Result } from '../../../domain/shared/result.ts';
import type { CommandContext } from '../context.ts';
import { preparePayment } from '../payments/prepare-payment.ts';
import { actingOn } from '../recoveries/acting.ts';
import { gatherMonths } from './gather-months.ts';
import { rememberMonths } from './check-settlements.ts';
import type { Settlement } from './ports.ts';

type Done = Promise<Result<Record<string, never>, Refusal>>;

export async function withdrawProposed(
  context: CommandContext,
  input: ParsedInputOf<'settlements.withdraw'>,
): Done {
  const { officer, today } = context;
  const changed = await changeSettlement(context, input, ({ state }) =>
    withdrawSettlement(state, officer.id, today),
  );
  if (!changed.ok) return changed;
  await settleProposals(context, changed.value, 'withdrawn', '');
  return ok({});
}

export async function sendProposedBack(
  context: CommandContext,
  input: ParsedInputOf<'settlements.sendBack'>,
): Done {
  const changed = await changeSettlement(context, input, ({ state }) =>
    sendSettlementBack(state, input.note, context.officer.id),
  );
  if (!changed.ok) return changed;
  await settleProposals(context, changed.value, 'refused', input.note);
  return ok({});
}

/** The second officer's word: payments are prepared and the recovery is opened in the same transaction, or nothing is. */
export async function approveProposed(
  context: CommandContext,
  input: ParsedInputOf<'settlements.approve'>,
): Promise<Result<{ payments: number; recoveryId: string | null }, Refusal>> {
  const { repos, officer, now, today } = context;
  const changed = await changeSettlement(context, input, async ({ state, beneficiaryId }) => {
    const { months } = await gatherMonths(context, beneficiaryId);
    return approveSettlement(state, months, officer.id, today);
  });
  if (!changed.ok) return changed;
  const settlement = changed.value;
  const proposals = await repos.settlements.proposals(settlement.id);
  for (const { id, version, month } of proposals) {
    const proposal = await repos.proposals.byId(id);
    if (!proposal) return refuse('NOT_FOUND');
    const prepared = await preparePayment(context, proposal);
    if (!prepared.ok) return refuse(prepared.error.code, { ...prepared.error.details, month });
    const decision = { status: 'approved', reason: '', ...prepared.value } as const;
    const by = { at: now, officerId: officer.id };
    if (!(await repos.proposals.decide(id, version, decision, by))) return refuse('CONFLICT');
  }
  const recovery = await openFor(context, settlement);
  if (!recovery.ok) return recovery;
  await rememberMonths(context, [settlement.beneficiaryId]);
  return ok({ payments: proposals.length, recoveryId: recovery.value });
}

/** Errors: NOT_FOUND, CONFLICT, and the domain's own, each with the settlement's number. */
async function changeSettlement(
  context: CommandContext,
  { id, expectedVersion }: { readonly id: string; readonly expectedVersion: number },
  decide: (
    settlement: Settlement,
  ) => Result<SettlementDecided, Refusal> | Promise<Result<SettlementDecided, Refusal>>,
): Promise<Result<Settlement, Refusal>> {
  const { repos, now, officer, audit } = context;
  const settlement = await repos.settlements.byId(id);
  if (!settlement) return refuse('NOT_FOUND');
  const { number, cycleId } = settlement;
  if (settlement.version !== expectedVersion) return refuse('CONFLICT', { number });
  const decided = await decide(settlement);
  if (!decided.ok) return refuse(decided.error.code, { ...decided.error.details, number });
  const { next, events } = decided.value;
  if (!(await repos.settlements.save(id, expectedVersion, next, cycleId))) {
    return refuse('CONFLICT', { number });
  }
  await repos.settlements.append(id, events, { at: now, by: officer.id });
  for (const { type } of events) await audit(`settlement.${type}`, { type: 'settlement', id });
  return ok({ ...settlement, state: next });
}

async function settleProposals(
  { repos, now, officer }: CommandContext,
  { id: settlementId }: Settlement,
  status: 'withdrawn' | 'refused',
  reason: string,
): Promise<void> {
  for (const { id, version } of await repos.settlements.proposals(settlementId)) {
    const decision = { status, reason, paymentId: null };
    await repos.proposals.decide(id, version, decision, { at: now, officerId: officer.id });
  }
}

/** What was overpaid is asked back by a case of its own, which two officers have approved by now; null where nothing was. */
async function openFor(
  context: CommandContext,
  { id: settlementId, number: settlement, beneficiaryId, state }: Settlement,
): Promise<Result<string | null, Refusal>> {
  const { repos, now, today, newId, audit } = context;
  const { plan, recovery, netted } = state.plan;
  if (recovery === null || state.proposedBy === null) return ok(null);
  const months = plan
    .filter(({ difference }) => difference < 0)
    .map(({ month, due, paid, difference }): RecoveryMonth => ({
      month,
      due,
      paid,
      amount: halalas(0 - difference),
    }));
  const acting = actingOn(context);
  const proposer = { ...acting, by: state.proposedBy };
  const opened = openRecovery({ ...recovery, months }, proposer);
  if (!opened.ok) return opened;
  const approved = approveRecovery(opened.value.next, acting);
  if (!approved.ok) return approved;
  const after = netted > 0 ? net(approved.value.next, netted, settlement, acting) : approved;
  if (!after.ok) return after;
  const id = newId();
  const number = caseNumber(today, await repos.settings.nextSerial('recovery', caseYear(today)));
  await repos.recoveries.add({
    id,
    number,
    beneficiaryId,
    settlementId,
    state: after.value.next,
    at: now,
  });
  await repos.recoveries.append(id, opened.value.events, { at: now, by: state.proposedBy });
  await repos.recoveries.append(id, approved.value.events, { at: now, by: acting.by });
  if (netted > 0) await repos.recoveries.append(id, after.value.events, { at: now, by: acting.by });
  await audit('recovery.opened', { type: 'recovery', id }, { settlementId, netted });
  return ok(id);
}
