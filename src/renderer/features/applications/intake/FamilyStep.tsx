import {
  EMPLOYMENT_STATUSES,
  MARITAL_STATUSES,
} from '../../../../domain/applications/application-status.ts';
import { HOUSEHOLD_KINDS } from '../../../../domain/entitlement/calculation.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { RadioGroup, Select } from '../../../ui/Choices.tsx';
import { NumberField } from '../../../ui/NumberField.tsx';
import { At } from './At.tsx';
import { DependantRows } from './DependantRows.tsx';
import { useForms } from './intake-context.ts';
import { StayRows } from './StayRows.tsx';

const MOST_FAMILIES = 4;

/** The applicant's social state, who depends on him, and who is away. */
export function FamilyStep() {
  const t = useT();
  const { intake, change, errorAt } = useForms();
  const { social, household } = intake;
  return (
    <>
      <fieldset className="in-part">
        <legend>{t('applications.part.social')}</legend>
        <div className="in-grid">
          <At path="household.kind">
            <RadioGroup
              label={t('applications.field.kind')}
              options={HOUSEHOLD_KINDS.map((value) => ({
                value,
                label: t(`applications.kind.${value}`),
              }))}
              value={household.kind}
              onChange={(kind) => change({ ...intake, household: { ...household, kind } })}
              isRequired
              error={errorAt('household.kind')}
              row
            />
          </At>
          <At path="social.maritalStatus">
            <Select
              label={t('applications.field.maritalStatus')}
              options={MARITAL_STATUSES.map((value) => ({
                value,
                label: t(`applications.marital.${value}`),
              }))}
              value={social.maritalStatus}
              onChange={(maritalStatus) =>
                change({ ...intake, social: { ...social, maritalStatus } })
              }
              isRequired
              error={errorAt('social.maritalStatus')}
            />
          </At>
          <At path="social.employment">
            <Select
              label={t('applications.field.employment')}
              options={EMPLOYMENT_STATUSES.map((value) => ({
                value,
                label: t(`applications.employment.${value}`),
              }))}
              value={social.employment}
              onChange={(employment) => change({ ...intake, social: { ...social, employment } })}
              isRequired
              error={errorAt('social.employment')}
            />
          </At>
          {household.kind !== 'independent' && (
            <At path="household.families">
              <NumberField
                label={t('applications.field.families')}
                help={t('applications.familiesHelp')}
                value={household.families ?? Number.NaN}
                onChange={(families) =>
                  change({
                    ...intake,
                    household: {
                      ...household,
                      families: Number.isNaN(families) ? null : families,
                    },
                  })
                }
                min={1}
                max={MOST_FAMILIES}
                isRequired
                error={errorAt('household.families')}
              />
            </At>
          )}
        </div>
      </fieldset>
      <DependantRows />
      <StayRows />
    </>
  );
}
