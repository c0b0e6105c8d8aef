import type { ParsedInputOf } from '../../../contract/api.ts';
import { assignObjection } from '../../../domain/objections/review-objection.ts';
import { whyNotGivenTo } from '../cases/case-officers.ts';
import { eachCase } from '../cases/each-case.ts';
import type { CommandContext } from '../context.ts';
import { changeObjection } from './change-objection.ts';

/** Gives objections to an officer, all of them or none. Errors: OFFICER_CANNOT_WORK_CASES, those of the first refused. */
export async function assignObjections(
  context: CommandContext,
  { cases, officerId }: ParsedInputOf<'objections.assign'>,
) {
  const unfit = await whyNotGivenTo(context.repos.staff, officerId);
  if (unfit !== null) return { ok: false as const, error: unfit };
  return eachCase(cases, (one) =>
    changeObjection(context, one, ({ state }) =>
      assignObjection(state, officerId, context.officer.id),
    ),
  );
}
