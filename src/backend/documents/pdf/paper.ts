/** ISO 216, in points. */
export const A4 = { width: 595.276, height: 841.89 } as const;
