import { isDeepStrictEqual } from 'node:util';
import { applicationStateOf } from '../../../domain/applications/application.ts';
import { complaintStateOf } from '../../../domain/complaints/complaint.ts';
import { objectionStateOf } from '../../../domain/objections/objection.ts';
import type { ReadRepos } from '../ports.ts';

/** A column of a case that says something else than its events. */
export interface CaseDifference {
  readonly area: 'complaints' | 'objections' | 'applications';
  readonly id: string;
  /** Ticket or number, as people read it out. */
  readonly number: string;
  /** `events` when the trail itself cannot be followed or breaks the rule of two persons. */
  readonly field: string;
}

export interface CaseVerification {
  readonly checked: number;
  readonly differences: readonly CaseDifference[];
}

const BATCH = 200;

interface Trailed {
  readonly id: string;
  readonly number: string;
  readonly stored: object;
  readonly derived: {
    readonly proposedBy: string | null;
    readonly approvedBy: string | null;
  } | null;
}

/**
 * Recomputes every complaint, objection and application from its events and says where the stored state differs.
 * @param breathe Called between batches; throws to stop.
 */
export async function verifyCases(
  repos: Pick<ReadRepos, 'complaints' | 'objections' | 'applications'>,
  breathe: () => Promise<void>,
): Promise<CaseVerification> {
  const complaints = await verify('complaints', breathe, async (after) =>
    (await repos.complaints.withEvents(after, BATCH)).map(({ id, ticket, state, events }) => ({
      id,
      number: ticket,
      stored: state,
      derived: complaintStateOf(events),
    })),
  );
  const objections = await verify('objections', breathe, async (after) =>
    (await repos.objections.withEvents(after, BATCH)).map(({ id, number, state, events }) => ({
      id,
      number,
      stored: state,
      derived: objectionStateOf(events),
    })),
  );
  const applications = await verify('applications', breathe, async (after) =>
    (await repos.applications.withEvents(after, BATCH)).map(({ id, number, state, events }) => {
      const derived = applicationStateOf(events);
      return {
        id,
        number,
        stored: state,
        derived: derived && { ...derived, approvedBy: derived.decidedBy },
      };
    }),
  );
  const areas = [complaints, objections, applications];
  return {
    checked: areas.reduce((sum, { checked }) => sum + checked, 0),
    differences: areas.flatMap(({ differences }) => differences),
  };
}

async function verify(
  area: CaseDifference['area'],
  breathe: () => Promise<void>,
  nextBatch: (after: string) => Promise<readonly Trailed[]>,
): Promise<CaseVerification> {
  const differences: CaseDifference[] = [];
  let checked = 0;
  let after = '';
  for (;;) {
    const batch = await nextBatch(after);
    const last = batch.at(-1);
    if (last === undefined) return { checked, differences };
    checked += batch.length;
    after = last.id;
    for (const one of batch) {
      const { id, number } = one;
      differences.push(...fieldsThatDiffer(one).map((field) => ({ area, id, number, field })));
    }
    await breathe();
  }
}

function fieldsThatDiffer({ stored, derived }: Trailed): string[] {
  if (derived === null) return ['events'];
  const { approvedBy, proposedBy } = derived;
  const alone = approvedBy !== null && approvedBy === proposedBy;
  const said = new Map<string, unknown>(Object.entries(derived));
  return [
    ...(alone ? ['events'] : []),
    ...Object.entries(stored)
      .filter(([field, value]) => !isDeepStrictEqual(value, said.get(field)))
      .map(([field]) => field),
  ];
}
