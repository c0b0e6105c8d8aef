import type { RunningOperation } from '../operation.ts';
import type { BankFileWriter, NumberRange } from './ports.ts';
import type { PostingWriter } from './posting-ports.ts';

/** Lines that one statement may touch before others are served. */
export const RANGE_LINES = 2000;

type Breathe = RunningOperation['breathe'];

/** Goes through the lines of a file in their order, all or some of them, range by range, and lets others be served after each. */
export function eachRange(
  files: BankFileWriter,
  fileId: string,
  breathe: Breathe,
  work: (lines: NumberRange) => Promise<void>,
  which?: 'unjudged' | 'exceptions',
): Promise<void> {
  return each((after) => files.nextRange(fileId, after, RANGE_LINES, which), breathe, work);
}

/** The same through the payments that the lines of a file are about. */
export function eachPayments(
  posting: PostingWriter,
  fileId: string,
  breathe: Breathe,
  work: (payments: NumberRange) => Promise<void>,
): Promise<void> {
  return each((after) => posting.nextPayments(fileId, after, RANGE_LINES), breathe, work);
}

async function each(
  next: (after: number) => Promise<NumberRange | null>,
  breathe: Breathe,
  work: (range: NumberRange) => Promise<void>,
): Promise<void> {
  let range = await next(0);
  while (range !== null) {
    await work(range);
    await breathe();
    range = await next(range.to);
  }
}
