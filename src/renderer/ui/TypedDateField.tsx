import { useState } from 'react';
import type { IsoDate } from '../../domain/shared/iso-date.ts';
import { readTypedDate, type ReadDate } from '../../domain/shared/typed-date.ts';
import { formatDate, formatHijri } from '../lib/format/dates.ts';
import { inDigits } from '../lib/format/numbers.ts';
import { useT } from '../lib/i18n/use-t.ts';
import { TextField, type FieldProps } from './Fields.tsx';

export interface TypedDateValue {
  readonly date: IsoDate;
  /** In the calendar in which it was typed. */
  readonly typed: ReadDate['typed'];
}

/**
 * `<TypedDateField label={t('…')} value={birth} onChange={setBirth} />`: a day typed in either calendar, the year telling
 * which; the other calendar's day stands below it. Null while it is empty or no day.
 */
export function TypedDateField({
  value,
  onChange,
  ...field
}: FieldProps & {
  value: TypedDateValue | null;
  onChange: (value: TypedDateValue | null) => void;
}) {
  const t = useT();
  const [typed, setTyped] = useState<string | null>(null);
  const read = typed === null || typed.trim() === '' ? null : readTypedDate(typed);
  const wrong = read === null || read.ok ? null : t(`ui.typedDate.${read.error.code}`);
  const shown = typed ?? (value === null ? '' : inDigits(asTyped(value.typed.text), t.digits));
  const era = value?.typed.calendar === 'hijri' ? t('ui.hijriEra') : t('ui.gregorianEra');
  return (
    <TextField
      {...field}
      ltr
      placeholder={field.placeholder ?? t('ui.typedDate.placeholder')}
      value={shown}
      onChange={(text) => {
        setTyped(text);
        const next = readTypedDate(text);
        onChange(next.ok ? next.value : null);
      }}
      onBlur={() => {
        if (wrong === null) setTyped(null);
      }}
      error={wrong ?? field.error}
      help={field.help ?? <OtherCalendar value={value} />}
      end={value !== null && <span className="muted">{era}</span>}
    />
  );
}

/** A day that is known, as if it had been typed in the Gregorian calendar. */
export function asTypedDate(date: IsoDate | null): TypedDateValue | null {
  return date === null ? null : { date, typed: { calendar: 'gregorian', text: date } };
}

function OtherCalendar({ value }: { value: TypedDateValue | null }) {
  const t = useT();
  if (value === null) return null;
  if (value.typed.calendar === 'hijri') {
    return (
      <>
        <bdi className="n">{formatDate(value.date, t.digits)}</bdi>
        {t('ui.gregorianEra')}
      </>
    );
  }
  const hijri = formatHijri(value.date, t.digits);
  return hijri === '' ? null : (
    <>
      <bdi className="n">{hijri}</bdi>
      {t('ui.hijriEra')}
    </>
  );
}

/** `1405-07-15` as people write it: `15/7/1405`. */
function asTyped(text: string): string {
  const [year = '', month = '', day = ''] = text.split('-');
  return `${Number(day)}/${Number(month)}/${year}`;
}
