import { ok, type Refusal, type Result } from '../../../domain/shared/result.ts';

/** The answer of a step of which the caller only needs to know that it was taken. */
export function nothingToTell(
  result: Result<unknown, Refusal>,
): Result<Record<string, never>, Refusal> {
  return result.ok ? ok({}) : result;
}
