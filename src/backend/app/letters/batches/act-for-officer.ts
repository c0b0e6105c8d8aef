import { settingsOn } from '../../../../domain/settings/settings.ts';
import { isoInstant, riyadhDate } from '../../../../domain/shared/iso-date.ts';
import { refuse, type Refusal, type Result } from '../../../../domain/shared/result.ts';
import { mayDo, permissionsOf } from '../../../../domain/staff/permissions.ts';
import type { CommandContext } from '../../context.ts';
import type { WriteRepos } from '../../ports.ts';
import type { TransactAs } from './batch-runner.ts';

export interface ActForOfficerServices {
  readonly transact: <T>(
    work: (repos: WriteRepos, onCommit: CommandContext['onCommit']) => Promise<Result<T, Refusal>>,
  ) => Promise<Result<T, Refusal>>;
  readonly now: () => Date;
  readonly newId: () => string;
  readonly changed: () => void;
}

/**
 * Goes on with what an officer began, also after the program was ended in the middle and he has not signed in again: with
 * today's date and settings, in his name, as long as he may.
 */
export function actForOfficer({
  transact,
  now,
  newId,
  changed,
}: ActForOfficerServices): TransactAs {
  return async (officerId, work) => {
    const at = isoInstant(now());
    const today = riyadhDate(at);
    const result = await transact(async (repos, onCommit) => {
      const account = await repos.staff.byId(officerId);
      if (!account?.active || !mayDo(account.role, 'letters.draft')) return refuse('OFFICER_GONE');
      const { id, fullName, role } = account;
      const settings = settingsOn(today, await repos.settings.all());
      return work({
        session: null,
        now: at,
        today,
        repos,
        settings,
        officer: { id, fullName, role, permissions: permissionsOf(role) },
        newId,
        onCommit,
        audit: (action, subject, details = {}) =>
          repos.audit.append({ at, officerId: id, action, subject, details }),
      });
    });
    if (result.ok) changed();
    return result;
  };
}
