import { nextCycleMonth } from '../../../domain/payments/next-cycle-month.ts';
import type { CommandContext } from '../context.ts';
import { openCycle } from './open-cycle.ts';

/**
 * The next cycle that can still take a payment, made when it is not there yet: after today's month and after the last list
 * that went to the banks. Refuses as `openCycle` does.
 */
export async function nextOpenCycle(context: CommandContext) {
  const { repos, today } = context;
  const lastSent = await repos.complaints.lastCycleMonth();
  return openCycle(context, nextCycleMonth(today, lastSent, await repos.runs.closedMonths()));
}
