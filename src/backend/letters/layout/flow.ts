import type { PageCanvas } from './page-canvas.ts';

/** A line, row or block that a page break never cuts; heights in points. */
export interface FlowItem {
  readonly height: number;
  /** Dropped at the top of a page. */
  readonly spaceBefore: number;
  readonly keepWithNext: boolean;
  /** Painted again above this item when it begins a page: the header row of a table. */
  readonly repeats?: FlowItem;
  /** Nothing but room after a block. */
  readonly isGap?: boolean;
  /**
   * How far into the foot of the page it may stand: copies to the right of the page number, the
   * signature to the right of the seal.
   */
  readonly besideFoot?: 'number' | 'seal';
  /** `inFoot` is said to what stands beside the foot. */
  readonly paint: (canvas: PageCanvas, top: number, inFoot: boolean) => void;
}

export interface PlacedItem {
  readonly item: FlowItem;
  /** From the top of the page's body. */
  readonly top: number;
  /** Reaches below the body. */
  readonly inFoot: boolean;
}

/** What a page has room for, points. */
export interface PageRoom {
  readonly body: number;
  /** More for what may stand beside the page number, or beside the seal. */
  readonly besideNumber: number;
  readonly besideSeal: number;
}

/**
 * Fills pages with items, breaking only where both neighbours allow it. What cannot be kept together
 * on a whole page is broken anyway rather than lost.
 */
export function paginate(
  items: readonly FlowItem[],
  roomOf: (page: number) => PageRoom,
): PlacedItem[][] {
  const pages: PlacedItem[][] = [];
  let from = 0;
  while (from < items.length || pages.length === 0) {
    const page = fillPage(items, from, roomOf(pages.length));
    pages.push(page.placed);
    from = page.next;
  }
  return pages;
}

function fillPage(
  items: readonly FlowItem[],
  from: number,
  room: PageRoom,
): { placed: PlacedItem[]; next: number } {
  const placed: PlacedItem[] = [];
  let top = 0;
  const repeated = items[from]?.repeats;
  if (repeated) {
    placed.push({ item: repeated, top, inFoot: false });
    top += repeated.height;
  }
  let next = from;
  for (let item = items[next]; item; item = items[++next]) {
    const itemTop = next === from ? top : top + item.spaceBefore;
    const bottom = itemTop + item.height;
    if (bottom > room.body + roomBeside(item, room) && next > from) break;
    placed.push({ item, top: itemTop, inFoot: bottom > room.body });
    top = bottom;
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

function roomBeside({ besideFoot }: FlowItem, room: PageRoom): number {
  if (besideFoot === undefined) return 0;
  return besideFoot === 'number' ? room.besideNumber : room.besideSeal;
}
