import {
  ASSET_TYPES,
  HOUSEHOLD_KINDS,
  INCOME_TYPES,
} from '../../../../domain/entitlement/calculation.ts';
import {
  DWELLING_PROOFS,
  STAY_PLACES,
  TENURES,
} from '../../../../domain/registry/household-fact.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { Checkbox, RadioGroup, Select } from '../../../ui/Choices.tsx';
import { AmountField, TextField } from '../../../ui/Fields.tsx';
import { NumberField } from '../../../ui/NumberField.tsx';
import { TypedDateField } from '../../../ui/TypedDateField.tsx';
import { AddressFields } from './AddressFields.tsx';
import type { Draft, Drafts } from './drafts.ts';
import { PersonFields } from './PersonFields.tsx';
import type { FactKind } from './use-household.ts';

/** What is wrong with a field, by its name; null where nothing is. */
export type FaultOf = (field: string) => string | null;

export interface FieldsProps<Kind extends FactKind> {
  values: Drafts[Kind];
  onChange: (values: Drafts[Kind]) => void;
  fault: FaultOf;
}

/** Masked numbers that stay where their field is left empty. */
export interface KnownNumbers {
  readonly nationalId: string | null;
  readonly phone: string | null;
  readonly email: string | null;
}

/** The fields of one kind of fact. */
export function FactFieldset({
  draft,
  onChange,
  fault,
  known,
  isHead,
}: {
  draft: Draft;
  onChange: (draft: Draft) => void;
  fault: FaultOf;
  known: KnownNumbers;
  isHead: boolean;
}) {
  switch (draft.kind) {
    case 'household':
      return (
        <HouseholdFields
          values={draft.values}
          onChange={(values) => onChange({ kind: 'household', values })}
          fault={fault}
        />
      );
    case 'person':
      return (
        <PersonFields
          values={draft.values}
          onChange={(values) => onChange({ kind: 'person', values })}
          fault={fault}
          knownId={known.nationalId}
          isHead={isHead}
        />
      );
    case 'contact':
      return (
        <ContactFields
          values={draft.values}
          onChange={(values) => onChange({ kind: 'contact', values })}
          fault={fault}
          known={known}
        />
      );
    case 'income':
      return (
        <IncomeFields
          values={draft.values}
          onChange={(values) => onChange({ kind: 'income', values })}
          fault={fault}
        />
      );
    case 'asset':
      return (
        <AssetFields
          values={draft.values}
          onChange={(values) => onChange({ kind: 'asset', values })}
          fault={fault}
        />
      );
    case 'stay':
      return (
        <StayFields
          values={draft.values}
          onChange={(values) => onChange({ kind: 'stay', values })}
          fault={fault}
        />
      );
    case 'dwelling':
      return (
        <DwellingFields
          values={draft.values}
          onChange={(values) => onChange({ kind: 'dwelling', values })}
          fault={fault}
        />
      );
    case 'breach':
      return (
        <BreachFields
          values={draft.values}
          onChange={(values) => onChange({ kind: 'breach', values })}
          fault={fault}
        />
      );
  }
}

function HouseholdFields({ values, onChange, fault }: FieldsProps<'household'>) {
  const t = useT();
  return (
    <div className="hh-form-grid">
      <RadioGroup
        label={t('households.field.kind')}
        options={HOUSEHOLD_KINDS.map((value) => ({
          value,
          label: t(`households.householdKind.${value}`),
        }))}
        value={values.kind}
        onChange={(kind) => onChange({ ...values, kind })}
        error={fault('kind')}
        row
      />
      <NumberField
        label={t('households.field.families')}
        value={values.families}
        onChange={(families) => onChange({ ...values, families })}
        min={1}
        max={4}
        error={fault('families')}
      />
      <TypedDateField
        label={t('households.field.applicationDate')}
        value={values.applicationDate}
        onChange={(applicationDate) => onChange({ ...values, applicationDate })}
        error={fault('applicationDate')}
        isRequired
      />
    </div>
  );
}

function ContactFields({
  values,
  onChange,
  fault,
  known,
}: FieldsProps<'contact'> & { known: KnownNumbers }) {
  const t = useT();
  const keep = (value: string | null) =>
    value === null ? null : t('households.keepMasked', { value });
  return (
    <>
      <div className="hh-form-grid">
        <TextField
          label={t('households.field.phone')}
          value={values.phone}
          onChange={(phone) => onChange({ ...values, phone })}
          type="tel"
          ltr
          help={keep(known.phone)}
          error={fault('phone')}
        />
        <TextField
          label={t('households.field.email')}
          value={values.email}
          onChange={(email) => onChange({ ...values, email })}
          ltr
          help={keep(known.email)}
          error={fault('email')}
        />
      </div>
      <AddressFields
        address={values.address}
        onChange={(address) => onChange({ ...values, address })}
        fault={fault}
      />
      {values.address === null && (
        <TextField
          label={t('households.field.addressLine')}
          value={values.addressLine}
          onChange={(addressLine) => onChange({ ...values, addressLine })}
          maxLength={300}
          error={fault('addressLine')}
        />
      )}
    </>
  );
}

function IncomeFields({ values, onChange, fault }: FieldsProps<'income'>) {
  const t = useT();
  return (
    <div className="hh-form-grid">
      <Select
        label={t('households.incomeType')}
        options={INCOME_TYPES.map((value) => ({ value, label: t(`households.income.${value}`) }))}
        value={values.type}
        onChange={(type) => onChange({ ...values, type })}
        error={fault('type')}
        isRequired
      />
      <TextField
        label={t('households.field.from')}
        value={values.from}
        onChange={(from) => onChange({ ...values, from })}
        maxLength={300}
        error={fault('from.data')}
      />
      <AmountField
        label={t('households.field.amount')}
        value={values.amount}
        onChange={(amount) => onChange({ ...values, amount })}
        error={fault('amount')}
        isRequired
      />
      <RadioGroup
        label={t('households.field.per')}
        options={(['month', 'year'] as const).map((value) => ({
          value,
          label: t(`households.per.${value}`),
        }))}
        value={values.per}
        onChange={(per) => onChange({ ...values, per })}
        row
      />
    </div>
  );
}

function AssetFields({ values, onChange, fault }: FieldsProps<'asset'>) {
  const t = useT();
  const isCounted = values.type === 'car' || values.type === 'domesticWorkers';
  return (
    <div className="hh-form-grid">
      <Select
        label={t('households.assetType')}
        options={ASSET_TYPES.map((value) => ({ value, label: t(`households.asset.${value}`) }))}
        value={values.type}
        onChange={(type) => onChange({ ...values, type })}
        error={fault('type')}
        isRequired
      />
      {isCounted ? (
        <NumberField
          label={t('households.field.count')}
          value={values.count}
          onChange={(count) => onChange({ ...values, count, value: null })}
          min={0}
          max={100}
          error={fault('count')}
        />
      ) : (
        <AmountField
          label={t('households.field.value')}
          value={values.value}
          onChange={(value) => onChange({ ...values, value, count: Number.NaN })}
          error={fault('value')}
        />
      )}
      <TextField
        label={t('households.field.description')}
        value={values.description}
        onChange={(description) => onChange({ ...values, description })}
        maxLength={300}
        error={fault('description')}
      />
    </div>
  );
}

function StayFields({ values, onChange, fault }: FieldsProps<'stay'>) {
  const t = useT();
  return (
    <div className="hh-form-grid">
      <RadioGroup
        label={t('households.field.place')}
        options={STAY_PLACES.map((value) => ({ value, label: t(`households.place.${value}`) }))}
        value={values.place}
        onChange={(place) => onChange({ ...values, place })}
        error={fault('place')}
        row
      />
      <TextField
        label={t('households.field.where')}
        value={values.where}
        onChange={(where) => onChange({ ...values, where })}
        maxLength={300}
        error={fault('where')}
      />
    </div>
  );
}

function DwellingFields({ values, onChange, fault }: FieldsProps<'dwelling'>) {
  const t = useT();
  return (
    <>
      <div className="hh-form-grid">
        <Select
          label={t('households.field.tenure')}
          options={TENURES.map((value) => ({ value, label: t(`households.tenure.${value}`) }))}
          value={values.tenure}
          onChange={(tenure) => onChange({ ...values, tenure })}
          error={fault('tenure')}
          isRequired
        />
        <Select
          label={t('households.field.proof')}
          options={(['none', ...DWELLING_PROOFS] as const).map((value) => ({
            value,
            label: t(`households.proof.${value}`),
          }))}
          value={values.proof ?? 'none'}
          onChange={(proof) => onChange({ ...values, proof: proof === 'none' ? null : proof })}
          error={fault('proof')}
        />
        {values.proof !== null && (
          <TextField
            label={t('households.field.proofNumber')}
            value={values.proofNumber}
            onChange={(proofNumber) => onChange({ ...values, proofNumber })}
            maxLength={300}
            ltr
            error={fault('proofNumber')}
          />
        )}
      </div>
      <AddressFields
        address={values.address}
        onChange={(address) => onChange({ ...values, address })}
        fault={fault}
      />
    </>
  );
}

function BreachFields({ values, onChange, fault }: FieldsProps<'breach'>) {
  const t = useT();
  return (
    <>
      <TextField
        label={t('households.field.reason')}
        value={values.reason}
        onChange={(reason) => onChange({ ...values, reason })}
        maxLength={300}
        error={fault('reason')}
        isRequired
      />
      <Checkbox
        isChecked={values.allMinors}
        onChange={(allMinors) => onChange({ ...values, allMinors })}
      >
        {t('households.field.allMinors')}
      </Checkbox>
    </>
  );
}
