/** Removals that go on after whoever caused them has his answer. */
export class Leftovers {
  readonly #running = new Set<Promise<void>>();

  /** What fails here, or is cut off by the end of the process, the next start removes. */
  add(removal: Promise<void>): void {
    const tracked = removal
      .catch(() => undefined)
      .finally(() => {
        this.#running.delete(tracked);
      });
    this.#running.add(tracked);
  }

  /** Waits for all of them. */
  async finish(): Promise<void> {
    await Promise.all(this.#running);
  }
}
