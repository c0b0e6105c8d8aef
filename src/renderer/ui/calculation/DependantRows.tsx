import { RELATIONS } from '../../../domain/entitlement/calculation.ts';
import { RELATION_WORDS } from '../../../domain/entitlement/entitlement-words.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { Checkbox, Select } from '../Choices.tsx';
import { NumberField } from '../NumberField.tsx';
import { TypedDateField } from '../TypedDateField.tsx';
import { withDependant, withoutDependant, type Draft, type DraftDependant } from './draft.ts';
import { EntryRows } from './EntryRows.tsx';
import type { NameOf } from './people.ts';

const DAYS_OF_YEAR = 366;

/** Everybody who depends on the head; who is abroad too long or in a centre brings no increment. */
export function DependantRows({
  draft,
  onChange,
  nameOf,
}: {
  draft: Draft;
  onChange: (draft: Draft) => void;
  nameOf: NameOf;
}) {
  const t = useT();
  const set = (index: number, part: Partial<DraftDependant>): void =>
    onChange({
      ...draft,
      dependants: draft.dependants.map((one, at) => (at === index ? { ...one, ...part } : one)),
    });
  return (
    <EntryRows
      title={t('calculator.dependants')}
      columns={[
        t('calculator.relation'),
        t('calculator.birth'),
        t('calculator.daysAbroad'),
        t('calculator.standing'),
      ]}
      add={t('calculator.addDependant')}
      keys="Alt+D"
      rows={draft.dependants}
      removeLabel={(number) => t('calculator.removeDependant', { number })}
      onAdd={() => onChange(withDependant(draft))}
      onRemove={(index) => onChange(withoutDependant(draft, index))}
    >
      {(one, index) => (
        <>
          <div className="calc-who">
            <Select
              label={t('calculator.relation')}
              hideLabel
              options={RELATIONS.map((value) => ({
                value,
                label: RELATION_WORDS[value][t.language],
              }))}
              value={one.relation}
              onChange={(relation) => set(index, { relation })}
            />
            {nameOf(one.id) !== null && <span className="cap muted ell">{nameOf(one.id)}</span>}
          </div>
          <TypedDateField
            label={t('calculator.birth')}
            hideLabel
            help=""
            value={one.birth}
            onChange={(birth) => set(index, { birth })}
          />
          <NumberField
            label={t('calculator.daysAbroad')}
            hideLabel
            value={one.daysAbroad}
            onChange={(daysAbroad) => set(index, { daysAbroad })}
            min={0}
            max={DAYS_OF_YEAR}
          />
          <div className="calc-standing">
            <Checkbox isChecked={one.inCentre} onChange={(inCentre) => set(index, { inCentre })}>
              {t('calculator.inCentre')}
            </Checkbox>
            <Checkbox isChecked={one.student} onChange={(student) => set(index, { student })}>
              {t('calculator.student')}
            </Checkbox>
          </div>
        </>
      )}
    </EntryRows>
  );
}
