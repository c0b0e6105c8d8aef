import type { Refusal } from '../../domain/shared/result.ts';

/** Thrown while a file is being read, when what it holds must be refused: the reader cannot return a Result half-way. */
export class RefusedFile extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

/** Runs what reads a file; a refusal of the file becomes the answer. */
export async function refusing<T>(
  work: () => Promise<T>,
): Promise<T | { readonly ok: false; readonly error: Refusal }> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof RefusedFile) return { ok: false, error: error.refusal };
    throw error;
  }
}
