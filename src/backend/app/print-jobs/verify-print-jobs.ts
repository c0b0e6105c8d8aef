import { printJobOf, type PrintItem } from '../../../domain/print-jobs/print-job-state.ts';
import type { PrintJobReader } from './ports.ts';

export interface PrintJobFault {
  readonly id: string;
  /** Where the rows say something else than the events; `events` when the trail cannot be followed. */
  readonly field: 'events' | 'state' | 'printer' | 'items';
}

const BATCH = 100;

/**
 * Recomputes every print job from its events.
 * @param breathe Called between jobs; throws to stop.
 */
export async function verifyPrintJobs(
  printJobs: PrintJobReader,
  breathe: () => Promise<void>,
): Promise<{ readonly checked: number; readonly faults: readonly PrintJobFault[] }> {
  const faults: PrintJobFault[] = [];
  let checked = 0;
  let after = '';
  for (;;) {
    const batch = await printJobs.withEvents(after, BATCH);
    const last = batch.at(-1);
    if (last === undefined) return { checked, faults };
    after = last.id;
    for (const { id, job, events } of batch) {
      const derived = printJobOf(events);
      if (derived === null) faults.push({ id, field: 'events' });
      else {
        if (derived.state !== job.state) faults.push({ id, field: 'state' });
        if (derived.printer !== job.printer) faults.push({ id, field: 'printer' });
        if (!sameItems(derived.items, job.items)) faults.push({ id, field: 'items' });
      }
      checked += 1;
      await breathe();
    }
  }
}

function sameItems(derived: readonly PrintItem[], stored: readonly PrintItem[]): boolean {
  return (
    derived.length === stored.length &&
    derived.every((item, index) => {
      const row = stored[index];
      return (
        row?.item === item.item &&
        row.state === item.state &&
        row.told === item.told &&
        row.code === item.code &&
        row.spoolJob === item.spoolJob
      );
    })
  );
}
