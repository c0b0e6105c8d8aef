/** Kinds of letter that state a decision about somebody's right: written by hand, they want a second officer. */
const DECISION_KINDS: ReadonlySet<string> = new Set([
  'complaintAccepted',
  'complaintPartlyAccepted',
  'complaintRejected',
  'objectionAccepted',
  'objectionPartlyAccepted',
  'objectionRejected',
  'applicationAccepted',
  'applicationCancelled',
  'ineligibility',
  'pensionStopped',
  'pensionHeld',
  'pensionResumed',
  'differencePayment',
  'recoveryNotice',
  'committeeReferral',
]);

export function statesDecision(kind: string): boolean {
  return DECISION_KINDS.has(kind);
}
