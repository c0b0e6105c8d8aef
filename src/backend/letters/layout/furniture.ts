import type { LetterModel, Letterhead } from '../../../domain/letters/letter-model.ts';
import { continuationLabel, pageLabel } from '../../../domain/letters/page-labels.ts';
import { paintImage, strokeRectangle } from '../pdf/content.ts';
import type { EmbeddedImage } from '../pdf/letter-pdf.ts';
import { ARTIFACT, type Tag } from '../pdf/tags.ts';
import type { Line } from '../text/line.ts';
import type { PageRoom } from './flow.ts';
import type { PageCanvas } from './page-canvas.ts';
import {
  GREEN,
  PAGE,
  PAGE_HEIGHT,
  SIZES,
  mm,
  type Box,
  type PageGeometry,
  type TextSize,
} from './page-geometry.ts';
import { SEAL_HEIGHT } from './seal.ts';
import type { TextSetter } from './text-setter.ts';

const META_WIDTH = mm(46);
/** Of two blocks side by side, text extraction reads the one that begins a hair higher first. */
const META_DROP = 0.5;
const MARK_DROP = mm(2.5);
/** Said instead of the picture. */
const LOGO = 'شعار الجهة';

/** What surrounds the body of one page; measures in points from the top. */
export interface PageFurniture {
  readonly bodyTop: number;
  readonly room: PageRoom;
  readonly paint: (canvas: PageCanvas, page: number, pages: number) => void;
}

interface FurnitureContext {
  readonly letter: LetterModel;
  readonly setter: TextSetter;
  readonly page: PageGeometry;
}

/** Letterhead, frame, page number and address of the first page. */
export function firstPage(
  context: FurnitureContext,
  tags: Tag,
  logo: EmbeddedImage | null,
): PageFurniture {
  const { letter, setter, page } = context;
  const head = letter.letterhead;
  const headLines = head ? rightBlock(head, setter) : [];
  const meta = metaLines(letter, setter);
  const { letterhead: size } = SIZES;
  const headHeight = Math.max(
    head || meta.length > 0 ? PAGE.letterheadHeight : 0,
    headLines.length * size.line,
    meta.length * size.line,
  );
  const frameTop =
    headHeight === 0 ? page.continuationFrameTop : PAGE.letterheadTop + headHeight + page.frameGap;
  const basmala = head?.basmala
    ? setter.set([head.basmala], SIZES.basmala, { width: page.frame.width }).slice(0, 1)
    : [];
  const mark = letter.mark
    ? setter.set([letter.mark], SIZES.body, { width: page.body.width, weight: 'bold' })
    : [];
  const bodyTop = frameTop + PAGE.padding + mark.length * SIZES.body.line;
  const right = page.frame.left + page.frame.width;
  const headBox = { left: right - PAGE.sideBlockWidth, width: PAGE.sideBlockWidth };
  const metaBox = { left: page.frame.left, width: META_WIDTH };
  const [basmalaTag, logoTag] = [tags.add('P'), tags.add('Figure', LOGO)];
  const [headTag, metaTag, markTag] = [tags.add('P'), tags.add('P'), tags.add('P')];
  return {
    bodyTop,
    room: pageRoom(page, bodyTop, letter.seal === null ? PAGE.footerHeight : SEAL_HEIGHT),
    paint: (canvas, number, pages) => {
      const paint = block(canvas, setter);
      paint(basmala, page.frame, PAGE.basmalaTop, SIZES.basmala, basmalaTag, 'center');
      if (logo) paintLogo(canvas, logo, page, logoTag);
      paint(headLines, headBox, PAGE.letterheadTop, size, headTag, 'start');
      paint(meta, metaBox, PAGE.letterheadTop + META_DROP, size, metaTag, 'start');
      paintFrame(canvas, page, frameTop);
      paint(mark, page.frame, frameTop + MARK_DROP, SIZES.body, markTag, 'center');
      paintFoot(canvas, context, number, pages);
    },
  };
}

/** A later page: the frame begins near the top, under the number of the letter. */
export function laterPage(context: FurnitureContext): PageFurniture {
  const { letter, setter, page } = context;
  const bodyTop = page.continuationFrameTop + PAGE.padding;
  return {
    bodyTop,
    room: pageRoom(page, bodyTop, PAGE.footerHeight),
    paint: (canvas, number, pages) => {
      if (letter.number !== null) {
        const size = SIZES.small;
        const lines = setter.set([continuationLabel(letter.number)], size, {
          width: page.frame.width,
        });
        const first = lines.slice(0, 1);
        block(canvas, setter)(first, page.frame, PAGE.continuationTop, size, ARTIFACT, 'start');
      }
      paintFrame(canvas, page, page.continuationFrameTop);
      paintFoot(canvas, context, number, pages);
    },
  };
}

function pageRoom({ frameBottom }: PageGeometry, bodyTop: number, foot: number): PageRoom {
  const besideSeal = foot - PAGE.footerHeight;
  return {
    body: frameBottom - foot - bodyTop,
    besideSeal,
    besideNumber: besideSeal + PAGE.footRoom,
  };
}

/** Paints lines one under the other. */
function block(canvas: PageCanvas, setter: TextSetter) {
  return (
    lines: readonly Line[],
    box: Box,
    top: number,
    size: TextSize,
    tag: Tag | typeof ARTIFACT,
    align: 'start' | 'center',
  ): void => {
    const baseline = top + setter.baseline(size);
    lines.forEach((line, index) =>
      canvas.text(line, box, baseline + index * size.line, tag, align),
    );
  };
}

function rightBlock(head: Letterhead, setter: TextSetter): Line[] {
  return head.lines.flatMap((text, index) =>
    setter.set([text], SIZES.letterhead, {
      width: PAGE.sideBlockWidth,
      weight: index === 0 ? 'bold' : 'regular',
    }),
  );
}

function metaLines(letter: LetterModel, setter: TextSetter): Line[] {
  return letter.meta.flatMap(({ label, value }) =>
    setter.set([{ strong: `${label}:` }, ` ${value}`], SIZES.letterhead, { width: META_WIDTH }),
  );
}

/** Centred between the blocks of the letterhead; without a logo that place stays empty. */
function paintLogo(
  canvas: PageCanvas,
  { resourceName, ratio }: EmbeddedImage,
  { frame }: PageGeometry,
  tag: Tag,
): void {
  const width = Math.min(PAGE.logoSize, PAGE.logoSize * ratio);
  const height = Math.min(PAGE.logoSize, PAGE.logoSize / ratio);
  const y = PAGE_HEIGHT - PAGE.letterheadTop - (PAGE.logoSize + height) / 2;
  const x = frame.left + (frame.width - width) / 2;
  canvas.operators(paintImage(resourceName, { x, y, width, height }), tag);
}

function paintFrame(canvas: PageCanvas, { framed, frame, frameBottom }: PageGeometry, top: number) {
  if (!framed) return;
  const outer = {
    x: frame.left,
    y: PAGE_HEIGHT - frameBottom,
    width: frame.width,
    height: frameBottom - top,
  };
  const gap = PAGE.frameLineGap;
  const inner = {
    x: outer.x + gap,
    y: outer.y + gap,
    width: outer.width - 2 * gap,
    height: outer.height - 2 * gap,
  };
  canvas.operators(
    strokeRectangle(outer, PAGE.frameInnerLine, GREEN) +
      strokeRectangle(inner, PAGE.frameLine, GREEN),
  );
}

function paintFoot(
  canvas: PageCanvas,
  { letter, setter, page }: FurnitureContext,
  number: number,
  pages: number,
): void {
  const paint = block(canvas, setter);
  const { small, address } = SIZES;
  const label =
    letter.layout.numbered === false
      ? []
      : setter.set([pageLabel(number, pages, letter.digits)], small, { width: page.body.width });
  paint(label, page.body, page.frameBottom - mm(3) - small.line, small, ARTIFACT, 'center');
  const line = letter.letterhead?.addressLine;
  if (!line) return;
  const lines = setter.set([line], address, { width: page.frame.width });
  paint(lines, page.frame, page.frameBottom + PAGE.addressGap, address, ARTIFACT, 'center');
}
