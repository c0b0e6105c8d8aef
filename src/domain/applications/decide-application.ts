import { addMonths, monthOf, type IsoDate, type IsoMonth } from '../shared/iso-date.ts';
import { refuse, type Refusal, type Result } from '../shared/result.ts';
import {
  decided,
  isClosed,
  type ApplicationDecided,
  type ApplicationState,
  type Assessment,
  type RefusalGround,
} from './application.ts';
import { whyNotStudiedBy } from './work-on-application.ts';

type Decision = Result<ApplicationDecided, Refusal>;

/** The pension is paid from the month after the acceptance (REG 22). */
export function effectiveMonth(acceptedOn: IsoDate): IsoMonth {
  return addMonths(monthOf(acceptedOn), 1);
}

/**
 * Initial approval (موافقة مبدئية), for another officer to make final.
 * @param mandatory Codes of the papers without which there is no approval.
 * @param assessment Null of programmes that pay no pension.
 * Errors: those of `whyNotStudiedBy`; PAPERS_OPEN (papers, by blanks); NOT_ENTITLED (reasons, by blanks).
 */
export function approveInitially(
  state: ApplicationState,
  reasoning: string,
  mandatory: readonly string[],
  assessment: Assessment | null,
  by: string,
  today: IsoDate,
): Decision {
  const blocked = whyNotStudiedBy(state, by);
  if (blocked !== null) return refuse(blocked);
  const open = mandatory.filter((paper) => state.papers[paper]?.state !== 'accepted');
  if (open.length > 0) return refuse('PAPERS_OPEN', { papers: open.join(' ') });
  if (assessment !== null && !assessment.calculation.eligible) {
    return refuse('NOT_ENTITLED', { reasons: assessment.calculation.reasons.join(' ') });
  }
  return decided(state, by, { type: 'initiallyApproved', on: today, reasoning, assessment });
}

/**
 * Proposes a refusal, which states its reasons (LAW 6).
 * @param known Codes of the reasons in use.
 * Errors: those of `whyNotStudiedBy`; REASON_TWICE (reason), REASON_UNKNOWN (reason), REASON_MISSING.
 */
export function proposeRefusal(
  state: ApplicationState,
  {
    reasoning,
    reasons,
  }: { readonly reasoning: string; readonly reasons: readonly RefusalGround[] },
  known: readonly string[],
  assessment: Assessment | null,
  by: string,
  today: IsoDate,
): Decision {
  const blocked = whyNotStudiedBy(state, by);
  if (blocked !== null) return refuse(blocked);
  if (reasons.length === 0) return refuse('REASON_MISSING');
  const codes = reasons.map(({ code }) => code);
  const twice = codes.find((code, index) => codes.indexOf(code) !== index);
  if (twice !== undefined) return refuse('REASON_TWICE', { reason: twice });
  const unknown = codes.find((code) => !known.includes(code));
  if (unknown !== undefined) return refuse('REASON_UNKNOWN', { reason: unknown });
  return decided(state, by, { type: 'refusalProposed', on: today, reasoning, reasons, assessment });
}

/**
 * Why an officer may not decide or send back what stands proposed; null when he may. Nobody decides his own proposal.
 * Codes: ALREADY_CLOSED, NOT_PROPOSED, PROPOSED_BY_YOU.
 */
export function whyNotSecondedBy(state: ApplicationState, by: string): string | null {
  if (isClosed(state.status)) return 'ALREADY_CLOSED';
  const waits = state.status === 'initialApproval' || state.status === 'refusalProposed';
  if (!waits || state.proposedBy === null) return 'NOT_PROPOSED';
  return state.proposedBy === by ? 'PROPOSED_BY_YOU' : null;
}

/**
 * The second officer's decision, as it stands proposed: final approval (موافقة نهائية) or refusal.
 * @param now The sum as it comes out today, for the month from which it would be paid; null of programmes that pay no pension.
 * Errors: those of `whyNotSecondedBy`; ASSESSMENT_CHANGED (pension, now, in halalas) where an approval no longer rests on
 * what the first officer saw.
 */
export function decideApplication(
  state: ApplicationState,
  now: Assessment | null,
  by: string,
  today: IsoDate,
): Decision {
  const blocked = whyNotSecondedBy(state, by);
  if (blocked !== null) return refuse(blocked);
  if (state.proposal?.outcome !== 'accept') {
    return decided(state, by, { type: 'refused', on: today });
  }
  const was = state.proposal.assessment?.calculation ?? null;
  const is = now?.calculation ?? null;
  if (was?.pension !== is?.pension || (is !== null && !is.eligible)) {
    return refuse('ASSESSMENT_CHANGED', { pension: was?.pension ?? 0, now: is?.pension ?? 0 });
  }
  return decided(state, by, {
    type: 'finallyApproved',
    on: today,
    from: effectiveMonth(today),
    assessment: now,
  });
}

/** Errors: those of `whyNotSecondedBy`. */
export function sendApplicationBack(state: ApplicationState, note: string, by: string): Decision {
  const blocked = whyNotSecondedBy(state, by);
  if (blocked !== null) return refuse(blocked);
  return decided(state, by, { type: 'sentBack', note });
}
