import { isDeepStrictEqual } from 'node:util';
import { lifeStateOf } from '../../../domain/resume/life-case.ts';
import { resumeStateOf } from '../../../domain/resume/resume-case.ts';
import type { RunningOperation } from '../operation.ts';
import type { ReadRepos } from '../ports.ts';

/** A case that stands otherwise than its events say, or whose payments are not linked as it says. */
export interface ResumeDifference {
  readonly area: 'resume' | 'life';
  readonly id: string;
  /** End-to-end id, or the number of a life-status case. */
  readonly number: string;
  /** `events` when the trail cannot be followed or breaks the rule of two persons, `attempt` when the link is broken. */
  readonly field: string;
}

const BATCH = 200;

interface Trailed {
  readonly stored: object;
  readonly derived: {
    readonly proposedBy: string | null;
    readonly approvedBy: string | null;
  } | null;
}

/** Recomputes every case of resumption and of life status from its events. */
export async function verifyResume(
  { resume, life }: Pick<ReadRepos, 'resume' | 'life'>,
  breathe: RunningOperation['breathe'],
): Promise<{ readonly checked: number; readonly differences: readonly ResumeDifference[] }> {
  const differences: ResumeDifference[] = [];
  let checked = 0;
  for (let after = ''; ;) {
    const batch = await resume.withEvents(after, BATCH);
    for (const { id, reference, state, events, linked } of batch) {
      const fields = differing({ stored: state, derived: resumeStateOf(events) });
      if (!linked) fields.push('attempt');
      differences.push(
        ...fields.map((field) => ({ area: 'resume' as const, id, number: reference, field })),
      );
    }
    checked += batch.length;
    const last = batch.at(-1);
    if (!last) break;
    after = last.id;
    await breathe();
  }
  for (let after = ''; ;) {
    const batch = await life.withEvents(after, BATCH);
    for (const { id, number, state, events } of batch) {
      const fields = differing({ stored: state, derived: lifeStateOf(events) });
      differences.push(...fields.map((field) => ({ area: 'life' as const, id, number, field })));
    }
    checked += batch.length;
    const last = batch.at(-1);
    if (!last) break;
    after = last.id;
    await breathe();
  }
  return { checked, differences };
}

function differing({ stored, derived }: Trailed): string[] {
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
