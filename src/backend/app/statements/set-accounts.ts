import type { ParsedInputOf } from '../../../contract/api.ts';
import { parseIban } from '../../../domain/registry/iban.ts';
import { ok, refuse } from '../../../domain/shared/result.ts';
import type { CommandContext } from '../context.ts';

/** Records from which accounts pensions are paid, from today. Errors: those of `parseIban`, with the account. */
export async function setAccounts(
  { repos, today, now, officer, audit }: CommandContext,
  { accounts }: ParsedInputOf<'statements.setAccounts'>,
) {
  const ibans: string[] = [];
  for (const account of accounts) {
    const iban = parseIban(account);
    if (!iban.ok) return refuse(iban.error.code, { ...iban.error.details, account });
    if (!ibans.includes(iban.value)) ibans.push(iban.value);
  }
  await repos.settings.record('agencyAccounts', ibans, today, { at: now, officerId: officer.id });
  await audit('settings.agencyAccounts', null, { accounts: ibans.length });
  return ok({});
}
