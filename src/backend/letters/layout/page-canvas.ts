import type { LetterFont } from '../fonts/letter-font.ts';
import type { EmbeddedFont } from '../pdf/embedded-font.ts';
import { ARTIFACT, type Tagged } from '../pdf/tags.ts';
import { paintLine, TextPen } from '../text/paint-line.ts';
import type { Line } from '../text/line.ts';
import { PAGE_HEIGHT, type Box } from './page-geometry.ts';

export type Align = 'start' | 'center' | 'end';

/** Content of one page, each piece under its tag; callers measure in points from the top left corner. */
export class PageCanvas {
  readonly #page: number;
  readonly #pen: TextPen;
  #operators = '';
  #open: Tagged | null = null;
  #marks = 0;

  /** @param page From 0. */
  constructor(page: number, embedded: (face: LetterFont) => EmbeddedFont) {
    this.#page = page;
    this.#pen = new TextPen(embedded);
  }

  /** Paints a line in a box; `start` is the right edge of a right-to-left line. */
  text(line: Line, box: Box, baseline: number, tag: Tagged, align: Align = 'start'): void {
    this.#under(tag);
    paintLine(line, lineLeft(line, box, align), PAGE_HEIGHT - baseline, this.#pen);
  }

  /** Adds operators whose coordinates are already in the page's own space. */
  operators(operators: string, tag: Tagged = ARTIFACT): void {
    if (operators === '') return;
    this.#under(tag);
    this.#operators += this.#pen.take() + operators;
  }

  content(): string {
    this.#close();
    return this.#operators;
  }

  #under(tag: Tagged): void {
    if (this.#open === tag) return;
    this.#close();
    this.#open = tag;
    if (tag === ARTIFACT) {
      this.#operators += '/Artifact BMC\n';
      return;
    }
    const number = this.#marks++;
    tag.marks.push({ page: this.#page, number });
    this.#operators += `/${tag.type}<</MCID ${number}>>BDC\n`;
  }

  #close(): void {
    if (this.#open !== null) this.#operators += `${this.#pen.take()}EMC\n`;
    this.#open = null;
  }
}

function lineLeft(line: Line, box: Box, align: Align): number {
  if (align === 'center') return box.left + (box.width - line.width) / 2;
  const fromRight = (align === 'start') === (line.direction === 'rtl');
  return fromRight ? box.left + box.width - line.indent - line.width : box.left + line.indent;
}
