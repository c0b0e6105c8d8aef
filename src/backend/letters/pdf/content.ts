/** A number as content streams write it: three decimals are a 3,000th of a millimetre. */
export function number(value: number): string {
  const text = value.toFixed(3).replace(/\.?0+$/, '');
  return text === '-0' || text === '' ? '0' : text;
}

export type Colour = readonly [red: number, green: number, blue: number];

export function strokeRectangle(
  x: number,
  y: number,
  width: number,
  height: number,
  lineWidth: number,
  colour: Colour,
): string {
  return `q ${number(lineWidth)} w ${colour.map(number).join(' ')} RG ${[x, y, width, height].map(number).join(' ')} re S Q\n`;
}

export function fillRectangle(
  x: number,
  y: number,
  width: number,
  height: number,
  colour: Colour,
): string {
  return `q ${colour.map(number).join(' ')} rg ${[x, y, width, height].map(number).join(' ')} re f Q\n`;
}

/** Paints an image resource into a rectangle. */
export function paintImage(
  resourceName: string,
  x: number,
  y: number,
  width: number,
  height: number,
): string {
  return `q ${number(width)} 0 0 ${number(height)} ${number(x)} ${number(y)} cm /${resourceName} Do Q\n`;
}

/** What follows is decoration: frames, rules and repeated furniture that readers aloud skip. */
export function artifact(operators: string): string {
  return operators === '' ? '' : `/Artifact BMC\n${operators}EMC\n`;
}
