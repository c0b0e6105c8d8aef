/**
 * Thousandths of an em that points are rounded to: at the size of a letter's text a twentieth of a
 * point, less than half a dot of a printer of 600 dots an inch, for a sixth of the outlines' bytes.
 */
const GRID = 4;

const ON_CURVE = 0x01;
const SHORT_X = 0x02;
const SHORT_Y = 0x04;
const REPEATED = 0x08;
const SAME_OR_POSITIVE_X = 0x10;
const SAME_OR_POSITIVE_Y = 0x20;
const LONGEST_SHORT = 0xff;

interface Points {
  readonly flags: Uint8Array;
  readonly x: Int16Array;
  readonly y: Int16Array;
}

/**
 * A simple glyph (ISO 14496-22, 5.3.3) without hinting, its points on a grid: what a letter weighs is
 * mostly outlines.
 */
export function compactOutline(glyph: Uint8Array<ArrayBuffer>, contours: number): Uint8Array {
  const view = new DataView(glyph.buffer);
  const endsAt = 10;
  const hintingAt = endsAt + 2 * contours;
  const count = view.getUint16(hintingAt - 2) + 1;
  const points = readPoints(view, hintingAt + 2 + view.getUint16(hintingAt), count);
  for (const places of [points.x, points.y]) {
    for (let index = 0; index < count; index++) {
      places[index] = GRID * Math.round((places[index] ?? 0) / GRID);
    }
  }
  const body = writePoints(points);
  const out = new Uint8Array(hintingAt + 2 + body.length);
  out.set(glyph.subarray(0, hintingAt));
  out.set(body, hintingAt + 2);
  const box = new DataView(out.buffer);
  box.setInt16(2, Math.min(...points.x));
  box.setInt16(4, Math.min(...points.y));
  box.setInt16(6, Math.max(...points.x));
  box.setInt16(8, Math.max(...points.y));
  return out;
}

function readPoints(view: DataView, from: number, count: number): Points {
  let at = from;
  const flags = new Uint8Array(count);
  for (let index = 0; index < count;) {
    const flag = view.getUint8(at++);
    let times = (flag & REPEATED) === 0 ? 1 : 1 + view.getUint8(at++);
    for (; times > 0; times--) flags[index++] = flag;
  }
  const places = (short: number, same: number): Int16Array => {
    const result = new Int16Array(count);
    let place = 0;
    flags.forEach((flag, index) => {
      if ((flag & short) !== 0) {
        const step = view.getUint8(at++);
        place += (flag & same) === 0 ? -step : step;
      } else if ((flag & same) === 0) {
        place += view.getInt16(at);
        at += 2;
      }
      result[index] = place;
    });
    return result;
  };
  return {
    flags,
    x: places(SHORT_X, SAME_OR_POSITIVE_X),
    y: places(SHORT_Y, SAME_OR_POSITIVE_Y),
  };
}

function writePoints({ flags, x, y }: Points): Uint8Array {
  const own = flags.map((flag) => flag & ON_CURVE);
  const steps = (places: Int16Array, short: number, same: number): number[] => {
    const bytes: number[] = [];
    let place = 0;
    places.forEach((next, index) => {
      const step = next - place;
      place = next;
      let flag = own[index] ?? 0;
      if (step === 0) {
        flag |= same;
      } else if (Math.abs(step) <= LONGEST_SHORT) {
        flag |= step > 0 ? short | same : short;
        bytes.push(Math.abs(step));
      } else {
        bytes.push((step >> 8) & 0xff, step & 0xff);
      }
      own[index] = flag;
    });
    return bytes;
  };
  const across = steps(x, SHORT_X, SAME_OR_POSITIVE_X);
  const up = steps(y, SHORT_Y, SAME_OR_POSITIVE_Y);
  return Uint8Array.from([...repeated(own), ...across, ...up]);
}

/** Flags with runs of three and more as a flag and a count. */
function repeated(flags: Uint8Array): number[] {
  const bytes: number[] = [];
  for (let from = 0; from < flags.length;) {
    const flag = flags[from] ?? 0;
    let to = from + 1;
    while (flags[to] === flag && to - from <= LONGEST_SHORT) to++;
    const run = to - from;
    if (run > 2) {
      bytes.push(flag | REPEATED, run - 1);
      from = to;
    } else {
      bytes.push(flag);
      from++;
    }
  }
  return bytes;
}
