import type { ComplaintDecided, ComplaintState } from '../../../domain/complaints/complaint.ts';
import { ok, refuse, type Refusal, type Result } from '../../../domain/shared/result.ts';
import type { CommandContext } from '../context.ts';
import type { ComplaintFile } from './ports.ts';

export interface ExpectedCase {
  readonly id: string;
  readonly expectedVersion: number;
}

export interface ChangedComplaint {
  readonly file: ComplaintFile;
  readonly next: ComplaintState;
}

/**
 * Loads a complaint, lets the domain decide and saves what follows: the events, the state that they say, the audit.
 * Errors: NOT_FOUND, CONFLICT with the ticket when somebody was first, and the domain's own, each with the ticket.
 */
export async function changeComplaint(
  context: CommandContext,
  { id, expectedVersion }: ExpectedCase,
  decide: (
    file: ComplaintFile,
  ) => Result<ComplaintDecided, Refusal> | Promise<Result<ComplaintDecided, Refusal>>,
): Promise<Result<ChangedComplaint, Refusal>> {
  const { repos, officer, now } = context;
  const file = await repos.complaints.byId(id);
  if (!file) return refuse('NOT_FOUND');
  const { ticket } = file;
  if (file.version !== expectedVersion) return refuse('CONFLICT', { ticket });
  const decided = await decide(file);
  if (!decided.ok) return refuse(decided.error.code, { ...decided.error.details, ticket });
  const { next, events } = decided.value;
  if (events.length > 0) {
    if (!(await repos.complaints.save(id, expectedVersion, next))) {
      return refuse('CONFLICT', { ticket });
    }
    await repos.complaints.append(id, events, { at: now, by: officer.id });
    for (const event of events) {
      await context.audit(`complaint.${event.type}`, { type: 'complaint', id });
    }
  }
  return ok({ file, next });
}
