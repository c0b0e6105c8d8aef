import { movedPayDates } from '../../../domain/payments/moved-pay-dates.ts';
import type { SettingKey } from '../../../domain/settings/settings.ts';
import type { CommandContext } from '../context.ts';

/** Settings by which a pay date is found. */
const OF_PAY_DATES: readonly SettingKey[] = ['payDate', 'holidays', 'weekend'];

/**
 * Cycles that are open and not sent are paid on the day that the settings now say.
 * @param reason Why the setting was changed, as the cycle's own trail says it.
 */
export async function movePayDates(
  { repos, today, now, officer, audit }: CommandContext,
  key: SettingKey,
  reason: string | null,
) {
  if (!OF_PAY_DATES.includes(key)) return [];
  const moved = movedPayDates(await repos.payments.cycles(), today, await repos.settings.all());
  for (const { cycleId, before, after } of moved) {
    await repos.payments.movePayDate(cycleId, after);
    const event = {
      type: 'payDateMoved',
      details: { before, after },
      ...(reason === null ? {} : { reason }),
    } as const;
    await repos.runs.appendCycleEvent(cycleId, event, { at: now, officerId: officer.id });
    await audit('cycles.payDateMoved', { type: 'cycle', id: cycleId }, { before, after });
  }
  return moved.map(({ month, before, after }) => ({ month, before, after }));
}
