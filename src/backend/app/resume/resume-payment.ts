import type { OutputOf } from '../../../contract/api.ts';
import type { ApiResult } from '../../../contract/errors.ts';
import {
  whyNotCancelled,
  whyNoComplaint,
  whyNotJudged,
  whyNotProposed,
} from '../../../domain/resume/decide-resume.ts';
import { editDaysFrom } from '../../../domain/resume/edit-days.ts';
import { whyNotPrepared } from '../../../domain/resume/prove-account.ts';
import {
  openedCase,
  type ResumeEvent,
  type ResumeState,
} from '../../../domain/resume/resume-case.ts';
import { needsAccount } from '../../../domain/resume/resume-rules.ts';
import { guideOf } from '../../../domain/reconciliation/reason-code.ts';
import { bankCodeOfIban } from '../../../domain/registry/iban.ts';
import { maskIban } from '../../../domain/registry/mask.ts';
import { ok, refuse } from '../../../domain/shared/result.ts';
import { toCaseEvent, toDocumentRef } from '../cases/case-dto.ts';
import { officerNames } from '../cases/case-officers.ts';
import type { QueryContext } from '../context.ts';
import { toPaymentRow } from '../payments/payment-dto.ts';
import type { KnownReasons } from '../reconciliation/known-reasons.ts';
import type { ResumeFile } from './ports.ts';
import { carryingMonth } from './propose-resumes.ts';
import { factsOf } from './resume-facts.ts';
import { coded, whyNot } from './why-not.ts';

type View = OutputOf<'resume.payment'>;

/** A payment with its steps, and what the officer who looks at it may do. */
export async function resumePayment(
  context: QueryContext,
  paymentId: string,
  reasons: KnownReasons,
): Promise<ApiResult<View>> {
  const { repos, officer, today, settings } = context;
  const file = await repos.resume.file(paymentId);
  if (!file) return refuse('NOT_FOUND');
  const facts = factsOf(file, reasons);
  const state = file.case?.state ?? openedCase(today);
  const names = await officerNames(repos.staff);
  const trail = file.case ? await repos.resume.trail(file.case.id) : [];
  const documents = await repos.documents.of('resume', paymentId);
  const editDays = editDaysFrom(today, settings.accountEditDays);
  const { attempt } = file;
  return ok({
    payment: toPaymentRow(file.payment),
    events: [...(await repos.payments.events(paymentId))],
    reason: reasonOf(file, reasons),
    rule: facts.rule,
    case: file.case && {
      id: file.case.id,
      status: state.status,
      proposedBy: nameOf(names, state.proposedBy),
    },
    caseVersion: file.case?.version ?? 0,
    account: {
      needed: needsAccount(facts.rule),
      maskedIban: maskIban(file.payment.iban),
      bankCode: file.payment.bankCode,
      ...accountSteps(state, names),
      editDays: { ...editDays, isOpen: editDays.opensOn <= today },
      needsNewAccount: facts.needsNewAccount,
    },
    proposal: proposalOf(state, names),
    nextCycleMonth: await carryingMonth(repos, today),
    attempt: attempt && (await attemptOf(context, attempt.id)),
    resumes: file.resumes && {
      paymentId: file.resumes.paymentId,
      endToEndId: file.resumes.reference,
    },
    complaint:
      state.complaintId === null
        ? null
        : { id: state.complaintId, ticket: file.complaintTicket ?? '' },
    lifeCase: file.lifeCase,
    documents: documents.map(toDocumentRef),
    letters: [...(await repos.letters.ofCase('resume', paymentId))],
    history: trail.map((entry) => toCaseEvent(entry, noteOf)),
    mayPrepare: whyNot(officer, 'cases.work', () => whyNotPrepared(state, facts)),
    mayPropose: whyNot(officer, 'cases.work', () => whyNotProposed(state, facts)),
    mayApprove: whyNot(officer, 'cases.approve', () => coded(whyNotJudged(state, officer.id))),
    mayWithdraw: whyNot(officer, 'cases.work', () => coded(whyNotWithdrawnBy(state, officer.id))),
    mayCancel: whyNot(officer, 'cases.approve', () => whyNotCancelled(state, attempt)),
    mayComplain: whyNot(officer, 'cases.work', () => whyNoComplaint(state, attempt)),
  });
}

function whyNotWithdrawnBy({ status, proposedBy }: ResumeState, by: string): string | null {
  if (status !== 'awaitingApproval') return 'NOT_PROPOSED';
  return proposedBy === by ? null : 'PROPOSED_BY_ANOTHER';
}

function reasonOf(file: ResumeFile, reasons: KnownReasons): View['reason'] {
  const reason = reasons.find(file.reasonList, file.payment.reasonCode);
  if (!reason) return null;
  const { title, meaning, action } = reason;
  const guide = guideOf(reasons.actions, reason);
  const { actor, officer, beneficiary } = guide;
  return { title, meaning, action, actionTitle: guide.title, officer, beneficiary, actor };
}

function accountSteps(
  { proof, activity }: ResumeState,
  names: ReadonlyMap<string, string>,
): Pick<View['account'], 'proof' | 'activity'> {
  return {
    proof: proof && {
      maskedIban: maskIban(proof.iban),
      bankCode: bankCodeOfIban(proof.iban),
      isNew: proof.isNew,
      tied: proof.tied,
      on: proof.on,
      documentId: proof.documentId,
      by: nameOf(names, proof.by) ?? '',
    },
    activity: activity && {
      active: activity.active,
      on: activity.on,
      documentId: activity.documentId,
      by: nameOf(names, activity.by) ?? '',
    },
  };
}

function proposalOf(
  { cycleMonth, proposedBy, proposedOn, approvedBy, approvedOn }: ResumeState,
  names: ReadonlyMap<string, string>,
): View['proposal'] {
  if (cycleMonth === null || proposedBy === null || proposedOn === null) return null;
  return {
    cycleMonth,
    by: nameOf(names, proposedBy) ?? '',
    on: proposedOn,
    approvedBy: nameOf(names, approvedBy),
    approvedOn,
  };
}

async function attemptOf({ repos }: QueryContext, id: string): Promise<View['attempt']> {
  const payment = await repos.payments.byId(id);
  if (!payment) return null;
  return { payment: toPaymentRow(payment), events: [...(await repos.payments.events(id))] };
}

function nameOf(names: ReadonlyMap<string, string>, id: string | null): string | null {
  return id === null ? null : (names.get(id) ?? '');
}

/** What an event says beside its type. */
function noteOf(event: ResumeEvent): string | null {
  switch (event.type) {
    case 'documentAttached':
      return event.title;
    case 'sentBack':
      return event.note;
    case 'attemptCancelled':
      return event.reason;
    case 'approved':
      return event.endToEndId;
    case 'complained':
      return event.ticket;
    case 'accountProven':
      return maskIban(event.proof.iban);
    case 'proposed':
      return event.cycleMonth;
    case 'opened':
    case 'activityConfirmed':
    case 'guided':
    case 'withdrawn':
      return null;
  }
}
