/** What a financial complaint (شكوى مالية) is about: دفعة ناقصة, دفعة صفرية, دفعة متأخرة. */
export const COMPLAINT_CATEGORIES = ['short', 'zero', 'late'] as const;
export type ComplaintCategory = (typeof COMPLAINT_CATEGORIES)[number];

export const COMPLAINT_STATUSES = [
  'new',
  'studying',
  'awaitingDocuments',
  'awaitingApproval',
  'sentBack',
  'accepted',
  'partlyAccepted',
  'rejected',
] as const;
export type ComplaintStatus = (typeof COMPLAINT_STATUSES)[number];

export const COMPLAINT_OUTCOMES = ['accepted', 'partlyAccepted', 'rejected'] as const;
export type ComplaintOutcome = (typeof COMPLAINT_OUTCOMES)[number];

/** What the officer found for one month of the claim. */
export const MONTH_FINDINGS = [
  'shortfallProven',
  'paidInFull',
  'bankReturned',
  'pending',
  'notDue',
] as const;
export type MonthFinding = (typeof MONTH_FINDINGS)[number];

/** How a case reached the branch. */
export const CHANNELS = ['platform', 'branch', 'phone'] as const;
export type Channel = (typeof CHANNELS)[number];
