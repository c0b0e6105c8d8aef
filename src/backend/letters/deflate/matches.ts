/** How far back and how long a repetition may be (RFC 1951, 2). */
const WINDOW = 0x8000;
const SHORTEST = 3;
const LONGEST = 258;

const HASH_BITS = 15;
/** Places looked at for a repetition, and lengths that are good enough to look no further. */
const CHAIN = 24;
const NICE = 130;
const LAZY = 32;
/** A repetition of three bytes from further back costs more than the bytes. */
const FAR_FOR_SHORTEST = 4096;

/** Where the three bytes of a hash stood last, and before that; places grow from call to call, so nothing is cleared. */
const heads = new Int32Array(1 << HASH_BITS);
const earlier = new Int32Array(WINDOW);
let base = 1;

/** Repetitions stand above these: `distance << 9 | length`, with a distance of one at least. */
export const LITERALS = 256;
const DISTANCE_SHIFT = 9;
export const LENGTH_MASK = (1 << DISTANCE_SHIFT) - 1;

export function distanceOf(symbol: number): number {
  return symbol >>> DISTANCE_SHIFT;
}

/**
 * Writes data as bytes and repetitions of what came before, the longer of two that overlap.
 * @param out At least as long as the data.
 * @returns How many symbols were written.
 */
export function findRepetitions(data: Uint8Array, out: Uint32Array): number {
  if (base > 0x3fffffff - data.length) {
    heads.fill(0);
    earlier.fill(0);
    base = 1;
  }
  const end = data.length;
  const from = base;
  base += end + WINDOW;
  let count = 0;
  let heldLength = 0;
  let heldDistance = 0;
  let held = false;
  for (let at = 0; at < end;) {
    let length = 0;
    let distance = 0;
    if (at + SHORTEST <= end) {
      const previous = insert(data, at, from);
      if (previous >= from && heldLength < LAZY) {
        const found = longestAt(data, at, previous, from, Math.max(heldLength, SHORTEST - 1));
        length = found & LENGTH_MASK;
        distance = found >>> DISTANCE_SHIFT;
        if (length === SHORTEST && distance > FAR_FOR_SHORTEST) length = 0;
      }
    }
    if (heldLength >= SHORTEST && length <= heldLength) {
      out[count++] = (heldDistance << DISTANCE_SHIFT) | heldLength;
      const next = at - 1 + heldLength;
      // The inside of a long one is not looked for again.
      if (heldLength > LAZY) at = next - 1;
      for (at++; at < next; at++) if (at + SHORTEST <= end) insert(data, at, from);
      held = false;
      heldLength = 0;
      continue;
    }
    if (held) out[count++] = data[at - 1] ?? 0;
    held = true;
    heldLength = length;
    heldDistance = distance;
    at++;
  }
  // A repetition that was found at the last place would reach beyond the end: only a byte can be held.
  if (held) out[count++] = data[end - 1] ?? 0;
  return count;
}

/** Notes a place and answers where its three bytes stood before. */
function insert(data: Uint8Array, at: number, from: number): number {
  const hash =
    (((data[at] ?? 0) << 10) ^ ((data[at + 1] ?? 0) << 5) ^ (data[at + 2] ?? 0)) &
    ((1 << HASH_BITS) - 1);
  const previous = heads[hash] ?? 0;
  earlier[(from + at) & (WINDOW - 1)] = previous;
  heads[hash] = from + at;
  return previous;
}

/** The longest repetition at a place that is longer than `shorter`, the nearest of several; 0 for none. */
function longestAt(
  data: Uint8Array,
  at: number,
  first: number,
  from: number,
  shorter: number,
): number {
  const most = Math.min(LONGEST, data.length - at);
  const oldest = Math.max(from, from + at - WINDOW + 1);
  let best = shorter;
  let found = 0;
  let place = first;
  if (best >= most) return 0;
  for (let left = CHAIN; left > 0 && place >= oldest; left--) {
    const start = place - from;
    if (data[start + best] === data[at + best] && data[start] === data[at]) {
      let length = 0;
      while (length < most && data[start + length] === data[at + length]) length++;
      if (length > best) {
        best = length;
        found = ((at - start) << DISTANCE_SHIFT) | length;
        if (length >= NICE || length === most) break;
      }
    }
    const next = earlier[place & (WINDOW - 1)] ?? 0;
    if (next >= place) break;
    place = next;
  }
  return found;
}
