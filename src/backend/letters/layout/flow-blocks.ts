import { assertNever } from '../../../domain/shared/assert-never.ts';
import type { LetterBlock, RichText } from '../../../domain/letters/letter-model.ts';
import type { FlowItem } from './flow.ts';
import { keptTogether, textFlow } from './flow-text.ts';
import { tableFlow } from './flow-table.ts';
import type { Box } from './page-canvas.ts';
import { BODY_LEFT, BODY_WIDTH, PAGE, SIZES, mm } from './page-geometry.ts';
import type { TextSetter } from './text-setter.ts';

const BODY: Box = { left: BODY_LEFT, width: BODY_WIDTH };
const SUBJECT_WIDTH = BODY_WIDTH * 0.62;
const LIST_INDENT = mm(11);
/** A word space: text extraction takes a marker further from its text for a column of its own. */
const MARKER_GAP = SIZES.body.size * 0.28;
const MARKER: Box = {
  left: BODY_LEFT + BODY_WIDTH - LIST_INDENT + MARKER_GAP,
  width: LIST_INDENT - MARKER_GAP,
};
const SIGNATURE: Box = { left: BODY_LEFT, width: mm(78) };
const SIGNATURE_ROOM = mm(15);
/** Leaves the middle of the foot to the page number. */
const COPIES_WIDTH = BODY_WIDTH * 0.4;

/** The blocks of a letter as items that pages are filled with. */
export function blocksFlow(blocks: readonly LetterBlock[], setter: TextSetter): FlowItem[] {
  const items: FlowItem[] = [];
  for (const block of blocks) {
    // The greeting and the signature never stand on a page without a line of the letter.
    const last = items.at(-1);
    if (last && (block.kind === 'closing' || block.kind === 'signature')) {
      items[items.length - 1] = { ...last, keepWithNext: true };
    }
    items.push(...blockFlow(block, setter));
  }
  return items;
}

function blockFlow(block: LetterBlock, setter: TextSetter): FlowItem[] {
  const { body } = SIZES;
  const bodyText = { box: BODY, size: body, baseline: setter.baseline(body) };
  switch (block.kind) {
    case 'heading':
      return textFlow(
        setter.set(block.text, SIZES.heading, {
          width: BODY_WIDTH,
          weight: 'bold',
          direction: 'auto',
        }),
        {
          box: BODY,
          size: SIZES.heading,
          baseline: setter.baseline(SIZES.heading),
          align: 'center',
          keepWithNext: true,
        },
      );
    case 'subject':
      return subjectFlow(block.text, setter);
    case 'addressee':
      return addresseeFlow(block, setter);
    case 'salutation':
      return textFlow(setter.set(block.text, body, { width: BODY_WIDTH, weight: 'bold' }), {
        ...bodyText,
        spaceBefore: mm(2.5),
        keepWithNext: true,
      });
    case 'paragraph': {
      const lines = setter.set(block.text, body, {
        width: BODY_WIDTH,
        firstLineIndent: PAGE.firstLineIndent,
        justify: true,
        direction: 'auto',
      });
      return textFlow(lines, bodyText);
    }
    case 'numbered':
      return block.items.flatMap((item) => {
        const box = { left: BODY_LEFT, width: BODY_WIDTH - LIST_INDENT };
        const lines = setter.set(item.text, body, { width: box.width, justify: true });
        const [marker] = setter.set([item.marker], body, { width: MARKER.width });
        return textFlow(lines, { ...bodyText, box }).map((line, index) => ({
          ...line,
          paint: (canvas, top) => {
            if (index === 0 && marker) canvas.text(marker, MARKER, top + bodyText.baseline, 'end');
            line.paint(canvas, top);
          },
        }));
      });
    case 'section':
      return textFlow(setter.set(block.text, body, { width: BODY_WIDTH, weight: 'bold' }), {
        ...bodyText,
        spaceBefore: mm(2),
        keepWithNext: true,
      });
    case 'bullets':
    case 'checklist':
    case 'fields':
    case 'note':
      return blockPlainFlow(block, setter);
    case 'table':
      return tableFlow(block, setter);
    case 'closing':
      return textFlow(setter.set(block.text, body, { width: BODY_WIDTH, weight: 'bold' }), {
        ...bodyText,
        align: 'center',
        spaceBefore: mm(2),
        keepWithNext: true,
      });
    case 'signature':
      return signatureFlow(block.post, block.name, setter);
    case 'copies':
      return copiesFlow(block.items, setter);
    default:
      return assertNever(block);
  }
}

/** TODO: these blocks are set as plain lines. */
function blockPlainFlow(
  block: Extract<LetterBlock, { kind: 'bullets' | 'checklist' | 'fields' | 'note' }>,
  setter: TextSetter,
): FlowItem[] {
  const texts: RichText[] =
    block.kind === 'note'
      ? [block.text]
      : block.kind === 'bullets'
        ? block.items.map((item) => ['• ', ...item])
        : block.kind === 'checklist'
          ? block.items.map((item) => item.text)
          : block.items.map(({ label, value }) => [`${label} `, ...(value ?? [])]);
  return texts.flatMap((text) => blockFlow({ kind: 'paragraph', text }, setter));
}

function subjectFlow(
  text: Extract<LetterBlock, { kind: 'subject' }>['text'],
  setter: TextSetter,
): FlowItem[] {
  const size = SIZES.subject;
  const lines = setter.set(text, size, { width: SUBJECT_WIDTH });
  // The box shrinks to its text, so that the block stands at the left and still reads from the right.
  const width = Math.max(0, ...lines.map((line) => line.width));
  return textFlow(lines, {
    box: { left: BODY_LEFT, width },
    size,
    baseline: setter.baseline(size),
    keepWithNext: true,
  });
}

function addresseeFlow(
  block: Extract<LetterBlock, { kind: 'addressee' }>,
  setter: TextSetter,
): FlowItem[] {
  const { body } = SIZES;
  const baseline = setter.baseline(body);
  const [label] = setter.set([block.label], body, { width: BODY_WIDTH, weight: 'bold' });
  // Name and details hang from the end of the label.
  const hang = label ? label.width + mm(1.6) : 0;
  const box = { left: BODY_LEFT, width: BODY_WIDTH - hang };
  const name = textFlow(setter.set(block.name, body, { width: box.width, weight: 'bold' }), {
    box,
    size: body,
    baseline,
    spaceBefore: mm(2),
  }).map((line, index): FlowItem => ({
    ...line,
    paint: (canvas, top) => {
      if (index === 0 && label) canvas.text(label, BODY, top + baseline);
      line.paint(canvas, top);
    },
  }));
  const details = block.details.flatMap((text) =>
    textFlow(setter.set(text, SIZES.details, { width: box.width }), {
      box,
      size: SIZES.details,
      baseline: setter.baseline(SIZES.details),
    }),
  );
  return keptTogether([...name, ...details], true);
}

function signatureFlow(post: string, name: string, setter: TextSetter): FlowItem[] {
  const { body: size } = SIZES;
  const lines = (text: string, spaceBefore: number): FlowItem[] =>
    textFlow(setter.set([text], size, { width: SIGNATURE.width, weight: 'bold' }), {
      box: SIGNATURE,
      size,
      baseline: setter.baseline(size),
      align: 'center',
      spaceBefore,
    });
  return keptTogether([...lines(post, mm(4)), ...lines(name, SIGNATURE_ROOM)], false);
}

/** Bottom right of the last page, beside the page number where the page is full. */
function copiesFlow(copies: readonly string[], setter: TextSetter): FlowItem[] {
  const size = SIZES.small;
  const box = { left: BODY_LEFT + BODY_WIDTH - COPIES_WIDTH, width: COPIES_WIDTH };
  const items = copies.flatMap((text, index) =>
    textFlow(setter.set([text], size, { width: box.width }), {
      box,
      size,
      baseline: setter.baseline(size),
      spaceBefore: index === 0 ? mm(2) : 0,
    }),
  );
  return items.map((item) => ({ ...item, besideFoot: true }));
}
