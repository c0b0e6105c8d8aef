import type { RunningOperation } from '../app/operation.ts';

/** Of what is left of a part, the share that its next inner phase is expected to take. */
const NEXT_PHASE = 0.6;

/** One bar over the whole of a long piece of work, whatever bars the operations inside it would show. */
export class WholeProgress {
  readonly #operation: RunningOperation;
  readonly #total: number;
  #done = 0;

  constructor(operation: RunningOperation, total: number) {
    this.#operation = operation;
    this.#total = total;
  }

  /** The next part of the work as an operation of its own; its weight counts as done when the part after it begins. */
  part(phase: string, weight: number): RunningOperation {
    const from = this.#done;
    this.#done += weight;
    let innerPhase: string | null = null;
    let low = 0;
    let high = 0;
    let share = 0;
    const show = (): void => {
      this.#operation.progress(phase, Math.round(from + weight * share), this.#total);
    };
    show();
    return {
      signal: this.#operation.signal,
      breathe: () => this.#operation.breathe(),
      progress: (inner, done, total) => {
        if (inner !== innerPhase) {
          innerPhase = inner;
          low = share;
          high = low + (1 - low) * (inner === phase ? 1 : NEXT_PHASE);
        }
        const within = total === null || total === 0 ? 0 : Math.min(1, done / total);
        share = Math.max(share, low + (high - low) * within);
        show();
      },
    };
  }
}
