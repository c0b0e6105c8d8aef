import { halalas } from '../../../../domain/shared/halalas.ts';
import { isIsoDate } from '../../../../domain/shared/iso-date.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { DatePicker } from '../../../ui/DatePicker.tsx';
import { AmountField, TextField } from '../../../ui/Fields.tsx';
import { fieldsOf, type DraftField, type DraftKind, type Typed } from './draft-forms.ts';

/** The few fields of a kind, each in the control of its type. */
export function DraftFields({
  kind,
  typed,
  onChange,
  missing,
}: {
  kind: DraftKind;
  typed: Typed;
  onChange: (name: string, value: Typed[string]) => void;
  /** Fields to complain about. */
  missing: readonly string[];
}) {
  return fieldsOf(kind).map((field) => (
    <OneField
      key={field.name}
      field={field}
      value={typed[field.name] ?? null}
      onChange={(value) => onChange(field.name, value)}
      isMissing={missing.includes(field.name)}
    />
  ));
}

function OneField({
  field: { name, type, isRequired },
  value,
  onChange,
  isMissing,
}: {
  field: DraftField;
  value: Typed[string];
  onChange: (value: Typed[string]) => void;
  isMissing: boolean;
}) {
  const t = useT();
  const common = {
    label: t.maybe(`letterDrafts.field.${name}`) ?? name,
    isRequired: isRequired === true,
    error: isMissing ? t(`letterDrafts.missing.${type}`) : null,
  };
  if (type === 'date') {
    const day = typeof value === 'string' && isIsoDate(value) ? value : null;
    return <DatePicker {...common} value={day} onChange={onChange} />;
  }
  if (type === 'amount') {
    const amount = typeof value === 'number' ? halalas(value) : null;
    return <AmountField {...common} value={amount} onChange={onChange} />;
  }
  const isOneLine = type === 'line' || type === 'month';
  const isList = type === 'lines' || type === 'papers' || type === 'reasons';
  return (
    <TextField
      {...common}
      value={typeof value === 'string' ? value : ''}
      onChange={onChange}
      multiline={!isOneLine}
      ltr={type === 'month'}
      {...(type === 'month' ? { placeholder: '2026-11' } : {})}
      {...(isList ? { help: t('letterDrafts.onePerLine') } : {})}
      maxLength={isOneLine ? 300 : 4000}
    />
  );
}
