import { setImmediate as breathe } from 'node:timers/promises';
import { ok, type Refusal, type Result } from '../../../domain/shared/result.ts';

/** Some 15 ms of work. */
const CASES_IN_A_BREATH = 10;

/** Takes a step with each of many cases, all of them or none; others are served in between. */
export async function eachCase<Case>(
  cases: readonly Case[],
  step: (one: Case) => Promise<Result<unknown, Refusal>>,
): Promise<Result<Record<string, never>, Refusal>> {
  for (const [index, one] of cases.entries()) {
    const taken = await step(one);
    if (!taken.ok) return taken;
    if (index % CASES_IN_A_BREATH === CASES_IN_A_BREATH - 1) await breathe();
  }
  return ok({});
}
