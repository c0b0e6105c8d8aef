import type { OutputOf } from '../../../contract/api.ts';
import type { ApiResult } from '../../../contract/errors.ts';
import { ok, refuse } from '../../../domain/shared/result.ts';
import type { QueryContext } from '../context.ts';

/** The newest refusal of a person that stands, as an objection contests it. Errors: NOT_FOUND. */
export async function refusalOf(
  { repos }: QueryContext,
  beneficiaryId: string,
): Promise<ApiResult<OutputOf<'applications.refusal'>>> {
  const person = await repos.casePeople.byId(beneficiaryId);
  if (!person) return refuse('NOT_FOUND');
  const filed = await repos.applications.ofPerson(person.nationalId);
  const refused = filed.find(({ status }) => status === 'refused');
  const state = refused && (await repos.applications.byId(refused.id))?.state;
  if (!refused || state?.proposal?.outcome !== 'refuse') return ok(null);
  const { decidedBy, decidedOn, proposal } = state;
  if (decidedBy === null || decidedOn === null) return ok(null);
  const name = (await repos.staff.byId(decidedBy))?.fullName ?? '';
  return ok({
    applicationId: refused.id,
    number: refused.number,
    refusedOn: decidedOn,
    firstDecidedBy: { id: decidedBy, name },
    reasons: proposal.reasons.map(({ code }) => code),
  });
}
