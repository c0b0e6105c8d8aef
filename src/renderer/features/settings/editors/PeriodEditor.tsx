import { SETTING_LIMITS } from '../../../../domain/settings/setting-values.ts';
import type { DayCount } from '../../../../domain/shared/working-days.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { RadioGroup } from '../../../ui/Choices.tsx';
import { NumberField } from '../../../ui/NumberField.tsx';
import type { EditorProps } from './editor.ts';

type Period = EditorProps<'complaintDeadline'>;

/** A number of days, and how they are counted. */
export function PeriodEditor({ value, onChange }: Period) {
  const t = useT();
  return (
    <div className="set-pair">
      <DaysField
        label={t('settings.days')}
        value={value.days}
        onChange={(days) => onChange({ ...value, days })}
      />
      <CountField value={value.count} onChange={(count) => onChange({ ...value, count })} />
    </div>
  );
}

export function LifeDeadlineEditor({ value, onChange }: EditorProps<'lifeStatusDeadline'>) {
  const t = useT();
  return (
    <>
      <div className="set-pair">
        <DaysField
          label={t('settings.lifeDays')}
          value={value.days}
          onChange={(days) => onChange({ ...value, days })}
        />
        <DaysField
          label={t('settings.headDays')}
          value={value.headDays}
          onChange={(headDays) => onChange({ ...value, headDays })}
        />
      </div>
      <CountField value={value.count} onChange={(count) => onChange({ ...value, count })} />
    </>
  );
}

export function ComplaintWindowEditor({ value, onChange }: EditorProps<'complaintWindow'>) {
  const t = useT();
  const [min, max] = SETTING_LIMITS.dayOfMonth;
  return (
    <>
      <div className="set-pair">
        <NumberField
          label={t('settings.opensOnDay')}
          help={t('settings.opensOnDayHelp')}
          value={value.opensOnDay}
          onChange={(opensOnDay) => onChange({ ...value, opensOnDay })}
          min={min}
          max={max}
          isRequired
        />
        <DaysField
          label={t('settings.days')}
          value={value.days}
          onChange={(days) => onChange({ ...value, days })}
        />
      </div>
      <RadioGroup
        label={t('settings.countedFrom')}
        options={(['payDate', 'opening', 'later'] as const).map((from) => ({
          value: from,
          label: t(`settings.countedFrom.${from}`),
        }))}
        value={value.countedFrom}
        onChange={(countedFrom) => onChange({ ...value, countedFrom })}
        row
      />
    </>
  );
}

function DaysField(props: { label: string; value: number; onChange: (value: number) => void }) {
  const [min, max] = SETTING_LIMITS.days;
  return <NumberField {...props} min={min} max={max} isRequired />;
}

function CountField({ value, onChange }: { value: DayCount; onChange: (value: DayCount) => void }) {
  const t = useT();
  return (
    <RadioGroup
      label={t('settings.count')}
      options={(['working', 'calendar'] as const).map((count) => ({
        value: count,
        label: t(`settings.count.${count}`),
      }))}
      value={value}
      onChange={onChange}
      row
    />
  );
}
