import type { LetterFont } from '../fonts/letter-font.ts';
import type { EmbeddedFont } from '../pdf/embedded-font.ts';
import { paintLine } from '../text/paint-line.ts';
import type { Line } from '../text/line.ts';
import { PAGE_HEIGHT } from './page-geometry.ts';

export type Align = 'start' | 'center' | 'end';

export interface Box {
  readonly left: number;
  readonly width: number;
}

/** Content of one page; callers measure in points from the top left corner. */
export class PageCanvas {
  readonly #operators: string[] = [];
  readonly #embedded: (face: LetterFont) => EmbeddedFont;

  constructor(embedded: (face: LetterFont) => EmbeddedFont) {
    this.#embedded = embedded;
  }

  /** Paints a line in a box; `start` is the right edge of a right-to-left line. */
  text(line: Line, box: Box, baseline: number, align: Align = 'start'): void {
    this.#operators.push(
      paintLine(line, lineLeft(line, box, align), PAGE_HEIGHT - baseline, this.#embedded),
    );
  }

  /** Adds operators whose coordinates are already in the page's own space. */
  operators(operators: string): void {
    this.#operators.push(operators);
  }

  content(): string {
    return this.#operators.join('');
  }
}

function lineLeft(line: Line, box: Box, align: Align): number {
  if (align === 'center') return box.left + (box.width - line.width) / 2;
  const fromRight = (align === 'start') === (line.direction === 'rtl');
  return fromRight ? box.left + box.width - line.indent - line.width : box.left + line.indent;
}
