/** The same letters as HTML through Chromium's print-to-PDF, in one page that is used again. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright';
import { letterHtml } from './letter-html.ts';
import { decisionLetter } from './decision-letters.ts';

const EXECUTABLE = '/usr/bin/chromium';
const WARM_UP = 3;

const count = Number(process.argv[2]);
const face = (name: string): string =>
  readFileSync(path.join('resources/fonts', name)).toString('base64');
const browser = await chromium.launch({
  executablePath: EXECUTABLE,
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
const page = await browser.newPage();
const faces = {
  regular: face('NotoNaskhArabic-Regular.ttf'),
  bold: face('NotoNaskhArabic-Bold.ttf'),
};
await page.setContent(letterHtml(decisionLetter(0), faces));
await page.evaluate(() => document.fonts.ready);

const sizes: number[] = [];
let started = performance.now();
let peak = 0;
for (let index = -WARM_UP; index < count; index++) {
  if (index === 0) started = performance.now();
  const body = letterHtml(decisionLetter(index + WARM_UP), null);
  await page.evaluate((html) => {
    document.body.innerHTML = html;
  }, body);
  const bytes = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  if (index >= 0) sizes.push(bytes.length);
  if (index % 10 === 0) peak = Math.max(peak, treeMegabytes());
}
const seconds = (performance.now() - started) / 1000;
await browser.close();
console.log(
  JSON.stringify({
    count,
    lettersPerSecond: count / seconds,
    ms: (seconds * 1000) / count,
    meanKb: sizes.reduce((sum, size) => sum + size, 0) / count / 1024,
    peakMb: peak,
  }),
);

/** Proportional memory of the browser's processes, this one left out. */
function treeMegabytes(): number {
  const children = execFileSync('ps', ['-o', 'pid=', '--ppid', String(process.pid)], {
    encoding: 'utf8',
  });
  const seen = new Set<string>();
  const queue = children.trim().split(/\s+/).filter(Boolean);
  let kilobytes = 0;
  for (let pid = queue.pop(); pid !== undefined; pid = queue.pop()) {
    if (seen.has(pid)) continue;
    seen.add(pid);
    try {
      const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
      kilobytes += Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0);
      const own = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8');
      queue.push(...own.trim().split(/\s+/).filter(Boolean));
    } catch {
      // It has ended meanwhile.
    }
  }
  return Math.round(kilobytes / 1024);
}
