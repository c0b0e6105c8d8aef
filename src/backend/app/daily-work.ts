import type { IsoDate } from '../../domain/shared/iso-date.ts';

const LOOK_MS = 10 * 60_000;

export interface DailyWork {
  start(): void;
  stop(): Promise<void>;
}

/**
 * Does something when the branch opens and on every new day while it stays open. A fault is reported and tried again the next
 * time; stopping waits for what is under way, which hears of it by `breathe`.
 */
export function createDailyWork(
  today: () => IsoDate,
  work: (signal: AbortSignal) => Promise<void>,
  report: (error: unknown) => void,
): DailyWork {
  const abort = new AbortController();
  let doneOn: IsoDate | null = null;
  let round: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  const look = (): void => {
    const day = today();
    if (doneOn === day) return;
    doneOn = day;
    round = work(abort.signal).catch((error: unknown) => {
      if (!abort.signal.aborted) report(error);
    });
  };
  return {
    start() {
      look();
      timer = setInterval(look, LOOK_MS);
      timer.unref();
    },
    async stop() {
      abort.abort();
      clearInterval(timer);
      await round;
    },
  };
}
