import { SETTING_LIMITS } from '../../../../domain/settings/setting-values.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { RadioGroup, Select } from '../../../ui/Choices.tsx';
import { NumberField } from '../../../ui/NumberField.tsx';
import { moveWords, weekdayName } from '../setting-words.ts';
import type { EditorProps } from './editor.ts';

const WEEK = [0, 1, 2, 3, 4, 5, 6] as const;
const MOVES = [0, -1, -2, -3, 1, 2, 3] as const;

/** The day, where it moves on each weekday, and where from a holiday. */
export function PayDateEditor({ value, onChange }: EditorProps<'payDate'>) {
  const t = useT();
  const [min, max] = SETTING_LIMITS.dayOfMonth;
  const movedOn = (day: number): number =>
    value.moves.find(({ weekday }) => weekday === day)?.days ?? 0;
  const move = (day: number, days: number): void => {
    const others = value.moves.filter(({ weekday }) => weekday !== day);
    onChange({ ...value, moves: days === 0 ? others : [...others, { weekday: day, days }] });
  };
  return (
    <>
      <div className="set-pair">
        <NumberField
          label={t('settings.dayOfMonth')}
          help={t('settings.dayOfMonthHelp')}
          value={value.dayOfMonth}
          onChange={(dayOfMonth) => onChange({ ...value, dayOfMonth })}
          min={min}
          max={max}
          isRequired
        />
        <RadioGroup
          label={t('settings.onHoliday')}
          options={(['previous', 'next'] as const).map((way) => ({
            value: way,
            label: t(`settings.onHoliday.${way}`),
          }))}
          value={value.onHoliday ?? 'previous'}
          onChange={(onHoliday) => onChange({ ...value, onHoliday })}
          row
        />
      </div>
      <fieldset className="set-group">
        <legend className="label">{t('settings.moves')}</legend>
        <div className="set-week">
          {WEEK.map((day) => (
            <Select
              key={day}
              label={weekdayName(t, day)}
              options={MOVES.map((days) => ({ value: String(days), label: moveWords(t, days) }))}
              value={String(movedOn(day))}
              onChange={(days) => move(day, Number(days))}
            />
          ))}
        </div>
      </fieldset>
    </>
  );
}
