/** An objection (اعتراض) against a decision of ineligibility, from filing to the second officer's approval. */
export const OBJECTION_STATUSES = [
  'submitted',
  'reviewing',
  'awaitingSecond',
  'sentBack',
  'committee',
  'accepted',
  'partlyAccepted',
  'rejected',
] as const;
export type ObjectionStatus = (typeof OBJECTION_STATUSES)[number];

export const OBJECTION_OUTCOMES = ['accepted', 'partlyAccepted', 'rejected', 'committee'] as const;
export type ObjectionOutcome = (typeof OBJECTION_OUTCOMES)[number];

/** The finding on one coded reason of the refusal: لم يثبت, زال لاحقاً, ثبت. */
export const REASON_FINDINGS = ['notProven', 'ceased', 'proven'] as const;
export type ReasonFinding = (typeof REASON_FINDINGS)[number];
