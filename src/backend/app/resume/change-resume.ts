import {
  openedCase,
  type ResumeDecided,
  type ResumeEvent,
  type ResumeState,
} from '../../../domain/resume/resume-case.ts';
import { isMoneyBack, type ResumeFacts } from '../../../domain/resume/resume-rules.ts';
import { ok, refuse, type Refusal, type Result } from '../../../domain/shared/result.ts';
import type { CommandContext } from '../context.ts';
import type { KnownReasons } from '../reconciliation/known-reasons.ts';
import type { ResumeFile } from './ports.ts';
import { factsOf } from './resume-facts.ts';

export interface ExpectedPayment {
  readonly paymentId: string;
  /** 0 while no step was taken yet. */
  readonly expectedVersion: number;
}

export interface ChangedResume {
  readonly caseId: string;
  readonly file: ResumeFile;
  readonly next: ResumeState;
}

type Decide = (
  state: ResumeState,
  facts: ResumeFacts,
  file: ResumeFile,
) => Result<ResumeDecided, Refusal> | Promise<Result<ResumeDecided, Refusal>>;

/**
 * Loads a payment's case, which its first step opens, lets the domain decide and saves what follows.
 * Errors: NOT_FOUND, CONFLICT with the reference when somebody was first, and the domain's own.
 */
export async function changeResume(
  context: CommandContext,
  { paymentId, expectedVersion }: ExpectedPayment,
  reasons: KnownReasons,
  decide: Decide,
): Promise<Result<ChangedResume, Refusal>> {
  const { repos, officer, now, today } = context;
  const file = await repos.resume.file(paymentId);
  if (!file) return refuse('NOT_FOUND');
  const reference = file.payment.endToEndId;
  if ((file.case?.version ?? 0) !== expectedVersion) return refuse('CONFLICT', { reference });
  const state = file.case?.state ?? openedCase(today);
  const decided = await decide(state, factsOf(file, reasons), file);
  if (!decided.ok) {
    return refuse(decided.error.code, { reference, ...decided.error.details });
  }
  const { next, events } = decided.value;
  const stamp = { at: now, by: officer.id };
  const opened = file.case ?? (await openCase(context, paymentId, state));
  if (!(await repos.resume.save(opened.id, opened.version, next))) {
    return refuse('CONFLICT', { reference });
  }
  await repos.resume.append(opened.id, events, stamp);
  for (const event of events) {
    await context.audit(`resume.${event.type}`, { type: 'payment', id: paymentId });
  }
  return ok({ caseId: opened.id, file, next });
}

async function openCase(context: CommandContext, paymentId: string, state: ResumeState) {
  const { repos, now, officer } = context;
  const id = context.newId();
  await repos.resume.open({ id, paymentId, state }, now);
  const event: ResumeEvent = { type: 'opened', on: state.openedOn };
  await repos.resume.append(id, [event], { at: now, by: officer.id });
  await context.audit('resume.opened', { type: 'payment', id: paymentId });
  return { id, version: 1 };
}

/**
 * Puts something on the trail of a payment's case that does not change where it stands, opening it where there is none.
 * Errors: NOT_FOUND, MONEY_NOT_BACK with the status, ALREADY_RESUMED once a complaint has taken over.
 */
export async function noteOnResume(
  context: CommandContext,
  paymentId: string,
  event: Extract<ResumeEvent, { type: 'documentAttached' | 'guided' }>,
): Promise<Result<ResumeFile, Refusal>> {
  const { repos, now, officer, today } = context;
  const file = await repos.resume.file(paymentId);
  if (!file) return refuse('NOT_FOUND');
  const { endToEndId: reference, status } = file.payment;
  if (file.case?.state.status === 'complained') return refuse('ALREADY_RESUMED', { reference });
  if (!isMoneyBack(status)) return refuse('MONEY_NOT_BACK', { reference, status });
  const opened = file.case ?? (await openCase(context, paymentId, openedCase(today)));
  await repos.resume.append(opened.id, [event], { at: now, by: officer.id });
  return ok(file);
}
