import { useState } from 'react';
import {
  daysOf,
  holidayRanges,
  LONGEST_HOLIDAY,
} from '../../../../domain/settings/holiday-ranges.ts';
import { daysBetween, type IsoDate } from '../../../../domain/shared/iso-date.ts';
import { formatDate } from '../../../lib/format/dates.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { Button, IconButton } from '../../../ui/Button.tsx';
import { DatePicker } from '../../../ui/DatePicker.tsx';
import { DateText } from '../../../ui/Figures.tsx';
import { Segmented } from '../../../ui/Tabs.tsx';
import type { EditorProps } from './editor.ts';
import { HolidayPaste } from './HolidayPaste.tsx';

type Typed = 'gregorian' | 'hijri';

/** Holidays as ranges of days in both calendars: added by two dates, by a pasted list, removed one by one. */
export function HolidaysEditor({ value, onChange }: EditorProps<'holidays'>) {
  const t = useT();
  const [typed, setTyped] = useState<Typed>('gregorian');
  const [isPasting, setPasting] = useState(false);
  const [from, setFrom] = useState<IsoDate | null>(null);
  const [to, setTo] = useState<IsoDate | null>(null);
  const last = to ?? from;
  const wrong =
    from === null || last === null
      ? null
      : last < from
        ? t('settings.holidayOrder')
        : daysBetween(from, last) >= LONGEST_HOLIDAY
          ? t('settings.holidayLong', { n: LONGEST_HOLIDAY })
          : null;
  const add = (): void => {
    if (from === null || last === null || wrong !== null) return;
    onChange([...new Set([...value, ...daysOf({ from, to: last })])].toSorted());
    setFrom(null);
    setTo(null);
  };
  return (
    <>
      <div className="set-holiday-add">
        <DatePicker
          label={t('settings.holidayFrom')}
          value={from}
          onChange={setFrom}
          calendar={typed}
        />
        <DatePicker
          label={t('settings.holidayTo')}
          value={to}
          onChange={setTo}
          calendar={typed}
          error={wrong}
        />
        <Button icon="plus" onPress={add} isDisabled={from === null || wrong !== null}>
          {t('settings.holidayAdd')}
        </Button>
      </div>
      <div className="row">
        <span className="cap muted">{t('settings.holidayTyped')}</span>
        <Segmented
          label={t('settings.holidayTyped')}
          items={(['gregorian', 'hijri'] as const).map((id) => ({
            id,
            label: t(`settings.calendar.${id}`),
          }))}
          selected={typed}
          onSelect={setTyped}
        />
        <span className="sp" />
        <Button size="s" variant="quiet" icon="clip" onPress={() => setPasting(!isPasting)}>
          {t('settings.holidayPaste')}
        </Button>
      </div>
      {isPasting && (
        <HolidayPaste
          onAdd={(dates) => {
            onChange([...new Set([...value, ...dates])].toSorted());
            setPasting(false);
          }}
        />
      )}
      {value.length === 0 ? (
        <p className="small muted">{t('settings.holidaysNone')}</p>
      ) : (
        <ul className="set-ranges" aria-label={t('settings.name.holidays')}>
          {holidayRanges(value)
            .toReversed()
            .map((range) => (
              <li key={range.from}>
                <DateText date={range.from} calendar="both" />
                {range.days > 1 && (
                  <>
                    <span aria-hidden>-</span>
                    <DateText date={range.to} calendar="both" />
                  </>
                )}
                <span className="cap muted">{t('settings.holidayCount', { n: range.days })}</span>
                <span className="sp" />
                <IconButton
                  icon="x"
                  size="s"
                  label={t('settings.holidayRemove', { date: formatDate(range.from, t.digits) })}
                  onPress={() => {
                    const gone = new Set<string>(daysOf(range));
                    onChange(value.filter((date) => !gone.has(date)));
                  }}
                />
              </li>
            ))}
        </ul>
      )}
    </>
  );
}
