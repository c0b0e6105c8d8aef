import type { PaymentStatus } from '../payments/payment-status.ts';
import type { ReasonCode, ResumeRule } from '../reconciliation/reason-code.ts';
import type { Refusal } from '../shared/result.ts';
import type { ResumeState } from './resume-case.ts';

/** Everything outside the case that decides whether a payment may be sent once more. */
export interface ResumeFacts {
  readonly status: PaymentStatus;
  readonly reference: string;
  /** False once another attempt has taken its place. */
  readonly live: boolean;
  /** The account it was sent to. */
  readonly iban: string;
  readonly rule: ResumeRule;
  readonly reasonCode: string | null;
  /** The bank closed the account or will not pay to it again. */
  readonly needsNewAccount: boolean;
  /** A bank also says that it was paid; an officer has not settled which is true. */
  readonly paidInstead: boolean;
  /** End-to-end id of another live attempt for the same person, programme, month and kind. */
  readonly otherLive: string | null;
  /** Number of the life-status case that freezes the person. */
  readonly frozenBy: string | null;
  /** It was itself a second attempt, and the complaint that then follows is not opened yet. */
  readonly complaintDue: boolean;
}

/** What the reason asks for; a code that no list holds is treated as one that needs a correction. */
export function resumeRuleOf(
  reason: Pick<ReasonCode, 'action' | 'resume'> | undefined,
  provenAlive: boolean,
): ResumeRule {
  if (reason === undefined) return 'afterFix';
  // The bank holds a living person for dead: once that is settled by two officers, the account is proven like any other.
  if (reason.action === 'CHECK_ALIVE' && provenAlive) return 'afterFix';
  return reason.resume;
}

/** The money is proven back only by the bank's rejection or return. */
export function isMoneyBack(status: PaymentStatus): boolean {
  return status === 'rejected' || status === 'returned';
}

/**
 * Why a payment may not be sent once more, whatever is known of the account; null when it may.
 * Codes: MONEY_NOT_BACK (status), ALREADY_RESUMED, PAID_INSTEAD, OTHER_ATTEMPT_LIVE (other), PERSON_FROZEN (number),
 * RESUME_NEVER (code), COMPLAINT_DUE; each with the payment's `reference`.
 */
export function whyNotResumable(facts: ResumeFacts): Refusal | null {
  const { reference } = facts;
  const because = (code: string, details: Refusal['details'] = {}): Refusal => ({
    code,
    details: { reference, ...details },
  });
  if (!isMoneyBack(facts.status)) return because('MONEY_NOT_BACK', { status: facts.status });
  if (!facts.live) return because('ALREADY_RESUMED');
  if (facts.otherLive !== null) return because('OTHER_ATTEMPT_LIVE', { other: facts.otherLive });
  if (facts.paidInstead) return because('PAID_INSTEAD');
  if (facts.frozenBy !== null) return because('PERSON_FROZEN', { number: facts.frozenBy });
  if (facts.rule === 'never') return because('RESUME_NEVER', { reason: facts.reasonCode ?? '' });
  if (facts.complaintDue) return because('COMPLAINT_DUE');
  return null;
}

/** A fault of the bank's own needs nothing of the account; everything else does. */
export function needsAccount(rule: ResumeRule): boolean {
  return rule !== 'sameData';
}

/**
 * Why the account of a case is not proven yet; null when it is, or when nothing of it is asked.
 * Codes: ACCOUNT_NOT_VERIFIED, ACCOUNT_OTHER_HOLDER, NEW_ACCOUNT_NEEDED, ACCOUNT_NOT_CONFIRMED, ACCOUNT_FROZEN; each with
 * the payment's `reference`.
 */
export function whyAccountNotProven(
  state: Pick<ResumeState, 'proof' | 'activity'> | null,
  facts: Pick<ResumeFacts, 'rule' | 'iban' | 'needsNewAccount' | 'reference'>,
): Refusal | null {
  if (!needsAccount(facts.rule)) return null;
  const because = (code: string): Refusal => ({
    code,
    details: { reference: facts.reference },
  });
  const { proof = null, activity = null } = state ?? {};
  if (proof === null) return because('ACCOUNT_NOT_VERIFIED');
  if (!proof.tied) return because('ACCOUNT_OTHER_HOLDER');
  if (facts.needsNewAccount && proof.iban === facts.iban) return because('NEW_ACCOUNT_NEEDED');
  if (activity === null) return because('ACCOUNT_NOT_CONFIRMED');
  return activity.active ? null : because('ACCOUNT_FROZEN');
}
