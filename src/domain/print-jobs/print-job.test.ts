import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Refusal, Result } from '../shared/result.ts';
import {
  cancelJob,
  failUnsent,
  nextToSend,
  recordOutcome,
  sendItem,
  settlePaper,
  skipItem,
  tryAgain,
} from './print-job-rules.ts';
import { openedJob, printJobAfter, printJobOf, type PrintJob } from './print-job-state.ts';
import type { PrintJobEvent } from './print-job-state.ts';
import { countedBySheets, sheetsOf, type StackedItem } from './sheets.ts';

type Steps = Result<readonly PrintJobEvent[], Refusal>;

const after = (job: PrintJob, steps: Steps): PrintJob => {
  if (!steps.ok) throw new Error(steps.error.code);
  return steps.value.reduce(printJobAfter, job);
};
const sent = (job: PrintJob, item: number): PrintJob => after(job, sendItem(job, item, 'a'));
const printed = (job: PrintJob, item: number): PrintJob => {
  const under = sent(job, item);
  return after(under, recordOutcome(under, item, { outcome: 'printed', told: 'printer' }));
};
const states = (job: PrintJob) => job.items.map(({ state }) => state);
const five = () => openedJob(5, 'Office');

describe('a print job', () => {
  it('sends its letters in order, one at a time, and is finished with the last', () => {
    let job = openedJob(2, 'Office');
    expect(sendItem(job, 2, 'a')).toMatchObject({ error: { code: 'PRINT_ITEM_NOT_NEXT' } });
    job = sent(job, 1);
    expect(nextToSend(job)).toMatchObject({
      error: { code: 'PRINT_JOB_UNCERTAIN', details: { item: 1 } },
    });
    job = after(job, recordOutcome(job, 1, { outcome: 'spooled', spoolJob: 7 }));
    expect(job.items[0]).toMatchObject({ state: 'sent', spoolJob: 7 });
    job = after(job, recordOutcome(job, 1, { outcome: 'printed', told: 'printer' }));
    job = printed(job, 2);
    expect(job).toMatchObject({ state: 'finished' });
    expect(nextToSend(job)).toEqual({ ok: true, value: null });
  });

  it('goes on after a jam from the letter that did not come out, and prints no other again', () => {
    let job = sent(printed(printed(five(), 1), 2), 3);
    job = after(job, settlePaper(job, { cameOut: [], spoilt: [3] }, 'انحشر الورق'));
    expect(states(job)).toEqual(['printed', 'printed', 'waiting', 'waiting', 'waiting']);
    expect(nextToSend(job)).toMatchObject({ value: { item: 3, spoolJob: null } });
  });

  it('takes the officer at his word for what was under way and what was spoilt with it', () => {
    let job = sent(printed(printed(five(), 1), 2), 3);
    job = after(job, settlePaper(job, { cameOut: [3], spoilt: [2] }, 'انحشر الورق'));
    expect(states(job)).toEqual(['printed', 'waiting', 'printed', 'waiting', 'waiting']);
    expect(job.items[2]?.told).toBe('officer');
  });

  it('goes on only when all that was under way is spoken of, once, and nothing else', () => {
    const job = sent(printed(five(), 1), 2);
    const said = (cameOut: number[], spoilt: number[]) =>
      settlePaper(job, { cameOut, spoilt }, 'انحشر');
    expect(said([], [])).toMatchObject({ error: { code: 'PRINT_COUNT_UNCLEAR' } });
    expect(said([2], [2])).toMatchObject({ error: { code: 'PRINT_COUNT_UNCLEAR' } });
    expect(said([2, 4], [])).toMatchObject({ error: { code: 'PRINT_ITEM_NOT_OUT' } });
  });

  it('keeps a letter that failed until it is tried again or left', () => {
    let job = after(five(), failUnsent(five(), 1, 'LETTER_VOID'));
    expect(job.items[0]).toMatchObject({ state: 'failed', code: 'LETTER_VOID' });
    expect(nextToSend(job)).toMatchObject({ value: { item: 2 } });
    job = after(job, tryAgain(job, 1));
    expect(nextToSend(job)).toMatchObject({ value: { item: 1 } });
    job = after(job, skipItem(job, 1));
    expect(tryAgain(job, 1)).toMatchObject({ error: { code: 'PRINT_ITEM_NOT_FAILED' } });
  });

  it('is given up only when it is known what came out; what waited is never printed', () => {
    const under = sent(five(), 1);
    expect(cancelJob(under)).toMatchObject({ error: { code: 'PRINT_JOB_UNCERTAIN' } });
    const settled = after(under, settlePaper(under, { cameOut: [1], spoilt: [] }, ''));
    const job = after(settled, cancelJob(settled));
    expect(job.state).toBe('cancelled');
    expect(states(job)).toEqual(['printed', 'skipped', 'skipped', 'skipped', 'skipped']);
    expect(nextToSend(job)).toMatchObject({ error: { code: 'PRINT_JOB_CLOSED' } });
  });

  it('never sends an item twice without a word in between that it did not come out', () => {
    const step = fc.constantFrom('send', 'spool', 'print', 'fail', 'jam', 'out', 'again', 'back');
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const trail: PrintJobEvent[] = [{ type: 'opened', items: 3, printer: 'p' }];
        let job = openedJob(3, 'p');
        for (const name of steps) {
          const under = job.items.find(({ state }) => state === 'sent')?.item ?? 1;
          const next = nextToSend(job);
          const item = next.ok ? (next.value?.item ?? 1) : 1;
          const tried: Record<typeof name, () => Steps> = {
            send: () => sendItem(job, item, 'a'),
            spool: () => recordOutcome(job, under, { outcome: 'spooled', spoolJob: 1 }),
            print: () => recordOutcome(job, under, { outcome: 'printed', told: 'spooler' }),
            fail: () => recordOutcome(job, under, { outcome: 'failed', code: 'X' }),
            jam: () => settlePaper(job, { cameOut: [], spoilt: [under] }, 'jam'),
            out: () => settlePaper(job, { cameOut: [under], spoilt: [] }, ''),
            again: () => tryAgain(job, under),
            back: () => recordOutcome(job, under, { outcome: 'withdrawn' }),
          };
          const made = tried[name]();
          if (!made.ok) continue;
          trail.push(...made.value);
          job = made.value.reduce(printJobAfter, job);
        }
        expect(printJobOf(trail)).toEqual(job);
        const open = new Set<number>();
        for (const event of trail) {
          if (event.type === 'sent') {
            expect(open.has(event.item)).toBe(false);
            open.add(event.item);
          } else if (event.type === 'spoilt' || event.type === 'again') open.delete(event.item);
        }
      }),
    );
  });
});

describe('the sheets of a job', () => {
  const stack = (...items: [StackedItem['state'], number][]): StackedItem[] =>
    items.map(([state, pages], index) => ({ item: index + 1, state, pages }));

  it('are counted over letters of several pages, on one side or two', () => {
    const items = stack(['printed', 1], ['failed', 2], ['sent', 3], ['waiting', 1]);
    expect(sheetsOf(items, false)).toEqual([
      { item: 1, first: 1, last: 1 },
      { item: 3, first: 2, last: 4 },
      { item: 4, first: 5, last: 5 },
    ]);
    expect(sheetsOf(items, true).at(-1)).toEqual({ item: 4, first: 4, last: 4 });
  });

  it('say by the last good one which letters are whole', () => {
    const items = stack(['printed', 2], ['printed', 2], ['sent', 1], ['waiting', 1]);
    expect(countedBySheets(items, false, 3)).toEqual({ cameOut: [1], spoilt: [2, 3] });
    expect(countedBySheets(items, false, 0)).toEqual({ cameOut: [], spoilt: [1, 2, 3] });
    expect(countedBySheets(items, false, 9)).toEqual({ cameOut: [1, 2, 3], spoilt: [] });
  });
});
