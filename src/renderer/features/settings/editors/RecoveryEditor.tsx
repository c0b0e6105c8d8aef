import { SETTING_LIMITS } from '../../../../domain/settings/setting-values.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { RadioGroup } from '../../../ui/Choices.tsx';
import { AmountField } from '../../../ui/Fields.tsx';
import { NumberField } from '../../../ui/NumberField.tsx';
import type { EditorProps } from './editor.ts';

const LIMITS = {
  noticeDays: SETTING_LIMITS.days,
  warningDays: SETTING_LIMITS.days,
  instalmentCount: SETTING_LIMITS.instalments,
  mostYears: SETTING_LIMITS.instalmentYears,
} as const;

/** Days to answer, how they are counted, and with which instalments a plan begins. */
export function RecoveryEditor({ value, onChange }: EditorProps<'recovery'>) {
  const t = useT();
  const field = (key: keyof typeof LIMITS) => (
    <NumberField
      label={t(`settings.${key}`)}
      value={value[key]}
      onChange={(number) => onChange({ ...value, [key]: number })}
      min={LIMITS[key][0]}
      max={LIMITS[key][1]}
      isRequired
    />
  );
  return (
    <>
      <div className="set-pair">
        {field('noticeDays')}
        {field('warningDays')}
      </div>
      <RadioGroup
        label={t('settings.count')}
        options={(['working', 'calendar'] as const).map((count) => ({
          value: count,
          label: t(`settings.count.${count}`),
        }))}
        value={value.count}
        onChange={(count) => onChange({ ...value, count })}
        row
      />
      <RadioGroup
        label={t('settings.instalmentBy')}
        options={(['count', 'amount'] as const).map((by) => ({
          value: by,
          label: t(`settings.instalmentBy.${by}`),
        }))}
        value={value.instalmentBy}
        onChange={(instalmentBy) => onChange({ ...value, instalmentBy })}
        row
      />
      <div className="set-pair">
        {value.instalmentBy === 'count' ? (
          field('instalmentCount')
        ) : (
          <AmountField
            label={t('settings.instalmentAmount')}
            value={value.instalmentAmount}
            onChange={(amount) =>
              onChange({ ...value, instalmentAmount: amount ?? value.instalmentAmount })
            }
            isRequired
          />
        )}
        {field('mostYears')}
      </div>
    </>
  );
}
