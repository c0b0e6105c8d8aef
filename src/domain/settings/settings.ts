import {
  DEFAULT_ENTITLEMENT,
  RATES_BY_DECREE,
  type EntitlementSettings,
} from '../entitlement/entitlement-settings.ts';
import type { PaymentStatus } from '../payments/payment-status.ts';
import { DEFAULT_PAY_DATE, type PayDateSetting } from '../payments/pay-date.ts';
import type { StoredLogo } from '../letters/letter-data.ts';
import { OFFICIAL_LAYOUT, type LetterLayout } from '../letters/letter-model.ts';
import { DEFAULT_RECOVERY, type RecoverySetting } from '../recoveries/recovery-setting.ts';
import type { EditDaysSetting } from '../resume/edit-days.ts';
import type { LifeDeadlines } from '../resume/life-case.ts';
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
  /** A picture of the archive by its SHA-256; null for none. */
  readonly logo: StoredLogo | null;
}

/** Who orders the payments: what a bank needs to know of the payer. Until it is recorded no run can be written. */
export interface PayerSetting {
  readonly name: string;
  readonly iban: string;
  /** BIC of the payer's bank; its first four letters are its SARIE id. */
  readonly bic: string;
  /** The payer's number with that bank, digits; only the wage file asks for it. */
  readonly establishmentId: string;
  /** The payer's number with the ministry of labour, digits; only the wage file asks for it. */
  readonly ministryId: string;
}

/** When a financial complaint may be filed. The programme's own texts disagree on the end, hence both. */
export interface ComplaintWindowSetting {
  /** Day of the payment's month on which filing opens. */
  readonly opensOnDay: number;
  readonly days: number;
  readonly countedFrom: 'payDate' | 'opening' | 'later';
}

export interface SettingValues extends EntitlementSettings {
  readonly branchName: string;
  /** A made-up branch for training: its people and accounts do not exist, and screens say so. */
  readonly sampleBranch: boolean;
  readonly digits: 'latin' | 'arabicIndic';
  readonly letterhead: LetterheadSetting;
  /** Margins, frame and justified lines of letters. */
  readonly letterLayout: LetterLayout;
  /** Statuses in which a payment counts as arrived: banks that never report `credited` stop at `settled`. */
  readonly paidStatuses: readonly PaymentStatus[];
  readonly payDate: PayDateSetting;
  /** Day of the month before on which a month's eligibility is announced (HRSD, February 2026: the 27th). */
  readonly eligibilityDay: number;
  /** Null until finance has recorded it. */
  readonly payer: PayerSetting | null;
  /** The month `YYYY-MM` of the programme's cycle 1; cycles are numbered by months from it. */
  readonly firstCycleMonth: string;
  readonly complaintWindow: ComplaintWindowSetting;
  /** Days in which the branch decides a complaint; no official number is known. */
  readonly complaintDeadline: { readonly days: number; readonly count: DayCount };
  /** REG 28: thirty days from notification; LAW 1(22) says a day is a working day, practice differs. */
  readonly objectionPeriod: { readonly days: number; readonly count: DayCount };
  /** LAW 6: twenty days to decide an application; LAW 1(22) says working days. They stand still while it is completed. */
  readonly applicationDeadline: { readonly days: number; readonly count: DayCount };
  /** REG 4/5: twenty days to complete an application, which is cancelled after them. */
  readonly completionPeriod: { readonly days: number; readonly count: DayCount };
  /** REG 14: months from the application in which a refusal is reviewed without a new one. */
  readonly applicationReviewMonths: number;
  readonly objectionDeadline: { readonly days: number; readonly count: DayCount };
  /** In which papers that are asked for are brought; no official number is known. */
  readonly documentsPeriod: { readonly days: number; readonly count: DayCount };
  /** After a change happened, to report it: LAW 7 and REG 27 give fifteen days. */
  readonly changeReportPeriod: { readonly days: number; readonly count: DayCount };
  /** After a notice, to update one's data: more than thirty days of delay are a ground to stop the pension (LAW 17). */
  readonly updatePeriod: { readonly days: number; readonly count: DayCount };
  /** On which days of a month a bank account may be changed. */
  readonly accountEditDays: EditDaysSetting;
  /** To settle whether a person lives; REG 23/2 gives the new head fifteen days, LAW 1(22) says working days. */
  readonly lifeStatusDeadline: LifeDeadlines;
  /** How what was paid too much is asked back. */
  readonly recovery: RecoverySetting;
  readonly weekend: readonly number[];
  readonly holidays: readonly string[];
  /** IBANs from which pensions are paid; a statement of any other account is none of ours. Empty: nobody has said yet. */
  readonly agencyAccounts: readonly string[];
  /** Working days after the pay date by which a bank has answered; no official number is known. */
  readonly answerCutOffDays: number;
  /** Days around a pay date in which an unknown line may belong to a payment: only ever a suggestion. */
  readonly suggestionDays: number;
  /** The folder in which banks' files arrive; null for none. */
  readonly watchedFolder: string | null;
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
    logo: null,
  },
  letterLayout: OFFICIAL_LAYOUT,
  paidStatuses: ['settled', 'credited'],
  payDate: DEFAULT_PAY_DATE,
  eligibilityDay: 27,
  payer: null,
  firstCycleMonth: '2022-01',
  complaintWindow: { opensOnDay: 10, days: 30, countedFrom: 'later' },
  complaintDeadline: { days: 15, count: 'working' },
  objectionPeriod: { days: 30, count: 'working' },
  applicationDeadline: { days: 20, count: 'working' },
  completionPeriod: { days: 20, count: 'working' },
  applicationReviewMonths: 12,
  objectionDeadline: { days: 60, count: 'calendar' },
  documentsPeriod: { days: 10, count: 'working' },
  changeReportPeriod: { days: 15, count: 'working' },
  updatePeriod: { days: 30, count: 'working' },
  accountEditDays: { from: 1, to: 8 },
  lifeStatusDeadline: { days: 15, headDays: 15, count: 'working' },
  recovery: DEFAULT_RECOVERY,
  weekend: [5, 6],
  holidays: [],
  agencyAccounts: [],
  answerCutOffDays: 5,
  suggestionDays: 45,
  watchedFolder: null,
  maxFailedSignIns: 5,
  lockMinutes: 30,
  idleLockMinutes: 5,
  bankFileLimitMegabytes: 2048,
  documentLimitMegabytes: 20,
  ...DEFAULT_ENTITLEMENT,
};

export interface DatedSetting {
  /** Numbered in the order in which they were recorded. */
  readonly no: number;
  readonly key: string;
  readonly validFrom: IsoDate;
  readonly value: unknown;
}

/** Settings that nobody has recorded hold from here. */
export const SETTINGS_BEGIN = '2020-01-01' as IsoDate;

/** Values with dates of their own that hold until a record of the same date or a later one replaces them. */
const BY_DECREE: readonly DatedSetting[] = RATES_BY_DECREE.map(({ from, rates }) => ({
  no: 0,
  key: 'pensionRates',
  validFrom: from,
  value: rates,
}));

export interface SettingInForce<Key extends SettingKey = SettingKey> {
  readonly key: Key;
  readonly value: SettingValues[Key];
  readonly validFrom: IsoDate;
}

/**
 * Every setting in force on a date, with the date from which it holds: the value with the latest `validFrom` not
 * after the date; a later record of one date replaces the earlier. The order of `rows` does not matter.
 */
export function settingsInForce(date: IsoDate, rows: readonly DatedSetting[]): SettingInForce[] {
  const latest = new Map<string, DatedSetting>();
  for (const row of [...BY_DECREE, ...rows]) {
    if (row.validFrom > date) continue;
    const known = latest.get(row.key);
    if (!known || isLater(row, known)) latest.set(row.key, row);
  }
  return (Object.keys(DEFAULT_SETTINGS) as SettingKey[]).map((key) => {
    const row = latest.get(key);
    return row === undefined
      ? { key, value: DEFAULT_SETTINGS[key], validFrom: SETTINGS_BEGIN }
      : { key, value: row.value as SettingValues[SettingKey], validFrom: row.validFrom };
  });
}

function isLater(row: DatedSetting, known: DatedSetting): boolean {
  return row.validFrom === known.validFrom ? row.no > known.no : row.validFrom > known.validFrom;
}

/** The values of the settings in force on a date. */
export function settingsOn(date: IsoDate, rows: readonly DatedSetting[]): SettingValues {
  const values = Object.fromEntries(
    settingsInForce(date, rows).map(({ key, value }) => [key, value]),
  );
  return { ...DEFAULT_SETTINGS, ...values };
}

export function workCalendar(settings: SettingValues): WorkCalendar {
  return { weekend: settings.weekend, holidays: new Set(settings.holidays) };
}
