import { NATIONALITIES, RELATIONS } from '../../../../domain/entitlement/calculation.ts';
import { DEPENDANT_KINDS } from '../../../../domain/registry/household-fact.ts';
import { checkNationalId } from '../../../../domain/registry/national-id.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { Checkbox, RadioGroup, Select } from '../../../ui/Choices.tsx';
import { TextField } from '../../../ui/Fields.tsx';
import { TypedDateField } from '../../../ui/TypedDateField.tsx';
import type { FieldsProps } from './FactFieldset.tsx';

/** A person as his papers name him. A number that fails its check digit is warned of and taken. */
export function PersonFields({
  values,
  onChange,
  fault,
  knownId,
  isHead,
}: FieldsProps<'person'> & {
  /** Masked; it stays where nothing is typed. */
  knownId: string | null;
  isHead: boolean;
}) {
  const t = useT();
  const typed = values.nationalId.trim();
  const checked = typed.length < 10 ? null : checkNationalId(typed);
  const isOdd = checked?.ok === false && checked.error.code === 'NATIONAL_ID_CHECKSUM';
  return (
    <div className="hh-form-grid">
      <TextField
        label={t('households.field.name')}
        value={values.name}
        onChange={(name) => onChange({ ...values, name })}
        maxLength={120}
        error={fault('name')}
        isRequired
        autoFocus
      />
      <TextField
        label={t('households.field.nationalId')}
        value={values.nationalId}
        onChange={(nationalId) => onChange({ ...values, nationalId })}
        ltr
        maxLength={20}
        help={knownId === null ? null : t('households.keepMasked', { value: knownId })}
        warning={isOdd ? t('households.checksum') : null}
        error={fault('nationalId')}
      />
      <TypedDateField
        label={t('households.field.birthDate')}
        value={values.birth}
        onChange={(birth) => onChange({ ...values, birth })}
        error={fault('birthDate')}
        isRequired
      />
      <RadioGroup
        label={t('households.field.sex')}
        options={(['male', 'female'] as const).map((value) => ({
          value,
          label: t(`households.sex.${value}`),
        }))}
        value={values.sex}
        onChange={(sex) => onChange({ ...values, sex })}
        error={fault('sex')}
        row
      />
      {!isHead && (
        <>
          <Select
            label={t('households.field.relation')}
            options={RELATIONS.map((value) => ({
              value,
              label: t(`households.relationWord.${value}`),
            }))}
            value={values.relation}
            onChange={(relation) => onChange({ ...values, relation })}
            error={fault('relation')}
            isRequired
          />
          <Select
            label={t('households.field.dependantKind')}
            options={DEPENDANT_KINDS.map((value) => ({
              value,
              label: t(`households.dependantKind.${value}`),
            }))}
            value={values.dependantKind}
            onChange={(dependantKind) => onChange({ ...values, dependantKind })}
            error={fault('dependantKind')}
          />
        </>
      )}
      <Select
        label={t('households.field.nationality')}
        options={NATIONALITIES.map((value) => ({
          value,
          label: t(`households.nationality.${value}`),
        }))}
        value={values.nationality}
        onChange={(nationality) => onChange({ ...values, nationality })}
        error={fault('nationality')}
      />
      <TypedDateField
        label={t('households.field.deceasedOn')}
        value={values.deceasedOn}
        onChange={(deceasedOn) => onChange({ ...values, deceasedOn })}
        error={fault('deceasedOn')}
      />
      <div className="hh-checks">
        <Checkbox
          isChecked={values.student}
          onChange={(student) => onChange({ ...values, student })}
        >
          {t('households.field.student')}
        </Checkbox>
        <Checkbox
          isChecked={values.disabled}
          onChange={(disabled) => onChange({ ...values, disabled })}
        >
          {t('households.field.disabled')}
        </Checkbox>
      </div>
    </div>
  );
}
