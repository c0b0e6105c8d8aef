import type { OutputOf } from '../../../../contract/api.ts';
import { createOfficerStore } from '../../../lib/officer-store.ts';
import type { Step } from './use-household.ts';

/** A correction that waits to be recorded with others. */
export interface PendingStep {
  readonly key: string;
  readonly steps: readonly Step[];
  /** As the list of what waits shows it. */
  readonly words: string;
}

interface HouseholdWork {
  readonly pending: readonly PendingStep[];
  /** The last change before the officer when he began. */
  readonly begunAt: number | null;
  /** What was recorded last from here, until it is put away. */
  readonly recorded: OutputOf<'households.change'> | null;
}

const NOTHING: HouseholdWork = { pending: [], begunAt: null, recorded: null };

/** Corrections of households that are not recorded yet: they outlive leaving the page. */
const useWork = createOfficerStore<{ readonly byPerson: Readonly<Record<string, HouseholdWork>> }>(
  () => ({ byPerson: {} }),
);

export function useHouseholdWork(personId: string): HouseholdWork {
  return useWork(({ byPerson }) => byPerson[personId] ?? NOTHING);
}

export function setHouseholdWork(personId: string, change: Partial<HouseholdWork>): void {
  useWork.setState(({ byPerson }) => ({
    byPerson: { ...byPerson, [personId]: { ...(byPerson[personId] ?? NOTHING), ...change } },
  }));
}

let count = 0;

/** @param lastChange What the officer sees as the last change of the household. */
export function addPending(
  personId: string,
  lastChange: number,
  { steps, words }: Omit<PendingStep, 'key'>,
): void {
  count += 1;
  const { byPerson } = useWork.getState();
  const { pending, begunAt } = byPerson[personId] ?? NOTHING;
  setHouseholdWork(personId, {
    pending: [...pending, { key: `step-${count}`, steps, words }],
    begunAt: begunAt ?? lastChange,
    recorded: null,
  });
}

export function dropPending(personId: string, key: string | null): void {
  const { byPerson } = useWork.getState();
  const { pending, begunAt } = byPerson[personId] ?? NOTHING;
  const left = key === null ? [] : pending.filter((one) => one.key !== key);
  setHouseholdWork(personId, { pending: left, begunAt: left.length === 0 ? null : begunAt });
}

/** Everything that waits, in its order. */
export function stepsWaiting(pending: readonly PendingStep[]): readonly Step[] {
  return pending.flatMap(({ steps }) => steps);
}
