import { checkOneReason, proposeResume } from '../../../domain/resume/decide-resume.ts';
import { nextCycleMonth } from '../../../domain/payments/next-cycle-month.ts';
import type { IsoDate, IsoMonth } from '../../../domain/shared/iso-date.ts';
import type { Refusal, Result } from '../../../domain/shared/result.ts';
import { eachCase } from '../cases/each-case.ts';
import type { CommandContext } from '../context.ts';
import type { ReadRepos } from '../ports.ts';
import type { KnownReasons } from '../reconciliation/known-reasons.ts';
import { changeResume, type ExpectedPayment } from './change-resume.ts';

/**
 * Step 3, first half: one payment, or many of one reason code, all of them or none.
 * Errors: those of `changeResume` and `proposeResume`; MIXED_REASONS.
 */
export async function proposeResumes(
  context: CommandContext,
  payments: readonly ExpectedPayment[],
  reasons: KnownReasons,
): Promise<Result<Record<string, never>, Refusal>> {
  const { repos, officer, today } = context;
  if (payments.length > 1) {
    const ofOne = checkOneReason(
      await repos.resume.reasonsOf(payments.map(({ paymentId }) => paymentId)),
    );
    if (!ofOne.ok) return ofOne;
  }
  const month = await carryingMonth(repos, today);
  return eachCase(payments, (payment) =>
    changeResume(context, payment, reasons, (state, facts) =>
      proposeResume(state, facts, month, officer.id, today),
    ),
  );
}

/** The month of the next cycle that can still carry a payment. */
export async function carryingMonth(
  repos: Pick<ReadRepos, 'complaints' | 'runs'>,
  today: IsoDate,
): Promise<IsoMonth> {
  const lastSent = await repos.complaints.lastCycleMonth();
  return nextCycleMonth(today, lastSent, await repos.runs.closedMonths());
}
