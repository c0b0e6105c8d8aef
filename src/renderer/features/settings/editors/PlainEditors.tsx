import { SETTING_LIMITS } from '../../../../domain/settings/setting-values.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { RadioGroup } from '../../../ui/Choices.tsx';
import { TextField } from '../../../ui/Fields.tsx';
import { NumberField } from '../../../ui/NumberField.tsx';
import type { EditorProps } from './editor.ts';

type Unit =
  'megabytes' | 'minutes' | 'months' | 'attempts' | 'workingDays' | 'calendarDays' | 'ofMonth';
type NumberSetting = Extract<
  keyof typeof SETTING_LIMITS,
  | 'eligibilityDay'
  | 'answerCutOffDays'
  | 'applicationReviewMonths'
  | 'suggestionDays'
  | 'bankFileLimitMegabytes'
  | 'documentLimitMegabytes'
  | 'maxFailedSignIns'
  | 'lockMinutes'
  | 'idleLockMinutes'
>;

/** The editor of a setting that is one number. */
export function numberEditor(key: NumberSetting, unit: Unit) {
  const [min, max] = SETTING_LIMITS[key];
  return function NumberEditor({ value, onChange, label }: EditorProps<NumberSetting>) {
    const t = useT();
    return (
      <NumberField
        label={label}
        value={value}
        onChange={onChange}
        min={min}
        max={max}
        unit={t(`settings.${unit}`)}
        isRequired
      />
    );
  };
}

export function BranchNameEditor({ value, onChange, label }: EditorProps<'branchName'>) {
  return <TextField label={label} value={value} onChange={onChange} maxLength={80} isRequired />;
}

export function DigitsEditor({ value, onChange, label }: EditorProps<'digits'>) {
  const t = useT();
  return (
    <RadioGroup
      label={label}
      options={(['latin', 'arabicIndic'] as const).map((digits) => ({
        value: digits,
        label: t(`settings.digits.${digits}`),
      }))}
      value={value}
      onChange={onChange}
      row
    />
  );
}
