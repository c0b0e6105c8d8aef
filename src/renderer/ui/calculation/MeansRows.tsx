import { ASSET_TYPES, INCOME_TYPES } from '../../../domain/entitlement/calculation.ts';
import { ASSET_WORDS, INCOME_WORDS } from '../../../domain/entitlement/entitlement-words.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { Select } from '../Choices.tsx';
import { AmountField } from '../Fields.tsx';
import { NumberField } from '../NumberField.tsx';
import { isCounted, type Draft, type DraftAsset, type DraftIncome } from './draft.ts';
import { EntryRows } from './EntryRows.tsx';
import { personOptions, type NameOf } from './people.ts';

interface Props {
  draft: Draft;
  onChange: (draft: Draft) => void;
  nameOf: NameOf;
}

const MOST_OF_A_KIND = 100;

export function IncomeRows({ draft, onChange, nameOf }: Props) {
  const t = useT();
  const { incomes } = draft;
  const people = personOptions(t, draft, nameOf);
  const set = (index: number, part: Partial<DraftIncome>): void =>
    onChange({
      ...draft,
      incomes: incomes.map((one, at) => (at === index ? { ...one, ...part } : one)),
    });
  return (
    <EntryRows
      title={t('calculator.incomes')}
      columns={[
        t('calculator.incomeType'),
        t('calculator.amount'),
        t('calculator.per'),
        t('calculator.ofWhom'),
      ]}
      add={t('calculator.addIncome')}
      keys="Alt+I"
      rows={incomes}
      removeLabel={(number) => t('calculator.removeIncome', { number })}
      onAdd={() =>
        onChange({
          ...draft,
          incomes: [
            ...incomes,
            { person: draft.head.id, type: 'wage', amount: null, per: 'month' },
          ],
        })
      }
      onRemove={(index) => onChange({ ...draft, incomes: incomes.toSpliced(index, 1) })}
    >
      {(one, index) => (
        <>
          <Select
            label={t('calculator.incomeType')}
            hideLabel
            options={INCOME_TYPES.map((value) => ({
              value,
              label: INCOME_WORDS[value][t.language],
            }))}
            value={one.type}
            onChange={(type) => set(index, { type })}
          />
          <AmountField
            label={t('calculator.amount')}
            hideLabel
            value={one.amount}
            onChange={(amount) => set(index, { amount })}
          />
          <Select
            label={t('calculator.per')}
            hideLabel
            options={(['month', 'year'] as const).map((value) => ({
              value,
              label: t(`calculator.per.${value}`),
            }))}
            value={one.per}
            onChange={(per) => set(index, { per })}
          />
          <Select
            label={t('calculator.ofWhom')}
            hideLabel
            options={people}
            value={one.person}
            onChange={(person) => set(index, { person })}
          />
        </>
      )}
    </EntryRows>
  );
}

export function AssetRows({ draft, onChange, nameOf }: Props) {
  const t = useT();
  const { assets } = draft;
  const people = personOptions(t, draft, nameOf);
  const set = (index: number, part: Partial<DraftAsset>): void =>
    onChange({
      ...draft,
      assets: assets.map((one, at) => (at === index ? { ...one, ...part } : one)),
    });
  return (
    <EntryRows
      title={t('calculator.assets')}
      columns={[t('calculator.assetType'), t('calculator.extent'), '', t('calculator.ofWhom')]}
      add={t('calculator.addAsset')}
      keys="Alt+A"
      rows={assets}
      removeLabel={(number) => t('calculator.removeAsset', { number })}
      onAdd={() =>
        onChange({
          ...draft,
          assets: [...assets, { person: draft.head.id, type: 'liquid', value: null, count: null }],
        })
      }
      onRemove={(index) => onChange({ ...draft, assets: assets.toSpliced(index, 1) })}
    >
      {(one, index) => (
        <>
          <Select
            label={t('calculator.assetType')}
            hideLabel
            options={ASSET_TYPES.map((value) => ({
              value,
              label: ASSET_WORDS[value][t.language],
            }))}
            value={one.type}
            onChange={(type) =>
              set(index, { type, value: null, count: isCounted(type) ? 1 : null })
            }
          />
          {isCounted(one.type) ? (
            <NumberField
              label={t('calculator.count')}
              hideLabel
              value={one.count ?? Number.NaN}
              onChange={(count) => set(index, { count })}
              min={0}
              max={MOST_OF_A_KIND}
            />
          ) : (
            <AmountField
              label={t('calculator.value')}
              hideLabel
              value={one.value}
              onChange={(value) => set(index, { value })}
            />
          )}
          <span />
          <Select
            label={t('calculator.ofWhom')}
            hideLabel
            options={people}
            value={one.person}
            onChange={(person) => set(index, { person })}
          />
        </>
      )}
    </EntryRows>
  );
}
