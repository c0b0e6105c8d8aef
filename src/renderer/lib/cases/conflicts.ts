import { useCallback } from 'react';
import type { AreaName } from '../../../contract/api.ts';
import type { ApiResult } from '../../../contract/errors.ts';
import { createOfficerStore } from '../officer-store.ts';
import { useApiCommand, type CommandState } from '../queries.ts';

/** Cases of which the last step was refused because another officer had changed them. */
const useConflicts = createOfficerStore<{ readonly cases: ReadonlySet<string> }>(() => ({
  cases: new Set(),
}));

export function useIsConflicting(caseId: string): boolean {
  return useConflicts((store) => store.cases.has(caseId));
}

export function setConflict(caseId: string, isConflicting: boolean): void {
  const { cases } = useConflicts.getState();
  if (cases.has(caseId) === isConflicting) return;
  const next = new Set(cases);
  if (isConflicting) next.add(caseId);
  else next.delete(caseId);
  useConflicts.setState({ cases: next });
}

/**
 * A command on one case. Another officer's change is remembered until the officer has seen it: it may close the very
 * step from which the command came, and its message with it.
 */
export function useCaseCommand<Input, Output>(
  caseId: string,
  command: (input: Input) => Promise<ApiResult<Output>>,
  areas: readonly AreaName[],
): CommandState<Input, Output> {
  const state = useApiCommand(command, areas);
  const { run } = state;
  const runHere = useCallback(
    async (input: Input) => {
      const result = await run(input);
      setConflict(caseId, !result.ok && result.error.code === 'CONFLICT');
      return result;
    },
    [caseId, run],
  );
  return { ...state, run: runHere };
}
