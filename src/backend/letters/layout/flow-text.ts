import type { Tagged } from '../pdf/tags.ts';
import type { Line } from '../text/line.ts';
import type { FlowItem } from './flow.ts';
import type { Align } from './page-canvas.ts';
import type { Box, TextSize } from './page-geometry.ts';

export interface TextFlowOptions {
  readonly box: Box;
  readonly size: TextSize;
  /** Top of a line's box to its baseline. */
  readonly baseline: number;
  readonly tag: Tagged;
  readonly spaceBefore?: number;
  readonly align?: Align;
  /** No page break inside or right after: headings, salutations. */
  readonly keepWithNext?: boolean;
}

/** Lines of a paragraph; its first two and its last two lines stay on one page. */
export function textFlow(lines: readonly Line[], options: TextFlowOptions): FlowItem[] {
  const { box, size, baseline, tag, align = 'start' } = options;
  return lines.map((line, index) => ({
    height: size.line,
    spaceBefore: index === 0 ? (options.spaceBefore ?? 0) : 0,
    keepWithNext:
      options.keepWithNext === true ||
      (index < lines.length - 1 && (index === 0 || index === lines.length - 2)),
    paint: (canvas, top) => canvas.text(line, box, top + baseline, tag, align),
  }));
}

/** The items with every break between them, and after the last of them, forbidden or allowed. */
export function keptTogether(items: readonly FlowItem[], withNext: boolean): FlowItem[] {
  return items.map((item, index) => ({
    ...item,
    keepWithNext: index < items.length - 1 || withNext,
  }));
}

/** Room after a block. */
export function gap(height: number): FlowItem {
  return { height, spaceBefore: 0, keepWithNext: false, isGap: true, paint: () => undefined };
}
