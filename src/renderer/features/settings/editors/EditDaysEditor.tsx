import { SETTING_LIMITS } from '../../../../domain/settings/setting-values.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { NumberField } from '../../../ui/NumberField.tsx';
import type { EditorProps } from './editor.ts';

export function EditDaysEditor({ value, onChange }: EditorProps<'accountEditDays'>) {
  const t = useT();
  const [min, max] = SETTING_LIMITS.dayOfMonth;
  return (
    <div className="set-pair">
      <NumberField
        label={t('settings.editFrom')}
        value={value.from}
        onChange={(from) => onChange({ ...value, from })}
        min={min}
        max={max}
        isRequired
      />
      <NumberField
        label={t('settings.editTo')}
        value={value.to}
        onChange={(to) => onChange({ ...value, to })}
        min={min}
        max={max}
        isRequired
      />
    </div>
  );
}
