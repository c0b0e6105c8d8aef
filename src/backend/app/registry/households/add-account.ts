import type { ParsedInputOf } from '../../../../contract/api.ts';
import { bankCodeOfIban, parseIban } from '../../../../domain/registry/iban.ts';
import { checkEditDay } from '../../../../domain/resume/edit-days.ts';
import { ok, refuse } from '../../../../domain/shared/result.ts';
import type { CommandContext } from '../../context.ts';

/**
 * A new account from a day on; the one that holds ends there.
 * Errors: NOT_FOUND, PROOF_NOT_ATTACHED, PROOF_IN_FUTURE, EDIT_DAYS_CLOSED (opensOn, closesOn), those of `parseIban`,
 * ACCOUNT_KNOWN, ACCOUNT_HELD_BY_ANOTHER, ACCOUNT_DATE_ORDER (from).
 */
export async function addAccount(
  { repos, today, settings, officer, newId, audit }: CommandContext,
  input: ParsedInputOf<'households.addAccount'>,
) {
  const { beneficiaryId, from, verified, proofKind, proofDocumentId, reason } = input;
  if (!(await repos.registry.person(beneficiaryId))) return refuse('NOT_FOUND');
  const editable = checkEditDay(today, settings.accountEditDays);
  if (!editable.ok) return editable;
  const parsed = parseIban(input.iban);
  if (!parsed.ok) return refuse(parsed.error.code, { ...parsed.error.details, field: 'iban' });
  const iban = parsed.value;
  const proof = await repos.documents.byId(proofDocumentId);
  if (proof?.ownerType !== 'beneficiary' || proof.ownerId !== beneficiaryId) {
    return refuse('PROOF_NOT_ATTACHED', { field: 'proof' });
  }
  if (verified !== null && verified.on > today) {
    return refuse('PROOF_IN_FUTURE', { field: 'verifiedOn', on: verified.on });
  }
  const present = (await repos.bankAccounts.of(beneficiaryId)).find(
    ({ validTo }) => validTo === null,
  );
  if (present?.iban === iban) return refuse('ACCOUNT_KNOWN', { field: 'iban' });
  if (await repos.resume.isHeldByAnother(iban, beneficiaryId)) {
    return refuse('ACCOUNT_HELD_BY_ANOTHER', { field: 'iban' });
  }
  if (present !== undefined && from <= present.validFrom) {
    return refuse('ACCOUNT_DATE_ORDER', { field: 'from', from: present.validFrom });
  }
  const id = newId();
  await repos.bankAccounts.replace(beneficiaryId, {
    id,
    iban,
    bankCode: bankCodeOfIban(iban),
    validFrom: from,
    verifiedOn: verified?.on ?? null,
    verifiedHow: verified?.how ?? null,
    verifiedBy: verified === null ? null : officer.id,
    proofKind,
    proofDocumentId,
  });
  await audit(
    'account.added',
    { type: 'beneficiary', id: beneficiaryId },
    { account: id, from, proofKind, proofDocumentId, reason },
  );
  return ok({ id });
}
