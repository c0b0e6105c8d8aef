import { encode } from 'uqr';
import type { LetterSeal } from '../../../domain/letters/letter-model.ts';
import { number } from '../pdf/content.ts';
import type { Tag } from '../pdf/tags.ts';
import type { PageCanvas } from './page-canvas.ts';
import { PAGE_HEIGHT, SIZES, mm, type PageGeometry } from './page-geometry.ts';
import type { TextSetter } from './text-setter.ts';

const CODE = mm(18);
/** A phone reads modules of a third of a millimetre; larger ones make a small code no better. */
const LARGEST_MODULE = mm(0.55);
/** Four modules of white around the code (ISO/IEC 18004, 6.3.8). */
const QUIET = mm(2.2);
const ABOVE_FRAME = mm(3);
const CAPTION_WIDTH = mm(24);
/** Any mask can be read; trying all eight takes longer than all the rest of the seal. */
const MASK = 2;
/** Said instead of the picture. */
const ALTERNATIVE = 'رمز الاستجابة السريعة للتحقق من الخطاب';

/** What the seal takes of the foot of the first page, points. */
export const SEAL_HEIGHT = CODE + QUIET + ABOVE_FRAME;
/** From the text's left edge to what stands beside the seal. */
export const SEAL_COLUMN = CODE + QUIET + CAPTION_WIDTH;

/** Sets the letter's QR code, at the left of the foot, and its caption beside it. */
export function sealPainter(
  seal: LetterSeal,
  { setter, page, tags }: { setter: TextSetter; page: PageGeometry; tags: Tag },
): (canvas: PageCanvas) => void {
  const { data } = encode(seal.payload, {
    ecc: 'M',
    border: 0,
    boostEcc: false,
    maskPattern: MASK,
  });
  const module = Math.min(CODE / data.length, LARGEST_MODULE);
  const figure = tags.add('Figure', ALTERNATIVE);
  const size = SIZES.small;
  const caption = setter.set([seal.caption], size, { width: CAPTION_WIDTH });
  const captionTag = tags.add('P');
  const { left } = page.body;
  const bottom = page.frameBottom - ABOVE_FRAME;
  const box = { left: left + module * data.length + QUIET, width: CAPTION_WIDTH };
  return (canvas) => {
    canvas.operators(modules(data, left, PAGE_HEIGHT - bottom, module), figure);
    const top = bottom - caption.length * size.line;
    caption.forEach((line, index) =>
      canvas.text(line, box, top + index * size.line + setter.baseline(size), captionTag, 'end'),
    );
  };
}

/** The dark modules as rectangles of one path, in units of a module; `y` is the lower edge. */
function modules(
  rows: readonly (readonly boolean[])[],
  x: number,
  y: number,
  size: number,
): string {
  const left = rows.map((row) => [...row]);
  const isDark = (row: number, from: number, to: number): boolean =>
    left[row]?.slice(from, to).every(Boolean) ?? false;
  let path = `q ${number(size)} 0 0 ${number(size)} ${number(x)} ${number(y)} cm\n`;
  left.forEach((row, top) => {
    for (let from = 0; from < row.length; from++) {
      if (row[from] !== true) continue;
      let to = from + 1;
      while (row[to] === true) to++;
      let bottom = top + 1;
      while (isDark(bottom, from, to)) left[bottom++]?.fill(false, from, to);
      path += `${from} ${rows.length - bottom} ${to - from} ${bottom - top} re\n`;
      from = to;
    }
  });
  return `${path}f Q\n`;
}
