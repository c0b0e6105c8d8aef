import type { ComponentType } from 'react';
import {
  PENSION_ROUNDINGS,
  SEPARATE_FAMILIES,
  type EntitlementSettingKey,
} from '../../../../domain/entitlement/entitlement-settings.ts';
import { ENTITLEMENT_LIMITS } from '../../../../domain/settings/entitlement-values.ts';
import type { Halalas } from '../../../../domain/shared/halalas.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { Checkbox, RadioGroup } from '../../../ui/Choices.tsx';
import { AmountField } from '../../../ui/Fields.tsx';
import { NumberField } from '../../../ui/NumberField.tsx';
import type { EditorProps } from './editor.ts';

/** Editors of what the sum of a pension rests on. */
export const ENTITLEMENT_EDITORS: {
  readonly [Key in EntitlementSettingKey]: ComponentType<EditorProps<Key>>;
} = {
  pensionRates: RatesEditor,
  earnedIncomePercent: PercentEditor,
  retirementPensionEarned: RetirementEditor,
  spreadMonths: SpreadEditor,
  otherWealth: OtherWealthEditor,
  wealthLimits: WealthLimitsEditor,
  daysAbroadLimit: DaysAbroadEditor,
  entitlementAges: AgesEditor,
  breachIncrements: BreachEditor,
  separateFamilies: FamiliesEditor,
  equalIncomeEligible: EqualIncomeEditor,
  pensionRounding: RoundingEditor,
  retroactiveLimitMonths: RetroactiveEditor,
};

function RatesEditor({ value, onChange }: EditorProps<'pensionRates'>) {
  const t = useT();
  return (
    <div className="set-pair">
      {(['head', 'dependant'] as const).map((part) => (
        <AmountField
          key={part}
          label={t(`settings.rate.${part}`)}
          value={Number.isNaN(value[part]) ? null : value[part]}
          onChange={(amount) => onChange({ ...value, [part]: amount ?? (Number.NaN as Halalas) })}
          isRequired
        />
      ))}
    </div>
  );
}

function PercentEditor({ value, onChange, label }: EditorProps<'earnedIncomePercent'>) {
  return <Whole label={label} value={value} onChange={onChange} limit="percent" unit="%" />;
}

function SpreadEditor({ value, onChange }: EditorProps<'spreadMonths'>) {
  const t = useT();
  return (
    <div className="set-pair">
      {(['liquid', 'governmentSupport'] as const).map((part) => (
        <Whole
          key={part}
          label={t(`settings.spread.${part}`)}
          value={value[part]}
          onChange={(months) => onChange({ ...value, [part]: months })}
          limit="spreadMonths"
          unit={t('settings.months')}
        />
      ))}
    </div>
  );
}

function OtherWealthEditor({ value, onChange, label }: EditorProps<'otherWealth'>) {
  const t = useT();
  return (
    <>
      <RadioGroup
        label={label}
        options={(['notCounted', 'counted'] as const).map((choice) => ({
          value: choice,
          label: t(`settings.wealth.${choice}`),
        }))}
        value={value.counted ? 'counted' : 'notCounted'}
        onChange={(choice) => onChange({ ...value, counted: choice === 'counted' })}
      />
      <Whole
        label={t('settings.exemptCars')}
        value={value.exemptCars}
        onChange={(exemptCars) => onChange({ ...value, exemptCars })}
        limit="cars"
      />
    </>
  );
}

function WealthLimitsEditor({ value, onChange }: EditorProps<'wealthLimits'>) {
  const t = useT();
  return (
    <>
      <div className="set-pair">
        {(['familyCars', 'independentCars'] as const).map((part) => (
          <Whole
            key={part}
            label={t(`settings.most.${part}`)}
            value={value[part]}
            onChange={(most) => onChange({ ...value, [part]: most })}
            limit="cars"
          />
        ))}
      </div>
      <Whole
        label={t('settings.most.domesticWorkers')}
        value={value.domesticWorkers}
        onChange={(domesticWorkers) => onChange({ ...value, domesticWorkers })}
        limit="domesticWorkers"
      />
    </>
  );
}

function DaysAbroadEditor({ value, onChange, label }: EditorProps<'daysAbroadLimit'>) {
  const unit = useT()('settings.daysOfYear');
  return <Whole label={label} value={value} onChange={onChange} limit="daysAbroad" unit={unit} />;
}

function AgesEditor({ value, onChange }: EditorProps<'entitlementAges'>) {
  const t = useT();
  return (
    <div className="set-pair">
      {(['independent', 'student'] as const).map((part) => (
        <Whole
          key={part}
          label={t(`settings.age.${part}`)}
          value={value[part]}
          onChange={(years) => onChange({ ...value, [part]: years })}
          limit="years"
          unit={t('settings.years')}
        />
      ))}
    </div>
  );
}

function BreachEditor({ value, onChange }: EditorProps<'breachIncrements'>) {
  const label = useT()('settings.increments');
  return <Whole label={label} value={value} onChange={onChange} limit="increments" />;
}

function FamiliesEditor({ value, onChange, label }: EditorProps<'separateFamilies'>) {
  const t = useT();
  const options = SEPARATE_FAMILIES.map((choice) => ({
    value: choice,
    label: t(`settings.families.${choice}`),
  }));
  return <RadioGroup label={label} options={options} value={value} onChange={onChange} />;
}

function RoundingEditor({ value, onChange, label }: EditorProps<'pensionRounding'>) {
  const t = useT();
  const options = PENSION_ROUNDINGS.map((choice) => ({
    value: choice,
    label: t(`settings.rounding.${choice}`),
  }));
  return <RadioGroup label={label} options={options} value={value} onChange={onChange} />;
}

function RetirementEditor({ value, onChange, label }: EditorProps<'retirementPensionEarned'>) {
  const t = useT();
  const options = (['earned', 'unearned'] as const).map((choice) => ({
    value: choice,
    label: t(`settings.retirement.${choice}`),
  }));
  return (
    <RadioGroup
      label={label}
      options={options}
      value={value ? 'earned' : 'unearned'}
      onChange={(choice) => onChange(choice === 'earned')}
    />
  );
}

function EqualIncomeEditor({ value, onChange, label }: EditorProps<'equalIncomeEligible'>) {
  const t = useT();
  const options = (['ineligible', 'eligible'] as const).map((choice) => ({
    value: choice,
    label: t(`settings.equal.${choice}`),
  }));
  return (
    <RadioGroup
      label={label}
      options={options}
      value={value ? 'eligible' : 'ineligible'}
      onChange={(choice) => onChange(choice === 'eligible')}
    />
  );
}

const USUAL_LIMIT_MONTHS = 12;

function RetroactiveEditor({ value, onChange, label }: EditorProps<'retroactiveLimitMonths'>) {
  const t = useT();
  return (
    <>
      <Checkbox
        isChecked={value === null}
        onChange={(isUnlimited) => onChange(isUnlimited ? null : USUAL_LIMIT_MONTHS)}
      >
        {t('settings.noLimit')}
      </Checkbox>
      {value !== null && (
        <Whole
          label={label}
          value={value}
          onChange={onChange}
          limit="retroactiveMonths"
          unit={t('settings.months')}
        />
      )}
    </>
  );
}

function Whole({
  limit,
  ...field
}: {
  label: string;
  value: number;
  onChange: (value: number) => void;
  limit: keyof typeof ENTITLEMENT_LIMITS;
  unit?: string;
}) {
  const [min, max] = ENTITLEMENT_LIMITS[limit];
  return <NumberField {...field} min={min} max={max} isRequired />;
}
