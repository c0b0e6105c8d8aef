import { useState } from 'react';
import { inDigits, toLatinDigits } from '../lib/format/numbers.ts';
import { useT } from '../lib/i18n/use-t.ts';
import { TextField, type FieldProps } from './Fields.tsx';

/**
 * `<NumberField label={t('…')} value={days} onChange={setDays} min={1} max={366} unit={t('settings.days')} />`: a whole
 * number in any digits. NaN while it is empty or no number.
 */
export function NumberField({
  value,
  onChange,
  min,
  max,
  unit,
  ...field
}: FieldProps & {
  value: number;
  onChange: (value: number) => void;
  min: number;
  max: number;
  unit?: string | undefined;
}) {
  const t = useT();
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? (Number.isNaN(value) ? '' : inDigits(String(value), t.digits));
  const isWrong = !(Number.isInteger(value) && value >= min && value <= max);
  return (
    <TextField
      {...field}
      ltr
      value={shown}
      onChange={(text) => {
        setTyped(text);
        onChange(wholeNumber(text));
      }}
      onBlur={() => {
        if (!isWrong) setTyped(null);
      }}
      error={field.error ?? (isWrong ? t('ui.numberBounds', { min, max }) : null)}
      end={unit !== undefined && <span className="muted nowrap">{unit}</span>}
    />
  );
}

function wholeNumber(text: string): number {
  const plain = toLatinDigits(text.trim());
  return /^\d{1,9}$/.test(plain) ? Number(plain) : Number.NaN;
}
