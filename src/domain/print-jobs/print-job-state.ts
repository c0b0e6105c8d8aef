/** What becomes of one sheet set of a job. `sent`: its bytes were on their way, and nobody has said that it came out. */
export const PRINT_ITEM_STATES = ['waiting', 'sent', 'printed', 'failed', 'skipped'] as const;
export type PrintItemState = (typeof PRINT_ITEM_STATES)[number];

export const PRINT_JOB_STATES = ['open', 'finished', 'cancelled'] as const;
export type PrintJobState = (typeof PRINT_JOB_STATES)[number];

/** The one original, or a copy with its stamp. */
export const PRINT_FORMS = ['original', 'copy'] as const;
export type PrintForm = (typeof PRINT_FORMS)[number];

/**
 * Who says that an item was printed: the printer's own queue, the spooler that took it and tells no more, or the officer
 * who has the paper in his hand.
 */
export const PRINT_WITNESSES = ['printer', 'spooler', 'officer'] as const;
export type PrintWitness = (typeof PRINT_WITNESSES)[number];

/** Everything that can happen in a job; `item` is its place, from 1. Who and when stand beside it on the trail. */
export type PrintJobEvent =
  | { readonly type: 'opened'; readonly items: number; readonly printer: string }
  /** Recorded before the bytes leave for the spooler. The hash is that of the bytes. */
  | { readonly type: 'sent'; readonly item: number; readonly sha256: string }
  /** The spooler's own number of what it took. */
  | { readonly type: 'spooled'; readonly item: number; readonly spoolJob: number }
  | { readonly type: 'printed'; readonly item: number; readonly told: PrintWitness }
  | { readonly type: 'failed'; readonly item: number; readonly code: string }
  /** Did not come out, or spoilt: it waits again. */
  | { readonly type: 'spoilt'; readonly item: number; readonly reason: string }
  | { readonly type: 'again'; readonly item: number }
  | { readonly type: 'skipped'; readonly item: number }
  /** The printer stopped, or the officer paused it. */
  | { readonly type: 'held'; readonly reason: string }
  | { readonly type: 'printerChanged'; readonly printer: string }
  | { readonly type: 'cancelled' };

export interface PrintItem {
  /** Its place in the job, from 1. */
  readonly item: number;
  readonly state: PrintItemState;
  readonly told: PrintWitness | null;
  /** Why it failed. */
  readonly code: string | null;
  readonly spoolJob: number | null;
}

export interface PrintJob {
  readonly state: PrintJobState;
  readonly printer: string;
  readonly items: readonly PrintItem[];
}

/** A job as its first event leaves it. */
export function openedJob(items: number, printer: string): PrintJob {
  const waiting = Array.from({ length: items }, (_, index) => ({ ...WAITING, item: index + 1 }));
  return { state: 'open', printer, items: waiting };
}

const WAITING = { state: 'waiting', told: null, code: null, spoolJob: null } as const;

/** The job after one more event. */
export function printJobAfter(job: PrintJob, event: PrintJobEvent): PrintJob {
  switch (event.type) {
    case 'opened':
      return openedJob(event.items, event.printer);
    case 'held':
      return job;
    case 'printerChanged':
      return { ...job, printer: event.printer };
    case 'cancelled':
      return withItems({ ...job, state: 'cancelled' }, (item) =>
        item.state === 'waiting' ? { ...item, state: 'skipped' } : item,
      );
    default:
      return withItems(job, (item) => (item.item === event.item ? itemAfter(item, event) : item));
  }
}

type ItemEvent = Extract<PrintJobEvent, { readonly item: number }>;

function itemAfter(item: PrintItem, event: ItemEvent): PrintItem {
  switch (event.type) {
    case 'sent':
      return { ...item, ...WAITING, state: 'sent' };
    case 'spooled':
      return { ...item, spoolJob: event.spoolJob };
    case 'printed':
      return { ...item, state: 'printed', told: event.told };
    case 'failed':
      return { ...item, state: 'failed', code: event.code };
    case 'spoilt':
    case 'again':
      return { ...item, ...WAITING };
    case 'skipped':
      return { ...item, state: 'skipped' };
  }
}

/** A job is finished while nothing of it waits or is under way. */
function withItems(job: PrintJob, change: (item: PrintItem) => PrintItem): PrintJob {
  const items = job.items.map(change);
  if (job.state === 'cancelled') return { ...job, items };
  const isOpen = items.some(({ state }) => state === 'waiting' || state === 'sent');
  return { ...job, items, state: isOpen ? 'open' : 'finished' };
}

/** The job that a whole trail says; null when it does not begin with the opening. */
export function printJobOf(events: readonly PrintJobEvent[]): PrintJob | null {
  const [first, ...rest] = events;
  if (first?.type !== 'opened') return null;
  return rest.reduce(printJobAfter, openedJob(first.items, first.printer));
}
