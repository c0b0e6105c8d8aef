import type { OutputOf } from '../../../contract/api.ts';
import type { ApiResult } from '../../../contract/errors.ts';
import { whyNotApprovedBy } from '../../../domain/complaints/approve-complaint.ts';
import { whyNotStudiedBy } from '../../../domain/complaints/study-complaint.ts';
import { ok, refuse } from '../../../domain/shared/result.ts';
import { toCaseEvent, toDocumentRef } from '../cases/case-dto.ts';
import { officerNames, whyBlocked } from '../cases/case-officers.ts';
import type { QueryContext } from '../context.ts';
import { complaintNote, toCaseMonths, toComplaintRow, toProposal } from './complaint-dto.ts';
import { gatherClaim } from './gather-claim.ts';

/** The claim beside what the records prove, and what the officer who looks at it may do. */
export async function complaintCase(
  { repos, officer, today }: QueryContext,
  id: string,
): Promise<ApiResult<OutputOf<'complaints.case'>>> {
  const file = await repos.complaints.byId(id);
  const row = await repos.complaints.queueRow(id);
  if (!file || !row) return refuse('NOT_FOUND');
  const { channel, claim, lateReason, state } = file;
  const names = await officerNames(repos.staff);
  const trail = await repos.complaints.trail(id);
  const documents = await repos.documents.of('complaint', id);
  return ok({
    complaint: toComplaintRow(row, today),
    channel,
    claim,
    lateReason,
    months: toCaseMonths(file, await gatherClaim(repos, file)),
    documents: documents.map(toDocumentRef),
    proposal: toProposal(state, names),
    events: trail.map((entry) => toCaseEvent(entry, (event) => complaintNote(event, names))),
    letters: [...(await repos.letters.ofCase('complaint', id))],
    resumed: [...(await repos.resume.resumedFor(id))],
    mayPropose: whyBlocked(officer, 'cases.work', (by) => whyNotStudiedBy(state, by)),
    mayApprove: whyBlocked(officer, 'cases.approve', (by) => whyNotApprovedBy(state, by)),
  });
}
