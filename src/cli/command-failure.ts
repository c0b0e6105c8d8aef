import type { Refusal } from '../domain/shared/result.ts';

export type FailureDetails = NonNullable<Refusal['details']>;

/** Ends a command with a coded error: one line, exit status 2. */
export class CommandFailure extends Error {
  readonly code: string;
  readonly details: FailureDetails;

  constructor(code: string, details: FailureDetails = {}) {
    super(code);
    this.code = code;
    this.details = details;
  }
}

/** The value of a result; a refusal ends the command. */
export function valueOf<T>(
  result:
    { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Refusal },
): T {
  if (result.ok) return result.value;
  throw new CommandFailure(result.error.code, result.error.details);
}
