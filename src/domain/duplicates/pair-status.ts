/** `merging` waits for the second officer; `asked` waits for the beneficiary. */
export const PAIR_STATUSES = ['open', 'asked', 'notSame', 'merging', 'merged'] as const;
export type PairStatus = (typeof PAIR_STATUSES)[number];

export const PAIR_EVENTS = [
  'found',
  'notSame',
  'asked',
  'reopened',
  'mergeProposed',
  'mergeApproved',
  'mergeRejected',
  'mergeWithdrawn',
  'mergeUndone',
] as const;
export type PairEventType = (typeof PAIR_EVENTS)[number];

/** What an officer says of a pair. Two files that are not one person's are not asked about again. */
export const PAIR_ANSWERS = ['notSame', 'reopened'] as const;
export type PairAnswer = (typeof PAIR_ANSWERS)[number];

/** The status that an answer leads to; null where it cannot be given. */
export function answerPair(status: PairStatus, answer: PairAnswer): PairStatus | null {
  if (answer === 'notSame') return status === 'open' || status === 'asked' ? 'notSame' : null;
  return status === 'notSame' || status === 'asked' ? 'open' : null;
}
