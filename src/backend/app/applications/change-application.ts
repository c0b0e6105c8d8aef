import type {
  ApplicationDecided,
  ApplicationState,
} from '../../../domain/applications/application.ts';
import { ok, refuse, type Refusal, type Result } from '../../../domain/shared/result.ts';
import type { CommandContext } from '../context.ts';
import type { ApplicantFields, ApplicationFile } from './ports.ts';

export interface ExpectedCase {
  readonly id: string;
  readonly expectedVersion: number;
}

export interface ChangedApplication {
  readonly file: ApplicationFile;
  readonly next: ApplicationState;
  readonly version: number;
}

/** The application of a number of the window. Errors: NOT_FOUND, CONFLICT with the number when somebody was first. */
export async function expectedApplication(
  { repos }: Pick<CommandContext, 'repos'>,
  { id, expectedVersion }: ExpectedCase,
): Promise<Result<ApplicationFile, Refusal>> {
  const file = await repos.applications.byId(id);
  if (!file) return refuse('NOT_FOUND');
  return file.version === expectedVersion ? ok(file) : refuse('CONFLICT', { number: file.number });
}

/**
 * Loads an application, lets the domain decide and saves what follows: the events, the state that they say, the audit.
 * Errors: those of `expectedApplication`, and the domain's own, each with the number.
 * @param applicant Of the file as it will be, where that changes with the step.
 */
export async function changeApplication(
  context: CommandContext,
  expected: ExpectedCase,
  decide: (
    file: ApplicationFile,
  ) => Result<ApplicationDecided, Refusal> | Promise<Result<ApplicationDecided, Refusal>>,
  applicant?: ApplicantFields,
): Promise<Result<ChangedApplication, Refusal>> {
  const { repos, officer, now } = context;
  const found = await expectedApplication(context, expected);
  if (!found.ok) return found;
  const file = found.value;
  const { id, number, version } = file;
  const decided = await decide(file);
  if (!decided.ok) return refuse(decided.error.code, { ...decided.error.details, number });
  const { next, events } = decided.value;
  if (events.length === 0) return ok({ file, next, version });
  if (!(await repos.applications.save(id, version, next, applicant))) {
    return refuse('CONFLICT', { number });
  }
  await repos.applications.append(id, events, { at: now, by: officer.id });
  for (const event of events) {
    await context.audit(`application.${event.type}`, { type: 'application', id });
  }
  return ok({ file, next, version: version + 1 });
}

/** The answer of a step: the version to go on with. */
export function versionOf(
  changed: Result<ChangedApplication, Refusal>,
): Result<{ version: number }, Refusal> {
  return changed.ok ? ok({ version: changed.value.version }) : changed;
}
