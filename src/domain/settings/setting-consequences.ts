import { filingWindow } from '../complaints/filing-window.ts';
import { isPlanned, plannedPayDate, type PlannedCycle } from '../payments/moved-pay-dates.ts';
import { answerCutOff } from '../reconciliation/answer-cut-off.ts';
import { addMonths, dayOfMonth, monthOf, type IsoDate, type IsoMonth } from '../shared/iso-date.ts';
import { endOfPeriod } from '../shared/working-days.ts';
import { settingsOn, workCalendar, type DatedSetting, type SettingKey } from './settings.ts';

export const CONSEQUENCE_KINDS = [
  'payDate',
  'complaintWindow',
  'editDays',
  'answerBy',
  'complaintDeadline',
  'applicationDeadline',
  'completionPeriod',
  'objectionPeriod',
  'objectionDeadline',
  'documentsPeriod',
  'lifeDeadline',
] as const;
export type ConsequenceKind = (typeof CONSEQUENCE_KINDS)[number];

/** Both days included; the same day twice where it is one. */
export interface DaySpan {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** A date that people live by, as it is and as it would be. */
export interface Consequence {
  readonly kind: ConsequenceKind;
  /** The month that it belongs to; null where it counts from a day. */
  readonly month: IsoMonth | null;
  /** The day from which a period would run, as an example. */
  readonly countedFrom: IsoDate | null;
  readonly before: DaySpan;
  readonly after: DaySpan;
  /** A pay date that no setting moves any more: banks have the list, or the day has come. */
  readonly stands: boolean;
}

export interface Change {
  readonly key: SettingKey;
  readonly from: IsoDate;
  readonly today: IsoDate;
  /** What is recorded now, and with the change. */
  readonly before: readonly DatedSetting[];
  readonly after: readonly DatedSetting[];
  readonly cycles: readonly PlannedCycle[];
}

const MONTHS_OF_PAYMENT = 12;
const MONTHS_OF_WINDOWS = 3;

/** What a change does to the dates that people live by; empty where it has no date to show. */
export function consequencesOf(change: Change): Consequence[] {
  switch (change.key) {
    case 'payDate':
      return payDates(change);
    case 'holidays':
    case 'weekend':
      return [...payDates(change), ...counted(change, 'complaintDeadline')];
    case 'complaintWindow':
      return monthsFrom(laterOf(change), MONTHS_OF_WINDOWS).map((month) => ({
        kind: 'complaintWindow',
        month,
        countedFrom: null,
        before: windowOf(month, change, change.before),
        after: windowOf(month, change, change.after),
        stands: false,
      }));
    case 'accountEditDays':
      return monthsFrom(laterOf(change), MONTHS_OF_WINDOWS).map((month) => ({
        kind: 'editDays',
        month,
        countedFrom: null,
        before: editDaysOf(month, change, change.before),
        after: editDaysOf(month, change, change.after),
        stands: false,
      }));
    case 'answerCutOffDays':
      return monthsFrom(laterOf(change), MONTHS_OF_WINDOWS).map((month) => ({
        kind: 'answerBy',
        month,
        countedFrom: null,
        before: oneDay(answerBy(month, change, change.before)),
        after: oneDay(answerBy(month, change, change.after)),
        stands: false,
      }));
    case 'complaintDeadline':
    case 'applicationDeadline':
    case 'completionPeriod':
    case 'objectionPeriod':
    case 'objectionDeadline':
    case 'documentsPeriod':
      return counted(change, change.key);
    case 'lifeStatusDeadline':
      return counted(change, 'lifeDeadline');
    default:
      return [];
  }
}

function payDates(change: Change): Consequence[] {
  return monthsFrom(change.today, MONTHS_OF_PAYMENT).map((month) => {
    const known = cycleOf(month, change);
    const stands = known !== undefined && !isPlanned(known, change.today);
    const before = known?.payDate ?? plannedPayDate(month, change.before);
    const after = stands ? before : plannedPayDate(month, change.after);
    return {
      kind: 'payDate',
      month,
      countedFrom: null,
      before: oneDay(before),
      after: oneDay(after),
      stands,
    };
  });
}

type CountedKind = Extract<
  ConsequenceKind,
  | 'complaintDeadline'
  | 'applicationDeadline'
  | 'completionPeriod'
  | 'objectionPeriod'
  | 'objectionDeadline'
  | 'documentsPeriod'
  | 'lifeDeadline'
>;

/** A period that would begin on the first day of the change. */
function counted(change: Change, kind: CountedKind): Consequence[] {
  const from = laterOf(change);
  return [
    {
      kind,
      month: null,
      countedFrom: from,
      before: oneDay(endOf(kind, from, change.before)),
      after: oneDay(endOf(kind, from, change.after)),
      stands: false,
    },
  ];
}

function endOf(kind: CountedKind, from: IsoDate, rows: readonly DatedSetting[]): IsoDate {
  const settings = settingsOn(from, rows);
  const { days, count } = settings[kind === 'lifeDeadline' ? 'lifeStatusDeadline' : kind];
  return endOfPeriod(from, days, count, workCalendar(settings));
}

function windowOf(month: IsoMonth, change: Change, rows: readonly DatedSetting[]): DaySpan {
  const payDate = cycleOf(month, change)?.payDate ?? plannedPayDate(month, rows);
  const { complaintWindow } = settingsOn(dayOfMonth(month, 1), rows);
  const { opensOn, closesOn } = filingWindow(month, payDate, complaintWindow);
  return { from: opensOn, to: closesOn };
}

function editDaysOf(month: IsoMonth, { from }: Change, rows: readonly DatedSetting[]): DaySpan {
  // The days of the month in which the change falls are those that hold from then on.
  const day = monthOf(from) === month ? from : dayOfMonth(month, 1);
  const { accountEditDays } = settingsOn(day, rows);
  return {
    from: dayOfMonth(month, accountEditDays.from),
    to: dayOfMonth(month, accountEditDays.to),
  };
}

function answerBy(month: IsoMonth, change: Change, rows: readonly DatedSetting[]): IsoDate {
  const payDate = cycleOf(month, change)?.payDate ?? plannedPayDate(month, rows);
  const day = payDate > change.from ? payDate : change.from;
  return answerCutOff(payDate, settingsOn(day, rows));
}

const cycleOf = (month: IsoMonth, { cycles }: Change): PlannedCycle | undefined =>
  cycles.find((cycle) => cycle.month === month);

const laterOf = ({ from, today }: Change): IsoDate => (from > today ? from : today);

const oneDay = (date: IsoDate): DaySpan => ({ from: date, to: date });

function monthsFrom(start: IsoDate, count: number): IsoMonth[] {
  const first = monthOf(start);
  return Array.from({ length: count }, (_, at) => addMonths(first, at));
}
