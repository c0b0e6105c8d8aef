/** Smallest and largest margins in millimetres: room for the letterhead and the foot, and a sheet that is no strip. */
export const LAYOUT_LIMITS = {
  top: [5, 50],
  right: [8, 40],
  bottom: [15, 50],
  left: [8, 40],
} as const satisfies Record<string, readonly [number, number]>;

/** Of a logo: the bytes of its file, and how many pixels each side may have. */
export const LOGO_LIMITS = { bytes: 500 * 1024, pixels: [40, 2000] } as const;
