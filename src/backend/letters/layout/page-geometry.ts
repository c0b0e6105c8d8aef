import type { LetterLayout } from '../../../domain/letters/letter-model.ts';

const POINTS_PER_MM = 72 / 25.4;

/** Millimetres to points. */
export function mm(millimetres: number): number {
  return millimetres * POINTS_PER_MM;
}

export const PAGE_WIDTH = mm(210);
export const PAGE_HEIGHT = mm(297);

/** Points; `line` is the distance between baselines. */
export interface TextSize {
  readonly size: number;
  readonly line: number;
}

export const SIZES = {
  body: { size: 12.75, line: 24 },
  basmala: { size: 13, line: 20 },
  // One and a half ems: text extraction takes lines further apart for rows of a table.
  letterhead: { size: 11.25, line: 16.8 },
  heading: { size: 15, line: 27 },
  subject: { size: 11, line: 18 },
  details: { size: 10.75, line: 18 },
  table: { size: 11.25, line: 17 },
  small: { size: 9, line: 14.25 },
  address: { size: 8.75, line: 13.5 },
} as const satisfies Record<string, TextSize>;

/**
 * Measures of the official letter (regulation of official correspondence, Cabinet resolution 584 of
 * 1445H, article 7): text 0.5 cm inside the frame, first lines 1.5 cm. Points from the top or left edge.
 */
export const PAGE = {
  basmalaTop: mm(8),
  letterheadTop: mm(17),
  letterheadHeight: mm(29),
  sideBlockWidth: mm(74),
  logoSize: mm(24),
  continuationTop: mm(10),
  frameLine: 1.1,
  frameInnerLine: 0.55,
  frameLineGap: 2.2,
  padding: mm(5),
  firstLineIndent: mm(10),
  footerHeight: mm(9),
  /** Part of the foot that copies may use, to the right of the page number. */
  footRoom: mm(6),
  addressGap: mm(2.6),
} as const;

/** A stretch across the page, points from its left edge. */
export interface Box {
  readonly left: number;
  readonly width: number;
}

/** Where the frame and the text of a letter stand, as its layout says; points from the top or left edge. */
export interface PageGeometry {
  readonly frame: Box;
  readonly framed: boolean;
  readonly frameBottom: number;
  /** From the letterhead to the frame. */
  readonly frameGap: number;
  /** Top of the frame of later pages. */
  readonly continuationFrameTop: number;
  readonly body: Box;
}

export function pageGeometry({ margins, frame: framed }: LetterLayout): PageGeometry {
  const frame = {
    left: mm(margins.left),
    width: PAGE_WIDTH - mm(margins.left) - mm(margins.right),
  };
  return {
    frame,
    framed,
    frameBottom: PAGE_HEIGHT - mm(margins.bottom),
    frameGap: mm(margins.top),
    continuationFrameTop: PAGE.continuationTop + SIZES.small.line + mm(margins.top),
    body: { left: frame.left + PAGE.padding, width: frame.width - 2 * PAGE.padding },
  };
}

export const GREEN = [0x1f / 255, 0x7a / 255, 0x4f / 255] as const;
export const RULE = [0.27, 0.27, 0.27] as const;
export const FAINT = [0.55, 0.55, 0.55] as const;
export const HEADER_TINT = [0xf1 / 255, 0xf4 / 255, 0xf2 / 255] as const;
