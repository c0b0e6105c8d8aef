import type { ParsedInputOf } from '../../../contract/api.ts';
import { assignComplaint } from '../../../domain/complaints/study-complaint.ts';
import { whyNotGivenTo } from '../cases/case-officers.ts';
import { eachCase } from '../cases/each-case.ts';
import type { CommandContext } from '../context.ts';
import { changeComplaint } from './change-complaint.ts';

/** Gives complaints to an officer, all of them or none. Errors: OFFICER_CANNOT_WORK_CASES, those of the first refused. */
export async function assignComplaints(
  context: CommandContext,
  { cases, officerId }: ParsedInputOf<'complaints.assign'>,
) {
  const unfit = await whyNotGivenTo(context.repos.staff, officerId);
  if (unfit !== null) return { ok: false as const, error: unfit };
  return eachCase(cases, (one) =>
    changeComplaint(context, one, ({ state }) =>
      assignComplaint(state, officerId, context.officer.id),
    ),
  );
}
