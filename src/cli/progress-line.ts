import type { CallOptions } from '../contract/client.ts';

/** Progress on one line of a terminal; the interrupt key cancels the operation in good order. */
export function watched(): CallOptions & { readonly end: () => void } {
  const abort = new AbortController();
  const interrupt = (): void => {
    abort.abort();
  };
  process.once('SIGINT', interrupt);
  process.once('SIGTERM', interrupt);
  const live = process.stderr.isTTY;
  return {
    signal: abort.signal,
    onProgress: ({ phase, done, total }) => {
      if (!live) return;
      const share = total === null || total === 0 ? '' : ` ${Math.floor((done / total) * 100)}%`;
      process.stderr.write(`\r\u001B[K${phase}${share}`);
    },
    end: () => {
      if (live) process.stderr.write('\r\u001B[K');
      process.off('SIGINT', interrupt);
      process.off('SIGTERM', interrupt);
    },
  };
}
