import type { ParsedInputOf } from '../../../../contract/api.ts';
import { checkEditDay } from '../../../../domain/resume/edit-days.ts';
import { ok, refuse } from '../../../../domain/shared/result.ts';
import type { CommandContext } from '../../context.ts';

/** Errors: NOT_FOUND, EDIT_DAYS_CLOSED (opensOn, closesOn), ACCOUNT_ENDED, ACCOUNT_DATE_ORDER (from). */
export async function endAccount(
  { repos, today, settings, audit }: CommandContext,
  { beneficiaryId, accountId, on, reason }: ParsedInputOf<'households.endAccount'>,
) {
  const accounts = await repos.bankAccounts.of(beneficiaryId);
  const account = accounts.find(({ id }) => id === accountId);
  if (account === undefined) return refuse('NOT_FOUND');
  const editable = checkEditDay(today, settings.accountEditDays);
  if (!editable.ok) return editable;
  if (account.validTo !== null) return refuse('ACCOUNT_ENDED', { on: account.validTo });
  if (on <= account.validFrom) {
    return refuse('ACCOUNT_DATE_ORDER', { field: 'on', from: account.validFrom });
  }
  await repos.bankAccounts.end(accountId, on);
  await audit(
    'account.ended',
    { type: 'beneficiary', id: beneficiaryId },
    { account: accountId, on, reason },
  );
  return ok({});
}
