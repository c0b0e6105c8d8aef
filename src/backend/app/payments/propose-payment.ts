import type { OutputOf, ParsedInputOf } from '../../../contract/api.ts';
import type { ApiResult } from '../../../contract/errors.ts';
import type { ProposalDto } from '../../../contract/payment-runs.ts';
import { maskNationalId } from '../../../domain/registry/mask.ts';
import { ok, refuse } from '../../../domain/shared/result.ts';
import type { ActingOfficer, CommandContext } from '../context.ts';
import { tellOfSum } from '../case-letters/tell-of-sum.ts';
import type { LetterOffice } from '../letters/letter-office.ts';
import { nextOpenCycle } from './next-open-cycle.ts';
import { preparePayment, whyNotPrepared } from './prepare-payment.ts';
import type { StoredProposal } from './run-ports.ts';

/**
 * Proposes a payment by hand; it becomes one when another officer approves it.
 * Errors: NOT_FOUND, PROGRAMME_UNKNOWN (code), and those of `whyNotPrepared` and `nextOpenCycle`.
 */
export async function proposePayment(
  context: CommandContext,
  input: ParsedInputOf<'payments.propose'>,
) {
  const { repos, officer, now, newId, audit } = context;
  const programme = await repos.programmes.byCode(input.programme);
  if (!programme?.active) return refuse('PROGRAMME_UNKNOWN', { code: input.programme });
  const cycle = await cycleFor(context, input.cycleId);
  if (!cycle.ok) return cycle;
  const { beneficiaryId, month, kind, amount, reason } = input;
  const wanted = {
    cycle: cycle.value,
    beneficiaryId,
    programmeNo: programme.no,
    month,
    kind,
  };
  const possible = await whyNotPrepared(context, wanted);
  if (!possible.ok) return possible;
  const id = newId();
  const { id: cycleId } = cycle.value;
  await repos.proposals.add(
    {
      id,
      cycleId,
      beneficiaryId,
      programmeNo: programme.no,
      month,
      kind,
      amount,
      reason,
      complaintId: null,
    },
    { at: now, officerId: officer.id },
  );
  await audit('payments.proposed', { type: 'paymentProposal', id }, { kind, month, amount });
  return ok({ proposalId: id, cycleId });
}

/**
 * The second officer's word: the payment is prepared, or the proposal is refused. Nobody decides his own proposal.
 * Errors: NOT_FOUND, CONFLICT, ALREADY_DECIDED, PROPOSED_BY_YOU, REASON_NEEDED, and those of `preparePayment` and `tellOfSum`.
 */
export async function decideProposal(
  context: CommandContext,
  { id, expectedVersion, approve, reason, letter }: ParsedInputOf<'payments.decideProposal'>,
  office: LetterOffice,
): Promise<ApiResult<OutputOf<'payments.decideProposal'>>> {
  const { repos, officer, now, audit } = context;
  const proposal = await repos.proposals.byId(id);
  if (!proposal) return refuse('NOT_FOUND');
  const blocked = whyNotDecidedBy(proposal, officer);
  if (blocked !== null) return refuse(blocked);
  if (!approve && reason === '') return refuse('REASON_NEEDED');
  let paymentId: string | null = null;
  if (approve) {
    const prepared = await preparePayment(context, proposal);
    if (!prepared.ok) return prepared;
    ({ paymentId } = prepared.value);
  }
  const decision = { status: approve ? 'approved' : 'refused', reason, paymentId } as const;
  const stamp = { at: now, officerId: officer.id };
  if (!(await repos.proposals.decide(id, expectedVersion, decision, stamp)))
    return refuse('CONFLICT');
  const action = approve ? 'payments.proposalApproved' : 'payments.proposalRefused';
  await audit(action, { type: 'paymentProposal', id }, { payment: paymentId });
  if (letter === null || paymentId === null) return ok({ paymentId, letter: null });
  const issued = await tellOfSum(context, paymentId, letter, office);
  return issued.ok ? ok({ paymentId, letter: issued.value }) : issued;
}

/** Errors: NOT_FOUND, CONFLICT, ALREADY_DECIDED, NOT_YOURS. */
export async function withdrawProposal(
  { repos, officer, now, audit }: CommandContext,
  { id, expectedVersion }: ParsedInputOf<'payments.withdrawProposal'>,
) {
  const proposal = await repos.proposals.byId(id);
  if (!proposal) return refuse('NOT_FOUND');
  if (proposal.status !== 'proposed') return refuse('ALREADY_DECIDED');
  if (proposal.settlement !== null) return refuse('PART_OF_SETTLEMENT');
  if (proposal.proposedById !== officer.id) return refuse('NOT_YOURS');
  const decision = { status: 'withdrawn', reason: '', paymentId: null } as const;
  const stamp = { at: now, officerId: officer.id };
  if (!(await repos.proposals.decide(id, expectedVersion, decision, stamp)))
    return refuse('CONFLICT');
  await audit('payments.proposalWithdrawn', { type: 'paymentProposal', id });
  return ok({});
}

async function cycleFor(context: CommandContext, cycleId: string | undefined) {
  if (cycleId === undefined) return nextOpenCycle(context);
  const cycle = await context.repos.runs.cycle(cycleId);
  return cycle ? ok(cycle) : refuse('NOT_FOUND');
}

/** Codes: ALREADY_DECIDED, PART_OF_SETTLEMENT, NOT_PERMITTED, PROPOSED_BY_YOU. */
function whyNotDecidedBy(
  { status, proposedById, settlement }: StoredProposal,
  { id, permissions }: ActingOfficer,
): string | null {
  if (status !== 'proposed') return 'ALREADY_DECIDED';
  if (settlement !== null) return 'PART_OF_SETTLEMENT';
  if (!permissions.includes('payments.approve')) return 'NOT_PERMITTED';
  return proposedById === id ? 'PROPOSED_BY_YOU' : null;
}

export function toProposalDto(proposal: StoredProposal, officer: ActingOfficer): ProposalDto {
  const { beneficiaryId, name, nationalId } = proposal;
  return {
    id: proposal.id,
    person: { beneficiaryId, name, maskedNationalId: maskNationalId(nationalId) },
    month: proposal.month,
    kind: proposal.kind,
    programme: proposal.programme,
    amount: proposal.amount,
    reason: proposal.reason,
    ticket: proposal.ticket,
    settlement: proposal.settlement,
    status: proposal.status,
    proposedAt: proposal.proposedAt,
    proposedBy: proposal.proposedBy,
    decidedAt: proposal.decidedAt,
    decidedBy: proposal.decidedBy,
    decisionReason: proposal.decisionReason,
    paymentId: proposal.paymentId,
    blocked: whyNotDecidedBy(proposal, officer),
    version: proposal.version,
  };
}
