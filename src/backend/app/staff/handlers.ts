import { ok, refuse } from '../../../domain/shared/result.ts';
import { permissionsOf } from '../../../domain/staff/permissions.ts';
import type { AreaHandlers } from '../handlers.ts';
import { addOfficer } from './add-officer.ts';
import { changePassword } from './change-password.ts';
import { createBranch } from './create-branch.ts';
import { toOfficerDto } from './officer-dto.ts';
import { signIn } from './sign-in.ts';
import type { StaffServices } from './staff-services.ts';

export function createStaffHandlers(services: StaffServices): AreaHandlers<'staff'> {
  return {
    'staff.firstStart': async ({ repos, settings }) => {
      const officers = await repos.staff.list();
      return ok({
        // NOTE: a branch gets its name with its first administrator, a sample when it is whole.
        needed: settings.branchName === '',
        branch: settings.branchName || null,
        sampleAccounts: settings.sampleBranch
          ? officers.map(({ username, fullName, role }) => ({ username, fullName, role }))
          : [],
      });
    },
    'staff.createBranch': (context, input) => createBranch(context, input, services.hasher),
    'staff.createSample': (context, input) => services.makeSample(context, input),
    'staff.signIn': (context, input) => signIn(context, input, services),
    'staff.signOut': async ({ session }) => {
      if (session !== null) services.sessions.close(session);
      return ok({});
    },
    'staff.me': async ({ repos, officer, settings }) => {
      const found = await repos.staff.byId(officer.id);
      if (!found) return refuse('NOT_SIGNED_IN');
      return ok({
        officer: toOfficerDto(found),
        permissions: [...permissionsOf(found.role)],
        branch: settings.branchName,
      });
    },
    'staff.changePassword': (context, input) => changePassword(context, input, services.hasher),
    'staff.colleagues': async ({ repos }) =>
      ok(
        (await repos.staff.list()).map(({ id, fullName, role, active }) => ({
          id,
          fullName,
          role,
          active,
        })),
      ),
    'staff.list': async ({ repos }) => ok((await repos.staff.list()).map(toOfficerDto)),
    'staff.add': (context, input) => addOfficer(context, input, services.hasher),
    'staff.setActive': async ({ repos, officer, audit }, input) => {
      if (input.id === officer.id) return refuse('OWN_ACCOUNT');
      const changed = await repos.staff.update(input.id, input.expectedVersion, {
        active: input.active,
      });
      if (!changed) return refuse('CONFLICT');
      await audit(input.active ? 'staff.opened' : 'staff.closed', {
        type: 'officer',
        id: input.id,
      });
      if (!input.active) services.sessions.closeAllOf(input.id);
      return ok({});
    },
  };
}
