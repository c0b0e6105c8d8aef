import type { CountedPaper } from './print-job-rules.ts';
import type { PrintItemState } from './print-job-state.ts';

/** An item of a job as it lies in the printer's tray. */
export interface StackedItem {
  readonly item: number;
  readonly state: PrintItemState;
  readonly pages: number;
}

export interface SheetsOfItem {
  readonly item: number;
  /** Counted from 1 over the whole job; both included. */
  readonly first: number;
  readonly last: number;
}

/** Which sheets of the job each item takes, in order; what failed or was skipped takes none. */
export function sheetsOf(items: readonly StackedItem[], twoSided: boolean): SheetsOfItem[] {
  let last = 0;
  return items.flatMap(({ item, state, pages }) => {
    if (state === 'failed' || state === 'skipped') return [];
    const first = last + 1;
    last += twoSided ? Math.ceil(pages / 2) : pages;
    return [{ item, first, last }];
  });
}

/**
 * What the number of the last good sheet says: a letter came out when its last sheet did; one of which a sheet is
 * missing is spoilt whole. Only what was printed or under way is spoken of.
 * @param lastGoodSheet 0 when none is good
 */
export function countedBySheets(
  items: readonly StackedItem[],
  twoSided: boolean,
  lastGoodSheet: number,
): CountedPaper {
  const wasSent = new Set(
    items.filter(({ state }) => state === 'sent' || state === 'printed').map(({ item }) => item),
  );
  const sheets = sheetsOf(items, twoSided).filter(({ item }) => wasSent.has(item));
  return {
    cameOut: sheets.filter(({ last }) => last <= lastGoodSheet).map(({ item }) => item),
    spoilt: sheets.filter(({ last }) => last > lastGoodSheet).map(({ item }) => item),
  };
}
