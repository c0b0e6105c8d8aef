import { ok, refuse, type Refusal, type Result } from '../../../domain/shared/result.ts';
import { mayDo } from '../../../domain/staff/permissions.ts';
import { judgeSignIn } from '../../../domain/staff/sign-in.ts';
import type { JobContext } from '../context.ts';
import type { Officer, PasswordHasher, StaffReader } from '../staff/ports.ts';

export interface LateFiling {
  readonly reason: string;
  readonly supervisorUsername: string;
  readonly supervisorPassword: string;
}

export interface LateFilingSignature {
  readonly reason: string;
  readonly allowedBy: string;
}

/**
 * A supervisor allows filing outside the period by his own user name and password. Wrong passwords count and lock as
 * they do at sign-in. Errors: SIGNED_BY_YOURSELF, WRONG_PASSWORD, ACCOUNT_LOCKED, ACCOUNT_INACTIVE, NOT_PERMITTED.
 */
export async function signLateFiling(
  context: JobContext,
  { reason, supervisorUsername, supervisorPassword }: LateFiling,
  hasher: PasswordHasher,
): Promise<Result<LateFilingSignature, Refusal>> {
  const supervisor = await context.repos.staff.byUsername(supervisorUsername.trim().toLowerCase());
  if (supervisor?.id === context.officer.id) return refuse('SIGNED_BY_YOURSELF');
  if (!supervisor) {
    // NOTE: an unknown user name takes as long and answers the same as a wrong password.
    await hasher.hash(supervisorPassword);
    return refuse('WRONG_PASSWORD');
  }
  const right = await hasher.verify(supervisorPassword, supervisor.passwordHash);
  const refused = await countAttempt(context, supervisor, right);
  if (refused !== null) return { ok: false, error: refused };
  if (!mayDo(supervisor.role, 'cases.allowLate')) {
    return refuse('NOT_PERMITTED', { permission: 'cases.allowLate' });
  }
  return ok({ reason, allowedBy: supervisor.id });
}

async function countAttempt(
  context: JobContext,
  supervisor: Officer,
  right: boolean,
): Promise<Refusal | null> {
  const { refusal, next } = judgeSignIn(supervisor, right, context.now, context.settings);
  const counted = await context.transact<null, Refusal>(async ({ repos, audit, officer }) => {
    const { failedAttempts, lockedUntil } = next;
    const changes = { failedAttempts, lockedUntil };
    if (!(await repos.staff.update(supervisor.id, supervisor.version, changes))) {
      return refuse('CONFLICT');
    }
    const subject = { type: 'officer', id: supervisor.id };
    if (refusal !== null) {
      await audit('staff.signatureRefused', subject, { reason: refusal, askedBy: officer.id });
    }
    return ok(null);
  });
  if (!counted.ok) return counted.error;
  if (refusal === null) return null;
  const until = next.lockedUntil;
  return { code: refusal, ...(until === null ? {} : { details: { until } }) };
}

/** Whether the signature still counts when the case is filed: the account may have been closed or changed since. */
export async function signatureStands(
  staff: StaffReader,
  signature: LateFilingSignature | null,
): Promise<boolean> {
  if (signature === null) return true;
  const supervisor = await staff.byId(signature.allowedBy);
  return supervisor?.active === true && mayDo(supervisor.role, 'cases.allowLate');
}
