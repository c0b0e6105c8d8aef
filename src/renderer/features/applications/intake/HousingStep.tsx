import { DWELLING_PROOFS, TENURES } from '../../../../domain/registry/household-fact.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { Checkbox, RadioGroup, Select } from '../../../ui/Choices.tsx';
import { TextField } from '../../../ui/Fields.tsx';
import { Rule } from '../../../ui/cases/Rule.tsx';
import { AddressFields, NO_ADDRESS } from './AddressFields.tsx';
import { At } from './At.tsx';
import { useForms } from './intake-context.ts';

/** Where the household lives, and what proves it. */
export function HousingStep() {
  const t = useT();
  const { intake, change, errorAt } = useForms();
  const { dwelling, household } = intake;
  const set = (part: Partial<typeof dwelling>): void =>
    change({ ...intake, dwelling: { ...dwelling, ...part } });
  return (
    <>
      <fieldset className="in-part">
        <legend>{t('applications.part.dwelling')}</legend>
        <At path="dwelling.tenure">
          <RadioGroup
            label={t('applications.field.tenure')}
            options={TENURES.map((value) => ({ value, label: t(`applications.tenure.${value}`) }))}
            value={dwelling.tenure}
            onChange={(tenure) => set({ tenure })}
            isRequired
            error={errorAt('dwelling.tenure')}
            row
          />
        </At>
        <div className="in-grid">
          <At path="dwelling.proof">
            <Select
              label={t('applications.field.proof')}
              options={DWELLING_PROOFS.map((value) => ({
                value,
                label: t(`applications.proof.${value}`),
              }))}
              value={dwelling.proof}
              onChange={(proof) => set({ proof })}
              error={errorAt('dwelling.proof')}
            />
          </At>
          <At path="dwelling.proofNumber">
            <TextField
              label={t('applications.field.proofNumber')}
              value={dwelling.proofNumber}
              onChange={(proofNumber) => set({ proofNumber })}
              ltr
              maxLength={40}
              error={errorAt('dwelling.proofNumber')}
            />
          </At>
        </div>
        {household.kind === 'independent' && dwelling.proof === null && (
          <Rule icon="home" tone="warning">
            {t('applications.independentProof')}
          </Rule>
        )}
      </fieldset>
      <fieldset className="in-part">
        <legend>{t('applications.part.dwellingAddress')}</legend>
        <Checkbox
          isChecked={dwelling.address === null}
          onChange={(isSame) => set({ address: isSame ? null : NO_ADDRESS })}
        >
          {t('applications.sameAddress')}
        </Checkbox>
        {dwelling.address !== null && (
          <AddressFields
            path="dwelling.address"
            value={dwelling.address}
            onChange={(address) => set({ address })}
          />
        )}
      </fieldset>
    </>
  );
}
