import type { ReactNode } from 'react';
import type { Halalas } from '../../domain/shared/halalas.ts';
import type { IsoDate, IsoInstant, IsoMonth } from '../../domain/shared/iso-date.ts';
import {
  formatDate,
  formatDayMonth,
  formatHijri,
  formatTime,
  riyadhClock,
} from '../lib/format/dates.ts';
import { longGregorian, longHijri, monthName } from '../lib/format/date-words.ts';
import { formatMoney } from '../lib/format/money.ts';
import { formatNumber } from '../lib/format/numbers.ts';
import { useT, type Translate } from '../lib/i18n/use-t.ts';

/**
 * `<Num>2026-031274</Num>`, `<Num>{12480}</Num>`: digits, identifiers and signed amounts in an isolated left-to-right
 * box. Numbers are grouped and follow the officer's digits; text is shown as it is.
 */
export function Num({ children, className = '' }: { children: ReactNode; className?: string }) {
  const { digits } = useT();
  return (
    <bdi className={`n ${className}`}>
      {typeof children === 'number' ? formatNumber(children, digits) : children}
    </bdi>
  );
}

/** `<Money amount={halalas} />` 1,320.00; `unit` adds ر.س; `signed` shows + before gains. */
export function Money({
  amount,
  unit = false,
  signed = false,
  className = '',
}: {
  amount: Halalas;
  unit?: boolean;
  signed?: boolean;
  className?: string;
}) {
  const t = useT();
  return (
    <span className={`nowrap ${className}`}>
      <bdi className="n">{formatMoney(amount, t.digits, signed)}</bdi>
      {unit && (
        <>
          {' '}
          <span className="unit">{t('ui.sar')}</span>
        </>
      )}
    </span>
  );
}

/**
 * `<DateText date={iso} />` 23/11/2026. `calendar`: `hijri` 13/6/1448هـ, `both` the two joined, `dayMonth` 23/11,
 * `long` الاثنين 13 جمادى الآخرة 1448هـ, `longGregorian` 23 نوفمبر 2026م. The other calendar is in the tooltip.
 */
export function DateText({
  date,
  calendar = 'gregorian',
}: {
  date: IsoDate;
  calendar?: 'gregorian' | 'hijri' | 'both' | 'dayMonth' | 'long' | 'longGregorian';
}) {
  const t = useT();
  const hijri = formatHijri(date, t.digits);
  const gregorian = formatDate(date, t.digits);
  const hijriText = hijri === '' ? null : <Era figures={hijri} era={t('ui.hijriEra')} t={t} />;
  switch (calendar) {
    case 'dayMonth':
      return (
        <bdi className="n" title={gregorian}>
          {formatDayMonth(date, t.digits)}
        </bdi>
      );
    case 'hijri':
      return (
        <span className="nowrap" title={gregorian}>
          {hijriText ?? gregorian}
        </span>
      );
    case 'both':
      return (
        <span className="date-both">
          {hijriText} <bdi className="n muted">{gregorian}</bdi>
        </span>
      );
    case 'long':
      return <span className="nowrap">{longHijri(t, date)}</span>;
    case 'longGregorian':
      return <span className="nowrap">{longGregorian(t, date)}</span>;
    case 'gregorian':
      return (
        <bdi className="n" title={hijri}>
          {gregorian}
        </bdi>
      );
  }
}

function Era({ figures, era, t }: { figures: string; era: string; t: Translate }) {
  return (
    <span className="nowrap">
      <bdi className="n">{figures}</bdi>
      {t.language === 'en' && ' '}
      {era}
    </span>
  );
}

/** `<MonthText month="2026-11" />` نوفمبر 2026. */
export function MonthText({ month }: { month: IsoMonth }) {
  return <span className="nowrap">{monthName(useT(), month)}</span>;
}

/** `<InstantText instant={iso} />` 23/11/2026 10:42 in Riyadh; `timeOnly` 10:42. */
export function InstantText({
  instant,
  timeOnly = false,
}: {
  instant: IsoInstant;
  timeOnly?: boolean;
}) {
  const { digits } = useT();
  const { date } = riyadhClock(instant);
  const time = formatTime(instant, digits);
  return (
    <bdi className="n" title={timeOnly ? formatDate(date, digits) : undefined}>
      {timeOnly ? time : `${formatDate(date, digits)} ${time}`}
    </bdi>
  );
}

export { monthName };
