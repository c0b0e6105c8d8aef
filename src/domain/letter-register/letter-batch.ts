/** `stopped` by an officer waits for him; what a crash left `running` goes on by itself at the next start. */
export const LETTER_BATCH_STATES = ['running', 'stopped', 'done'] as const;
export type LetterBatchState = (typeof LETTER_BATCH_STATES)[number];

export const BATCH_ITEM_STATES = ['pending', 'issued', 'skipped'] as const;
export type BatchItemState = (typeof BATCH_ITEM_STATES)[number];

/** Why somebody whom the filter finds gets no letter of the batch, the first that holds. */
export const BATCH_EXCLUSIONS = [
  'PERSON_FROZEN',
  'HAS_LETTER',
  'ALREADY_RESUMED',
  'NO_ADDRESS',
] as const;
export type BatchExclusion = (typeof BATCH_EXCLUSIONS)[number];

/** The kinds of letter that are issued over a list. */
export const BATCH_KINDS = ['resumeGuidance', 'pensionHeld', 'documentsRequest'] as const;
export type BatchKind = (typeof BATCH_KINDS)[number];
