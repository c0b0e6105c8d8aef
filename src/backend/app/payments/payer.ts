import type { PayerField } from '../../../contract/payment-runs.ts';
import { parseIban } from '../../../domain/registry/iban.ts';
import { ok } from '../../../domain/shared/result.ts';
import type { CommandContext } from '../context.ts';

/** Records who pays, from today on. Errors: those of `parseIban`. */
export async function setPayer(
  { repos, officer, now, today, audit }: CommandContext,
  payer: PayerField,
) {
  const iban = parseIban(payer.iban);
  if (!iban.ok) return iban;
  const by = { officerId: officer.id, at: now };
  await repos.settings.record('payer', { ...payer, iban: iban.value }, today, by);
  await audit('settings.recorded', null, { key: 'payer' });
  return ok({});
}
