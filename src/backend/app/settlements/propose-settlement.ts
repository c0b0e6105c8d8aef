import type { ParsedInputOf } from '../../../contract/api.ts';
import { caseNumber, caseYear } from '../../../domain/cases/case-numbers.ts';
import { checkBasis } from '../../../domain/recoveries/recovery-ground.ts';
import {
  composeSettlement,
  paymentsOf,
  type SettlementPlan,
} from '../../../domain/settlements/compose-settlement.ts';
import { openSettlement, proposeAgain } from '../../../domain/settlements/settlement.ts';
import { ok, refuse, type Refusal, type Result } from '../../../domain/shared/result.ts';
import type { CommandContext } from '../context.ts';
import { nextOpenCycle } from '../payments/next-open-cycle.ts';
import { whyNotPrepared } from '../payments/prepare-payment.ts';
import type { Cycle } from '../payments/ports.ts';
import { gatherMonths } from './gather-months.ts';

type Input = ParsedInputOf<'settlements.propose'>;

/** The developed pension: what settlements are about. */
const PENSION = 1;

/**
 * Proposes the settlement of past months: a payment a month in the next cycle, decided all together by another officer.
 * Errors: see the contract.
 */
export async function proposeSettlement(
  context: CommandContext,
  input: Input,
): Promise<Result<{ id: string; number: string }, Refusal>> {
  const { repos, officer, now, today, newId, audit } = context;
  const { beneficiaryId, again } = input;
  if (!(await repos.casePeople.byId(beneficiaryId))) return refuse('NOT_FOUND');
  const undecided = (await repos.settlements.ofPerson(beneficiaryId)).find(
    ({ state }) => state.decidedOn === null,
  );
  if (undecided && undecided.id !== again?.id) {
    return refuse('SETTLEMENT_OPEN', { number: undecided.number });
  }
  if (again !== null && !undecided) return refuse('NOT_FOUND');
  const planned = await plannedSettlement(context, input);
  if (!planned.ok) return planned;
  const plan = planned.value;
  const opened = await nextOpenCycle(context);
  if (!opened.ok) return opened;
  const cycle = opened.value;
  let id = newId();
  let number = '';
  if (undecided) {
    ({ id, number } = undecided);
    const decided = proposeAgain(undecided.state, plan, officer.id, today);
    if (!decided.ok) return decided;
    const { next, events } = decided.value;
    if (!(await repos.settlements.save(id, again?.expectedVersion ?? 0, next, cycle.id))) {
      return refuse('CONFLICT', { number });
    }
    await repos.settlements.append(id, events, { at: now, by: officer.id });
  } else {
    number = caseNumber(today, await repos.settings.nextSerial('settlement', caseYear(today)));
    const { next, events } = openSettlement(plan, officer.id, today);
    await repos.settlements.add({
      id,
      number,
      beneficiaryId,
      cycleId: cycle.id,
      state: next,
      at: now,
    });
    await repos.settlements.append(id, events, { at: now, by: officer.id });
  }
  const proposed = await proposePayments(context, { id, number, beneficiaryId, plan, cycle });
  if (!proposed.ok) return proposed;
  const { pays, recovers, netted } = plan;
  await audit('settlement.proposed', { type: 'settlement', id }, { pays, recovers, netted });
  return ok({ id, number });
}

async function plannedSettlement(
  context: CommandContext,
  { beneficiaryId, months, reason, recovery, consentDocumentId }: Input,
): Promise<Result<SettlementPlan, Refusal>> {
  const { repos, today } = context;
  if (consentDocumentId !== null) {
    const consent = await repos.documents.byId(consentDocumentId);
    if (consent?.ownerType !== 'beneficiary' || consent.ownerId !== beneficiaryId) {
      return refuse('CONSENT_NOT_ATTACHED');
    }
  }
  const basis = recovery === null ? ok(null) : checkBasis(recovery, today);
  if (!basis.ok) return basis;
  const gathered = await gatherMonths(context, beneficiaryId);
  const { source } = gathered;
  return composeSettlement(gathered.months, {
    source,
    reason,
    months,
    recovery: basis.value,
    consentDocumentId,
  });
}

/** A payment a month, by hand of the settlement: a second difference of one month is paid as arrears. */
async function proposePayments(
  context: CommandContext,
  settlement: {
    readonly id: string;
    readonly number: string;
    readonly beneficiaryId: string;
    readonly plan: SettlementPlan;
    readonly cycle: Cycle;
  },
): Promise<Result<null, Refusal>> {
  const { repos, officer, now, newId } = context;
  const { id: settlementId, number: reason, beneficiaryId, plan, cycle } = settlement;
  for (const { month, amount } of paymentsOf(plan)) {
    const of = { beneficiaryId, programmeNo: PENSION, month } as const;
    const isTaken = (await repos.runs.liveAttempt({ ...of, kind: 'difference' })) !== undefined;
    const wanted = { ...of, kind: isTaken ? 'retroactive' : 'difference' } as const;
    const possible = await whyNotPrepared(context, { ...wanted, cycle });
    if (!possible.ok) return refuse(possible.error.code, { ...possible.error.details, month });
    const id = newId();
    const proposal = { ...wanted, id, cycleId: cycle.id, amount, reason, complaintId: null };
    await repos.proposals.add(proposal, { at: now, officerId: officer.id });
    await repos.settlements.tie(id, settlementId);
  }
  return ok(null);
}
