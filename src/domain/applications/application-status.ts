/**
 * An application (طلب), in the words of the platform: مراجعة, استكمال, موافقة مبدئية, موافقة نهائية, رفض. A refusal that
 * waits for the second officer is مراجعة to the applicant.
 */
export const APPLICATION_STATUSES = [
  'draft',
  'review',
  'completion',
  'initialApproval',
  'refusalProposed',
  'finalApproval',
  'refused',
  'cancelled',
  'withdrawn',
] as const;
export type ApplicationStatus = (typeof APPLICATION_STATUSES)[number];

export const APPLICATION_VIEWS = [
  'all',
  'mine',
  'unassigned',
  'drafts',
  'dueToday',
  'overdue',
  'completion',
  'completionLapsed',
  'awaitingApproval',
  'decided',
] as const;
export type ApplicationView = (typeof APPLICATION_VIEWS)[number];

/** Where a required paper stands. */
export const PAPER_STATES = ['missing', 'received', 'accepted', 'refused'] as const;
export type PaperState = (typeof PAPER_STATES)[number];

/** What a home visit looks at, item by item. */
export const VISIT_ITEMS = [
  'identity',
  'household',
  'incomes',
  'assets',
  'dwelling',
  'stays',
  'other',
] as const;
export type VisitItem = (typeof VISIT_ITEMS)[number];

/** Why an application ended without a decision. */
export const CANCELLATION_CAUSES = ['notCompleted', 'discarded'] as const;
export type CancellationCause = (typeof CANCELLATION_CAUSES)[number];

/** As applicants declare it. It decides which papers are asked for, never the entitlement (LAW and REG know no such criterion). */
export const MARITAL_STATUSES = ['single', 'married', 'divorced', 'widowed'] as const;
export type MaritalStatus = (typeof MARITAL_STATUSES)[number];

/** The applicant's state of work; capacity in the words of REG 15. */
export const EMPLOYMENT_STATUSES = [
  'employed',
  'selfEmployed',
  'unemployed',
  'retired',
  'student',
  'homemaker',
  'unable',
] as const;
export type EmploymentStatus = (typeof EMPLOYMENT_STATUSES)[number];
