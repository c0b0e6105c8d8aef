import { useState } from 'react';
import type { ApiResult } from '../../../../contract/errors.ts';
import type { OutputOf } from '../../../../contract/api.ts';
import type { Refusal } from '../../../../domain/shared/result.ts';
import { api } from '../../../lib/client.ts';
import { useApiCommand } from '../../../lib/queries.ts';
import { setHouseholdWork, useHouseholdWork } from './household-store.ts';
import type { Household, Step } from './use-household.ts';

export interface Recording {
  /** Records steps as one change with all that waits. */
  readonly record: (
    steps: readonly Step[],
    reason: string,
  ) => Promise<ApiResult<OutputOf<'households.change'>>>;
  readonly isBusy: boolean;
  readonly error: Refusal | null;
  readonly reset: () => void;
  /** The last change that the officer had seen when another was found to have been made; null while there is none. */
  readonly conflictSince: number | null;
  /** The officer has looked at what the other did. */
  readonly seen: () => void;
}

/** Recording corrections of one household, against the last change that the officer has seen. */
export function useRecording(personId: string, household: Household): Recording {
  const { begunAt } = useHouseholdWork(personId);
  const [openedAt, setOpenedAt] = useState(begunAt ?? household.lastChange);
  const [conflictSince, setConflictSince] = useState<number | null>(null);
  const change = useApiCommand(api.households.change, ['households', 'registry']);
  const expectedChange = openedAt;
  return {
    record: async (steps, reason) => {
      const result = await change.run({
        beneficiaryId: personId,
        expectedChange,
        reason: reason.trim(),
        steps: [...steps],
      });
      if (result.ok) {
        setHouseholdWork(personId, { pending: [], begunAt: null, recorded: result.value });
      } else if (result.error.code === 'CONFLICT') {
        setConflictSince(expectedChange);
      }
      return result;
    },
    isBusy: change.isBusy,
    error: change.error?.code === 'CONFLICT' ? null : change.error,
    reset: change.reset,
    conflictSince,
    seen: () => {
      setOpenedAt(household.lastChange);
      if (begunAt !== null) setHouseholdWork(personId, { begunAt: household.lastChange });
      setConflictSince(null);
      change.reset();
    },
  };
}
