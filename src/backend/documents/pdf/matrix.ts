/** Numbers of a transformation: `[a b c d e f] cm`. */
export type Matrix = readonly [number, number, number, number, number, number];

/** A decimal as a PDF writes it: never with an exponent. */
export function decimal(value: number): string {
  return value.toFixed(5).replace(/\.?0+$/, '');
}
