import type { RichText } from '../../../domain/letters/letter-model.ts';
import { fillRectangle, strokePath } from '../pdf/content.ts';
import type { FlowContext } from './flow-blocks.ts';
import { gap, textFlow } from './flow-text.ts';
import type { FlowItem } from './flow.ts';
import { GREEN, HEADER_TINT, PAGE_HEIGHT, SIZES, mm } from './page-geometry.ts';

const PADDING = { x: mm(4), y: mm(1.6) };
const SPACE = mm(2.5);
const EDGE = { width: 1.1, colour: GREEN } as const;
/** A longer note may go on on the next page. */
const KEPT_LINES = 8;

/** A paragraph on a light ground with a green edge at its right; each line brings its part of the ground. */
export function noteFlow(text: RichText, { setter, page, tags }: FlowContext): FlowItem[] {
  const { body: size } = SIZES;
  const { left, width } = page.body;
  const box = { left: left + PADDING.x, width: width - 2 * PADDING.x };
  const lines = textFlow(setter.set(text, size, { width: box.width, direction: 'auto' }), {
    box,
    size,
    baseline: setter.baseline(size),
    tag: tags.add('P'),
  });
  const items = lines.map((line, index): FlowItem => {
    const above = index === 0 ? PADDING.y : 0;
    const height = above + line.height + (index === lines.length - 1 ? PADDING.y : 0);
    return {
      ...line,
      height,
      spaceBefore: index === 0 ? SPACE : 0,
      keepWithNext: line.keepWithNext || (index < lines.length - 1 && lines.length <= KEPT_LINES),
      paint: (canvas, top) => {
        const bottom = PAGE_HEIGHT - top - height;
        const right = left + width - EDGE.width / 2;
        canvas.operators(
          fillRectangle({ x: left, y: bottom, width, height }, HEADER_TINT) +
            strokePath(
              [
                [right, bottom],
                [right, bottom + height],
              ],
              EDGE,
            ),
        );
        line.paint(canvas, top + above, false);
      },
    };
  });
  return [...items, gap(SPACE)];
}
