/** A run is imported as a list that went to the banks, or made here of prepared payments. */
export const RUN_ORIGINS = ['import', 'prepared'] as const;
export type RunOrigin = (typeof RUN_ORIGINS)[number];

/** `sent` once its payments were instructed: by the export of its file, or before it was imported. */
export const RUN_STATUSES = ['prepared', 'sent'] as const;
export type RunStatus = (typeof RUN_STATUSES)[number];

export const EXPORT_FORMATS = ['pain001', 'wages'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export const CYCLE_EVENT_TYPES = [
  'runMade',
  'runDissolved',
  'runExported',
  'runExportedAgain',
  'runExportUndone',
  'closingProposed',
  'closingWithdrawn',
  'closed',
  'reopened',
  'payDateMoved',
] as const;
export type CycleEventType = (typeof CYCLE_EVENT_TYPES)[number];

export const PROPOSAL_STATUSES = ['proposed', 'approved', 'refused', 'withdrawn'] as const;
export type ProposalStatus = (typeof PROPOSAL_STATUSES)[number];
