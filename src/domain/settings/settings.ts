import type { IsoDate } from '../shared/iso-date.ts';
import type { DayCount, WorkCalendar } from '../shared/working-days.ts';

/** What the branch prints on its letters; the emblem and stamp of the government are not ours to draw. */
export interface LetterheadSetting {
  readonly country: string;
  readonly ministry: string;
  readonly branch: string;
  readonly code: string;
  readonly addressLine: string;
  readonly signatoryPost: string;
  readonly signatoryName: string;
}

/** When a financial complaint may be filed. The programme's own texts disagree on the end, hence both. */
export interface ComplaintWindowSetting {
  /** Day of the payment's month on which filing opens. */
  readonly opensOnDay: number;
  readonly days: number;
  readonly countedFrom: 'payDate' | 'opening' | 'later';
}

export interface SettingValues {
  readonly branchName: string;
  /** A made-up branch for training: its people and accounts do not exist, and screens say so. */
  readonly sampleBranch: boolean;
  readonly digits: 'latin' | 'arabicIndic';
  readonly letterhead: LetterheadSetting;
  readonly complaintWindow: ComplaintWindowSetting;
  /** Days in which the branch decides a complaint; no official number is known. */
  readonly complaintDeadline: { readonly days: number; readonly count: DayCount };
  /** REG 28: thirty days from notification; LAW 1(22) says a day is a working day, practice differs. */
  readonly objectionPeriod: { readonly days: number; readonly count: DayCount };
  readonly objectionDeadline: { readonly days: number; readonly count: DayCount };
  readonly weekend: readonly number[];
  readonly holidays: readonly string[];
  readonly maxFailedSignIns: number;
  readonly lockMinutes: number;
  readonly idleLockMinutes: number;
  readonly bankFileLimitMegabytes: number;
  readonly documentLimitMegabytes: number;
}

export type SettingKey = keyof SettingValues;

/** In force from the start; every later value is a row with its own date. */
export const DEFAULT_SETTINGS: SettingValues = {
  branchName: '',
  sampleBranch: false,
  digits: 'latin',
  letterhead: {
    country: 'المملكة العربية السعودية',
    ministry: 'وزارة الموارد البشرية والتنمية الاجتماعية',
    branch: 'الضمان الاجتماعي',
    code: '',
    addressLine: '',
    signatoryPost: 'مدير الفرع',
    signatoryName: '',
  },
  complaintWindow: { opensOnDay: 10, days: 30, countedFrom: 'later' },
  complaintDeadline: { days: 15, count: 'working' },
  objectionPeriod: { days: 30, count: 'working' },
  objectionDeadline: { days: 60, count: 'calendar' },
  weekend: [5, 6],
  holidays: [],
  maxFailedSignIns: 5,
  lockMinutes: 30,
  idleLockMinutes: 5,
  bankFileLimitMegabytes: 2048,
  documentLimitMegabytes: 20,
};

export interface DatedSetting {
  readonly key: string;
  readonly validFrom: IsoDate;
  readonly value: unknown;
}

/**
 * The settings in force on a date: for each key the value with the latest `validFrom` not after it.
 * `rows` come in the order in which they were recorded; a later record of one date replaces the earlier.
 */
export function settingsOn(date: IsoDate, rows: readonly DatedSetting[]): SettingValues {
  const latest = new Map<string, DatedSetting>();
  for (const row of rows) {
    if (row.validFrom > date) continue;
    const known = latest.get(row.key);
    if (!known || row.validFrom >= known.validFrom) latest.set(row.key, row);
  }
  const values = Object.fromEntries([...latest].map(([key, row]) => [key, row.value]));
  return { ...DEFAULT_SETTINGS, ...values } as SettingValues;
}

export function workCalendar(settings: SettingValues): WorkCalendar {
  return { weekend: settings.weekend, holidays: new Set(settings.holidays) };
}
