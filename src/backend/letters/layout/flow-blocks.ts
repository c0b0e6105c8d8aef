import type { LetterBlock, LetterModel } from '../../../domain/letters/letter-model.ts';
import { assertNever } from '../../../domain/shared/assert-never.ts';
import type { Tag } from '../pdf/tags.ts';
import { addresseeFlow } from './flow-addressee.ts';
import { fieldsFlow } from './flow-fields.ts';
import { bulletsFlow, checklistFlow, numberedFlow } from './flow-lists.ts';
import { noteFlow } from './flow-note.ts';
import { copiesFlow, signatureFlow } from './flow-signature.ts';
import { tableFlow } from './flow-table.ts';
import { textFlow } from './flow-text.ts';
import type { FlowItem } from './flow.ts';
import { PAGE, SIZES, mm, type PageGeometry, type TextSize } from './page-geometry.ts';
import type { TextSetter } from './text-setter.ts';

/** What the blocks of one letter are set with. */
export interface FlowContext {
  readonly setter: TextSetter;
  readonly page: PageGeometry;
  /** Whether paragraphs fill the line. */
  readonly justify: boolean;
  /** Gets a part for each block. */
  readonly tags: Tag;
}

const SUBJECT_SHARE = 0.62;
const ENDINGS: ReadonlySet<LetterBlock['kind']> = new Set(['closing', 'signature', 'copies']);

/** The blocks of a letter as items that pages are filled with. */
export function blocksFlow({ blocks }: LetterModel, context: FlowContext): FlowItem[] {
  const items: FlowItem[] = [];
  const titled = blocks.some(({ kind }) => kind === 'heading');
  for (const block of blocks) {
    // Greeting, signature and copies never stand on a page without a line of the letter.
    if (ENDINGS.has(block.kind)) keepLast(items);
    items.push(...blockFlow(block, context, titled));
  }
  return items;
}

/** What ends a letter stays with its last line, whatever room is between them. */
function keepLast(items: FlowItem[]): void {
  for (let index = items.length - 1; index >= 0; index--) {
    const item = items[index];
    if (!item) return;
    items[index] = { ...item, keepWithNext: true };
    if (item.isGap !== true) return;
  }
}

function blockFlow(block: LetterBlock, context: FlowContext, titled: boolean): FlowItem[] {
  const { setter, page, tags, justify } = context;
  const { body: box } = page;
  const options = (size: TextSize) => ({ box, size, baseline: setter.baseline(size) });
  const strong = { width: box.width, weight: 'bold' } as const;
  const { body } = SIZES;
  switch (block.kind) {
    case 'heading':
      return textFlow(setter.set(block.text, SIZES.heading, { ...strong, direction: 'auto' }), {
        ...options(SIZES.heading),
        tag: tags.add('H1'),
        align: 'center',
        keepWithNext: true,
      });
    case 'section':
      return textFlow(setter.set(block.text, body, strong), {
        ...options(body),
        tag: tags.add('H2'),
        spaceBefore: mm(2.5),
        keepWithNext: true,
      });
    case 'subject':
      return subjectFlow(block.text, context, tags.add(titled ? 'P' : 'H1'));
    case 'addressee':
      return addresseeFlow(block, context);
    case 'salutation':
      return textFlow(setter.set(block.text, body, strong), {
        ...options(body),
        tag: tags.add('P'),
        spaceBefore: mm(2.5),
        keepWithNext: true,
      });
    case 'paragraph': {
      const { firstLineIndent } = PAGE;
      const set = { width: box.width, firstLineIndent, justify, direction: 'auto' } as const;
      return textFlow(setter.set(block.text, body, set), {
        ...options(body),
        tag: tags.add('P'),
      });
    }
    case 'numbered':
      return numberedFlow(block.items, context);
    case 'bullets':
      return bulletsFlow(block.items, context);
    case 'checklist':
      return checklistFlow(block.items, context);
    case 'fields':
      return fieldsFlow(block, context);
    case 'note':
      return noteFlow(block.text, context);
    case 'table':
      return tableFlow(block, context);
    case 'closing':
      return textFlow(setter.set(block.text, body, strong), {
        ...options(body),
        tag: tags.add('P'),
        align: 'center',
        spaceBefore: mm(2),
        keepWithNext: true,
      });
    case 'signature':
      return signatureFlow(block, context);
    case 'copies':
      return copiesFlow(block.items, context);
    default:
      return assertNever(block);
  }
}

function subjectFlow(
  text: Extract<LetterBlock, { kind: 'subject' }>['text'],
  { setter, page }: FlowContext,
  tag: Tag,
): FlowItem[] {
  const size = SIZES.subject;
  const lines = setter.set(text, size, { width: page.body.width * SUBJECT_SHARE });
  // The box shrinks to its text, so that the block stands at the left and still reads from the right.
  const width = Math.max(0, ...lines.map((line) => line.width));
  return textFlow(lines, {
    box: { left: page.body.left, width },
    size,
    baseline: setter.baseline(size),
    tag,
    keepWithNext: true,
  });
}
