import {
  ASSET_TYPES,
  INCOME_TYPES,
  type AssetType,
} from '../../../../domain/entitlement/calculation.ts';
import { ASSET_WORDS, INCOME_WORDS } from '../../../../domain/entitlement/entitlement-words.ts';
import type { IntakeAsset, IntakeIncome } from '../../../../domain/applications/intake.ts';
import { halalas } from '../../../../domain/shared/halalas.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { Select } from '../../../ui/Choices.tsx';
import { AmountField, TextField } from '../../../ui/Fields.tsx';
import { NumberField } from '../../../ui/NumberField.tsx';
import { At } from './At.tsx';
import { useForms } from './intake-context.ts';
import { personOptions } from './people.ts';
import { Rows } from './Rows.tsx';

/** What comes in and what is owned, person by person. */
export function FinancialStep() {
  return (
    <>
      <IncomeRows />
      <AssetRows />
    </>
  );
}

const MOST_OF_A_KIND = 100;

function IncomeRows() {
  const t = useT();
  const { intake, change, errorAt } = useForms();
  const { incomes } = intake;
  const people = personOptions(t, intake);
  const set = (index: number, part: Partial<IntakeIncome>): void =>
    change({
      ...intake,
      incomes: incomes.map((one, at) => (at === index ? { ...one, ...part } : one)),
    });
  return (
    <Rows
      list="incomes"
      title={t('applications.part.incomes')}
      note={t('applications.incomesNote')}
      none={t('applications.noIncomes')}
      add={t('applications.addIncome')}
      removeLabel={(number) => t('applications.removeIncome', { number })}
      rows={incomes}
      onAdd={() =>
        change({
          ...intake,
          incomes: [...incomes, { person: 0, type: null, amount: null, per: 'month', from: '' }],
        })
      }
      onRemove={(index) => change({ ...intake, incomes: incomes.toSpliced(index, 1) })}
    >
      {(one, index) => {
        const path = `incomes.${index}`;
        return (
          <>
            <At path={`${path}.person`}>
              <Select
                label={t('applications.field.person')}
                options={people}
                value={String(one.person)}
                onChange={(person) => set(index, { person: Number(person) })}
                error={errorAt(`${path}.person`)}
              />
            </At>
            <At path={`${path}.type`}>
              <Select
                label={t('applications.field.incomeType')}
                options={INCOME_TYPES.map((value) => ({
                  value,
                  label: INCOME_WORDS[value][t.language],
                }))}
                value={one.type}
                onChange={(type) => set(index, { type })}
                isRequired
                error={errorAt(`${path}.type`)}
              />
            </At>
            <At path={`${path}.amount`}>
              <AmountField
                label={t('applications.field.amount')}
                value={one.amount === null ? null : halalas(one.amount)}
                onChange={(amount) => set(index, { amount })}
                isRequired
                error={errorAt(`${path}.amount`)}
              />
            </At>
            <At path={`${path}.per`}>
              <Select
                label={t('applications.field.per')}
                options={(['month', 'year'] as const).map((value) => ({
                  value,
                  label: t(`applications.per.${value}`),
                }))}
                value={one.per}
                onChange={(per) => set(index, { per })}
              />
            </At>
            <At path={`${path}.from`}>
              <TextField
                label={t('applications.field.source')}
                value={one.from}
                onChange={(from) => set(index, { from })}
                maxLength={120}
              />
            </At>
          </>
        );
      }}
    </Rows>
  );
}

function AssetRows() {
  const t = useT();
  const { intake, change, errorAt } = useForms();
  const { assets } = intake;
  const people = personOptions(t, intake);
  const set = (index: number, part: Partial<IntakeAsset>): void =>
    change({
      ...intake,
      assets: assets.map((one, at) => (at === index ? { ...one, ...part } : one)),
    });
  return (
    <Rows
      list="assets"
      title={t('applications.part.assets')}
      none={t('applications.noAssets')}
      add={t('applications.addAsset')}
      removeLabel={(number) => t('applications.removeAsset', { number })}
      rows={assets}
      onAdd={() =>
        change({
          ...intake,
          assets: [...assets, { person: 0, type: null, value: null, count: null, description: '' }],
        })
      }
      onRemove={(index) => change({ ...intake, assets: assets.toSpliced(index, 1) })}
    >
      {(one, index) => {
        const path = `assets.${index}`;
        const isCounted = one.type !== null && isCount(one.type);
        return (
          <>
            <At path={`${path}.person`}>
              <Select
                label={t('applications.field.person')}
                options={people}
                value={String(one.person)}
                onChange={(person) => set(index, { person: Number(person) })}
                error={errorAt(`${path}.person`)}
              />
            </At>
            <At path={`${path}.type`}>
              <Select
                label={t('applications.field.assetType')}
                options={ASSET_TYPES.map((value) => ({
                  value,
                  label: ASSET_WORDS[value][t.language],
                }))}
                value={one.type}
                onChange={(type) =>
                  set(index, { type, value: null, count: isCount(type) ? 1 : null })
                }
                isRequired
                error={errorAt(`${path}.type`)}
              />
            </At>
            {isCounted ? (
              <At path={`${path}.count`}>
                <NumberField
                  label={t('applications.field.count')}
                  value={one.count ?? Number.NaN}
                  onChange={(count) => set(index, { count: Number.isNaN(count) ? null : count })}
                  min={0}
                  max={MOST_OF_A_KIND}
                  isRequired
                  error={errorAt(`${path}.count`)}
                />
              </At>
            ) : (
              <At path={`${path}.value`}>
                <AmountField
                  label={t('applications.field.value')}
                  value={one.value === null ? null : halalas(one.value)}
                  onChange={(value) => set(index, { value })}
                  isRequired={one.type === 'liquid'}
                  error={errorAt(`${path}.value`)}
                />
              </At>
            )}
            <At path={`${path}.description`}>
              <TextField
                label={t('applications.field.description')}
                value={one.description}
                onChange={(description) => set(index, { description })}
                maxLength={120}
              />
            </At>
          </>
        );
      }}
    </Rows>
  );
}

/** Cars and domestic workers are counted, everything else is valued. */
function isCount(type: AssetType): boolean {
  return type === 'car' || type === 'domesticWorkers';
}
