import type { ParsedInputOf } from '../../../contract/api.ts';
import { ok, refuse } from '../../../domain/shared/result.ts';
import type { CommandContext } from '../context.ts';
import type { RegistryReader } from './ports.ts';

/** Answers one whole number and writes to the audit trail who asked for it and why. */
export async function reveal(
  { repos, audit }: CommandContext,
  input: ParsedInputOf<'registry.reveal'>,
) {
  const { beneficiaryId, field, reason } = input;
  const value = await valueOf(repos.registry, input);
  if (value === null) return refuse('NOT_FOUND');
  const account = input.bankAccountId ?? null;
  await audit(
    'registry.revealed',
    { type: 'beneficiary', id: beneficiaryId },
    { field, reason, ...(account === null ? {} : { account }) },
  );
  return ok({ value });
}

async function valueOf(
  registry: RegistryReader,
  { beneficiaryId, field, bankAccountId }: ParsedInputOf<'registry.reveal'>,
): Promise<string | null> {
  if (field === 'iban') {
    const accounts = await registry.accounts(beneficiaryId);
    const account = accounts.find(({ id, validTo }) =>
      bankAccountId === undefined ? validTo === null : id === bankAccountId,
    );
    return account?.iban ?? null;
  }
  const person = await registry.person(beneficiaryId);
  return person?.[field] ?? null;
}
