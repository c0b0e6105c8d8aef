import { Cancelled } from '../app/operation.ts';
import { RefusedFile } from '../app/refused-file.ts';
import { BankFileError } from './bank-file-error.ts';

/** Readers throw their own error and the signal's reason; use-cases know `RefusedFile` and `Cancelled`. */
export async function asRefusal<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw translated(error, signal);
  }
}

/** The same for records that come bit by bit. */
export async function* eachAsRefusal<T>(
  signal: AbortSignal,
  items: AsyncIterable<T>,
): AsyncGenerator<T> {
  try {
    yield* items;
  } catch (error) {
    throw translated(error, signal);
  }
}

function translated(error: unknown, signal: AbortSignal): unknown {
  if (error instanceof BankFileError) {
    const { code, line, detail } = error;
    return new RefusedFile({ code, details: { line, detail } });
  }
  return signal.aborted ? new Cancelled() : error;
}
