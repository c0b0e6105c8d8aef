import type { PageCanvas } from './page-canvas.ts';

/** A line, row or block that a page break never cuts; heights in points. */
export interface FlowItem {
  readonly height: number;
  /** Dropped at the top of a page. */
  readonly spaceBefore: number;
  readonly keepWithNext: boolean;
  /** Painted again above this item when it begins a page: the header row of a table. */
  readonly repeats?: FlowItem;
  /** May stand in the room of the page number, to the right of it. */
  readonly besideFoot?: boolean;
  readonly paint: (canvas: PageCanvas, top: number) => void;
}

export interface PlacedItem {
  readonly item: FlowItem;
  /** From the top of the page's body. */
  readonly top: number;
}

/**
 * Fills pages with items, breaking only where both neighbours allow it. What cannot be kept together
 * on a whole page is broken anyway rather than lost.
 */
export function paginate(
  items: readonly FlowItem[],
  bodyHeight: (page: number) => number,
  footHeight: number,
): PlacedItem[][] {
  const pages: PlacedItem[][] = [];
  let from = 0;
  while (from < items.length || pages.length === 0) {
    const page = fillPage(items, from, bodyHeight(pages.length), footHeight);
    pages.push(page.placed);
    from = page.next;
  }
  return pages;
}

function fillPage(
  items: readonly FlowItem[],
  from: number,
  height: number,
  footHeight: number,
): { placed: PlacedItem[]; next: number } {
  const placed: PlacedItem[] = [];
  let top = 0;
  const repeated = items[from]?.repeats;
  if (repeated) {
    placed.push({ item: repeated, top });
    top += repeated.height;
  }
  let next = from;
  for (let item = items[next]; item; item = items[++next]) {
    const itemTop = next === from ? top : top + item.spaceBefore;
    const room = item.besideFoot === true ? height + footHeight : height;
    if (itemTop + item.height > room && next > from) break;
    placed.push({ item, top: itemTop });
    top = itemTop + item.height;
  }
  if (next >= items.length) return { placed, next };
  let allowed = next;
  while (allowed > from && items[allowed - 1]?.keepWithNext === true) allowed--;
  if (allowed > from) {
    placed.length -= next - allowed;
    next = allowed;
  }
  return { placed, next };
}
