/** How long news are gathered, milliseconds: short enough that nobody sees it. */
const GATHERED_FOR = 250;

/**
 * Tells at once, and then no more often than four times a second however often it is called: a batch of letters is no
 * reason to ask for the register five hundred times.
 */
export function gathered(tell: () => void): () => void {
  let waiting = false;
  let again = false;
  const rest = (): void => {
    waiting = true;
    setTimeout(() => {
      waiting = false;
      if (!again) return;
      again = false;
      tell();
      rest();
    }, GATHERED_FOR).unref();
  };
  return () => {
    if (waiting) {
      again = true;
      return;
    }
    tell();
    rest();
  };
}
