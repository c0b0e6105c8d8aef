import { parseIban, type Iban } from '../registry/iban.ts';
import type { IsoDate } from '../shared/iso-date.ts';
import { refuse, type Refusal, type Result } from '../shared/result.ts';
import { checkEditDay, type EditDaysSetting } from './edit-days.ts';
import {
  resumeDecided,
  type AccountActivity,
  type ResumeDecided,
  type ResumeState,
} from './resume-case.ts';
import { whyNotResumable, type ResumeFacts } from './resume-rules.ts';

type Decision = Result<ResumeDecided, Refusal>;

export interface StatedProof {
  /** As typed; null for the account that the payment was sent to. */
  readonly iban: string | null;
  readonly tied: boolean;
  readonly on: IsoDate;
  readonly documentId: string;
}

/**
 * Step 1: the IBAN is tied to the national ID, or is found not to be. A new account is taken only on the days of the month
 * set for it.
 *
 * Errors: those of `whyNotPrepared` and `parseIban`, EDIT_DAYS_CLOSED (opensOn, closesOn), ACCOUNT_HELD_BY_ANOTHER,
 * NEW_ACCOUNT_NEEDED, PROOF_IN_FUTURE.
 * @param isHeldByAnother Whether another person of the branch is paid to an account.
 */
export async function proveAccount(
  state: ResumeState,
  facts: ResumeFacts,
  stated: StatedProof,
  isHeldByAnother: (iban: Iban) => Promise<boolean>,
  days: EditDaysSetting,
  by: string,
  today: IsoDate,
): Promise<Decision> {
  const blocked = whyNotPrepared(state, facts);
  if (blocked !== null) return { ok: false, error: blocked };
  if (stated.on > today) return refuse('PROOF_IN_FUTURE', { on: stated.on });
  const parsed = parseIban(stated.iban ?? facts.iban);
  if (!parsed.ok) return parsed;
  const iban = parsed.value;
  const isNew = iban !== facts.iban;
  if (!isNew && facts.needsNewAccount) {
    return refuse('NEW_ACCOUNT_NEEDED', { reference: facts.reference });
  }
  if (isNew) {
    const editable = checkEditDay(today, days);
    if (!editable.ok) return editable;
    if (await isHeldByAnother(iban)) return refuse('ACCOUNT_HELD_BY_ANOTHER');
  }
  const { tied, on, documentId } = stated;
  return resumeDecided(state, by, {
    type: 'accountProven',
    proof: { iban, isNew, tied, on, documentId },
  });
}

/**
 * Step 2: the bank's letter says whether the account is active. Errors: those of `whyNotPrepared`; PROOF_IN_FUTURE.
 */
export function confirmActivity(
  state: ResumeState,
  facts: ResumeFacts,
  activity: AccountActivity,
  by: string,
  today: IsoDate,
): Decision {
  const blocked = whyNotPrepared(state, facts);
  if (blocked !== null) return { ok: false, error: blocked };
  if (activity.on > today) return refuse('PROOF_IN_FUTURE', { on: activity.on });
  return resumeDecided(state, by, { type: 'activityConfirmed', activity });
}

/**
 * Why the steps of a case may not be worked on; null when they may.
 * Codes: AWAITING_APPROVAL, ALREADY_RESUMED, and those of `whyNotResumable` but COMPLAINT_DUE.
 */
export function whyNotPrepared(state: ResumeState, facts: ResumeFacts): Refusal | null {
  const { reference } = facts;
  if (state.status === 'awaitingApproval') {
    return { code: 'AWAITING_APPROVAL', details: { reference } };
  }
  if (state.status !== 'preparing') return { code: 'ALREADY_RESUMED', details: { reference } };
  return whyNotResumable({ ...facts, complaintDue: false });
}
