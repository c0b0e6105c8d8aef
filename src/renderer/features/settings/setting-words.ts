import {
  paidFromOf,
  readSetting,
  type EditedSetting,
} from '../../../domain/settings/setting-values.ts';
import type { SettingValues } from '../../../domain/settings/settings.ts';
import type { Halalas } from '../../../domain/shared/halalas.ts';
import { formatMoney } from '../../lib/format/money.ts';
import { formatNumber } from '../../lib/format/numbers.ts';
import type { Translate } from '../../lib/i18n/use-t.ts';

type WordsFor<Value> = (t: Translate, value: Value) => string;
type Words<Key extends EditedSetting> = WordsFor<SettingValues[Key]>;

/** A value in one line of words; holidays are shown one by one instead. */
export function wordsOf<Key extends Exclude<EditedSetting, 'holidays'>>(
  t: Translate,
  key: Key,
  value: unknown,
): string {
  const read = readSetting(key, value);
  if (!read.ok) return t('settings.none');
  const words: Words<Key> = WORDS[key];
  return words(t, read.value);
}

const period: WordsFor<SettingValues['complaintDeadline']> = (t, { days, count }) =>
  `${t('settings.daysValue', { n: days })} (${t(`settings.count.${count}`)})`;

const megabytes: WordsFor<number> = (t, size) => `${figure(t, size)} ${t('settings.megabytes')}`;

const minutes: WordsFor<number> = (t, time) => `${figure(t, time)} ${t('settings.minutes')}`;

const WORDS: { readonly [Key in Exclude<EditedSetting, 'holidays'>]: Words<Key> } = {
  payDate: (t, { dayOfMonth, moves, onHoliday = 'previous' }) =>
    [
      t('settings.dayOfMonthValue', { n: dayOfMonth }),
      ...moves.map(({ weekday, days }) => `${weekdayName(t, weekday)}: ${moveWords(t, days)}`),
      t('settings.holidayMoves', { where: t(`settings.onHoliday.${onHoliday}`) }),
    ].join(' · '),
  weekend: (t, days) =>
    days.map((day) => weekdayName(t, day)).join(t.language === 'ar' ? '، ' : ', '),
  accountEditDays: (t, { from, to }) => t('settings.editDaysValue', { from, to }),
  paidStatuses: (t, statuses) =>
    `${t('settings.paidFrom')} ${t(`settings.paidFrom.${paidFromOf(statuses)}`)}`,
  pensionRates: (t, { head, dependant }) =>
    [
      `${t('settings.rate.head')}: ${riyals(t, head)}`,
      `${t('settings.rate.dependant')}: ${riyals(t, dependant)}`,
    ].join(' · '),
  earnedIncomePercent: (t, percent) => `${figure(t, percent)}%`,
  retirementPensionEarned: (t, isEarned) =>
    t(isEarned ? 'settings.retirement.earned' : 'settings.retirement.unearned'),
  spreadMonths: (t, { liquid, governmentSupport }) =>
    [
      `${t('settings.spread.liquid')}: ${monthCount(t, liquid)}`,
      `${t('settings.spread.governmentSupport')}: ${monthCount(t, governmentSupport)}`,
    ].join(' · '),
  otherWealth: (t, { counted, exemptCars }) =>
    [
      t(counted ? 'settings.wealth.counted' : 'settings.wealth.notCounted'),
      `${t('settings.exemptCars')}: ${figure(t, exemptCars)}`,
    ].join(' · '),
  wealthLimits: (t, limits) =>
    (['familyCars', 'independentCars', 'domesticWorkers'] as const)
      .map((part) => `${t(`settings.most.${part}`)}: ${figure(t, limits[part])}`)
      .join(' · '),
  daysAbroadLimit: (t, n) => t('settings.daysValue', { n }),
  entitlementAges: (t, { independent, student }) =>
    [
      `${t('settings.age.independent')}: ${figure(t, independent)}`,
      `${t('settings.age.student')}: ${figure(t, student)}`,
    ].join(' · '),
  breachIncrements: (t, increments) => `${t('settings.increments')}: ${figure(t, increments)}`,
  separateFamilies: (t, choice) => t(`settings.families.${choice}`),
  equalIncomeEligible: (t, isEligible) =>
    t(isEligible ? 'settings.equal.eligible' : 'settings.equal.ineligible'),
  pensionRounding: (t, rounding) => t(`settings.rounding.${rounding}`),
  retroactiveLimitMonths: (t, months) =>
    months === null ? t('settings.noLimit') : monthCount(t, months),
  eligibilityDay: (t, n) => t('settings.dayOfMonthValue', { n }),
  answerCutOffDays: (t, n) => period(t, { days: n, count: 'working' }),
  suggestionDays: (t, n) => t('settings.daysValue', { n }),
  bankFileLimitMegabytes: megabytes,
  documentLimitMegabytes: megabytes,
  complaintWindow: (t, { opensOnDay, days, countedFrom }) =>
    `${t('settings.daysValue', { n: days })} · ${t('settings.windowValue', {
      day: opensOnDay,
      from: t(`settings.countedFrom.${countedFrom}`),
    })}`,
  complaintDeadline: period,
  applicationDeadline: period,
  completionPeriod: period,
  applicationReviewMonths: (t, months) => monthCount(t, months),
  objectionPeriod: period,
  objectionDeadline: period,
  documentsPeriod: period,
  changeReportPeriod: period,
  updatePeriod: period,
  lifeStatusDeadline: (t, { days, headDays, count }) =>
    `${period(t, { days, count })} · ${t('settings.headDays')}: ${t('settings.daysValue', { n: headDays })}`,
  recovery: (t, setting) =>
    [
      `${t('settings.noticeDays')}: ${period(t, { days: setting.noticeDays, count: setting.count })}`,
      `${t('settings.warningDays')}: ${t('settings.daysValue', { n: setting.warningDays })}`,
      setting.instalmentBy === 'count'
        ? `${t('settings.instalmentCount')}: ${figure(t, setting.instalmentCount)}`
        : `${t('settings.instalmentAmount')}: ${riyals(t, setting.instalmentAmount)}`,
      `${t('settings.mostYears')}: ${figure(t, setting.mostYears)}`,
    ].join(' · '),
  branchName: (_t, name) => name,
  letterhead: (t, { branch, code, addressLine, logo }) =>
    [branch, code, addressLine, logo ? t('settings.withLogo') : '']
      .filter((part) => part !== '')
      .join(' · '),
  letterLayout: (t, { margins: { top, right, bottom, left }, frame, justify }) =>
    [
      t('settings.marginsValue', { top, right, bottom, left }),
      t(frame ? 'settings.withFrame' : 'settings.withoutFrame'),
      t(justify ? 'settings.justified' : 'settings.notJustified'),
    ].join(' · '),
  digits: (t, digits) => t(`settings.digits.${digits}`),
  maxFailedSignIns: (t, n) => `${figure(t, n)} ${t('settings.attempts')}`,
  lockMinutes: minutes,
  idleLockMinutes: minutes,
};

const riyals = (t: Translate, amount: Halalas): string =>
  `${formatMoney(amount, t.digits)} ${t('ui.sar')}`;

const monthCount = (t: Translate, n: number): string => t('settings.monthsValue', { n });

const figure = (t: Translate, value: number): string => formatNumber(value, t.digits);

export function weekdayName(t: Translate, day: number): string {
  return t.maybe(`ui.weekday.${day}`) ?? '';
}

/** @param days -3 to 3; 0 stays where it is. */
export function moveWords(t: Translate, days: number): string {
  if (days === 0) return t('settings.moveNone');
  return t.maybe(`settings.${days < 0 ? 'before' : 'after'}${Math.abs(days)}`) ?? '';
}
