import type { ParsedInputOf } from '../../../contract/api.ts';
import type { AnyFact } from '../../../domain/registry/household-fact.ts';
import { ok, refuse } from '../../../domain/shared/result.ts';
import type { CommandContext } from '../context.ts';

/** Answers one whole number and writes to the audit trail who asked for it and why. */
export async function reveal(
  { repos, audit }: CommandContext,
  input: ParsedInputOf<'registry.reveal'>,
) {
  const { beneficiaryId, field, reason, fact } = input;
  const value = await valueOf(repos, input);
  if (value === null) return refuse('NOT_FOUND');
  const account = input.bankAccountId ?? null;
  await audit(
    'registry.revealed',
    { type: 'beneficiary', id: beneficiaryId },
    {
      field,
      reason,
      ...(account === null ? {} : { account }),
      ...(fact === undefined ? {} : { fact }),
    },
  );
  return ok({ value });
}

async function valueOf(
  { registry, households }: Pick<CommandContext['repos'], 'registry' | 'households'>,
  { beneficiaryId, field, bankAccountId, fact: seq }: ParsedInputOf<'registry.reveal'>,
): Promise<string | null> {
  if (field === 'iban') {
    const accounts = await registry.accounts(beneficiaryId);
    const account = accounts.find(({ id, validTo }) =>
      bankAccountId === undefined ? validTo === null : id === bankAccountId,
    );
    return account?.iban ?? null;
  }
  if (seq !== undefined || field === 'email') {
    const facts = await households.facts(beneficiaryId);
    return valueIn(
      facts.find((fact) => fact.seq === seq),
      field,
    );
  }
  const person = await registry.person(beneficiaryId);
  return person?.[field] ?? null;
}

function valueIn(
  fact: AnyFact | undefined,
  field: 'nationalId' | 'phone' | 'email',
): string | null {
  if (fact?.kind === 'person' && field === 'nationalId') return fact.data.nationalId;
  return fact?.kind === 'contact' && field !== 'nationalId' ? fact.data[field] : null;
}
