import { approveProposal } from '../../../domain/complaints/approve-complaint.ts';
import {
  complaintLetter,
  complaintLetterSubject,
  nextPaymentMonth,
} from '../../../domain/complaints/complaint-letter.ts';
import { ok, refuse } from '../../../domain/shared/result.ts';
import type { CommandContext } from '../context.ts';
import { payComplaint } from '../payments/pay-complaint.ts';
import { issueLetter } from '../letters/issue-letter.ts';
import type { LetterOffice } from '../letters/letter-office.ts';
import { changeComplaint, type ExpectedCase } from './change-complaint.ts';
import { gatherClaim } from './gather-claim.ts';

/**
 * The second officer's approval: decision, letter number and the whole letter in one transaction.
 * Errors: those of `changeComplaint` and `approveProposal`.
 */
export async function approveComplaint(
  context: CommandContext,
  input: ExpectedCase,
  office: LetterOffice,
) {
  const { repos, officer, today } = context;
  const changed = await changeComplaint(context, input, async (file) =>
    approveProposal(file.state, await gatherClaim(repos, file), officer.id, today),
  );
  if (!changed.ok) return changed;
  const { file, next } = changed.value;
  const person = await repos.casePeople.byId(file.beneficiaryId);
  if (!person || next.proposal === null) return refuse('NOT_FOUND');
  const { id: caseId, ticket, category } = file;
  const decided = { ticket, category, filedOn: next.filedOn, proposal: next.proposal };
  const paid = await payComplaint(context, {
    id: caseId,
    ticket,
    beneficiaryId: file.beneficiaryId,
    proposal: next.proposal,
    proposedBy: next.proposedBy ?? officer.id,
  });
  if (!paid.ok) return paid;
  const paidWith = paid.value ?? nextPaymentMonth(today, await repos.complaints.lastCycleMonth());
  const subject = complaintLetterSubject(ticket);
  const letterId = await issueLetter(
    context,
    { caseType: 'complaint', caseId, caseNumber: ticket, subject },
    person,
    (head) => complaintLetter(decided, head, paidWith),
    office,
  );
  return ok({ letterId });
}
