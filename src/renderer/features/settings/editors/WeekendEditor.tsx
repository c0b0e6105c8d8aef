import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { useT } from '../../../lib/i18n/use-t.ts';
import { weekdayName } from '../setting-words.ts';
import type { EditorProps } from './editor.ts';

const WEEK = [0, 1, 2, 3, 4, 5, 6] as const;

export function WeekendEditor({ value, onChange }: EditorProps<'weekend'>) {
  const t = useT();
  return (
    <div className="field">
      <span className="label">{t('settings.weekdays')}</span>
      <ToggleButtonGroup
        aria-label={t('settings.weekdays')}
        selectionMode="multiple"
        selectedKeys={value.map(String)}
        onSelectionChange={(keys) => onChange(WEEK.filter((day) => keys.has(String(day))))}
        className="seg set-days"
      >
        {WEEK.map((day) => (
          <ToggleButton key={day} id={String(day)} className="seg-item">
            {weekdayName(t, day)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </div>
  );
}
