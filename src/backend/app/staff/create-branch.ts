import type { ParsedInputOf } from '../../../contract/api.ts';
import { DEFAULT_SETTINGS } from '../../../domain/settings/settings.ts';
import { isoDate } from '../../../domain/shared/iso-date.ts';
import { ok, refuse } from '../../../domain/shared/result.ts';
import type { JobContext } from '../context.ts';
import type { PasswordHasher } from './ports.ts';

/** Settings of a new branch hold for every month, also those before it was set up. */
const FROM_THE_START = isoDate('2020-01-01');

/** Starts an empty branch with its first administrator; refused once anybody has an account. */
export async function createBranch(
  context: JobContext,
  input: ParsedInputOf<'staff.createBranch'>,
  hasher: PasswordHasher,
) {
  const passwordHash = await hasher.hash(input.password);
  return context.transact(async ({ repos, now, newId, audit }) => {
    if ((await repos.staff.list()).length > 0) return refuse('BRANCH_EXISTS');
    const id = newId();
    await repos.staff.add({
      id,
      username: input.username,
      fullName: input.fullName,
      role: 'administrator',
      passwordHash,
      active: true,
      createdAt: now,
    });
    const by = { officerId: id, at: now };
    await repos.settings.record('branchName', input.branch, FROM_THE_START, by);
    await repos.settings.record(
      'letterhead',
      { ...DEFAULT_SETTINGS.letterhead, branch: `الضمان الاجتماعي، ${input.branch}` },
      FROM_THE_START,
      by,
    );
    await audit('branch.created', { type: 'officer', id });
    return ok({});
  });
}
