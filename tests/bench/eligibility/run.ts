/** One monthly run through the call that the window makes, in a process of its own. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { isoMonth } from '../../../src/domain/shared/iso-date.ts';
import { openBranch, valueOf } from '../reconcile/branch-folder.ts';
import { measured } from './measured.ts';

const [folder = '', , month = '2026-12'] = process.argv.slice(2);
const { api, close } = await openBranch(folder, { isNew: false });
const delay = monitorEventLoopDelay({ resolution: 2 });
delay.enable();
const { value, ...measures } = await measured(() =>
  api.entitlement.computeRun({ month: isoMonth(month) }),
);
delay.disable();
const { totals } = valueOf(value);
await close();
console.log(
  JSON.stringify({
    ...measures,
    longestBlockMs: Math.round(delay.max / 1e6),
    blockMs99: Math.round(delay.percentile(99) / 1e6),
    totals,
  }),
);
