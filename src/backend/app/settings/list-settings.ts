import type { OutputOf } from '../../../contract/api.ts';
import type { SettingDto, SettingRecordDto } from '../../../contract/settings.ts';
import { maskIban } from '../../../domain/registry/mask.ts';
import {
  checkDecision,
  earliestChange,
  SETTING_RULES,
  type SettingCalendar,
} from '../../../domain/settings/settings-rules.ts';
import {
  settingsInForce,
  type SettingInForce,
  type SettingKey,
} from '../../../domain/settings/settings.ts';
import { ok } from '../../../domain/shared/result.ts';
import type { ActingOfficer, QueryContext } from '../context.ts';
import type { SettingRecord } from './ports.ts';
import { settingCalendar } from './setting-calendar.ts';

/** Every setting in force today with all of its records. */
export async function listSettings(context: QueryContext) {
  const { repos, today } = context;
  const calendar = await settingCalendar(context);
  const records = await repos.settings.records();
  const listed: OutputOf<'settings.list'> = {
    ...calendar,
    settings: settingsInForce(today, await repos.settings.all()).map((setting) => {
      const ofKey = records.filter(({ key }) => key === setting.key);
      return settingDto(setting, ofKey, context.officer, calendar);
    }),
  };
  return ok(listed);
}

function settingDto(
  { key, value, validFrom }: SettingInForce,
  records: readonly SettingRecord[],
  officer: ActingOfficer,
  calendar: SettingCalendar,
): SettingDto {
  const newest = records.toReversed();
  return {
    key,
    ...SETTING_RULES[key],
    value: masked(key, value),
    validFrom,
    earliest: earliestChange(key, calendar),
    records: newest.map((record): SettingRecordDto => ({
      no: record.no,
      value: masked(key, record.value),
      validFrom: record.validFrom,
      state: stateOf(record, newest, validFrom, calendar.today),
      recordedAt: record.recordedAt,
      recordedBy: record.recordedBy,
      reason: record.reason,
      decidedBy: record.decidedBy,
      decidedAt: record.decidedAt,
      decisionReason: record.decisionReason,
      blocked: blockedFor({ ...record, key }, officer, calendar),
    })),
  };
}

/** @param newest The records of the same setting, the newest first. */
function stateOf(
  { no, status, validFrom }: SettingRecord,
  newest: readonly SettingRecord[],
  inForceSince: string,
  today: string,
): SettingRecordDto['state'] {
  if (status !== 'recorded') return status;
  const last = newest.find((one) => one.status === 'recorded' && one.validFrom === validFrom);
  if (last?.no !== no) return 'replaced';
  if (validFrom > today) return 'coming';
  return validFrom === inForceSince ? 'inForce' : 'past';
}

function blockedFor(
  record: SettingRecord & { readonly key: SettingKey },
  { id, permissions }: ActingOfficer,
  calendar: SettingCalendar,
): string | null {
  if (!permissions.includes('settings.approve')) return 'NOT_PERMITTED';
  const checked = checkDecision(record, id, false, calendar);
  return checked.ok ? null : checked.error.code;
}

/** Accounts are read where they are used, by whoever uses them. */
function masked(key: SettingKey, value: unknown): unknown {
  if (key === 'agencyAccounts' && Array.isArray(value)) {
    return value.map((account) => maskIban(String(account)));
  }
  if (key === 'payer' && typeof value === 'object' && value !== null && 'iban' in value) {
    return { ...value, iban: maskIban(String(value.iban)) };
  }
  return value;
}
