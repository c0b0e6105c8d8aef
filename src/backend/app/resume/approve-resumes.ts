import { approveResume } from '../../../domain/resume/decide-resume.ts';
import { resumeReference } from '../../../domain/resume/resume-reference.ts';
import type { ResumeDecided } from '../../../domain/resume/resume-case.ts';
import type { ResumeFacts } from '../../../domain/resume/resume-rules.ts';
import { bankCodeOfIban } from '../../../domain/registry/iban.ts';
import { ok, refuse, type Refusal, type Result } from '../../../domain/shared/result.ts';
import type { ResumeState } from '../../../domain/resume/resume-case.ts';
import { eachCase } from '../cases/each-case.ts';
import type { CommandContext } from '../context.ts';
import { openCycle } from '../payments/open-cycle.ts';
import type { KnownReasons } from '../reconciliation/known-reasons.ts';
import { changeResume, type ExpectedPayment } from './change-resume.ts';
import type { ResumeFile } from './ports.ts';

export interface MadeAttempt {
  readonly id: string;
  readonly endToEndId: string;
}

/**
 * Step 3, second half: the second officer approves, and a new prepared payment takes the place of each failed one, in the cycle
 * that was proposed. All of them or none.
 * Errors: those of `changeResume`, `approveResume` and `openCycle`.
 */
export async function approveResumes(
  context: CommandContext,
  payments: readonly ExpectedPayment[],
  reasons: KnownReasons,
): Promise<Result<{ attempts: MadeAttempt[] }, Refusal>> {
  const attempts: MadeAttempt[] = [];
  const done = await eachCase(payments, (payment) =>
    changeResume(context, payment, reasons, async (state, facts, file) => {
      const made = await approveOne(context, state, facts, file);
      if (made.ok) attempts.push(made.value.attempt);
      return made.ok ? ok(made.value.decided) : made;
    }),
  );
  return done.ok ? ok({ attempts }) : done;
}

async function approveOne(
  context: CommandContext,
  state: ResumeState,
  facts: ResumeFacts,
  { payment }: ResumeFile,
): Promise<Result<{ decided: ResumeDecided; attempt: MadeAttempt }, Refusal>> {
  const { repos, officer, today, now } = context;
  const month = state.cycleMonth;
  const target = month === null ? null : ((await repos.payments.cycleOf(month)) ?? null);
  const probe = { id: context.newId(), endToEndId: '' };
  // Nothing is made before everything is known to hold.
  const allowed = approveResume(state, facts, target, probe, officer.id, today);
  if (!allowed.ok) return allowed;
  if (month === null) return refuse('NOT_PROPOSED');
  const cycle = await openCycle(context, month);
  if (!cycle.ok) return cycle;
  const endToEndId = await newReference(context, cycle.value.number);
  const attempt = { id: probe.id, endToEndId };
  const iban = state.proof?.iban ?? payment.iban;
  const bankCode = state.proof === null ? payment.bankCode : bankCodeOfIban(state.proof.iban);
  const stamp = { at: now, by: officer.id };
  await repos.resume.addAttempt(
    payment.id,
    { ...attempt, cycleId: cycle.value.id, iban, bankCode },
    stamp,
  );
  if (state.proof !== null) {
    const account = { id: context.newId(), iban, bankCode };
    await repos.resume.verifyAccount(payment.beneficiaryId, account, today);
    await context.audit('resume.accountVerified', {
      type: 'beneficiary',
      id: payment.beneficiaryId,
    });
  }
  const decided = approveResume(state, facts, target, attempt, officer.id, today);
  return decided.ok ? ok({ decided: decided.value, attempt }) : decided;
}

/** A reference that no list has brought: the next serial of the cycle that is free. */
async function newReference({ repos }: CommandContext, cycleNumber: number): Promise<string> {
  for (;;) {
    const serial = await repos.settings.nextSerial('resume', cycleNumber);
    const reference = resumeReference(cycleNumber, serial);
    if (!(await repos.resume.isReferenceTaken(reference))) return reference;
  }
}
