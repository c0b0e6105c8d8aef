import {
  settingsInForce,
  settingsOn,
  SETTINGS_BEGIN,
  type DatedSetting,
} from '../settings/settings.ts';
import type { IsoDate, IsoMonth } from '../shared/iso-date.ts';
import { type EntitlementSettings } from './entitlement-settings.ts';

/** The rules of one month; plain JSON. */
export interface EntitlementRules extends EntitlementSettings {
  /** The day from which the rates hold. */
  readonly ratesFrom: IsoDate;
}

/** The rules of a month: the settings in force on its first day. Once for a whole run, not for each household. */
export function entitlementRulesOn(
  month: IsoMonth,
  rows: readonly DatedSetting[],
): EntitlementRules {
  const first = `${month}-01` as IsoDate;
  const values = settingsOn(first, rows);
  const rates = settingsInForce(first, rows).find(({ key }) => key === 'pensionRates');
  return {
    pensionRates: values.pensionRates,
    earnedIncomePercent: values.earnedIncomePercent,
    retirementPensionEarned: values.retirementPensionEarned,
    spreadMonths: values.spreadMonths,
    otherWealth: values.otherWealth,
    daysAbroadLimit: values.daysAbroadLimit,
    entitlementAges: values.entitlementAges,
    wealthLimits: values.wealthLimits,
    breachIncrements: values.breachIncrements,
    separateFamilies: values.separateFamilies,
    pensionRounding: values.pensionRounding,
    equalIncomeEligible: values.equalIncomeEligible,
    retroactiveLimitMonths: values.retroactiveLimitMonths,
    ratesFrom: rates?.validFrom ?? SETTINGS_BEGIN,
  };
}
