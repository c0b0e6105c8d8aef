import type { ParsedInputOf } from '../../../contract/api.ts';
import { confirmActivity, proveAccount } from '../../../domain/resume/prove-account.ts';
import { refuse } from '../../../domain/shared/result.ts';
import { nothingToTell } from '../cases/nothing-to-tell.ts';
import type { CommandContext } from '../context.ts';
import type { KnownReasons } from '../reconciliation/known-reasons.ts';
import { changeResume } from './change-resume.ts';

/** Step 1. Errors: those of `changeResume` and `proveAccount`; PROOF_NOT_ATTACHED. */
export async function provePaymentAccount(
  context: CommandContext,
  input: ParsedInputOf<'resume.proveAccount'>,
  reasons: KnownReasons,
) {
  const { repos, officer, today, settings } = context;
  if (!(await isProofOf(context, input))) return refuse('PROOF_NOT_ATTACHED');
  const changed = await changeResume(context, input, reasons, (state, facts, { payment }) =>
    proveAccount(
      state,
      facts,
      input,
      (iban) => repos.resume.isHeldByAnother(iban, payment.beneficiaryId),
      settings.accountEditDays,
      officer.id,
      today,
    ),
  );
  return nothingToTell(changed);
}

/** Step 2. Errors: those of `changeResume` and `confirmActivity`; PROOF_NOT_ATTACHED, ACCOUNT_NOT_VERIFIED. */
export async function confirmPaymentActivity(
  context: CommandContext,
  input: ParsedInputOf<'resume.confirmActivity'>,
  reasons: KnownReasons,
) {
  if (!(await isProofOf(context, input))) return refuse('PROOF_NOT_ATTACHED');
  const { active, on, documentId } = input;
  const changed = await changeResume(context, input, reasons, (state, facts) =>
    confirmActivity(state, facts, { active, on, documentId }, context.officer.id, context.today),
  );
  return nothingToTell(changed);
}

/** A proof counts where it is attached to this very payment. */
async function isProofOf(
  { repos }: CommandContext,
  { paymentId, documentId }: { readonly paymentId: string; readonly documentId: string },
): Promise<boolean> {
  const document = await repos.documents.byId(documentId);
  return document?.ownerType === 'resume' && document.ownerId === paymentId;
}
