import type { ParsedInputOf } from '../../../contract/api.ts';
import { ok, refuse } from '../../../domain/shared/result.ts';
import type { JobContext } from '../context.ts';
import type { PasswordHasher } from './ports.ts';

/** Opens an account; a user name is used once, for ever. */
export async function addOfficer(
  context: JobContext,
  input: ParsedInputOf<'staff.add'>,
  hasher: PasswordHasher,
) {
  const passwordHash = await hasher.hash(input.password);
  return context.transact(async ({ repos, now, newId, audit }) => {
    if (await repos.staff.byUsername(input.username)) return refuse('USERNAME_TAKEN');
    const id = newId();
    const { username, fullName, role } = input;
    await repos.staff.add({
      id,
      username,
      fullName,
      role,
      passwordHash,
      active: true,
      createdAt: now,
    });
    await audit('staff.added', { type: 'officer', id }, { role });
    return ok({ id });
  });
}
