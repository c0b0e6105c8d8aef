import type { LetterBlock } from '../../../domain/letters/letter-model.ts';
import { STAMP_LABEL } from '../../../domain/letters/page-labels.ts';
import type { FlowContext } from './flow-blocks.ts';
import { keptTogether, textFlow } from './flow-text.ts';
import type { FlowItem } from './flow.ts';
import { SEAL_COLUMN } from './seal.ts';
import { SIZES, mm } from './page-geometry.ts';

const WIDTH = mm(78);
const ROOM = mm(15);
const SPACE_BEFORE = mm(4);
const STAMP_WIDTH = mm(34);
/** Text extraction reads what begins higher first: the post comes before the stamp's mark. */
const STAMP_DROP = mm(8);
/** Leaves the middle of the foot to the page number. */
const COPIES_SHARE = 0.4;

/** Post, room to sign in and name, at the left; where the seal needs that place, beside it. */
export function signatureFlow(
  { post, name, stamp }: Extract<LetterBlock, { kind: 'signature' }>,
  { setter, page, tags }: FlowContext,
): FlowItem[] {
  const { body: size, small } = SIZES;
  const lines = (text: string) => setter.set([text], size, { width: WIDTH, weight: 'bold' });
  const posts = { lines: lines(post), tag: tags.add('P') };
  const mark = stamp ? setter.set([STAMP_LABEL], small, { width: STAMP_WIDTH }) : [];
  const markTag = tags.add('P');
  const names = { lines: lines(name), tag: tags.add('P') };
  const nameTop = posts.lines.length * size.line + ROOM;
  return [
    {
      height: nameTop + names.lines.length * size.line,
      spaceBefore: SPACE_BEFORE,
      keepWithNext: false,
      besideFoot: 'seal',
      paint: (canvas, top, inFoot) => {
        const box = { left: page.body.left + (inFoot ? SEAL_COLUMN : 0), width: WIDTH };
        const baseline = setter.baseline(size);
        posts.lines.forEach((line, index) =>
          canvas.text(line, box, top + index * size.line + baseline, posts.tag, 'center'),
        );
        const stampBox = { left: box.left + WIDTH, width: STAMP_WIDTH };
        for (const line of mark) {
          const markTop = top + posts.lines.length * size.line + STAMP_DROP;
          canvas.text(line, stampBox, markTop + setter.baseline(small), markTag, 'center');
        }
        names.lines.forEach((line, index) =>
          canvas.text(line, box, top + nameTop + index * size.line + baseline, names.tag, 'center'),
        );
      },
    },
  ];
}

/** Bottom right of the last page, beside the page number where the page is full; never on a page of their own. */
export function copiesFlow(
  copies: readonly string[],
  { setter, page, tags }: FlowContext,
): FlowItem[] {
  const size = SIZES.small;
  const { left, width } = page.body;
  const box = { left: left + width * (1 - COPIES_SHARE), width: width * COPIES_SHARE };
  const items = copies.flatMap((text) =>
    textFlow(setter.set([text], size, { width: box.width }), {
      box,
      size,
      baseline: setter.baseline(size),
      tag: tags.add('P'),
    }),
  );
  return keptTogether(items, false).map((item) => ({ ...item, besideFoot: 'number' }));
}
