/** Letters one after another on one thread; what it measured is its last line. */
import { createLetterRenderer } from '../../../src/backend/letters/letter-renderer.ts';
import { decisionLetter } from './decision-letters.ts';

const WARM_UP = 25;
const count = Number(process.argv[2]);
const renderer = await createLetterRenderer({ fontsDir: 'resources/fonts' });
// A batch is longer than what it takes to compile the program.
for (let index = 0; index < WARM_UP; index++) await renderer.render(decisionLetter(index));
const sizes: number[] = [];
const resident: number[] = [];
const before = process.cpuUsage();
const started = performance.now();
for (let index = 0; index < count; index++) {
  const { bytes, pages } = await renderer.render(decisionLetter(index));
  if (pages !== 1) throw new Error(`Letter ${index} has ${pages} pages`);
  sizes.push(bytes.length);
  if (index % 50 === 49) resident.push(process.memoryUsage.rss());
}
const seconds = (performance.now() - started) / 1000;
const { user, system } = process.cpuUsage(before);
const megabytes = (bytes: number): number => Math.round(bytes / 2 ** 20);
console.log(
  JSON.stringify({
    lettersPerSecond: count / seconds,
    cpuSeconds: (user + system) / 1e6,
    peakMb: Math.round(process.resourceUsage().maxRSS / 1024),
    /** Resident memory after the first and the second half: whether it grows with the letters. */
    halfwayMb: megabytes(resident[resident.length >> 1] ?? 0),
    endMb: megabytes(resident.at(-1) ?? 0),
    meanKb: sizes.reduce((sum, size) => sum + size, 0) / count / 1024,
    largestKb: Math.max(...sizes) / 1024,
  }),
);
