import type { IconName } from './Icon.tsx';

/** neutral not begun or closed, info in our hands, warning waits or differs, violet waits for a second officer,
 * success done, danger refused, broken or late, line a quiet outline. */
export type Tone = 'neutral' | 'info' | 'warning' | 'violet' | 'success' | 'danger' | 'line';

interface StatusLook {
  readonly icon: IconName;
  readonly tone: Tone;
}

/** Every status an officer sees, by family; its words are `status.<family>.<state>` in the catalogues. */
export const statuses = {
  complaint: {
    new: { icon: 'ring', tone: 'neutral' },
    studying: { icon: 'half', tone: 'info' },
    verifying: { icon: 'search', tone: 'info' },
    awaitingDocuments: { icon: 'hourglass', tone: 'warning' },
    routed: { icon: 'route', tone: 'neutral' },
    awaitingApproval: { icon: 'usercheck', tone: 'violet' },
    sentBack: { icon: 'undo', tone: 'danger' },
    accepted: { icon: 'checkc', tone: 'success' },
    partlyAccepted: { icon: 'partc', tone: 'success' },
    rejected: { icon: 'xc', tone: 'danger' },
    closed: { icon: 'lock', tone: 'neutral' },
  },
  payment: {
    prepared: { icon: 'ring', tone: 'neutral' },
    sent: { icon: 'send', tone: 'info' },
    bankAccepted: { icon: 'check', tone: 'info' },
    settled: { icon: 'checkc', tone: 'info' },
    credited: { icon: 'checks', tone: 'success' },
    rejected: { icon: 'xc', tone: 'danger' },
    returned: { icon: 'ret', tone: 'warning' },
    held: { icon: 'pausec', tone: 'warning' },
    resumed: { icon: 'refresh', tone: 'info' },
    cancelled: { icon: 'ban', tone: 'neutral' },
    short: { icon: 'neq', tone: 'warning' },
    zero: { icon: 'ban', tone: 'danger' },
  },
  objection: {
    submitted: { icon: 'ring', tone: 'neutral' },
    reviewing: { icon: 'half', tone: 'info' },
    awaitingSecond: { icon: 'usercheck', tone: 'violet' },
    committee: { icon: 'people', tone: 'violet' },
    accepted: { icon: 'checkc', tone: 'success' },
    sentBack: { icon: 'undo', tone: 'danger' },
    partlyAccepted: { icon: 'partc', tone: 'success' },
    finallyAccepted: { icon: 'checks', tone: 'success' },
    rejected: { icon: 'xc', tone: 'danger' },
  },
  application: {
    draft: { icon: 'ring', tone: 'neutral' },
    review: { icon: 'half', tone: 'info' },
    completion: { icon: 'hourglass', tone: 'warning' },
    initialApproval: { icon: 'usercheck', tone: 'violet' },
    refusalProposed: { icon: 'usercheck', tone: 'violet' },
    finalApproval: { icon: 'checks', tone: 'success' },
    refused: { icon: 'xc', tone: 'danger' },
    cancelled: { icon: 'ban', tone: 'neutral' },
    withdrawn: { icon: 'exit', tone: 'neutral' },
  },
  eligibility: {
    notStudied: { icon: 'ring', tone: 'neutral' },
    studying: { icon: 'half', tone: 'info' },
    eligible: { icon: 'checkc', tone: 'success' },
    ineligible: { icon: 'xc', tone: 'danger' },
  },
  letter: {
    draft: { icon: 'ring', tone: 'neutral' },
    issued: { icon: 'stamp', tone: 'info' },
    printed: { icon: 'print', tone: 'info' },
    handedOver: { icon: 'checks', tone: 'success' },
    returned: { icon: 'ret', tone: 'warning' },
    queued: { icon: 'hourglass', tone: 'info' },
    failed: { icon: 'alert', tone: 'danger' },
    void: { icon: 'ban', tone: 'danger' },
  },
  delivery: {
    waiting: { icon: 'hourglass', tone: 'info' },
    sending: { icon: 'send', tone: 'info' },
    sent: { icon: 'checks', tone: 'success' },
    failed: { icon: 'alert', tone: 'danger' },
    cancelled: { icon: 'ban', tone: 'neutral' },
    uncertain: { icon: 'question', tone: 'warning' },
  },
  letterBatch: {
    running: { icon: 'play', tone: 'info' },
    stopped: { icon: 'pausec', tone: 'warning' },
    done: { icon: 'checkc', tone: 'success' },
  },
  bankFile: {
    preview: { icon: 'eye', tone: 'info' },
    committed: { icon: 'checkc', tone: 'success' },
    undone: { icon: 'undo', tone: 'neutral' },
    duplicate: { icon: 'dup', tone: 'neutral' },
    unbalanced: { icon: 'alert', tone: 'danger' },
    refused: { icon: 'ban', tone: 'danger' },
  },
  exception: {
    rejected: { icon: 'xc', tone: 'danger' },
    returned: { icon: 'ret', tone: 'warning' },
    unknownId: { icon: 'question', tone: 'warning' },
    amountDiffers: { icon: 'neq', tone: 'warning' },
    currencyDiffers: { icon: 'payments', tone: 'danger' },
    duplicateLine: { icon: 'dup', tone: 'warning' },
    rejectedThenPaid: { icon: 'refresh', tone: 'danger' },
    returnWithoutPayment: { icon: 'ret', tone: 'danger' },
    unclearReason: { icon: 'info', tone: 'warning' },
    noAnswer: { icon: 'hourglass', tone: 'warning' },
    batchRejected: { icon: 'xc', tone: 'danger' },
    balanceBreak: { icon: 'alert', tone: 'danger' },
    foreignAccount: { icon: 'bank', tone: 'danger' },
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, StatusLook>>>>;

export type StatusFamily = keyof typeof statuses;
export type StatusOf<Family extends StatusFamily> = Extract<
  keyof (typeof statuses)[Family],
  string
>;
