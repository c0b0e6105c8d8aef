import type { LetterBlock } from '../../../domain/letters/letter-model.ts';
import type { FlowContext } from './flow-blocks.ts';
import { keptTogether, textFlow } from './flow-text.ts';
import type { FlowItem } from './flow.ts';
import { SIZES, mm } from './page-geometry.ts';

const LABEL_GAP = mm(1.6);
const SPACE_BEFORE = mm(2);

/** Whom the letter is for: name and details hang from the end of the label. */
export function addresseeFlow(
  block: Extract<LetterBlock, { kind: 'addressee' }>,
  { setter, page, tags }: FlowContext,
): FlowItem[] {
  const { body } = SIZES;
  const baseline = setter.baseline(body);
  const [label] = setter.set([block.label], body, { width: page.body.width, weight: 'bold' });
  const hang = label ? label.width + LABEL_GAP : 0;
  const box = { left: page.body.left, width: page.body.width - hang };
  const tag = tags.add('P');
  const name = textFlow(setter.set(block.name, body, { width: box.width, weight: 'bold' }), {
    box,
    size: body,
    baseline,
    tag,
    spaceBefore: SPACE_BEFORE,
  }).map((line, index): FlowItem => ({
    ...line,
    paint: (canvas, top) => {
      if (index === 0 && label) canvas.text(label, page.body, top + baseline, tag);
      line.paint(canvas, top, false);
    },
  }));
  const details = block.details.flatMap((text) =>
    textFlow(setter.set(text, SIZES.details, { width: box.width }), {
      box,
      size: SIZES.details,
      baseline: setter.baseline(SIZES.details),
      tag: tags.add('P'),
    }),
  );
  return keptTogether([...name, ...details], true);
}
