import { LAYOUT_LIMITS } from '../../../../domain/letters/letter-layout.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { Checkbox } from '../../../ui/Choices.tsx';
import { NumberField } from '../../../ui/NumberField.tsx';
import type { EditorProps } from './editor.ts';

const MARGINS = [
  ['top', 'marginTop'],
  ['bottom', 'marginBottom'],
  ['right', 'marginRight'],
  ['left', 'marginLeft'],
] as const;

/** Margins in whole millimetres to the frame, the frame itself, and whether lines end evenly. */
export function LetterLayoutEditor({ value, onChange }: EditorProps<'letterLayout'>) {
  const t = useT();
  return (
    <>
      <div className="set-pair">
        {MARGINS.map(([side, label]) => (
          <NumberField
            key={side}
            label={t(`settings.${label}`)}
            value={value.margins[side]}
            onChange={(millimetres) =>
              onChange({ ...value, margins: { ...value.margins, [side]: millimetres } })
            }
            min={LAYOUT_LIMITS[side][0]}
            max={LAYOUT_LIMITS[side][1]}
            unit={t('settings.millimetres')}
            isRequired
          />
        ))}
      </div>
      <Checkbox isChecked={value.frame} onChange={(frame) => onChange({ ...value, frame })}>
        {t('settings.frame')}
      </Checkbox>
      <Checkbox isChecked={value.justify} onChange={(justify) => onChange({ ...value, justify })}>
        {t('settings.justify')}
      </Checkbox>
    </>
  );
}
