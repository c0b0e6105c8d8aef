import type { Desk } from '../../e2e/fixtures/desk.ts';

/** Milliseconds. */
export interface Spread {
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}

export interface Lag {
  /** How late timers of Electron's main process are. */
  readonly shell: Spread;
  /** How late timers of the window are. */
  readonly window: Spread;
  /** How long a trivial question to the backend takes. */
  readonly backend: Spread;
}

interface Probed {
  lags: number[];
  answers: number[];
}

/** Watches, every 10 ms, how late timers are in the shell and in the window, and asks the backend 5 times a second. */
export class LagProbe {
  readonly #desk: Desk;

  private constructor(desk: Desk) {
    this.#desk = desk;
  }

  static async start(desk: Desk): Promise<LagProbe> {
    await desk.app.evaluate(() => {
      const probed: Probed = { lags: [], answers: [] };
      Object.assign(globalThis, { probed });
      let due = performance.now() + 10;
      const tick = (): void => {
        const now = performance.now();
        probed.lags.push(Math.max(0, now - due));
        due = now + 10;
        setTimeout(tick, 10);
      };
      setTimeout(tick, 10);
    });
    await desk.page.evaluate(() => {
      const probed: Probed = { lags: [], answers: [] };
      Object.assign(globalThis, { probed });
      let due = performance.now() + 10;
      const tick = (): void => {
        const now = performance.now();
        probed.lags.push(Math.max(0, now - due));
        due = now + 10;
        setTimeout(tick, 10);
      };
      setTimeout(tick, 10);
      const ask = async (): Promise<void> => {
        const since = performance.now();
        const { insaf } = globalThis as unknown as {
          insaf: { call(request: unknown): Promise<unknown> };
        };
        await insaf.call({ name: 'staff.firstStart', input: {}, session: null });
        probed.answers.push(performance.now() - since);
        setTimeout(() => void ask(), 200);
      };
      void ask();
    });
    return new LagProbe(desk);
  }

  async reset(): Promise<void> {
    const empty = (): void => {
      const { probed } = globalThis as unknown as { probed: Probed };
      probed.lags.length = 0;
      probed.answers.length = 0;
    };
    await this.#desk.app.evaluate(empty);
    await this.#desk.page.evaluate(empty);
  }

  async read(): Promise<Lag> {
    const taken = (): Probed => (globalThis as unknown as { probed: Probed }).probed;
    const shell = await this.#desk.app.evaluate(taken);
    const window = await this.#desk.page.evaluate(taken);
    return {
      shell: spread(shell.lags),
      window: spread(window.lags),
      backend: spread(window.answers),
    };
  }
}

function spread(values: readonly number[]): Spread {
  const sorted = [...values].sort((one, other) => one - other);
  const at = (share: number): number => sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
  return { p50: at(0.5), p99: at(0.99), max: at(1) };
}
