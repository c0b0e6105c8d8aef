import { isRecoverable, type RecoveryBasis } from '../recoveries/recovery-ground.ts';
import { addHalalas, halalas, type Halalas } from '../shared/halalas.ts';
import type { IsoMonth } from '../shared/iso-date.ts';
import { ok, refuse, type Refusal, type Result } from '../shared/result.ts';
import type { MonthCause, SettledMonth } from './settled-month.ts';

/** What led to a settlement; the number is what people read out. */
export interface SettlementSource {
  readonly type: 'correction' | 'complaint' | 'objection';
  readonly number: string | null;
}

/** What an officer wants settled. */
export interface SettlementWish {
  readonly source: SettlementSource;
  /** In the officer's words. */
  readonly reason: string;
  readonly months: readonly IsoMonth[];
  /** Why what was overpaid is asked back; null where no chosen month was overpaid. */
  readonly recovery: RecoveryBasis | null;
  /** The beneficiary's recorded consent to set one against the other; null without. */
  readonly consentDocumentId: string | null;
}

/** A month of a settlement as it is proposed and decided; amounts in halalas. */
export interface PlannedMonth {
  readonly month: IsoMonth;
  readonly before: Halalas | null;
  readonly due: Halalas;
  readonly paid: Halalas;
  readonly claimed: Halalas;
  readonly difference: Halalas;
  /** Of the difference, what is set off with consent: above zero in owed and in overpaid months alike. */
  readonly netted: Halalas;
  readonly causes: readonly MonthCause[];
}

export interface SettlementPlan extends SettlementWish {
  readonly plan: readonly PlannedMonth[];
  /** What is paid in all, what is asked back in all, and what of both is set off. */
  readonly pays: Halalas;
  readonly recovers: Halalas;
  readonly netted: Halalas;
}

/**
 * A settlement of the chosen months: owed ones are paid, overpaid ones are asked back, and one is set against the other only
 * with the beneficiary's recorded consent (the regulation of the state's revenues, 62).
 *
 * Errors: NO_MONTHS_CHOSEN; with the `month` NOT_AFFECTED, MONTH_UNKNOWN (no household known), MONTH_EVEN, RECOVERY_OPEN
 * (number), MONTH_KEPT (REG 5/2: paid before the visit); RECOVERY_GROUND_NEEDED, NOTHING_TO_NET.
 */
export function composeSettlement(
  months: readonly SettledMonth[],
  wish: SettlementWish,
): Result<SettlementPlan, Refusal> {
  const chosen = [...new Set(wish.months)].sort();
  if (chosen.length === 0) return refuse('NO_MONTHS_CHOSEN');
  const settled: (SettledMonth & { due: Halalas })[] = [];
  for (const month of chosen) {
    const found = months.find((one) => one.month === month);
    const why = whyNotSettled(found, wish.recovery);
    if (why !== null) return refuse(why.code, { ...why.details, month });
    const due = found?.due ?? null;
    if (found !== undefined && due !== null) settled.push({ ...found, due });
  }
  const owed = sumOf(settled, 1);
  const recovers = sumOf(settled, -1);
  if (recovers > 0 && wish.recovery === null) return refuse('RECOVERY_GROUND_NEEDED');
  const isNetted = wish.consentDocumentId !== null;
  if (isNetted && (owed === 0 || recovers === 0)) return refuse('NOTHING_TO_NET');
  const netted = halalas(isNetted ? Math.min(owed, recovers) : 0);
  return ok({
    ...wish,
    months: chosen,
    recovery: recovers > 0 ? wish.recovery : null,
    plan: spread(settled, netted),
    pays: halalas(owed - netted),
    recovers,
    netted,
  });
}

/** The payments that a settlement leads to, one a month. */
export function paymentsOf({
  plan,
}: Pick<SettlementPlan, 'plan'>): { month: IsoMonth; amount: Halalas }[] {
  return plan
    .map(({ month, difference, netted }) => ({ month, amount: halalas(difference - netted) }))
    .filter(({ amount }) => amount > 0);
}

/** The first month that no longer stands as it was proposed; null where all do. */
export function changedMonth(
  { plan }: Pick<SettlementPlan, 'plan'>,
  months: readonly SettledMonth[],
): IsoMonth | null {
  const changed = plan.find(({ month, due, paid, claimed }) => {
    const now = months.find((one) => one.month === month);
    return now?.due !== due || now.paid !== paid || now.claimed !== claimed;
  });
  return changed?.month ?? null;
}

function whyNotSettled(
  found: SettledMonth | undefined,
  recovery: RecoveryBasis | null,
): Refusal | null {
  if (found === undefined) return { code: 'NOT_AFFECTED' };
  const { difference, standing, openClaim } = found;
  if (standing === 'unknown') return { code: 'MONTH_UNKNOWN' };
  if (standing === 'even') return { code: 'MONTH_EVEN' };
  if (openClaim !== null && difference > 0) {
    return { code: 'RECOVERY_OPEN', details: { number: openClaim } };
  }
  if (difference < 0 && recovery !== null && !isRecoverable(found.month, recovery)) {
    return { code: 'MONTH_KEPT' };
  }
  return null;
}

function sumOf(months: readonly SettledMonth[], sign: 1 | -1): Halalas {
  return addHalalas(...months.map(({ difference }) => halalas(Math.max(sign * difference, 0))));
}

/** Sets off the oldest months first, on both sides. */
function spread(
  months: readonly (SettledMonth & { readonly due: Halalas })[],
  netted: Halalas,
): PlannedMonth[] {
  const left = { owed: netted as number, overpaid: netted as number };
  return months.map(({ month, before, due, paid, claimed, difference, causes }) => {
    const side = difference > 0 ? 'owed' : 'overpaid';
    const taken = Math.min(left[side], Math.abs(difference));
    left[side] -= taken;
    return { month, before, due, paid, claimed, difference, netted: halalas(taken), causes };
  });
}
