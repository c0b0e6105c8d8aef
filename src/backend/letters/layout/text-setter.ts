import type { RichText } from '../../../domain/letters/letter-model.ts';
import type { FontFamily, Weight } from '../fonts/font-family.ts';
import type { Line } from '../text/line.ts';
import type { Direction } from '../text/paragraph.ts';
import { layoutParagraph, textDirection } from '../text/paragraph.ts';
import { styleText } from '../text/styled-text.ts';
import type { TextSize } from './page-geometry.ts';

export interface SetOptions {
  readonly width: number;
  readonly weight?: Weight;
  /** Right-to-left unless told; `auto` follows the first letter of the text. */
  readonly direction?: Direction | 'auto';
  readonly firstLineIndent?: number;
  readonly justify?: boolean;
}

/** Sets the texts of one letter and remembers the characters that no face has. */
export class TextSetter {
  readonly missing = new Set<string>();
  readonly #family: FontFamily;

  constructor(family: FontFamily) {
    this.#family = family;
  }

  set(text: RichText, { size }: TextSize, options: SetOptions): Line[] {
    const styled = styleText(text, this.#family, options.weight ?? 'regular');
    for (const char of styled.missing) this.missing.add(char);
    const direction =
      options.direction === 'auto' ? textDirection(styled.text) : (options.direction ?? 'rtl');
    return layoutParagraph(styled, {
      size,
      width: options.width,
      direction,
      firstLineIndent: options.firstLineIndent ?? 0,
      justify: options.justify ?? false,
    });
  }

  /** Distance from the top of a line's box to its baseline, points. */
  baseline({ size, line }: TextSize): number {
    const { ascent, descent, unitsPerEm } = this.#family.primary('regular').metrics;
    const scale = size / unitsPerEm;
    return (line - (ascent - descent) * scale) / 2 + ascent * scale;
  }
}
