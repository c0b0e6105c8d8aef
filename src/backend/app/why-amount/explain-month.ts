import type { WhyAmount } from '../../../contract/why-amount.ts';
import { announcedOn } from '../../../domain/entitlement/next-run.ts';
import { explainDifference } from '../../../domain/entitlement/explain-difference.ts';
import { plannedPayDate } from '../../../domain/payments/moved-pay-dates.ts';
import { maskNationalId } from '../../../domain/registry/mask.ts';
import {
  isoInstant,
  type IsoDate,
  type IsoInstant,
  type IsoMonth,
} from '../../../domain/shared/iso-date.ts';
import { ok, refuse } from '../../../domain/shared/result.ts';
import { whatRemains } from '../../../domain/why-amount/what-remains.ts';
import type { QueryContext } from '../context.ts';
import { recompute } from '../entitlement/recompute.ts';
import { explainedSum } from './explained-sum.ts';
import { namesOf } from './names.ts';
import { walkedPayments } from './walked-payments.ts';

/**
 * Why the payment of a month is what it is. Where no run of the month was approved, what the branch knew when the month was
 * announced stands for the calculation that was used. Errors: NOT_FOUND.
 */
export async function explainMonth(
  context: QueryContext,
  { beneficiaryId, month }: { readonly beneficiaryId: string; readonly month: IsoMonth },
) {
  const { repos, settings } = context;
  const person = await repos.registry.person(beneficiaryId);
  if (person === undefined) return refuse('NOT_FOUND');
  const names = namesOf(await repos.households.facts(beneficiaryId));
  const then = await calculatedThen(context, beneficiaryId, month);
  const now = await recompute(context, beneficiaryId, month, null);
  const payments = await walkedPayments(context, beneficiaryId, month);
  const standing = whatRemains(
    { used: then?.side.calculation.pension ?? null, now: now?.calculation.pension ?? null },
    payments,
    settings.paidStatuses,
  );
  const cycle = await repos.payments.cycleOf(month);
  const explained: WhyAmount = {
    person: {
      beneficiaryId,
      name: person.name,
      maskedNationalId: maskNationalId(person.nationalId),
    },
    month,
    payDate: cycle?.payDate ?? plannedPayDate(month, await repos.settings.all()),
    used: then && {
      source: then.source,
      at: then.at,
      runId: then.runId,
      sum: explainedSum(then.side.calculation, names),
    },
    now: now && {
      sum: explainedSum(now.calculation, names),
      input: now.input,
      names: Object.fromEntries(names),
    },
    causes: explainDifference(then?.side ?? null, now, (id) => names.get(id) ?? null).map(
      ({ code, article, amount, text }) => ({ code, article, amount, text }),
    ),
    walk: [...standing.walk],
    arrived: standing.arrived,
    underWay: standing.underWay,
    remaining: standing.remaining,
    payments: payments.map(({ id, kind, status, amount, live }) => ({
      id,
      kind,
      status,
      amount,
      live,
    })),
  };
  return ok(explained);
}

/** What an approved run found, or else what was known on the day on which the month was announced. */
async function calculatedThen(context: QueryContext, beneficiaryId: string, month: IsoMonth) {
  const { repos, settings, today } = context;
  const used = await repos.entitlement.used(beneficiaryId, month);
  if (used !== undefined) {
    const { input, calculation, rules, madeAt, runId } = used;
    return { source: 'run', at: madeAt, runId, side: { input, calculation, rules } } as const;
  }
  const announced = announcedOn(month, settings.eligibilityDay);
  if (announced > today) return null;
  const at = endOfDay(announced);
  const side = await recompute(context, beneficiaryId, month, await repos.households.changeAt(at));
  return side && ({ source: 'known', at, runId: null, side } as const);
}

/** The last millisecond of a day in Riyadh. */
function endOfDay(date: IsoDate): IsoInstant {
  return isoInstant(new Date(`${date}T23:59:59.999+03:00`));
}
