import {
  explainDifference,
  type ExplainedSide,
} from '../../../domain/entitlement/explain-difference.ts';
import { coveredBy } from '../../../domain/recoveries/instalment-plan.ts';
import { isRecoveryOver } from '../../../domain/recoveries/recovery-case.ts';
import {
  affectedMonths,
  firstTouched,
  type MonthMade,
} from '../../../domain/settlements/affected-months.ts';
import type { SettlementSource } from '../../../domain/settlements/compose-settlement.ts';
import {
  settleMonth,
  type MonthCause,
  type MonthClaim,
  type SettledMonth,
} from '../../../domain/settlements/settled-month.ts';
import { settingsOn, type SettingValues } from '../../../domain/settings/settings.ts';
import { groupBy } from '../../../domain/shared/group-by.ts';
import { ZERO_HALALAS, halalas } from '../../../domain/shared/halalas.ts';
import {
  addMonths,
  dayOfMonth,
  monthOf,
  type IsoDate,
  type IsoMonth,
} from '../../../domain/shared/iso-date.ts';
import { recompute } from '../entitlement/recompute.ts';
import type { ReadRepos } from '../ports.ts';
import { monthsMade } from './months-made.ts';
import type { LedgerClaim, LedgerPayment } from './ports.ts';

export interface MonthsContext {
  readonly repos: Pick<
    ReadRepos,
    'households' | 'payments' | 'settings' | 'entitlement' | 'settlements' | 'complaints'
  >;
  readonly settings: SettingValues;
  readonly today: IsoDate;
}

export interface GatheredMonths {
  readonly source: SettlementSource;
  readonly touchedFrom: IsoMonth | null;
  readonly months: readonly SettledMonth[];
}

/** Where nothing is known otherwise, the last year is shown, so that nothing is hidden. */
const MONTHS_SHOWN = 12;

/**
 * Every past month of a person that something touches, from the first to the last that was paid: what was found then, what is
 * due as known now, what was paid. Reads only.
 */
export async function gatherMonths(
  context: MonthsContext,
  beneficiaryId: string,
): Promise<GatheredMonths> {
  const { repos, settings, today } = context;
  const ledger = await repos.settlements.ledger(beneficiaryId);
  const made = await monthsMade(repos, beneficiaryId, ledger);
  const accepted = await repos.settlements.acceptedCases(beneficiaryId);
  const touched = firstTouched(await repos.households.facts(beneficiaryId), made);
  const oldestCase = accepted.toSorted((one, two) => (one.from < two.from ? -1 : 1))[0];
  const isOfCase = oldestCase !== undefined && (touched === null || oldestCase.from < touched);
  const touchedFrom = isOfCase ? oldestCase.from : touched;
  const last = await lastPaidMonth(repos, made, today);
  const shownFrom = touchedFrom ?? shownFirst(made, last);
  const limit = settings.retroactiveLimitMonths;
  const months = affectedMonths(shownFrom, last, today, limit);
  const settled = await settleMonths(context, beneficiaryId, months, { ledger, made });
  return {
    source: isOfCase
      ? { type: oldestCase.type, number: oldestCase.number }
      : { type: 'correction', number: null },
    touchedFrom,
    months: settled,
  };
}

/** What of a person's payments is known already, so that it is not read twice. */
export interface PaidMonths {
  readonly ledger: readonly LedgerPayment[];
  readonly made: readonly MonthMade[];
}

/** How some months of a person stand: the one answer to what a month still owes. Reads only. */
export async function settleMonths(
  context: MonthsContext,
  beneficiaryId: string,
  months: readonly IsoMonth[],
  { ledger, made }: PaidMonths,
): Promise<SettledMonth[]> {
  const { repos } = context;
  const rows = await repos.settings.all();
  const kept = await repos.settlements.kept(beneficiaryId);
  const claims = claimsByMonth(await repos.settlements.claims(beneficiaryId));
  const payments = groupBy(ledger, ({ month }) => month);
  const knownAt = new Map(made.map((one) => [one.month, one.knownAt]));
  const settled: SettledMonth[] = [];
  for (const month of months) {
    const sides = await sidesOf(context, beneficiaryId, month, knownAt.get(month) ?? null);
    const { paidStatuses } = settingsOn(dayOfMonth(month, 1), rows);
    const known = {
      month,
      before: sides.before?.calculation.pension ?? null,
      due: sides.now?.calculation.pension ?? null,
      payments: payments.get(month) ?? [],
      kept: kept.get(month) ?? ZERO_HALALAS,
      claims: claims.get(month) ?? [],
      causes: causesOf(sides),
    };
    settled.push(settleMonth(known, paidStatuses));
  }
  return settled;
}

interface Sides {
  readonly before: ExplainedSide | null;
  readonly now: ExplainedSide | null;
}

async function sidesOf(
  { repos }: MonthsContext,
  beneficiaryId: string,
  month: IsoMonth,
  knownAt: number | null,
): Promise<Sides> {
  const now = await recompute({ repos }, beneficiaryId, month, null);
  const used = await repos.entitlement.used(beneficiaryId, month);
  if (used !== undefined) {
    const { input, calculation, rules } = used;
    return { now, before: { input, calculation, rules } };
  }
  const before =
    knownAt === null ? null : await recompute({ repos }, beneficiaryId, month, knownAt);
  return { now, before };
}

function causesOf({ before, now }: Sides): MonthCause[] {
  if (now === null || before === null) return [];
  return explainDifference(before, now).map(({ code, amount, text }) => ({ code, amount, text }));
}

/** The last month whose list has gone to the banks, or of which this person has a payment. */
async function lastPaidMonth(
  repos: MonthsContext['repos'],
  made: readonly MonthMade[],
  today: IsoDate,
): Promise<IsoMonth | null> {
  const sent = await repos.complaints.lastCycleMonth();
  const all = [...made.map(({ month }) => month), ...(sent === null ? [] : [sent])];
  return (
    all
      .filter((month) => month <= monthOf(today))
      .toSorted()
      .at(-1) ?? null
  );
}

function shownFirst(made: readonly MonthMade[], last: IsoMonth | null): IsoMonth | null {
  const first = made.map(({ month }) => month).toSorted()[0];
  if (first === undefined || last === null) return null;
  const year = addMonths(last, 1 - MONTHS_SHOWN);
  return first > year ? first : year;
}

/** What recoveries got back and ask, by month: the oldest month is made good first. */
function claimsByMonth(claims: readonly LedgerClaim[]): ReadonlyMap<IsoMonth, MonthClaim[]> {
  const months = new Map<IsoMonth, MonthClaim[]>();
  for (const { number, state } of claims) {
    const asked = state.claim.months.toSorted((one, two) => (one.month < two.month ? -1 : 1));
    const given = coveredBy(asked, state.given);
    for (const [index, { month, amount }] of asked.entries()) {
      const back = given[index] ?? ZERO_HALALAS;
      const claim = {
        number,
        given: back,
        left: halalas(amount - back),
        isOpen: !isRecoveryOver(state.status),
      };
      months.set(month, [...(months.get(month) ?? []), claim]);
    }
  }
  return months;
}
