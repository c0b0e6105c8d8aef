import type { ApiError } from '../../../../contract/errors.ts';
import {
  SYSTEM_DIALOG,
  type PrintFailure,
  type PrinterTrouble,
  type SpoolState,
} from '../../../../contract/printing.ts';
import { api } from '../../../lib/client.ts';
import { bridge } from '../../../lib/bridge.ts';
import { createOfficerStore } from '../../../lib/officer-store.ts';

const ASK_AGAIN_MS = 400;
const STOPPED_ASK_MS = 2000;

/** Why a run stands still. */
export type Halt =
  | { readonly kind: 'paused' }
  | { readonly kind: 'stopped'; readonly troubles: readonly PrinterTrouble[] }
  /** Nobody knows whether the item under way came out. */
  | { readonly kind: 'uncertain' }
  | { readonly kind: 'failure'; readonly reason: PrintFailure }
  | { readonly kind: 'refused'; readonly error: ApiError };

interface PrintRun {
  /** The job that this window is printing, or stands still with. */
  readonly jobId: string | null;
  readonly isRunning: boolean;
  readonly isPausing: boolean;
  readonly halt: Halt | null;
}

/** One window prints one job at a time; it goes on while the officer works elsewhere. */
export const usePrintRun = createOfficerStore<PrintRun>(() => ({
  jobId: null,
  isRunning: false,
  isPausing: false,
  halt: null,
}));

let turn = 0;

/** Lets the paper under way be finished and then stands still. */
export function pausePrinting(): void {
  usePrintRun.setState({ isPausing: true });
}

/** Stops watching, without a word on the trail: somebody says now what came out. */
export function leavePrinting(): void {
  turn += 1;
  usePrintRun.setState({ isRunning: false, isPausing: false });
}

/**
 * Prints what waits in a job, in order, one paper at a time: each is marked as sent before its bytes leave, and the next
 * follows when the printer's queue says that it is printed, or at once where the system does not tell.
 */
export async function runPrintJob(jobId: string): Promise<void> {
  turn += 1;
  const mine = turn;
  const isMine = (): boolean => turn === mine && usePrintRun.getState().jobId === jobId;
  usePrintRun.setState({ jobId, isRunning: true, isPausing: false, halt: null });
  const halt = await printAll(jobId, isMine).catch((): Halt => ({
    kind: 'failure',
    reason: 'NO_ANSWER',
  }));
  if (isMine()) usePrintRun.setState({ isRunning: false, isPausing: false, halt });
}

async function printAll(jobId: string, isMine: () => boolean): Promise<Halt | null> {
  while (isMine()) {
    if (usePrintRun.getState().isPausing) {
      await api.printJobs.hold({ id: jobId, reason: 'paused' });
      return { kind: 'paused' };
    }
    const found = await api.printJobs.job({ id: jobId });
    if (!found.ok) return { kind: 'refused', error: found.error };
    const { items } = found.value;
    const under = items.find(({ state }) => state === 'sent');
    if (under !== undefined) {
      // The queue may still know what became of it; if not, only the officer does.
      if (under.spoolJob === null) return { kind: 'uncertain' };
      const paper = { jobId, item: under.item, title: under.number, ...found.value.job };
      const halt = await watch(paper, under.spoolJob, isMine, { kind: 'uncertain' });
      if (halt !== null) return halt;
      continue;
    }
    const next = items.find(({ state }) => state === 'waiting');
    if (next === undefined || found.value.job.state !== 'open') return null;
    const halt = await printOne(
      { jobId, item: next.item, title: next.number, ...found.value.job },
      isMine,
    );
    if (halt !== null) return halt;
  }
  return null;
}

interface Paper {
  readonly jobId: string;
  readonly item: number;
  readonly title: string;
  readonly printer: string;
  readonly twoSided: boolean;
}

async function printOne(paper: Paper, isMine: () => boolean): Promise<Halt | null> {
  const { title, twoSided } = paper;
  const dialog = paper.printer === SYSTEM_DIALOG;
  const printer = dialog ? '' : paper.printer;
  const sent = await api.printJobs.send({ id: paper.jobId, item: paper.item });
  if (!sent.ok) return { kind: 'refused', error: sent.error };
  if (sent.value.bytes === null) return null;
  const outcome = await bridge
    .print(sent.value.bytes, { title, printer, twoSided, dialog })
    .catch(() => ({ state: 'failed', reason: 'NO_ANSWER' }) as const);
  switch (outcome.state) {
    case 'spooled':
      if (outcome.job === null) return tell(paper, { outcome: 'printed', told: 'spooler' });
      return (
        (await tell(paper, { outcome: 'spooled', spoolJob: outcome.job })) ??
        (await watch(paper, outcome.job, isMine))
      );
    case 'cancelled':
      return (await tell(paper, { outcome: 'withdrawn' })) ?? { kind: 'paused' };
    case 'failed':
      if (outcome.reason === 'NO_ANSWER') return { kind: 'uncertain' };
      if (outcome.reason === 'DOCUMENT_REFUSED') {
        return tell(paper, { outcome: 'failed', code: outcome.reason });
      }
      return (
        (await tell(paper, { outcome: 'withdrawn' })) ?? {
          kind: 'failure',
          reason: outcome.reason,
        }
      );
  }
}

type Told = Parameters<typeof api.printJobs.record>[0]['result'];

async function tell({ jobId, item }: Paper, result: Told): Promise<Halt | null> {
  const recorded = await api.printJobs.record({ id: jobId, item, result });
  return recorded.ok ? null : { kind: 'refused', error: recorded.error };
}

/**
 * Waits for what the printer's queue says. A printer that stopped is shown and asked again: when it has printed after
 * all, the job goes on by itself.
 *
 * @param ifForgotten what it means that the queue knows nothing of it; null when it took it just now
 */
async function watch(
  paper: Paper,
  spoolJob: number,
  isMine: () => boolean,
  ifForgotten: Halt | null = null,
): Promise<Halt | null> {
  let shown = '';
  while (isMine()) {
    const found = await bridge.spoolState(paper.printer, spoolJob);
    if (!isMine()) return null;
    switch (found.state) {
      case 'printed':
        usePrintRun.setState({ halt: null });
        return tell(paper, { outcome: 'printed', told: 'printer' });
      case 'unknown':
        if (ifForgotten !== null) return ifForgotten;
        usePrintRun.setState({ halt: null });
        return tell(paper, { outcome: 'printed', told: 'spooler' });
      case 'aborted':
      case 'cancelled':
        return { kind: 'uncertain' };
      default: {
        const trouble = troubleOf(found);
        if (trouble !== shown) {
          shown = trouble;
          const isStopped = trouble !== '';
          usePrintRun.setState({
            halt: isStopped ? { kind: 'stopped', troubles: found.troubles } : null,
          });
          if (isStopped) await api.printJobs.hold({ id: paper.jobId, reason: trouble });
        }
        await later(trouble === '' ? ASK_AGAIN_MS : STOPPED_ASK_MS);
      }
    }
  }
  return null;
}

/** Blank while nothing keeps the printer. */
function troubleOf({ state, troubles }: SpoolState): string {
  return troubles[0] ?? (state === 'stopped' ? 'paused' : '');
}

function later(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
