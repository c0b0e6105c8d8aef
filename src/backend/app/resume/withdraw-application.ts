import type { OutputOf, ParsedInputOf } from '../../../contract/api.ts';
import { unpaidOf, whyNotWithdrawn } from '../../../domain/resume/withdrawal.ts';
import { riyadhDate } from '../../../domain/shared/iso-date.ts';
import { ok, refuse, type Refusal, type Result } from '../../../domain/shared/result.ts';
import type { CommandContext, QueryContext } from '../context.ts';

/** What stands against withdrawing a person's application, payment by payment. */
export async function withdrawalFacts(
  { repos, settings }: QueryContext,
  beneficiaryId: string,
): Promise<Result<OutputOf<'resume.withdrawal'>, Refusal>> {
  if (!(await repos.casePeople.byId(beneficiaryId))) return refuse('NOT_FOUND');
  const payments = await repos.resume.payments(beneficiaryId);
  const withdrawn = await repos.resume.withdrawal(beneficiaryId);
  const blocked = whyNotWithdrawn(payments, settings.paidStatuses, withdrawn !== undefined);
  return ok({
    unpaid: unpaidOf(payments, settings.paidStatuses).map(
      ({ id, reference, month, amount, status }) => ({
        id,
        endToEndId: reference,
        month,
        amount,
        status,
      }),
    ),
    withdrawn: withdrawn
      ? { on: riyadhDate(withdrawn.at), by: withdrawn.by, reason: withdrawn.reason }
      : null,
    mayWithdraw: blocked === null ? null : { code: blocked.code, details: { ...blocked.details } },
  });
}

/** Records that a person withdraws his application. Errors: NOT_FOUND, those of `whyNotWithdrawn`. */
export async function withdrawApplication(
  context: CommandContext,
  { beneficiaryId, reason }: ParsedInputOf<'resume.withdrawApplication'>,
): Promise<Result<Record<string, never>, Refusal>> {
  const { repos, settings, now, officer } = context;
  if (!(await repos.casePeople.byId(beneficiaryId))) return refuse('NOT_FOUND');
  const payments = await repos.resume.payments(beneficiaryId);
  const withdrawn = await repos.resume.withdrawal(beneficiaryId);
  const blocked = whyNotWithdrawn(payments, settings.paidStatuses, withdrawn !== undefined);
  if (blocked !== null) return { ok: false, error: blocked };
  const id = context.newId();
  await repos.resume.withdraw({ id, beneficiaryId, reason, at: now, by: officer.id });
  await context.audit('application.withdrawn', { type: 'beneficiary', id: beneficiaryId });
  return ok({});
}
