/** An expected failure: a stable code and what the officer needs to know; the renderer owns the words. */
export interface Refusal<Code extends string = string> {
  readonly code: Code;
  readonly details?: Readonly<Record<string, string | number | boolean | null>>;
}

export type Result<T, E = Refusal> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

/** Refuses with a code; bugs throw instead. */
export function refuse<Code extends string>(
  code: Code,
  details?: Refusal['details'],
): { readonly ok: false; readonly error: Refusal<Code> } {
  return { ok: false, error: details === undefined ? { code } : { code, details } };
}
