import { addHalalas, subtractHalalas, type Halalas } from '../shared/halalas.ts';
import type { IsoDate, IsoMonth } from '../shared/iso-date.ts';
import { ok, refuse, type Refusal, type Result } from '../shared/result.ts';
import type { ComplaintOutcome, MonthFinding } from './complaint-status.ts';
import {
  decided,
  type ComplaintDecided,
  type ComplaintProposal,
  type ComplaintState,
  type MonthDecision,
} from './complaint.ts';
import type { MonthFacts } from './month-facts.ts';
import { whyNotStudiedBy } from './study-complaint.ts';

/** What the officer found about one month; `due` in halalas is what he holds to be due. */
export interface MonthFound {
  readonly month: IsoMonth;
  readonly finding: MonthFinding;
  readonly due: Halalas;
}

export interface ProposedOutcome {
  readonly outcome: ComplaintOutcome;
  readonly reasoning: string;
  readonly months: readonly MonthFound[];
}

/** The months of the claim with what the beneficiary says is missing and what the records prove. */
export interface ClaimedMonth {
  readonly month: IsoMonth;
  readonly claimed: Halalas;
  readonly facts: MonthFacts;
}

/**
 * Proposes the outcome of a complaint for another person's approval.
 * Errors: those of `whyNotStudiedBy` and of `composeProposal`.
 */
export function proposeOutcome(
  state: ComplaintState,
  claim: readonly ClaimedMonth[],
  proposed: ProposedOutcome,
  by: string,
  today: IsoDate,
): Result<ComplaintDecided, Refusal> {
  const blocked = whyNotStudiedBy(state, by);
  if (blocked !== null) return refuse(blocked);
  const proposal = composeProposal(claim, proposed);
  if (!proposal.ok) return proposal;
  return decided(state, by, { type: 'proposed', on: today, proposal: proposal.value });
}

/**
 * Findings become sums: for each month what was due, what was paid by the records and the difference, and the total
 * of the proven shortfalls. An overpaid month never lowers the total: set-off needs the debtor's consent.
 *
 * Errors, each with the `month` where it stands: MONTH_MISSING, MONTH_NOT_CLAIMED, MONTH_TWICE, NEGATIVE_AMOUNT,
 * NO_SHORTFALL (proven, yet nothing is missing), SHORTFALL_LEFT (not proven, yet something is), NOT_RETURNED,
 * NOT_PENDING, DUE_NOT_ZERO; PAYMENT_PENDING (the month is not decided yet); and NO_SHORTFALL_PROVEN, SHORTFALL_PROVEN, NOTHING_REFUSED for an outcome that the findings do not bear.
 */
export function composeProposal(
  claim: readonly ClaimedMonth[],
  { outcome, reasoning, months }: ProposedOutcome,
): Result<ComplaintProposal, Refusal> {
  const stray = months.find(({ month }) => !claim.some((claimed) => claimed.month === month));
  if (stray) return refuse('MONTH_NOT_CLAIMED', { month: stray.month });
  const decisions: MonthDecision[] = [];
  for (const { month, facts } of claim) {
    const [found, again] = months.filter((candidate) => candidate.month === month);
    if (!found) return refuse('MONTH_MISSING', { month });
    if (again) return refuse('MONTH_TWICE', { month });
    const decision = decideMonth(found, facts);
    if (!decision.ok) return decision;
    decisions.push(decision.value);
  }
  const proven = decisions.filter(({ finding }) => finding === 'shortfallProven');
  const total = addHalalas(...proven.map(({ difference }) => difference));
  const open = decisions.find(({ finding }) => finding === 'pending');
  // Neither granted nor refused in full while the bank may still answer.
  if (open && outcome !== 'partlyAccepted') return refuse('PAYMENT_PENDING', { month: open.month });
  const unborne = whyNotBorne(outcome, claim, proven.length, total);
  if (unborne !== null) return refuse(unborne);
  return ok({ outcome, reasoning, months: decisions, total });
}

function decideMonth(
  { month, finding, due }: MonthFound,
  facts: MonthFacts,
): Result<MonthDecision, Refusal> {
  if (due < 0) return refuse('NEGATIVE_AMOUNT', { month });
  // What the bank gave back is resumed, and what is on its way arrives: neither is paid a second time.
  const paid =
    finding === 'paidInFull' ? addHalalas(facts.credited, facts.withheld) : facts.accounted;
  const difference = subtractHalalas(due, paid);
  const problem = whyNotFound(finding, due, difference, facts);
  if (problem !== null) return refuse(problem, { month, due, paid });
  return ok({ month, finding, due, paid, difference });
}

function whyNotFound(
  finding: MonthFinding,
  due: Halalas,
  difference: Halalas,
  facts: MonthFacts,
): string | null {
  switch (finding) {
    case 'shortfallProven':
      return difference > 0 ? null : 'NO_SHORTFALL';
    case 'paidInFull':
      return difference > 0 ? 'SHORTFALL_LEFT' : null;
    case 'bankReturned':
      if (facts.returned === 0) return 'NOT_RETURNED';
      return difference > 0 ? 'SHORTFALL_LEFT' : null;
    case 'pending':
      if (facts.pending === 0) return 'NOT_PENDING';
      return difference > 0 ? 'SHORTFALL_LEFT' : null;
    case 'notDue':
      return due === 0 ? null : 'DUE_NOT_ZERO';
  }
}

function whyNotBorne(
  outcome: ComplaintOutcome,
  claim: readonly ClaimedMonth[],
  proven: number,
  total: Halalas,
): string | null {
  if (outcome === 'rejected') return proven > 0 ? 'SHORTFALL_PROVEN' : null;
  if (proven === 0) return 'NO_SHORTFALL_PROVEN';
  const claimed = addHalalas(...claim.map((month) => month.claimed));
  const grantedInFull = proven === claim.length && total >= claimed;
  return outcome === 'partlyAccepted' && grantedInFull ? 'NOTHING_REFUSED' : null;
}
