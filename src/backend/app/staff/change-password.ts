import type { ParsedInputOf } from '../../../contract/api.ts';
import { ok, refuse } from '../../../domain/shared/result.ts';
import type { JobContext } from '../context.ts';
import type { PasswordHasher } from './ports.ts';

export async function changePassword(
  context: JobContext,
  input: ParsedInputOf<'staff.changePassword'>,
  hasher: PasswordHasher,
) {
  const officer = await context.repos.staff.byId(context.officer.id);
  if (!officer || !(await hasher.verify(input.current, officer.passwordHash))) {
    return refuse('WRONG_PASSWORD');
  }
  const passwordHash = await hasher.hash(input.next);
  return context.transact(async ({ repos, audit }) => {
    if (!(await repos.staff.update(officer.id, officer.version, { passwordHash }))) {
      return refuse('CONFLICT');
    }
    await audit('staff.passwordChanged', { type: 'officer', id: officer.id });
    return ok({});
  });
}
