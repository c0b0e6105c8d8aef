const POINTS_PER_MM = 72 / 25.4;

/** Millimetres to points. */
export function mm(millimetres: number): number {
  return millimetres * POINTS_PER_MM;
}

export const PAGE_WIDTH = mm(210);
export const PAGE_HEIGHT = mm(297);

/**
 * Measures of the official letter (regulation of official correspondence, Cabinet resolution 584 of
 * 1445H, article 7): frame 1.2 cm from the sides and 2 cm from the foot, text 0.5 cm inside it,
 * first lines 1.5 cm. Points from the top or left edge.
 */
export const PAGE = {
  margin: mm(12),
  basmalaTop: mm(8),
  letterheadTop: mm(17),
  letterheadHeight: mm(29),
  letterheadGap: mm(5),
  sideBlockWidth: mm(74),
  logoSize: mm(24),
  continuationTop: mm(10),
  continuationFrameTop: mm(20),
  frameBottom: mm(297 - 21),
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

export const BODY_LEFT = PAGE.margin + PAGE.padding;
export const BODY_WIDTH = PAGE_WIDTH - 2 * BODY_LEFT;

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

export const GREEN = [0x1f / 255, 0x7a / 255, 0x4f / 255] as const;
export const RULE = [0.27, 0.27, 0.27] as const;
export const HEADER_TINT = [0xf1 / 255, 0xf4 / 255, 0xf2 / 255] as const;
