import type {
  ChecklistItem,
  NumberedItem,
  RichText,
} from '../../../domain/letters/letter-model.ts';
import { strokePath, strokeRectangle } from '../pdf/content.ts';
import type { Tag } from '../pdf/tags.ts';
import type { FlowContext } from './flow-blocks.ts';
import { textFlow } from './flow-text.ts';
import type { FlowItem } from './flow.ts';
import type { PageCanvas } from './page-canvas.ts';
import { PAGE_HEIGHT, RULE, SIZES, mm, type Box } from './page-geometry.ts';

const INDENT = mm(11);
/** A word space: text extraction takes a marker further from its text for a column of its own. */
const MARKER_GAP = SIZES.body.size * 0.28;
const BULLET = '•';
const CHECK_BOX = mm(3.6);
const CHECK_GAP = mm(2.4);
const LINE = 0.8;
const TICK = { width: 1.5, colour: RULE } as const;
/** What is said instead of a box. */
const DONE = 'مستوفى';
const NOT_DONE = 'غير مستوفى';

type PaintMarker = (canvas: PageCanvas, top: number, marker: Box) => void;

export function numberedFlow(items: readonly NumberedItem[], context: FlowContext): FlowItem[] {
  return listFlow(
    items.map(({ marker, text }) => ({ text, label: textMarker(marker, context) })),
    context,
  );
}

export function bulletsFlow(items: readonly RichText[], context: FlowContext): FlowItem[] {
  return listFlow(
    items.map((text) => ({ text, label: textMarker(BULLET, context) })),
    context,
  );
}

/** What is to be handed in: an empty box, or a ticked one. */
export function checklistFlow(items: readonly ChecklistItem[], context: FlowContext): FlowItem[] {
  return listFlow(
    items.map(({ text, done }) => ({ text, label: boxMarker(done) })),
    context,
  );
}

function listFlow(
  items: readonly { text: RichText; label: (tag: Tag) => PaintMarker }[],
  { setter, page, tags, justify }: FlowContext,
): FlowItem[] {
  const { body: size } = SIZES;
  const { left, width } = page.body;
  const box = { left, width: width - INDENT };
  const marker = { left: left + width - INDENT + MARKER_GAP, width: INDENT - MARKER_GAP };
  const list = tags.add('L');
  return items.flatMap(({ text, label }) => {
    const item = list.add('LI');
    const paintMarker = label(item.add('Lbl'));
    const lines = setter.set(text, size, { width: box.width, justify });
    const baseline = setter.baseline(size);
    return textFlow(lines, { box, size, baseline, tag: item.add('LBody') }).map(
      (line, index): FlowItem => ({
        ...line,
        paint: (canvas, top) => {
          if (index === 0) paintMarker(canvas, top, marker);
          line.paint(canvas, top, false);
        },
      }),
    );
  });
}

function textMarker(text: string, { setter }: FlowContext): (tag: Tag) => PaintMarker {
  const { body: size } = SIZES;
  const [line] = setter.set([text], size, { width: INDENT - MARKER_GAP });
  return (tag) => (canvas, top, marker) => {
    if (line) canvas.text(line, marker, top + setter.baseline(size), tag, 'end');
  };
}

function boxMarker(done: boolean): (label: Tag) => PaintMarker {
  return (label) => {
    const tag = label.add('Figure', done ? DONE : NOT_DONE);
    return (canvas, top, marker) => {
      const x = marker.left - MARKER_GAP + CHECK_GAP;
      const y = PAGE_HEIGHT - top - SIZES.body.line / 2 - CHECK_BOX / 2;
      const at = (across: number, up: number) =>
        [x + CHECK_BOX * across, y + CHECK_BOX * up] as const;
      const box = { x, y, width: CHECK_BOX, height: CHECK_BOX };
      const tick = done ? strokePath([at(0.2, 0.5), at(0.42, 0.24), at(0.82, 0.8)], TICK) : '';
      canvas.operators(strokeRectangle(box, LINE, RULE) + tick, tag);
    };
  };
}
