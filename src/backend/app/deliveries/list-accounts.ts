import type { OutputOf } from '../../../contract/api.ts';
import { ok } from '../../../domain/shared/result.ts';
import type { QueryContext } from '../context.ts';
import type { StoredAccount } from './ports.ts';

/** The accounts as they are set up, without their passwords. */
export async function listAccounts({ repos }: QueryContext) {
  const [email, sms] = await Promise.all([
    repos.deliveries.account('email'),
    repos.deliveries.account('sms'),
  ]);
  const accounts: OutputOf<'deliveries.accounts'> = {
    email: email?.channel === 'email' ? { ...email.settings, ...savedOf(email) } : null,
    sms: sms?.channel === 'sms' ? { ...sms.settings, ...savedOf(sms) } : null,
  };
  return ok(accounts);
}

function savedOf({ hasSecret, changedAt, changedByName, version }: StoredAccount) {
  return { hasSecret, changedAt, changedBy: changedByName, version };
}
