import {
  GregorianCalendar,
  IslamicUmalquraCalendar,
  parseDate,
  toCalendar,
  type CalendarDate,
} from '@internationalized/date';
import { useContext } from 'react';
import {
  Button as AriaButton,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  CalendarStateContext,
  DateInput,
  DatePicker as AriaDatePicker,
  DateSegment,
  Dialog,
  Group,
  I18nProvider,
  Popover,
} from 'react-aria-components';
import { isoDate, weekday, type IsoDate } from '../../domain/shared/iso-date.ts';
import { formatDate, formatHijri } from '../lib/format/dates.ts';
import { inDigits } from '../lib/format/numbers.ts';
import { useT, type Translate } from '../lib/i18n/use-t.ts';
import './date-picker.css';
import { FieldLabel, FieldNotes, type FieldProps } from './Fields.tsx';
import { Icon } from './Icon.tsx';

const gregorian = new GregorianCalendar();
const umalqura = new IslamicUmalquraCalendar();

/**
 * `<DatePicker label="من تاريخ" value={iso} onChange={setIso} />`: typed in one calendar, shown in both. Friday and Saturday
 * are grey, and can be chosen.
 *
 * @param calendar which one is typed; the other stands beside it
 */
export function DatePicker({
  value,
  onChange,
  calendar = 'gregorian',
  min,
  max,
  ...field
}: FieldProps & {
  value: IsoDate | null;
  onChange: (value: IsoDate | null) => void;
  calendar?: 'gregorian' | 'hijri';
  min?: IsoDate | undefined;
  max?: IsoDate | undefined;
}) {
  const t = useT();
  const locale = `${t.language === 'ar' ? 'ar-SA' : 'en-GB'}-u-ca-${
    calendar === 'hijri' ? 'islamic-umalqura' : 'gregory'
  }-nu-${t.digits}`;
  const other =
    value === null
      ? ''
      : calendar === 'hijri'
        ? formatDate(value, t.digits)
        : formatHijri(value, t.digits);
  return (
    <I18nProvider locale={locale}>
      <AriaDatePicker
        value={value === null ? null : parseDate(value)}
        onChange={(date) => onChange(date === null ? null : isoOf(toCalendar(date, gregorian)))}
        {...(min === undefined ? {} : { minValue: parseDate(min) })}
        {...(max === undefined ? {} : { maxValue: parseDate(max) })}
        isInvalid={field.error !== undefined && field.error !== null && field.error !== ''}
        isRequired={field.isRequired ?? false}
        isDisabled={field.isDisabled ?? false}
        autoFocus={field.autoFocus ?? false}
        firstDayOfWeek="sun"
        shouldForceLeadingZeros={false}
        validationBehavior="aria"
        {...(field.hideLabel === true ? { 'aria-label': field.label } : {})}
        className={`field ${field.className ?? ''}`}
      >
        {field.hideLabel !== true && <FieldLabel {...field} />}
        <Group className="input date">
          <DateInput className="date-input">
            {(segment) => <DateSegment segment={segment} className="date-segment" />}
          </DateInput>
          {calendar === 'hijri' && value !== null && <span>{t('ui.hijriEra')}</span>}
          {other !== '' && <bdi className="n muted">{other}</bdi>}
          <span className="sp" />
          <AriaButton className="bare-button" aria-label={t('ui.openCalendar')}>
            <Icon name="today" />
          </AriaButton>
        </Group>
        <FieldNotes {...field} />
        <Popover className="popover cal" offset={4}>
          <Dialog className="mv-dialog">
            <Calendar firstDayOfWeek="sun">
              <header className="cal-head">
                <AriaButton slot="previous" className="btn quiet s icon">
                  <Icon name="chevb" />
                </AriaButton>
                <MonthNames t={t} />
                <AriaButton slot="next" className="btn quiet s icon">
                  <Icon name="chev" />
                </AriaButton>
              </header>
              <CalendarGrid className="cal-grid" weekdayStyle="narrow">
                <CalendarGridHeader>
                  {(day) => <CalendarHeaderCell>{day}</CalendarHeaderCell>}
                </CalendarGridHeader>
                <CalendarGridBody>
                  {(date) => <Day date={date} calendar={calendar} t={t} />}
                </CalendarGridBody>
              </CalendarGrid>
            </Calendar>
          </Dialog>
        </Popover>
      </AriaDatePicker>
    </I18nProvider>
  );
}

function Day({
  date,
  calendar,
  t,
}: {
  date: CalendarDate;
  calendar: 'gregorian' | 'hijri';
  t: Translate;
}) {
  const other = toCalendar(date, calendar === 'hijri' ? gregorian : umalqura);
  const isWeekend = weekday(isoOf(toCalendar(date, gregorian))) >= 5;
  return (
    <CalendarCell date={date} className={`cal-day ${isWeekend ? 'off' : ''}`}>
      {({ formattedDate }) => (
        <>
          <bdi className="n">{formattedDate}</bdi>
          <small>
            <bdi className="n">{inDigits(`${other.day}/${other.month}`, t.digits)}</bdi>
          </small>
        </>
      )}
    </CalendarCell>
  );
}

/** The month on show in the calendar typed, and below it the months of the other that it touches. */
function MonthNames({ t }: { t: Translate }) {
  const state = useContext(CalendarStateContext);
  if (state === null) return null;
  const { start, end } = state.visibleRange;
  const isHijri = start.calendar.identifier === umalqura.identifier;
  const other = isHijri ? gregorian : umalqura;
  const first = toCalendar(start, other);
  const last = toCalendar(end, other);
  return (
    <div>
      <b className="strong">{nameOf(t, start, isHijri)}</b>
      <small className="muted">
        {first.month === last.month
          ? nameOf(t, last, !isHijri)
          : `${monthWord(t, first.month, !isHijri)}، ${nameOf(t, last, !isHijri)}`}
      </small>
    </div>
  );
}

function nameOf(t: Translate, date: CalendarDate, isHijri: boolean): string {
  const era = isHijri ? t('ui.hijriEra') : t('ui.gregorianEra');
  const year = inDigits(String(date.year), t.digits);
  const space = t.language === 'ar' ? '' : ' ';
  return `${monthWord(t, date.month, isHijri)} ${year}${space}${era}`;
}

function monthWord(t: Translate, month: number, isHijri: boolean): string {
  return t.maybe(`ui.${isHijri ? 'hijri' : 'month'}.${month}`) ?? '';
}

function isoOf(date: {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}): IsoDate {
  const two = (part: number): string => String(part).padStart(2, '0');
  return isoDate(`${String(date.year).padStart(4, '0')}-${two(date.month)}-${two(date.day)}`);
}
