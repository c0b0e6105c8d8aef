import type { RunningOperation } from '../operation.ts';
import type { BankFileWriter, LineRange } from './ports.ts';

/** Lines that one statement may touch before others are served. */
export const RANGE_LINES = 2000;

/** Goes through the lines of a file in their order, range by range, and lets others be served after each. */
export async function eachRange(
  files: BankFileWriter,
  fileId: string,
  breathe: RunningOperation['breathe'],
  work: (range: LineRange) => Promise<void>,
): Promise<void> {
  let range = await files.nextRange(fileId, 0, RANGE_LINES);
  while (range !== null) {
    await work(range);
    await breathe();
    range = await files.nextRange(fileId, range.to, RANGE_LINES);
  }
}
