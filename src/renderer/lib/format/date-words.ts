import type { IsoDate, IsoMonth } from '../../../domain/shared/iso-date.ts';
import type { Translate } from '../i18n/use-t.ts';
import { hijriOf, monthParts } from './dates.ts';
import { inDigits } from './numbers.ts';

/** `الاثنين 13 جمادى الآخرة 1448هـ`; the Gregorian date outside the calendar's range. */
export function longHijri(t: Translate, date: IsoDate): string {
  const hijri = hijriOf(date);
  if (hijri === null) return longGregorian(t, date);
  const weekday = t.maybe(`ui.weekday.${new Date(`${date}T00:00:00Z`).getUTCDay()}`) ?? '';
  const month = t.maybe(`ui.hijri.${hijri.month}`) ?? '';
  const space = t.language === 'ar' ? '' : ' ';
  const figures = (value: number): string => inDigits(String(value), t.digits);
  return `${weekday} ${figures(hijri.day)} ${month} ${figures(hijri.year)}${space}${t('ui.hijriEra')}`;
}

/** `23 نوفمبر 2026م`. */
export function longGregorian(t: Translate, date: IsoDate): string {
  const { year, month } = monthParts(date.slice(0, 7) as IsoMonth);
  const name = t.maybe(`ui.month.${month}`) ?? '';
  const day = inDigits(String(Number(date.slice(8))), t.digits);
  const era = t.language === 'ar' ? t('ui.gregorianEra') : '';
  return `${day} ${name} ${inDigits(String(year), t.digits)}${era}`;
}

/** `نوفمبر 2026`. */
export function monthName(t: Translate, month: IsoMonth): string {
  const { year, month: number } = monthParts(month);
  return `${t.maybe(`ui.month.${number}`) ?? ''} ${inDigits(String(year), t.digits)}`;
}
