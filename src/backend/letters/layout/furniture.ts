import type { LetterModel, Letterhead } from '../../../domain/letters/letter-model.ts';
import { continuationLabel, pageLabel } from '../../../domain/letters/page-labels.ts';
import { artifact, paintImage, strokeRectangle } from '../pdf/content.ts';
import type { EmbeddedImage } from '../pdf/letter-pdf.ts';
import type { PageCanvas } from './page-canvas.ts';
import {
  BODY_LEFT,
  BODY_WIDTH,
  GREEN,
  PAGE,
  PAGE_HEIGHT,
  PAGE_WIDTH,
  SIZES,
  mm,
} from './page-geometry.ts';
import type { TextSetter } from './text-setter.ts';

const FULL = { left: PAGE.margin, width: PAGE_WIDTH - 2 * PAGE.margin };
const RIGHT_BLOCK = {
  left: PAGE_WIDTH - PAGE.margin - PAGE.sideBlockWidth,
  width: PAGE.sideBlockWidth,
};
const META_WIDTH = mm(46);
/** Of two blocks side by side, text extraction reads the one that begins a hair higher first. */
const META_DROP = 0.5;
const META = { left: PAGE.margin, width: META_WIDTH };

/** What surrounds the body of one page; measures in points from the top. */
export interface PageFurniture {
  readonly bodyTop: number;
  readonly bodyHeight: number;
  readonly paint: (canvas: PageCanvas, page: number, pages: number) => void;
}

/** Letterhead, frame, page number and address of the first page. */
export function firstPage(
  letter: LetterModel,
  setter: TextSetter,
  logo: EmbeddedImage | null,
): PageFurniture {
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
    headHeight === 0
      ? PAGE.continuationFrameTop
      : PAGE.letterheadTop + headHeight + PAGE.letterheadGap;
  const mark = letter.mark
    ? setter.set([letter.mark], SIZES.body, { width: BODY_WIDTH, weight: 'bold' })
    : [];
  const bodyTop = frameTop + PAGE.padding + mark.length * SIZES.body.line;
  const baseline = setter.baseline(size);
  return {
    bodyTop,
    bodyHeight: bodyHeight(bodyTop),
    paint: (canvas, page, pages) => {
      if (head?.basmala) {
        const [line] = setter.set([head.basmala], SIZES.basmala, { width: FULL.width });
        if (line) {
          canvas.text(line, FULL, PAGE.basmalaTop + setter.baseline(SIZES.basmala), 'center');
        }
      }
      if (logo) paintLogo(canvas, logo);
      headLines.forEach((line, index) =>
        canvas.text(line, RIGHT_BLOCK, PAGE.letterheadTop + index * size.line + baseline),
      );
      meta.forEach((line, index) =>
        canvas.text(line, META, PAGE.letterheadTop + META_DROP + index * size.line + baseline),
      );
      paintFrame(canvas, frameTop);
      mark.forEach((line, index) =>
        canvas.text(
          line,
          FULL,
          frameTop + mm(2.5) + index * SIZES.body.line + setter.baseline(SIZES.body),
          'center',
        ),
      );
      paintFoot(canvas, letter, setter, page, pages);
    },
  };
}

/** A later page: the frame begins near the top, under the number of the letter. */
export function laterPage(letter: LetterModel, setter: TextSetter): PageFurniture {
  const bodyTop = PAGE.continuationFrameTop + PAGE.padding;
  return {
    bodyTop,
    bodyHeight: bodyHeight(bodyTop),
    paint: (canvas, page, pages) => {
      if (letter.number !== null) {
        const [line] = setter.set([continuationLabel(letter.number)], SIZES.small, {
          width: FULL.width,
        });
        if (line) canvas.text(line, FULL, PAGE.continuationTop + setter.baseline(SIZES.small));
      }
      paintFrame(canvas, PAGE.continuationFrameTop);
      paintFoot(canvas, letter, setter, page, pages);
    },
  };
}

function bodyHeight(bodyTop: number): number {
  return PAGE.frameBottom - PAGE.footerHeight - bodyTop;
}

function rightBlock(head: Letterhead, setter: TextSetter) {
  return head.lines.flatMap((text, index) =>
    setter.set([text], SIZES.letterhead, {
      width: RIGHT_BLOCK.width,
      weight: index === 0 ? 'bold' : 'regular',
    }),
  );
}

function metaLines(letter: LetterModel, setter: TextSetter) {
  return letter.meta.flatMap(({ label, value }) =>
    setter.set([{ strong: `${label}:` }, ` ${value}`], SIZES.letterhead, { width: META_WIDTH }),
  );
}

/** Centred between the blocks of the letterhead; without a logo that place stays empty. */
function paintLogo(canvas: PageCanvas, { resourceName, ratio }: EmbeddedImage): void {
  const width = Math.min(PAGE.logoSize, PAGE.logoSize * ratio);
  const height = Math.min(PAGE.logoSize, PAGE.logoSize / ratio);
  const bottom = PAGE_HEIGHT - PAGE.letterheadTop - (PAGE.logoSize + height) / 2;
  canvas.operators(
    artifact(paintImage(resourceName, (PAGE_WIDTH - width) / 2, bottom, width, height)),
  );
}

function paintFrame(canvas: PageCanvas, top: number): void {
  const bottom = PAGE_HEIGHT - PAGE.frameBottom;
  const height = PAGE.frameBottom - top;
  const gap = PAGE.frameLineGap;
  canvas.operators(
    artifact(
      strokeRectangle(FULL.left, bottom, FULL.width, height, PAGE.frameInnerLine, GREEN) +
        strokeRectangle(
          FULL.left + gap,
          bottom + gap,
          FULL.width - 2 * gap,
          height - 2 * gap,
          PAGE.frameLine,
          GREEN,
        ),
    ),
  );
}

function paintFoot(
  canvas: PageCanvas,
  letter: LetterModel,
  setter: TextSetter,
  page: number,
  pages: number,
): void {
  const [label] = setter.set([pageLabel(page, pages, letter.digits)], SIZES.small, {
    width: BODY_WIDTH,
  });
  const labelTop = PAGE.frameBottom - mm(3) - SIZES.small.line;
  if (label) {
    canvas.text(
      label,
      { left: BODY_LEFT, width: BODY_WIDTH },
      labelTop + setter.baseline(SIZES.small),
      'center',
    );
  }
  const address = letter.letterhead?.addressLine;
  if (!address) return;
  setter
    .set([address], SIZES.address, { width: FULL.width })
    .forEach((line, index) =>
      canvas.text(
        line,
        FULL,
        PAGE.frameBottom +
          PAGE.addressGap +
          index * SIZES.address.line +
          setter.baseline(SIZES.address),
        'center',
      ),
    );
}
