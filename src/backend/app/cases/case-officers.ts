import { refuse, type Refusal } from '../../../domain/shared/result.ts';
import { mayDo, type Permission } from '../../../domain/staff/permissions.ts';
import type { ActingOfficer } from '../context.ts';
import type { StaffReader } from '../staff/ports.ts';

/** Why a case cannot be given to an officer; null when it can. Code: OFFICER_CANNOT_WORK_CASES. */
export async function whyNotGivenTo(
  staff: StaffReader,
  officerId: string,
): Promise<Refusal | null> {
  const officer = await staff.byId(officerId);
  const works = officer?.active === true && mayDo(officer.role, 'cases.work');
  return works ? null : refuse('OFFICER_CANNOT_WORK_CASES').error;
}

/** NOT_PERMITTED when the role lacks the permission, or else what the case itself says. */
export function whyBlocked(
  officer: ActingOfficer,
  permission: Permission,
  byTheCase: (officerId: string) => string | null,
): string | null {
  return officer.permissions.includes(permission) ? byTheCase(officer.id) : 'NOT_PERMITTED';
}

/** Names of all officers by id, for events that point at somebody. */
export async function officerNames(staff: StaffReader): Promise<ReadonlyMap<string, string>> {
  return new Map((await staff.list()).map(({ id, fullName }) => [id, fullName]));
}
