import type { OutputOf } from '../../../contract/api.ts';
import type { ApiResult } from '../../../contract/errors.ts';
import { whyNotSecondedBy } from '../../../domain/objections/decide-objection.ts';
import { filingPeriod } from '../../../domain/objections/filing-period.ts';
import { whyNotReviewedBy } from '../../../domain/objections/review-objection.ts';
import { settingsOn, workCalendar } from '../../../domain/settings/settings.ts';
import { ok, refuse } from '../../../domain/shared/result.ts';
import { toCaseEvent, toDocumentRef } from '../cases/case-dto.ts';
import { officerNames, whyBlocked } from '../cases/case-officers.ts';
import type { QueryContext } from '../context.ts';
import { objectionNote, toObjectionRow, toReviewReason } from './objection-dto.ts';

/** The reasons of the refusal beside the evidence, and what the officer who looks at it may do. */
export async function objectionReview(
  { repos, officer, today, settings }: QueryContext,
  id: string,
): Promise<ApiResult<OutputOf<'objections.review'>>> {
  const file = await repos.objections.byId(id);
  const row = await repos.objections.queueRow(id);
  if (!file || !row) return refuse('NOT_FOUND');
  const { channel, statement, notifiedOn, lateReason, state, beneficiaryId } = file;
  const { objectionPeriod } = settingsOn(notifiedOn, await repos.settings.all());
  const names = await officerNames(repos.staff);
  const named = (by: string | null) => (by === null ? null : { id: by, name: names.get(by) ?? '' });
  const texts = new Map((await repos.objections.refusalReasons()).map((text) => [text.code, text]));
  const trail = await repos.objections.trail(id);
  const documents = [
    ...(await repos.documents.of('objection', id)),
    ...(await repos.documents.of('beneficiary', beneficiaryId)),
  ];
  return ok({
    objection: toObjectionRow(row, today),
    channel,
    statement,
    period: filingPeriod(notifiedOn, state.filedOn, objectionPeriod, workCalendar(settings)),
    lateReason,
    firstDecidedBy: named(state.firstDecidedBy),
    reasons: state.reasons.map((reason) => toReviewReason(reason, texts)),
    documents: documents.map(toDocumentRef),
    household: [...(await repos.casePeople.household(beneficiaryId, today))],
    outcome: state.proposal?.outcome ?? null,
    reasoning: state.proposal?.reasoning ?? null,
    proposedBy: named(state.proposedBy),
    events: trail.map((entry) => toCaseEvent(entry, (event) => objectionNote(event, names))),
    letters: [...(await repos.letters.ofCase('objection', id))],
    mayPropose: whyBlocked(officer, 'cases.work', (by) => whyNotReviewedBy(state, by)),
    mayApprove: whyBlocked(officer, 'cases.approve', (by) => whyNotSecondedBy(state, by)),
  });
}
