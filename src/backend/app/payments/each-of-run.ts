import { PAYMENT_KINDS } from '../../../domain/payments/payment-status.ts';
import type { RunningOperation } from '../operation.ts';
import type { RunRange, RunReader } from './run-ports.ts';

/** Payments that one statement may touch before others are served. */
const RANGE_PAYMENTS = 1000;

/** Goes through the payments of a run kind by kind, range by range, and lets others be served after each. */
export async function* rangesOfRun(
  runs: RunReader,
  runNo: number,
  breathe: RunningOperation['breathe'],
): AsyncGenerator<RunRange> {
  for (const kind of PAYMENT_KINDS) {
    let range = await runs.nextOfRun(runNo, kind, 0, RANGE_PAYMENTS);
    while (range !== null) {
      yield range;
      await breathe();
      range = await runs.nextOfRun(runNo, kind, range.to, RANGE_PAYMENTS);
    }
  }
}
