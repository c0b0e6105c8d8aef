import { NATIONALITIES, RELATIONS } from '../../../../domain/entitlement/calculation.ts';
import type { IntakeDependant } from '../../../../domain/applications/intake.ts';
import { DEPENDANT_KINDS } from '../../../../domain/registry/household-fact.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { Checkbox, Select } from '../../../ui/Choices.tsx';
import { TextField } from '../../../ui/Fields.tsx';
import { At } from './At.tsx';
import { BirthDateField } from './BirthDateField.tsx';
import { useForms } from './intake-context.ts';
import { newDependant, withoutDependant } from './people.ts';
import { Rows } from './Rows.tsx';

/** Everybody who depends on the applicant, of the platform's three kinds. */
export function DependantRows() {
  const t = useT();
  const { intake, change, errorAt, warningAt } = useForms();
  const { dependants } = intake;
  const set = (index: number, part: Partial<IntakeDependant>): void =>
    change({
      ...intake,
      dependants: dependants.map((one, at) => (at === index ? { ...one, ...part } : one)),
    });
  return (
    <Rows
      list="dependants"
      title={t('applications.part.dependants')}
      none={t('applications.noDependants')}
      add={t('applications.addDependant')}
      removeLabel={(number) => t('applications.removeDependant', { number })}
      rows={dependants}
      onAdd={() => change({ ...intake, dependants: [...dependants, newDependant(intake)] })}
      onRemove={(index) => change(withoutDependant(intake, index))}
    >
      {(one, index) => {
        const path = `dependants.${index}`;
        return (
          <>
            <At path={`${path}.name`}>
              <TextField
                label={t('applications.field.name')}
                value={one.name}
                onChange={(name) => set(index, { name })}
                maxLength={120}
                isRequired
                error={errorAt(`${path}.name`)}
              />
            </At>
            <At path={`${path}.nationalId`}>
              <TextField
                label={t('applications.field.nationalId')}
                value={one.nationalId}
                onChange={(nationalId) => set(index, { nationalId })}
                ltr
                maxLength={20}
                error={errorAt(`${path}.nationalId`)}
                warning={warningAt(`${path}.nationalId`)}
              />
            </At>
            <At path={`${path}.birthDate`}>
              <BirthDateField
                label={t('applications.field.birthDate')}
                value={one}
                onChange={(birth) => set(index, birth)}
                isRequired
                error={errorAt(`${path}.birthDate`)}
              />
            </At>
            <At path={`${path}.relation`}>
              <Select
                label={t('applications.field.relation')}
                options={RELATIONS.map((value) => ({
                  value,
                  label: t(`applications.relation.${value}`),
                }))}
                value={one.relation}
                onChange={(relation) => set(index, { relation })}
                isRequired
                error={errorAt(`${path}.relation`)}
              />
            </At>
            <At path={`${path}.dependantKind`}>
              <Select
                label={t('applications.field.dependantKind')}
                options={DEPENDANT_KINDS.map((value) => ({
                  value,
                  label: t(`applications.dependantKind.${value}`),
                }))}
                value={one.dependantKind}
                onChange={(dependantKind) => set(index, { dependantKind })}
                isRequired
                error={errorAt(`${path}.dependantKind`)}
              />
            </At>
            <At path={`${path}.nationality`}>
              <Select
                label={t('applications.field.nationality')}
                options={NATIONALITIES.map((value) => ({
                  value,
                  label: t(`applications.nationality.${value}`),
                }))}
                value={one.nationality}
                onChange={(nationality) => set(index, { nationality })}
                isRequired
                error={errorAt(`${path}.nationality`)}
              />
            </At>
            <div className="in-checks">
              <Checkbox isChecked={one.student} onChange={(student) => set(index, { student })}>
                {t('applications.isStudent')}
              </Checkbox>
              <Checkbox isChecked={one.disabled} onChange={(disabled) => set(index, { disabled })}>
                {t('applications.isDisabled')}
              </Checkbox>
            </div>
          </>
        );
      }}
    </Rows>
  );
}
