/** A number as content streams write it: three decimals are a 3,000th of a millimetre. */
export function number(value: number): string {
  return String(Math.round(value * 1000) / 1000 || 0);
}

export type Colour = readonly [red: number, green: number, blue: number];

interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export function strokeRectangle(rectangle: Rectangle, lineWidth: number, colour: Colour): string {
  return `q ${number(lineWidth)} w ${colourText(colour)} RG ${rectangleText(rectangle)} S Q\n`;
}

export function fillRectangle(rectangle: Rectangle, colour: Colour): string {
  return `q ${colourText(colour)} rg ${rectangleText(rectangle)} f Q\n`;
}

export type Point = readonly [x: number, y: number];

export interface StrokeStyle {
  readonly width: number;
  readonly colour: Colour;
  /** A row of round dots this far apart instead of a line. */
  readonly dots?: number;
}

/** Strokes a line through the points. */
export function strokePath(points: readonly Point[], { width, colour, dots }: StrokeStyle): string {
  const path = points.map(
    ([x, y], index) => `${number(x)} ${number(y)} ${index === 0 ? 'm' : 'l'}`,
  );
  const dotted = dots === undefined ? '' : `1 J [0 ${number(dots)}] 0 d `;
  return `q ${number(width)} w ${dotted}${colourText(colour)} RG ${path.join(' ')} S Q\n`;
}

/** Paints an image resource into a rectangle. */
export function paintImage(resourceName: string, { x, y, width, height }: Rectangle): string {
  return `q ${number(width)} 0 0 ${number(height)} ${number(x)} ${number(y)} cm /${resourceName} Do Q\n`;
}

function colourText(colour: Colour): string {
  return colour.map(number).join(' ');
}

function rectangleText({ x, y, width, height }: Rectangle): string {
  return `${number(x)} ${number(y)} ${number(width)} ${number(height)} re`;
}
