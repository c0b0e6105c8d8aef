import type { ComplaintProposal } from '../../../domain/complaints/complaint.ts';
import type { IsoMonth } from '../../../domain/shared/iso-date.ts';
import { ok } from '../../../domain/shared/result.ts';
import type { CommandContext } from '../context.ts';
import { nextOpenCycle } from './next-open-cycle.ts';
import { preparePayment, whyNotPrepared } from './prepare-payment.ts';

/** The developed pension: what complaints are about. */
const PENSION = 1;

interface GrantedComplaint {
  readonly id: string;
  readonly ticket: string;
  readonly beneficiaryId: string;
  readonly proposal: ComplaintProposal;
  /** Who proposed the decision that is approved here. */
  readonly proposedBy: string;
}

/**
 * What an accepted complaint grants becomes a difference payment a month in the next cycle, in the same transaction: two
 * officers have already said so. Where one cannot be prepared (no account, another difference of that month on its way), it
 * is left as a proposal that finance settles. Asked again, it does nothing more. Answers the month of the cycle, null where
 * nothing is granted.
 */
export async function payComplaint(context: CommandContext, complaint: GrantedComplaint) {
  const { repos, officer, now, newId } = context;
  const { id: complaintId, ticket, beneficiaryId, proposal, proposedBy } = complaint;
  const granted = proposal.months.filter(
    ({ finding, difference }) => finding === 'shortfallProven' && difference > 0,
  );
  if (proposal.outcome === 'rejected' || granted.length === 0) return ok<IsoMonth | null>(null);
  const opened = await nextOpenCycle(context);
  if (!opened.ok) return opened;
  const cycle = opened.value;
  for (const { month, difference: amount } of granted) {
    if (await repos.proposals.ofComplaint(complaintId, month)) continue;
    const id = newId();
    const wanted = { beneficiaryId, programmeNo: PENSION, month, kind: 'difference' } as const;
    const to = { ...wanted, cycle, amount, reason: ticket };
    await repos.proposals.add(
      { ...wanted, id, cycleId: cycle.id, amount, reason: ticket, complaintId },
      { at: now, officerId: proposedBy },
    );
    if (!(await whyNotPrepared(context, to)).ok) continue;
    const prepared = await preparePayment(context, to);
    if (!prepared.ok) continue;
    const decision = {
      status: 'approved',
      reason: '',
      paymentId: prepared.value.paymentId,
    } as const;
    await repos.proposals.decide(id, 1, decision, { at: now, officerId: officer.id });
  }
  return ok<IsoMonth | null>(cycle.month);
}
