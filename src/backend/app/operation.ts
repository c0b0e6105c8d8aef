/** How a long operation says where it is, hears that it was cancelled, and lets others be served meanwhile. */
export interface RunningOperation {
  readonly signal: AbortSignal;
  /** `done` and `total` in the unit of the phase: bytes while reading, lines after. */
  progress(phase: string, done: number, total: number | null): void;
  /**
   * Gives way to other requests. Called between steps of at most some 15 ms of work; throws `Cancelled` when the
   * officer has stopped the operation.
   */
  breathe(): Promise<void>;
}

export class Cancelled extends Error {
  constructor() {
    super('cancelled');
    this.name = 'Cancelled';
  }
}

export function runningOperation(
  signal: AbortSignal,
  report: (phase: string, done: number, total: number | null) => void,
): RunningOperation {
  let reported = 0;
  let lastPhase = '';
  return {
    signal,
    progress(phase, done, total) {
      const now = performance.now();
      // NOTE: ten reports a second are enough for an eye and cost the window nothing.
      if (phase === lastPhase && now - reported < 100 && done !== total) return;
      lastPhase = phase;
      reported = now;
      report(phase, done, total);
    },
    async breathe() {
      await new Promise<void>((resolve) => {
        setImmediate(resolve);
      });
      if (signal.aborted) throw new Cancelled();
    },
  };
}

/** An operation that nobody watches: the command line and tests. */
export function unwatchedOperation(): RunningOperation {
  return runningOperation(new AbortController().signal, () => undefined);
}
