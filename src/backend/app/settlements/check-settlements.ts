import type { OutputOf } from '../../../contract/api.ts';
import type { ApiResult } from '../../../contract/errors.ts';
import { settledSums } from '../../../domain/settlements/settled-month.ts';
import { ok } from '../../../domain/shared/result.ts';
import type { CommandContext, JobContext } from '../context.ts';
import { gatherMonths, type MonthsContext } from './gather-months.ts';
import type { CheckFound } from './ports.ts';

/** Some 15 ms of work. */
const PEOPLE_IN_A_BREATH = 2;
const PEOPLE_IN_A_BATCH = 100;

/**
 * Looks at the past months of everybody about whom something was recorded since they were looked at last. What was found is
 * kept batch by batch, so a stopped one goes on where it stopped.
 */
export async function checkSettlements(
  context: JobContext,
): Promise<ApiResult<OutputOf<'settlements.check'>>> {
  const { repos, operation } = context;
  const { unchecked: total } = await repos.settlements.counts();
  const changedIn = await repos.settlements.lastChange();
  const startedAt = context.now;
  let [checked, found] = [0, 0];
  for (;;) {
    const people = await repos.settlements.unchecked(PEOPLE_IN_A_BATCH);
    if (people.length === 0) break;
    const batch: CheckFound[] = [];
    for (const [index, beneficiaryId] of people.entries()) {
      batch.push(await lookAt(context, beneficiaryId));
      if (index % PEOPLE_IN_A_BREATH === PEOPLE_IN_A_BREATH - 1) await operation.breathe();
    }
    await context.transact(async (command) => {
      await command.repos.settlements.setChecks(batch, changedIn, startedAt);
      return ok(null);
    });
    checked += people.length;
    found += batch.filter(({ owed, overpaid }) => owed > 0 || overpaid > 0).length;
    operation.progress('checking', checked, Math.max(total, checked));
    // Somebody changed while this ran is looked at the next time.
    if (checked >= total) break;
  }
  if ((await repos.settlements.unchecked(1)).length === 0) {
    await context.transact(async (command) => {
      await command.repos.settlements.setAllChecked(changedIn, startedAt);
      return ok(null);
    });
  }
  return ok({ checked, found });
}

/** Keeps what the months of people say now: after a settlement, or a recovery that is over. */
export async function rememberMonths(
  context: CommandContext,
  people: readonly string[],
): Promise<void> {
  const { repos, now } = context;
  const found: CheckFound[] = [];
  for (const beneficiaryId of people) found.push(await lookAt(context, beneficiaryId));
  await repos.settlements.setChecks(found, await repos.settlements.lastChange(), now);
}

async function lookAt(context: MonthsContext, beneficiaryId: string): Promise<CheckFound> {
  const { touchedFrom, months } = await gatherMonths(context, beneficiaryId);
  const touched = months.filter(
    ({ month, difference }) => touchedFrom !== null && month >= touchedFrom && difference !== 0,
  );
  const { owed, overpaid } = settledSums(touched);
  return { beneficiaryId, from: touched[0]?.month ?? null, months: touched.length, owed, overpaid };
}
