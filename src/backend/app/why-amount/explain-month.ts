import type { WhyAmount } from '../../../contract/why-amount.ts';
import { announcedOn } from '../../../domain/entitlement/next-run.ts';
import { explainDifference } from '../../../domain/entitlement/explain-difference.ts';
import { plannedPayDate } from '../../../domain/payments/moved-pay-dates.ts';
import { maskNationalId } from '../../../domain/registry/mask.ts';
import {
  dayOfMonth,
  isoInstant,
  type IsoDate,
  type IsoInstant,
  type IsoMonth,
} from '../../../domain/shared/iso-date.ts';
import { settingsOn } from '../../../domain/settings/settings.ts';
import { addHalalas, subtractHalalas, ZERO_HALALAS } from '../../../domain/shared/halalas.ts';
import { ok, refuse } from '../../../domain/shared/result.ts';
import { paymentWalk } from '../../../domain/why-amount/payment-walk.ts';
import type { QueryContext } from '../context.ts';
import { recompute } from '../entitlement/recompute.ts';
import { settleMonths, type PaidMonths } from '../settlements/gather-months.ts';
import { lastFounding, monthsMade } from '../settlements/months-made.ts';
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
  const { repos } = context;
  const person = await repos.registry.person(beneficiaryId);
  if (person === undefined) return refuse('NOT_FOUND');
  const names = namesOf(await repos.households.facts(beneficiaryId));
  const ledger = await repos.settlements.ledger(beneficiaryId);
  const paid = { ledger, made: await monthsMade(repos, beneficiaryId, ledger) };
  const then = await calculatedThen(context, beneficiaryId, month, paid);
  const now = await recompute(context, beneficiaryId, month, null);
  const payments = await walkedPayments(context, beneficiaryId, month);
  const { paidStatuses } = settingsOn(dayOfMonth(month, 1), await repos.settings.all());
  const { steps, arrived } = paymentWalk(
    then?.side.calculation.pension ?? null,
    payments,
    paidStatuses,
  );
  const [settled] = await settleMonths(context, beneficiaryId, [month], paid);
  const kept = (await repos.settlements.kept(beneficiaryId)).get(month) ?? ZERO_HALALAS;
  const setOff = addHalalas(kept, ...payments.map(({ withheld }) => withheld));
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
    walk: steps,
    arrived,
    underWay: subtractHalalas(settled?.paid ?? ZERO_HALALAS, addHalalas(arrived, setOff)),
    setOff,
    claimed: settled?.claimed ?? ZERO_HALALAS,
    remaining: settled === undefined || settled.due === null ? null : settled.difference,
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

/**
 * What an approved run found; or else what was known when the month's payment was made, or, where none was, when the month
 * was announced. What a branch began with was so before anything was paid.
 */
async function calculatedThen(
  { repos, today }: QueryContext,
  beneficiaryId: string,
  month: IsoMonth,
  paid: PaidMonths,
) {
  const used = await repos.entitlement.used(beneficiaryId, month);
  if (used !== undefined) {
    const { input, calculation, rules, madeAt, runId } = used;
    return { source: 'run', at: madeAt, runId, side: { input, calculation, rules } } as const;
  }
  const { eligibilityDay } = settingsOn(dayOfMonth(month, 1), await repos.settings.all());
  const announced = announcedOn(month, eligibilityDay);
  const made = paid.made.find((one) => one.month === month);
  if (made === undefined && announced > today) return null;
  const regular = paid.ledger.find((one) => one.month === month && one.kind === 'regular');
  const at = regular?.madeAt ?? endOfDay(announced);
  const founded = lastFounding(await repos.households.changes(beneficiaryId));
  const known = made?.knownAt ?? Math.max(await repos.households.changeAt(at), founded);
  const side = await recompute({ repos }, beneficiaryId, month, known);
  return side && ({ source: 'known', at, runId: null, side } as const);
}

/** The last millisecond of a day in Riyadh. */
function endOfDay(date: IsoDate): IsoInstant {
  return isoInstant(new Date(`${date}T23:59:59.999+03:00`));
}
