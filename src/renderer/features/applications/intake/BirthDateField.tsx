import { useState } from 'react';
import type { IntakePerson } from '../../../../domain/applications/intake.ts';
import { birthDateOf } from '../../../../domain/applications/check-person.ts';
import { readTypedDate } from '../../../../domain/shared/typed-date.ts';
import { formatDate, formatHijri } from '../../../lib/format/dates.ts';
import { inDigits, toLatinDigits } from '../../../lib/format/numbers.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { TextField, type FieldProps } from '../../../ui/Fields.tsx';

type Birth = Pick<IntakePerson, 'birthDate' | 'birthTyped'>;

const FIRST_GREGORIAN_YEAR = 1900;

/** A day of birth in either calendar, the year telling which. What is no day is kept as it was typed, and said to be none. */
export function BirthDateField({
  value,
  onChange,
  ...field
}: FieldProps & { value: Birth; onChange: (value: Birth) => void }) {
  const t = useT();
  const [typed, setTyped] = useState<string | null>(null);
  const date = birthDateOf(asPerson(value));
  const isHijri = value.birthTyped?.calendar === 'hijri';
  const kept = value.birthTyped?.text ?? value.birthDate;
  const change = (text: string): void => {
    setTyped(text);
    const read = readTypedDate(text);
    if (!read.ok) onChange({ birthDate: '', birthTyped: unread(text) });
    else if (read.value.typed.calendar === 'gregorian')
      onChange({ birthDate: read.value.date, birthTyped: null });
    else onChange({ birthDate: '', birthTyped: read.value.typed });
  };
  return (
    <TextField
      {...field}
      ltr
      placeholder={t('ui.typedDate.placeholder')}
      value={typed ?? inDigits(dayFirst(kept), t.digits)}
      onChange={change}
      onBlur={() => {
        if (date !== null) setTyped(null);
      }}
      maxLength={30}
      help={
        date === null ? null : isHijri ? (
          <>
            <bdi className="n">{formatDate(date, t.digits)}</bdi>
            {t('ui.gregorianEra')}
          </>
        ) : (
          <>
            <bdi className="n">{formatHijri(date, t.digits)}</bdi>
            {t('ui.hijriEra')}
          </>
        )
      }
      end={
        date !== null && (
          <span className="muted">{t(isHijri ? 'ui.hijriEra' : 'ui.gregorianEra')}</span>
        )
      }
    />
  );
}

/** What cannot be read stays with the calendar that its year points to. */
function unread(text: string): Birth['birthTyped'] {
  if (text.trim() === '') return null;
  const year = Number(/\d{4}/.exec(toLatinDigits(text))?.[0] ?? Number.NaN);
  return { calendar: year < FIRST_GREGORIAN_YEAR ? 'hijri' : 'gregorian', text: text.trim() };
}

/** `1405-07-15` as people write it: `15/7/1405`; anything else as it stands. */
function dayFirst(text: string): string {
  const parts = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  return parts === null ? text : `${Number(parts[3])}/${Number(parts[2])}/${parts[1]}`;
}

function asPerson(birth: Birth): IntakePerson {
  return {
    name: '',
    nationalId: '',
    sex: null,
    nationality: null,
    student: false,
    disabled: false,
    ...birth,
  };
}
