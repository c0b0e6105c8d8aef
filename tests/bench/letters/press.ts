/** Letters through the press, as a batch sets them: composed here, set in threads. */
import { createLetterPress } from '../../../src/backend/letters/letter-press.ts';
import { decisionLetter } from './decision-letters.ts';

const WARM_UP = 25;
const count = Number(process.argv[2]);
const threads = Number(process.argv[3]);
const press = createLetterPress('resources/fonts', { threads });
// Threads and faces are loaded, and the program compiled, once in a batch.
await Promise.all(
  Array.from({ length: threads * WARM_UP }, (_, index) => press(decisionLetter(index))),
);
const before = process.cpuUsage();
const started = performance.now();
let next = 0;
await Promise.all(
  Array.from({ length: threads * 2 }, async () => {
    while (next < count) await press(decisionLetter(next++));
  }),
);
const seconds = (performance.now() - started) / 1000;
const { user, system } = process.cpuUsage(before);
await press.close();
console.log(
  JSON.stringify({
    lettersPerSecond: count / seconds,
    cpuSeconds: (user + system) / 1e6,
    peakMb: Math.round(process.resourceUsage().maxRSS / 1024),
  }),
);
