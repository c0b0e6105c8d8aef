import { addDays, addMonths, dayOfMonth, monthOf } from '../shared/iso-date.ts';
import type { IsoDate, IsoMonth } from '../shared/iso-date.ts';
import { ok, refuse, type Refusal, type Result } from '../shared/result.ts';
import { isEditedSetting, readSetting, type EditedSetting } from './setting-values.ts';
import {
  SETTINGS_BEGIN,
  settingsOn,
  type DatedSetting,
  type SettingKey,
  type SettingValues,
} from './settings.ts';

export const SETTING_AREAS = [
  'payments',
  'entitlement',
  'reconciliation',
  'cases',
  'letters',
  'access',
] as const;
export type SettingArea = (typeof SETTING_AREAS)[number];

export interface SettingRule {
  readonly area: SettingArea;
  /** `settings`: here. `elsewhere`: on the screen of its work, by whoever does it. `nobody`: given when the branch was set up. */
  readonly changed: 'settings' | 'elsewhere' | 'nobody';
  /**
   * `openMonths`: a month is computed with what holds on its first day, so months that are not closed can still be put right.
   * `never`: it is used on the day itself, and that day has passed.
   */
  readonly past: 'openMonths' | 'never';
  /** Two for what moves a day of payment, or says when money has arrived or where it may go. */
  readonly persons: 1 | 2;
}

const DAILY = { changed: 'settings', past: 'never', persons: 1 } as const;
const MONTHLY = { changed: 'settings', past: 'openMonths', persons: 1 } as const;
const OF_MONEY = { area: 'payments', changed: 'settings', past: 'openMonths', persons: 2 } as const;
const OF_PENSIONS = { ...OF_MONEY, area: 'entitlement' } as const;

export const SETTING_RULES: { readonly [Key in SettingKey]: SettingRule } = {
  payDate: OF_MONEY,
  eligibilityDay: { area: 'payments', ...DAILY },
  holidays: OF_MONEY,
  weekend: OF_MONEY,
  paidStatuses: OF_MONEY,
  accountEditDays: { ...OF_MONEY, past: 'never' },
  payer: { area: 'payments', changed: 'elsewhere', past: 'never', persons: 1 },
  firstCycleMonth: { area: 'payments', changed: 'nobody', past: 'never', persons: 1 },
  pensionRates: OF_PENSIONS,
  earnedIncomePercent: OF_PENSIONS,
  retirementPensionEarned: OF_PENSIONS,
  spreadMonths: OF_PENSIONS,
  otherWealth: OF_PENSIONS,
  wealthLimits: OF_PENSIONS,
  daysAbroadLimit: OF_PENSIONS,
  entitlementAges: OF_PENSIONS,
  breachIncrements: OF_PENSIONS,
  separateFamilies: OF_PENSIONS,
  equalIncomeEligible: OF_PENSIONS,
  pensionRounding: OF_PENSIONS,
  retroactiveLimitMonths: { ...OF_PENSIONS, past: 'never' },
  answerCutOffDays: { area: 'reconciliation', ...DAILY },
  suggestionDays: { area: 'reconciliation', ...DAILY },
  bankFileLimitMegabytes: { area: 'reconciliation', ...DAILY },
  agencyAccounts: { area: 'reconciliation', changed: 'elsewhere', past: 'never', persons: 1 },
  watchedFolder: { area: 'reconciliation', changed: 'elsewhere', past: 'never', persons: 1 },
  complaintWindow: { area: 'cases', ...MONTHLY },
  complaintDeadline: { area: 'cases', ...DAILY },
  applicationDeadline: { area: 'cases', ...DAILY },
  completionPeriod: { area: 'cases', ...DAILY },
  applicationReviewMonths: { area: 'cases', ...DAILY },
  objectionPeriod: { area: 'cases', ...DAILY },
  objectionDeadline: { area: 'cases', ...DAILY },
  documentsPeriod: { area: 'cases', ...DAILY },
  changeReportPeriod: { area: 'cases', ...DAILY },
  updatePeriod: { area: 'cases', ...DAILY },
  lifeStatusDeadline: { area: 'cases', ...DAILY },
  recovery: { ...OF_PENSIONS, past: 'never' },
  documentLimitMegabytes: { area: 'cases', ...DAILY },
  branchName: { area: 'letters', ...DAILY },
  letterhead: { area: 'letters', ...DAILY },
  letterLayout: { area: 'letters', ...DAILY },
  digits: { area: 'letters', ...DAILY },
  sampleBranch: { area: 'letters', changed: 'nobody', past: 'never', persons: 1 },
  maxFailedSignIns: { area: 'access', ...DAILY },
  lockMinutes: { area: 'access', ...DAILY },
  idleLockMinutes: { area: 'access', ...DAILY },
};

export function isSettingKey(key: string): key is SettingKey {
  return Object.hasOwn(SETTING_RULES, key);
}

/** A change further away is a slip of the pen. */
const MONTHS_AHEAD = 60;

/** What a date of change is held against. */
export interface SettingCalendar {
  readonly today: IsoDate;
  /** The newest month whose cycle is closed; null while none is. */
  readonly newestClosed: IsoMonth | null;
}

/**
 * The first date from which a setting may be changed: today, or for what months are computed with the day after the first of
 * the newest closed month, whose value that month keeps.
 */
export function earliestChange(key: SettingKey, { today, newestClosed }: SettingCalendar): IsoDate {
  if (SETTING_RULES[key].past === 'never') return today;
  return newestClosed === null ? SETTINGS_BEGIN : addDays(dayOfMonth(newestClosed, 1), 1);
}

/** The first month that is computed with a value in force from a date. */
export function firstMonthWith(from: IsoDate): IsoMonth {
  const month = monthOf(from);
  return from === dayOfMonth(month, 1) ? month : addMonths(month, 1);
}

/** Errors: SETTING_TOO_EARLY (earliest), SETTING_MONTH_CLOSED (month, earliest), SETTING_TOO_LATE (latest). */
export function checkChangeDate(
  key: SettingKey,
  from: IsoDate,
  calendar: SettingCalendar,
): Result<null, Refusal> {
  const earliest = earliestChange(key, calendar);
  if (from < earliest) {
    return SETTING_RULES[key].past === 'openMonths' && calendar.newestClosed !== null
      ? refuse('SETTING_MONTH_CLOSED', { month: calendar.newestClosed, earliest })
      : refuse('SETTING_TOO_EARLY', { earliest });
  }
  const latest = dayOfMonth(addMonths(monthOf(calendar.today), MONTHS_AHEAD), 31);
  return from > latest ? refuse('SETTING_TOO_LATE', { latest }) : ok(null);
}

export interface AskedChange {
  readonly key: string;
  readonly value: unknown;
  readonly from: IsoDate;
}

/**
 * Whether a value may hold from a date, and the value as it is kept.
 * @param rows What is recorded and in force, or will be.
 * Errors: SETTING_NOT_CHANGED_HERE, SETTING_UNCHANGED, those of `readSetting` and of `checkChangeDate`.
 */
export function checkChange(
  { key, value, from }: AskedChange,
  calendar: SettingCalendar,
  rows: readonly DatedSetting[],
): Result<{ readonly key: EditedSetting; readonly value: SettingValues[EditedSetting] }, Refusal> {
  if (!isEditedSetting(key)) return refuse('SETTING_NOT_CHANGED_HERE');
  const read = readSetting(key, value);
  if (!read.ok) return read;
  const date = checkChangeDate(key, from, calendar);
  if (!date.ok) return date;
  const before = readSetting(key, settingsOn(from, rows)[key]);
  if (before.ok && JSON.stringify(before.value) === JSON.stringify(read.value))
    return refuse('SETTING_UNCHANGED');
  return ok({ key, value: read.value });
}

/** `recorded` counts from its date on; the others never counted or no longer will. */
export type ChangeStatus = 'recorded' | 'waiting' | 'sentBack' | 'withdrawn';

export interface MadeChange extends DatedSetting {
  readonly status: ChangeStatus;
  readonly recordedById: string | null;
}

/** One change of a setting waits at a time: two would be approved in any order. Errors: SETTING_WAITS (from). */
export function checkNothingWaits(key: string, made: readonly MadeChange[]): Result<null, Refusal> {
  const waiting = made.find((change) => change.key === key && change.status === 'waiting');
  return waiting === undefined ? ok(null) : refuse('SETTING_WAITS', { from: waiting.validFrom });
}

/** What holds already is not taken back: the next change replaces it. Errors: SETTING_DECIDED, SETTING_IN_FORCE. */
export function checkWithdrawal(
  { status, validFrom }: MadeChange,
  today: IsoDate,
): Result<null, Refusal> {
  if (status === 'waiting') return ok(null);
  if (status !== 'recorded') return refuse('SETTING_DECIDED');
  return validFrom > today ? ok(null) : refuse('SETTING_IN_FORCE', { since: validFrom });
}

/**
 * Whether an officer may give or refuse a second yes. A refusal is always possible; a yes only while the date still is.
 * Errors: SETTING_DECIDED, PROPOSED_BY_YOU, those of `checkChangeDate`.
 */
export function checkDecision(
  { key, status, validFrom, recordedById }: MadeChange & { readonly key: SettingKey },
  officerId: string,
  approve: boolean,
  calendar: SettingCalendar,
): Result<null, Refusal> {
  if (status !== 'waiting') return refuse('SETTING_DECIDED');
  if (recordedById === officerId) return refuse('PROPOSED_BY_YOU');
  return approve ? checkChangeDate(key, validFrom, calendar) : ok(null);
}
