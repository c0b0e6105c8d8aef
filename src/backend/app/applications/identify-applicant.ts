import type { OutputOf } from '../../../contract/api.ts';
import type { ApiResult } from '../../../contract/errors.ts';
import { whyNotReviewed } from '../../../domain/applications/end-application.ts';
import { maskNationalId } from '../../../domain/registry/mask.ts';
import { checkNationalId } from '../../../domain/registry/national-id.ts';
import { ok, type Refusal, type Result } from '../../../domain/shared/result.ts';
import { latinDigits } from '../../../domain/shared/search-key.ts';
import type { QueryContext } from '../context.ts';

export interface GivenId {
  readonly nationalId: string;
  /** The check digit does not fit: worth a look, no law. */
  readonly warning: 'NATIONAL_ID_CHECKSUM' | null;
}

/** A national ID as typed. Errors: NATIONAL_ID_FORMAT, NATIONAL_ID_TYPE. */
export function readNationalId(typed: string): Result<GivenId, Refusal> {
  const nationalId = latinDigits(typed.trim());
  const checked = checkNationalId(nationalId);
  if (checked.ok) return ok({ nationalId, warning: null });
  if (checked.error.code !== 'NATIONAL_ID_CHECKSUM') return checked;
  return ok({ nationalId, warning: 'NATIONAL_ID_CHECKSUM' });
}

/** Who stands behind an ID, and what he has filed. Errors: those of `readNationalId`. */
export async function identifyApplicant(
  { repos, today, settings }: QueryContext,
  typed: string,
): Promise<ApiResult<OutputOf<'applications.identify'>>> {
  const given = readNationalId(typed);
  if (!given.ok) return given;
  const { nationalId, warning } = given.value;
  const beneficiaryId = await repos.applications.personOf(nationalId);
  const person =
    beneficiaryId === undefined ? undefined : await repos.registry.person(beneficiaryId);
  const objection =
    beneficiaryId === undefined ? undefined : await repos.objections.openOf(beneficiaryId);
  const filed = await repos.applications.ofPerson(nationalId);
  return ok({
    warning,
    known:
      person === undefined
        ? null
        : {
            beneficiaryId: person.id,
            name: person.name,
            maskedNationalId: maskNationalId(person.nationalId),
            eligibility: person.eligibility,
            deceased: person.deceasedOn !== null,
          },
    applications: filed.map(({ submittedOn, ...application }) => ({
      ...application,
      mayAskReview:
        whyNotReviewed(
          { status: application.status, submittedOn },
          settings.applicationReviewMonths,
          objection?.number ?? null,
          today,
        ) === null,
    })),
  });
}
