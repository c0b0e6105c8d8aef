import type { AreaHandlers } from '../handlers.ts';
import { approveRun } from './approve-run.ts';
import { computeRun } from './compute-run.ts';
import { discardRun, proposeRun, sendBackRun } from './decide-run.ts';
import { listChanges, listObstacles, listRuns, showRun } from './show-run.ts';

export function createEntitlementHandlers(): AreaHandlers<'entitlement'> {
  const underway = { month: null };
  return {
    'entitlement.runs': listRuns,
    'entitlement.run': showRun,
    'entitlement.changes': listChanges,
    'entitlement.obstacles': listObstacles,
    'entitlement.computeRun': (context, input) => computeRun(context, input, underway),
    'entitlement.propose': proposeRun,
    'entitlement.sendBack': sendBackRun,
    'entitlement.discard': discardRun,
    'entitlement.approve': approveRun,
  };
}
