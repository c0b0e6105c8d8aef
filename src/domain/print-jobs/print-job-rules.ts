import { ok, refuse, type Refusal, type Result } from '../shared/result.ts';
import type { PrintItem, PrintJob, PrintJobEvent, PrintWitness } from './print-job-state.ts';

type Steps = Result<readonly PrintJobEvent[], Refusal>;

/** Letters of one job at most: a stack that one officer can check. */
export const MOST_LETTERS = 500;

/**
 * What is sent next, or null when nothing waits. Nothing more is sent while it is unknown whether something came out:
 * it would lie above or below a sheet that nobody has counted.
 * Errors: PRINT_JOB_CLOSED, PRINT_JOB_UNCERTAIN (item: its place).
 */
export function nextToSend(job: PrintJob): Result<PrintItem | null, Refusal> {
  if (job.state === 'cancelled') return refuse('PRINT_JOB_CLOSED');
  const uncertain = job.items.find(({ state }) => state === 'sent');
  if (uncertain) return refuse('PRINT_JOB_UNCERTAIN', { item: uncertain.item });
  return ok(job.items.find(({ state }) => state === 'waiting') ?? null);
}

/** Errors: those of `nextToSend`, PRINT_ITEM_NOT_NEXT. */
export function sendItem(job: PrintJob, item: number, sha256: string): Steps {
  const next = nextToSend(job);
  if (!next.ok) return next;
  if (next.value?.item !== item) return refuse('PRINT_ITEM_NOT_NEXT');
  return ok([{ type: 'sent', item, sha256 }]);
}

/** What is no letter to print any more fails without being sent. Errors: as `sendItem`. */
export function failUnsent(job: PrintJob, item: number, code: string): Steps {
  const sent = sendItem(job, item, '');
  return sent.ok ? ok([{ type: 'failed', item, code }]) : sent;
}

/** What became of the bytes that were sent. */
export type SendOutcome =
  | { readonly outcome: 'spooled'; readonly spoolJob: number }
  | { readonly outcome: 'printed'; readonly told: Exclude<PrintWitness, 'officer'> }
  | { readonly outcome: 'failed'; readonly code: string }
  /** Nothing was handed over: it waits as before. */
  | { readonly outcome: 'withdrawn' };

/** Errors: PRINT_ITEM_NOT_SENT. */
export function recordOutcome(job: PrintJob, item: number, outcome: SendOutcome): Steps {
  if (stateOf(job, item) !== 'sent') return refuse('PRINT_ITEM_NOT_SENT');
  switch (outcome.outcome) {
    case 'spooled':
      return ok([{ type: 'spooled', item, spoolJob: outcome.spoolJob }]);
    case 'printed':
      return ok([{ type: 'printed', item, told: outcome.told }]);
    case 'failed':
      return ok([{ type: 'failed', item, code: outcome.code }]);
    case 'withdrawn':
      return ok([{ type: 'again', item }]);
  }
}

/** What the officer says after a jam or a crash, with the paper in his hand: places in the job. */
export interface CountedPaper {
  readonly cameOut: readonly number[];
  readonly spoilt: readonly number[];
}

/**
 * The officer's word about what was under way and what was spoilt. All that was under way must be spoken of; whatever he
 * does not name of the rest stays printed.
 * Errors: PRINT_JOB_CLOSED, PRINT_ITEM_NOT_OUT (item) for a place that never was under way, PRINT_COUNT_UNCLEAR (item)
 * for one that is named twice or left out.
 */
export function settlePaper(job: PrintJob, counted: CountedPaper, reason: string): Steps {
  if (job.state === 'cancelled') return refuse('PRINT_JOB_CLOSED');
  const cameOut = new Set(counted.cameOut);
  const spoilt = new Set(counted.spoilt);
  for (const item of [...cameOut, ...spoilt]) {
    const state = stateOf(job, item);
    if (state !== 'sent' && state !== 'printed') return refuse('PRINT_ITEM_NOT_OUT', { item });
    if (cameOut.has(item) && spoilt.has(item)) return refuse('PRINT_COUNT_UNCLEAR', { item });
  }
  const events: PrintJobEvent[] = [];
  for (const { item, state } of job.items) {
    if (spoilt.has(item)) events.push({ type: 'spoilt', item, reason });
    else if (state === 'sent') {
      if (!cameOut.has(item)) return refuse('PRINT_COUNT_UNCLEAR', { item });
      events.push({ type: 'printed', item, told: 'officer' });
    }
  }
  return ok(events);
}

/** Errors: PRINT_ITEM_NOT_FAILED. */
export function tryAgain(job: PrintJob, item: number): Steps {
  return stateOf(job, item) === 'failed' && job.state !== 'cancelled'
    ? ok([{ type: 'again', item }])
    : refuse('PRINT_ITEM_NOT_FAILED');
}

/** Errors: PRINT_ITEM_NOT_WAITING. */
export function skipItem(job: PrintJob, item: number): Steps {
  return stateOf(job, item) === 'waiting' && job.state !== 'cancelled'
    ? ok([{ type: 'skipped', item }])
    : refuse('PRINT_ITEM_NOT_WAITING');
}

/** What waits is skipped. Errors: PRINT_JOB_CLOSED, PRINT_JOB_UNCERTAIN: first it is said what came out. */
export function cancelJob(job: PrintJob): Steps {
  if (job.state !== 'open') return refuse('PRINT_JOB_CLOSED');
  const next = nextToSend(job);
  return next.ok ? ok([{ type: 'cancelled' }]) : next;
}

function stateOf(job: PrintJob, item: number): PrintItem['state'] | undefined {
  return job.items.find((known) => known.item === item)?.state;
}
