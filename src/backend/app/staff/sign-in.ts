import type { ParsedInputOf } from '../../../contract/api.ts';
import type { SignedIn } from '../../../contract/staff.ts';
import type { ApiResult } from '../../../contract/errors.ts';
import { ok, refuse } from '../../../domain/shared/result.ts';
import { permissionsOf } from '../../../domain/staff/permissions.ts';
import { judgeSignIn } from '../../../domain/staff/sign-in.ts';
import type { JobContext } from '../context.ts';
import { toOfficerDto } from './officer-dto.ts';
import type { StaffServices } from './staff-services.ts';

/**
 * Opens a session. Failures count and lock the account (settings); an unknown user name takes as long and
 * answers the same as a wrong password.
 */
export async function signIn(
  context: JobContext,
  input: ParsedInputOf<'staff.signIn'>,
  { hasher, sessions }: Pick<StaffServices, 'hasher' | 'sessions'>,
): Promise<ApiResult<SignedIn>> {
  const officer = await context.repos.staff.byUsername(input.username.trim().toLowerCase());
  if (!officer) {
    await hasher.hash(input.password);
    return refuse('WRONG_PASSWORD');
  }
  const right = await hasher.verify(input.password, officer.passwordHash);
  const { refusal, next } = judgeSignIn(officer, right, context.now, context.settings);
  const saved = await context.transact(async ({ repos, now, audit }) => {
    const updated = await repos.staff.update(officer.id, officer.version, {
      failedAttempts: next.failedAttempts,
      lockedUntil: next.lockedUntil,
      ...(refusal === null ? { lastSignInAt: now } : {}),
    });
    if (!updated) return refuse('CONFLICT');
    await audit(
      refusal === null ? 'staff.signedIn' : 'staff.signInRefused',
      { type: 'officer', id: officer.id },
      refusal === null ? {} : { reason: refusal },
    );
    return ok(null);
  });
  if (!saved.ok) return saved;
  if (refusal !== null) {
    return refuse(refusal, next.lockedUntil === null ? undefined : { until: next.lockedUntil });
  }
  return ok({
    session: sessions.open(officer.id),
    officer: toOfficerDto(officer),
    permissions: [...permissionsOf(officer.role)],
    branch: context.settings.branchName,
  });
}
