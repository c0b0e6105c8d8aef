import type { ObjectionDecided, ObjectionState } from '../../../domain/objections/objection.ts';
import { ok, refuse, type Refusal, type Result } from '../../../domain/shared/result.ts';
import type { CommandContext } from '../context.ts';
import type { ObjectionFile } from './ports.ts';

export interface ExpectedCase {
  readonly id: string;
  readonly expectedVersion: number;
}

export interface ChangedObjection {
  readonly file: ObjectionFile;
  readonly next: ObjectionState;
  readonly version: number;
}

/**
 * Loads an objection, lets the domain decide and saves what follows: the events, the state that they say, the audit.
 * Errors: NOT_FOUND, CONFLICT with the number when somebody was first, and the domain's own, each with the number.
 */
export async function changeObjection(
  context: CommandContext,
  { id, expectedVersion }: ExpectedCase,
  decide: (
    file: ObjectionFile,
  ) => Result<ObjectionDecided, Refusal> | Promise<Result<ObjectionDecided, Refusal>>,
): Promise<Result<ChangedObjection, Refusal>> {
  const { repos, officer, now } = context;
  const file = await repos.objections.byId(id);
  if (!file) return refuse('NOT_FOUND');
  const { number } = file;
  if (file.version !== expectedVersion) return refuse('CONFLICT', { number });
  const decided = await decide(file);
  if (!decided.ok) return refuse(decided.error.code, { ...decided.error.details, number });
  const { next, events } = decided.value;
  if (events.length === 0) return ok({ file, next, version: expectedVersion });
  if (!(await repos.objections.save(id, expectedVersion, next))) {
    return refuse('CONFLICT', { number });
  }
  await repos.objections.append(id, events, { at: now, by: officer.id });
  for (const event of events) {
    await context.audit(`objection.${event.type}`, { type: 'objection', id });
  }
  return ok({ file, next, version: expectedVersion + 1 });
}
