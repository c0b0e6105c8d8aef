import type { StoredLogo } from '../letters/letter-data.ts';
import { LAYOUT_LIMITS } from '../letters/letter-layout.ts';
import type { PaymentStatus } from '../payments/payment-status.ts';
import { halalas, type Halalas } from '../shared/halalas.ts';
import { isIsoDate } from '../shared/iso-date.ts';
import { ok, refuse, type Refusal, type Result } from '../shared/result.ts';
import type { DayCount } from '../shared/working-days.ts';
import { ENTITLEMENT_READERS } from './entitlement-values.ts';
import type { SettingKey, SettingValues } from './settings.ts';
import { line, listOf, oneOf, shape, wholeBetween, yesOrNo, type Read } from './value-readers.ts';

/** Settings that are changed where settings are; payer, accounts and watched folder have their own ways. */
export const EDITED_SETTINGS = [
  'payDate',
  'holidays',
  'weekend',
  'accountEditDays',
  'paidStatuses',
  'pensionRates',
  'earnedIncomePercent',
  'retirementPensionEarned',
  'spreadMonths',
  'otherWealth',
  'wealthLimits',
  'daysAbroadLimit',
  'entitlementAges',
  'breachIncrements',
  'separateFamilies',
  'equalIncomeEligible',
  'pensionRounding',
  'retroactiveLimitMonths',
  'eligibilityDay',
  'answerCutOffDays',
  'suggestionDays',
  'bankFileLimitMegabytes',
  'complaintWindow',
  'complaintDeadline',
  'applicationDeadline',
  'completionPeriod',
  'applicationReviewMonths',
  'objectionPeriod',
  'objectionDeadline',
  'documentsPeriod',
  'changeReportPeriod',
  'updatePeriod',
  'lifeStatusDeadline',
  'recovery',
  'documentLimitMegabytes',
  'branchName',
  'letterhead',
  'letterLayout',
  'digits',
  'maxFailedSignIns',
  'lockMinutes',
  'idleLockMinutes',
] as const satisfies readonly SettingKey[];
export type EditedSetting = (typeof EDITED_SETTINGS)[number];

/** Smallest and largest of each number that a setting holds, both included. */
export const SETTING_LIMITS = {
  dayOfMonth: [1, 31],
  /** A pay date further away would lie in another week of the cycle. */
  moveDays: [-3, 3],
  days: [1, 366],
  applicationReviewMonths: [1, 60],
  eligibilityDay: [1, 31],
  answerCutOffDays: [1, 60],
  suggestionDays: [0, 180],
  bankFileLimitMegabytes: [1, 8192],
  /** A document is inspected whole, in memory. */
  documentLimitMegabytes: [1, 200],
  instalments: [1, 240],
  instalmentHalalas: [100, 100_000_000],
  instalmentYears: [1, 20],
  maxFailedSignIns: [3, 10],
  lockMinutes: [1, 1440],
  idleLockMinutes: [1, 60],
} as const satisfies Record<string, readonly [number, number]>;

/**
 * From which report of the bank on a payment counts as arrived: the statuses named and all that say more. Nothing below the
 * bank's acceptance can be called arrived.
 */
export const PAID_FROM = {
  credited: ['credited'],
  settled: ['settled', 'credited'],
  bankAccepted: ['bankAccepted', 'settled', 'credited'],
} as const satisfies Record<string, readonly PaymentStatus[]>;
export type PaidFrom = keyof typeof PAID_FROM;

export function paidFromOf(statuses: readonly PaymentStatus[]): PaidFrom {
  if (statuses.includes('bankAccepted')) return 'bankAccepted';
  return statuses.includes('settled') ? 'settled' : 'credited';
}

const MOST_HOLIDAYS = 1000;
const COUNTS = ['calendar', 'working'] as const satisfies readonly DayCount[];

const READERS: { readonly [Key in EditedSetting]: Read<SettingValues[Key]> } = {
  payDate: readPayDate,
  holidays: readHolidays,
  weekend: readWeekend,
  accountEditDays: (value) => {
    const read = shape({ from: whole('dayOfMonth'), to: whole('dayOfMonth') })(value);
    return read.ok && read.value.from > read.value.to ? refuse('SETTING_EDIT_DAYS_ORDER') : read;
  },
  paidStatuses: readPaidStatuses,
  ...ENTITLEMENT_READERS,
  eligibilityDay: whole('eligibilityDay'),
  answerCutOffDays: whole('answerCutOffDays'),
  suggestionDays: whole('suggestionDays'),
  bankFileLimitMegabytes: whole('bankFileLimitMegabytes'),
  complaintWindow: shape({
    opensOnDay: whole('dayOfMonth'),
    days: whole('days'),
    countedFrom: oneOf(['payDate', 'opening', 'later']),
  }),
  complaintDeadline: shape({ days: whole('days'), count: oneOf(COUNTS) }),
  applicationDeadline: shape({ days: whole('days'), count: oneOf(COUNTS) }),
  completionPeriod: shape({ days: whole('days'), count: oneOf(COUNTS) }),
  applicationReviewMonths: whole('applicationReviewMonths'),
  objectionPeriod: shape({ days: whole('days'), count: oneOf(COUNTS) }),
  objectionDeadline: shape({ days: whole('days'), count: oneOf(COUNTS) }),
  documentsPeriod: shape({ days: whole('days'), count: oneOf(COUNTS) }),
  changeReportPeriod: shape({ days: whole('days'), count: oneOf(COUNTS) }),
  updatePeriod: shape({ days: whole('days'), count: oneOf(COUNTS) }),
  lifeStatusDeadline: shape({
    days: whole('days'),
    headDays: whole('days'),
    count: oneOf(COUNTS),
  }),
  recovery: shape({
    noticeDays: whole('days'),
    warningDays: whole('days'),
    count: oneOf(COUNTS),
    instalmentBy: oneOf(['count', 'amount']),
    instalmentCount: whole('instalments'),
    instalmentAmount,
    mostYears: whole('instalmentYears'),
  }),
  documentLimitMegabytes: whole('documentLimitMegabytes'),
  branchName: line(2, 80),
  letterhead: shape({
    country: line(0, 80),
    ministry: line(0, 120),
    branch: line(2, 120),
    code: line(0, 40),
    addressLine: line(0, 200),
    signatoryPost: line(0, 80),
    signatoryName: line(0, 80),
    logo: readLogo,
  }),
  letterLayout: shape({
    margins: shape({
      top: wholeBetween(...LAYOUT_LIMITS.top),
      right: wholeBetween(...LAYOUT_LIMITS.right),
      bottom: wholeBetween(...LAYOUT_LIMITS.bottom),
      left: wholeBetween(...LAYOUT_LIMITS.left),
    }),
    frame: yesOrNo,
    justify: yesOrNo,
  }),
  digits: oneOf(['latin', 'arabicIndic']),
  maxFailedSignIns: whole('maxFailedSignIns'),
  lockMinutes: whole('lockMinutes'),
  idleLockMinutes: whole('idleLockMinutes'),
};

/**
 * The value as the setting keeps it, from anything. Errors: SETTING_NUMBER (min, max), SETTING_WORDS (min, max),
 * SETTING_CHOICE, SETTING_SHAPE, SETTING_HOLIDAY (date), SETTING_HOLIDAYS_MANY (max), SETTING_WEEKEND,
 * SETTING_MOVED_TWICE, SETTING_EDIT_DAYS_ORDER, SETTING_PAID_STATUSES.
 */
export function readSetting<Key extends EditedSetting>(
  key: Key,
  value: unknown,
): Result<SettingValues[Key], Refusal> {
  const read: Read<SettingValues[Key]> = READERS[key];
  return read(value);
}

export function isEditedSetting(key: string): key is EditedSetting {
  return EDITED_SETTINGS.some((known) => known === key);
}

function readPayDate(value: unknown): Result<SettingValues['payDate'], Refusal> {
  const read = shape({
    dayOfMonth: whole('dayOfMonth'),
    moves: listOf(shape({ weekday: wholeBetween(0, 6), days: whole('moveDays') })),
    onHoliday: oneOf(['previous', 'next']),
  })(value);
  if (!read.ok) return read;
  const moves = read.value.moves.filter(({ days }) => days !== 0);
  if (new Set(moves.map(({ weekday }) => weekday)).size < moves.length)
    return refuse('SETTING_MOVED_TWICE');
  return ok({ ...read.value, moves: moves.toSorted((one, two) => one.weekday - two.weekday) });
}

function readHolidays(value: unknown): Result<readonly string[], Refusal> {
  if (!Array.isArray(value)) return refuse('SETTING_SHAPE');
  const dates = new Set<string>();
  for (const date of value as readonly unknown[]) {
    // A Hijri year is a date of the Middle Ages.
    if (typeof date !== 'string' || !isIsoDate(date) || date < '2000')
      return refuse('SETTING_HOLIDAY', { date: String(date) });
    dates.add(date);
  }
  return dates.size > MOST_HOLIDAYS
    ? refuse('SETTING_HOLIDAYS_MANY', { max: MOST_HOLIDAYS })
    : ok([...dates].toSorted());
}

/** One to three days: with more nothing would be left of a week. */
function readWeekend(value: unknown): Result<readonly number[], Refusal> {
  const read = listOf(wholeBetween(0, 6))(value);
  if (!read.ok) return read;
  const days = [...new Set(read.value)].toSorted((one, two) => one - two);
  return days.length < 1 || days.length > 3 ? refuse('SETTING_WEEKEND') : ok(days);
}

function readPaidStatuses(value: unknown): Result<readonly PaymentStatus[], Refusal> {
  if (!Array.isArray(value)) return refuse('SETTING_SHAPE');
  const given = new Set(value as readonly unknown[]);
  const fitting = Object.values(PAID_FROM).find(
    (statuses) => statuses.length === given.size && statuses.every((status) => given.has(status)),
  );
  return fitting === undefined ? refuse('SETTING_PAID_STATUSES') : ok(fitting);
}

function instalmentAmount(value: unknown): Result<Halalas, Refusal> {
  const read = whole('instalmentHalalas')(value);
  return read.ok ? ok(halalas(read.value)) : read;
}

function whole(limit: keyof typeof SETTING_LIMITS): Read<number> {
  const [min, max] = SETTING_LIMITS[limit];
  return wholeBetween(min, max);
}

/** A picture that was kept before; letterheads recorded before there were logos have none. */
function readLogo(value: unknown): Result<StoredLogo | null, Refusal> {
  if (value === null || value === undefined) return ok(null);
  const read = shape<StoredLogo>({ format: oneOf(['png', 'jpeg']), sha256: line(64, 64) })(value);
  if (!read.ok) return read;
  return /^[0-9a-f]{64}$/.test(read.value.sha256) ? read : refuse('SETTING_SHAPE');
}
