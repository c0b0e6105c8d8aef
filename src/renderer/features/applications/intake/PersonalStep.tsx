import { NATIONALITIES } from '../../../../domain/entitlement/calculation.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { Checkbox, RadioGroup, Select } from '../../../ui/Choices.tsx';
import { TextField } from '../../../ui/Fields.tsx';
import { AddressFields, NO_ADDRESS } from './AddressFields.tsx';
import { At } from './At.tsx';
import { BirthDateField } from './BirthDateField.tsx';
import { useForms } from './intake-context.ts';

/** Who applies, and how he is reached. */
export function PersonalStep() {
  const t = useT();
  const { intake, change, errorAt, warningAt } = useForms();
  const { applicant, contact } = intake;
  const person = (part: Partial<typeof applicant>): void =>
    change({ ...intake, applicant: { ...applicant, ...part } });
  const reach = (part: Partial<typeof contact>): void =>
    change({ ...intake, contact: { ...contact, ...part } });
  return (
    <>
      <fieldset className="in-part">
        <legend>{t('applications.part.identity')}</legend>
        <div className="in-grid">
          <At path="applicant.name" className="wide">
            <TextField
              label={t('applications.field.name')}
              value={applicant.name}
              onChange={(name) => person({ name })}
              maxLength={120}
              isRequired
              error={errorAt('applicant.name')}
            />
          </At>
          <At path="applicant.nationalId">
            <TextField
              label={t('applications.field.nationalId')}
              value={applicant.nationalId}
              onChange={(nationalId) => person({ nationalId })}
              ltr
              maxLength={20}
              isRequired
              error={errorAt('applicant.nationalId')}
              warning={warningAt('applicant.nationalId')}
            />
          </At>
          <At path="applicant.birthDate">
            <BirthDateField
              label={t('applications.field.birthDate')}
              value={applicant}
              onChange={person}
              isRequired
              error={errorAt('applicant.birthDate')}
            />
          </At>
          <At path="applicant.sex">
            <RadioGroup
              label={t('applications.field.sex')}
              options={(['female', 'male'] as const).map((value) => ({
                value,
                label: t(`applications.sex.${value}`),
              }))}
              value={applicant.sex}
              onChange={(sex) => person({ sex })}
              isRequired
              error={errorAt('applicant.sex')}
              row
            />
          </At>
          <At path="applicant.nationality">
            <Select
              label={t('applications.field.nationality')}
              options={NATIONALITIES.map((value) => ({
                value,
                label: t(`applications.nationality.${value}`),
              }))}
              value={applicant.nationality}
              onChange={(nationality) => person({ nationality })}
              isRequired
              error={errorAt('applicant.nationality')}
            />
          </At>
          <div className="in-checks wide">
            <Checkbox isChecked={applicant.student} onChange={(student) => person({ student })}>
              {t('applications.isStudent')}
            </Checkbox>
            <Checkbox isChecked={applicant.disabled} onChange={(disabled) => person({ disabled })}>
              {t('applications.isDisabled')}
            </Checkbox>
          </div>
        </div>
      </fieldset>
      <fieldset className="in-part">
        <legend>{t('applications.part.contact')}</legend>
        <div className="in-grid">
          <At path="contact.phone">
            <TextField
              label={t('applications.field.phone')}
              value={contact.phone}
              onChange={(phone) => reach({ phone })}
              ltr
              type="tel"
              placeholder="05XXXXXXXX"
              maxLength={20}
              isRequired
              error={errorAt('contact.phone')}
            />
          </At>
          <At path="contact.email">
            <TextField
              label={t('applications.field.email')}
              value={contact.email}
              onChange={(email) => reach({ email })}
              ltr
              maxLength={120}
              error={errorAt('contact.email')}
            />
          </At>
        </div>
      </fieldset>
      <fieldset className="in-part">
        <legend>{t('applications.part.address')}</legend>
        <At path="contact.address">
          <Checkbox
            isChecked={contact.address === null}
            onChange={(isUnknown) =>
              reach(isUnknown ? { address: null } : { address: NO_ADDRESS, addressLine: '' })
            }
          >
            {t('applications.noNationalAddress')}
          </Checkbox>
        </At>
        {contact.address === null ? (
          <TextField
            label={t('applications.field.addressLine')}
            value={contact.addressLine}
            onChange={(addressLine) => reach({ addressLine })}
            maxLength={200}
            isRequired
            error={errorAt('contact.address')}
          />
        ) : (
          <AddressFields
            path="contact.address"
            value={contact.address}
            onChange={(address) => reach({ address })}
          />
        )}
      </fieldset>
    </>
  );
}
