import { cycleNumberOf } from '../../../domain/payments/cycle-number.ts';
import { payDateOf } from '../../../domain/payments/pay-date.ts';
import { settingsOn, workCalendar } from '../../../domain/settings/settings.ts';
import { dayOfMonth, isoMonth, type IsoMonth } from '../../../domain/shared/iso-date.ts';
import { ok, refuse } from '../../../domain/shared/result.ts';
import type { CommandContext } from '../context.ts';
import type { Cycle } from './ports.ts';

/**
 * The cycle of a month, created with its number and pay date by the settings in force in that month. Refuses CYCLE_CLOSED
 * and CYCLE_BEFORE_FIRST.
 */
export async function openCycle({ repos, newId, now }: CommandContext, month: IsoMonth) {
  const known = await repos.payments.cycleOf(month);
  if (known) return known.status === 'open' ? ok(known) : refuse('CYCLE_CLOSED', { month });
  const settings = settingsOn(dayOfMonth(month, 1), await repos.settings.all());
  const number = cycleNumberOf(month, isoMonth(settings.firstCycleMonth));
  if (number < 1) return refuse('CYCLE_BEFORE_FIRST', { month });
  const payDate = payDateOf(month, settings.payDate, workCalendar(settings));
  const cycle: Cycle = { id: newId(), number, month, payDate, status: 'open' };
  await repos.payments.addCycle({ ...cycle, createdAt: now });
  return ok(cycle);
}
