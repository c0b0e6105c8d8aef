import { monthFacts, type MonthPayment } from '../complaints/month-facts.ts';
import type { PaymentStatus } from '../payments/payment-status.ts';
import { addHalalas, halalas, subtractHalalas, type Halalas } from '../shared/halalas.ts';
import type { IsoMonth } from '../shared/iso-date.ts';

/** Why a month's due is another than what was paid; the amounts of a month add up to its difference. */
export interface MonthCause {
  /**
   * Of `explainDifference`; `differencePaid`: differences of the month were paid, or are on their way; or `paidOtherwise`:
   * another sum was paid than was found then.
   */
  readonly code: string;
  /** Halalas by which it raises (above zero) or lowers what is owed. */
  readonly amount: Halalas;
  readonly text: { readonly ar: string; readonly en: string };
}

/** A recovery that asks money of a month back, or did. */
export interface MonthClaim {
  readonly number: string;
  /** What was given back for the month, and what was asked and is not: let go where the case is over. */
  readonly given: Halalas;
  readonly left: Halalas;
  readonly isOpen: boolean;
}

/** Everything that is known of one month of a person. */
export interface MonthKnown {
  readonly month: IsoMonth;
  /** What was found to be due then; null where nothing was computed. */
  readonly before: Halalas | null;
  /** What is due by what is known now; null where no household was known in that month. */
  readonly due: Halalas | null;
  readonly payments: readonly MonthPayment[];
  /** What earlier settlements set against overpaid months instead of paying it. */
  readonly kept: Halalas;
  readonly claims: readonly MonthClaim[];
  /** Why `due` is another than `before`. */
  readonly causes: readonly MonthCause[];
}

export const MONTH_STANDINGS = ['owed', 'overpaid', 'even', 'unknown'] as const;
export type MonthStanding = (typeof MONTH_STANDINGS)[number];

/** One month of a settlement; amounts in halalas. */
export interface SettledMonth {
  readonly month: IsoMonth;
  readonly before: Halalas | null;
  readonly due: Halalas | null;
  /** What arrived, is on its way, or came back and will be resumed; and what was kept with consent. */
  readonly paid: Halalas;
  /** By how much recoveries make it less that was overpaid: what they got back, ask back or let go. */
  readonly claimed: Halalas;
  /** due - paid + claimed: above zero the branch owes it, below zero too much was paid. 0 where `due` is unknown. */
  readonly difference: Halalas;
  readonly standing: MonthStanding;
  /** No pension of the month was ordered: it may have been stopped on purpose, and the officer looks before he pays it. */
  readonly isUnpaid: boolean;
  /** The open recovery of the month; a month is not owed and claimed at once. */
  readonly openClaim: string | null;
  readonly causes: readonly MonthCause[];
}

const DIFFERENCE_PAID = {
  ar: 'فرق صُرف أو في طريقه',
  en: 'A difference that was paid or is on its way',
} as const;

const PAID_OTHERWISE = {
  ar: 'ما صُرف يختلف عما احتُسب في حينه',
  en: 'What was paid is not what was found then',
} as const;

/**
 * What is owed for a month, or was paid beyond what was due: as known now, less what arrived, is on its way, or came back from a
 * bank and is resumed (it is never paid a second time). What a recovery claims already is not claimed again.
 * @param paidStatuses Statuses that count as arrived (setting).
 */
export function settleMonth(
  { month, before, due, payments, kept, claims, causes }: MonthKnown,
  paidStatuses: readonly PaymentStatus[],
): SettledMonth {
  const paid = addHalalas(monthFacts(payments, paidStatuses).accounted, kept);
  const difference = due === null ? halalas(0) : differenceOf(subtractHalalas(due, paid), claims);
  const later = payments.filter(({ kind }) => kind === 'difference' || kind === 'retroactive');
  const since = monthFacts(later, paidStatuses).accounted;
  return {
    month,
    before,
    due,
    paid,
    claimed: due === null ? halalas(0) : halalas(difference - due + paid),
    difference,
    standing: due === null ? 'unknown' : standingOf(difference),
    isUnpaid: !payments.some(
      ({ kind, live, status }) => kind === 'regular' && live && status !== 'cancelled',
    ),
    openClaim: claims.find(({ isOpen }) => isOpen)?.number ?? null,
    causes: due === null ? [] : wholeCauses(causes, since, difference),
  };
}

/** What was given back is owed again where it was due after all; what a recovery asks or let go is not asked twice. */
function differenceOf(unpaid: Halalas, claims: readonly MonthClaim[]): Halalas {
  const base = addHalalas(unpaid, ...claims.map(({ given }) => given));
  if (base >= 0) return base;
  return halalas(Math.min(0, addHalalas(base, ...claims.map(({ left }) => left))));
}

/** The causes with what was paid of them since and what is left of the difference, so that they add up to it. */
function wholeCauses(
  causes: readonly MonthCause[],
  since: Halalas,
  difference: Halalas,
): MonthCause[] {
  const paid = { code: 'differencePaid', amount: halalas(0 - since), text: DIFFERENCE_PAID };
  const told = [...causes, paid].filter(({ amount }) => amount !== 0);
  const rest = subtractHalalas(difference, addHalalas(...told.map(({ amount }) => amount)));
  return rest === 0
    ? told
    : [...told, { code: 'paidOtherwise', amount: rest, text: PAID_OTHERWISE }];
}

function standingOf(difference: Halalas): MonthStanding {
  if (difference === 0) return 'even';
  return difference > 0 ? 'owed' : 'overpaid';
}

export interface SettledSums {
  readonly due: Halalas;
  readonly paid: Halalas;
  readonly claimed: Halalas;
  /** Of the months that are owed. */
  readonly owed: Halalas;
  /** Of the months that were overpaid, above zero. */
  readonly overpaid: Halalas;
}

/** owed - overpaid = due - paid + claimed, over the months of which something is known. */
export function settledSums(months: readonly SettledMonth[]): SettledSums {
  const known = months.filter(({ due }) => due !== null);
  const sum = (of: (month: SettledMonth) => Halalas): Halalas => addHalalas(...known.map(of));
  return {
    due: sum(({ due }) => due ?? halalas(0)),
    paid: sum(({ paid }) => paid),
    claimed: sum(({ claimed }) => claimed),
    owed: sum(({ difference }) => halalas(Math.max(difference, 0))),
    overpaid: sum(({ difference }) => halalas(Math.max(0 - difference, 0))),
  };
}
