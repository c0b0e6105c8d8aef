import { HOUSEHOLD_KINDS, NATIONALITIES } from '../../../domain/entitlement/calculation.ts';
import { addMonths, isoMonth, monthOf, type IsoMonth } from '../../../domain/shared/iso-date.ts';
import { monthName } from '../../lib/format/date-words.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useToday } from '../../lib/use-today.ts';
import { Checkbox, Select } from '../Choices.tsx';
import { NumberField } from '../NumberField.tsx';
import { Segmented } from '../Tabs.tsx';
import { TypedDateField } from '../TypedDateField.tsx';
import type { Draft, DraftHead } from './draft.ts';

interface Props {
  draft: Draft;
  onChange: (draft: Draft) => void;
}

const FIRST_MONTH = isoMonth('2022-01');
const MOST_FAMILIES = 20;
const DAYS_OF_YEAR = 366;

/** The month, the kind of the household, and what the sum asks of its head. */
export function HeadFields({ draft, onChange }: Props) {
  const t = useT();
  const { head, kind } = draft;
  const set = (part: Partial<DraftHead>): void =>
    onChange({ ...draft, head: { ...head, ...part } });
  return (
    <div className="calc-head">
      <div className="calc-fields">
        <MonthField draft={draft} onChange={onChange} />
        <div className="field">
          <span className="label" aria-hidden>
            {t('calculator.kind')}
          </span>
          <Segmented
            label={t('calculator.kind')}
            items={HOUSEHOLD_KINDS.map((id) => ({ id, label: t(`calculator.kind.${id}`) }))}
            selected={kind}
            onSelect={(chosen) => onChange({ ...draft, kind: chosen })}
          />
        </div>
        <Select
          label={t('calculator.nationality')}
          options={NATIONALITIES.map((value) => ({
            value,
            label: t(`calculator.nationality.${value}`),
          }))}
          value={head.nationality}
          onChange={(nationality) => set({ nationality })}
        />
        <NumberField
          label={t('calculator.headDaysAbroad')}
          value={head.daysAbroad}
          onChange={(daysAbroad) => set({ daysAbroad })}
          min={0}
          max={DAYS_OF_YEAR}
        />
        {kind === 'family' ? (
          <NumberField
            label={t('calculator.families')}
            value={draft.families}
            onChange={(families) => onChange({ ...draft, families })}
            min={1}
            max={MOST_FAMILIES}
          />
        ) : (
          <TypedDateField
            label={t('calculator.birth')}
            value={head.birth}
            onChange={(birth) => set({ birth })}
            {...(head.birth === null ? { help: t('calculator.birthLeftOut') } : {})}
          />
        )}
      </div>
      <div className="calc-checks">
        <Checkbox isChecked={head.inCentre} onChange={(inCentre) => set({ inCentre })}>
          {t('calculator.headInCentre')}
        </Checkbox>
        {kind === 'family' ? (
          <Checkbox
            isChecked={draft.breachAllMinors}
            onChange={(breachAllMinors) => onChange({ ...draft, breachAllMinors })}
          >
            {t('calculator.breach')}
          </Checkbox>
        ) : (
          <>
            <Checkbox
              isChecked={head.dwellingProven}
              onChange={(dwellingProven) => set({ dwellingProven })}
            >
              {t('calculator.dwellingProven')}
            </Checkbox>
            <Checkbox isChecked={head.student} onChange={(student) => set({ student })}>
              {t('calculator.isStudent')}
            </Checkbox>
          </>
        )}
      </div>
    </div>
  );
}

function MonthField({ draft, onChange }: Props) {
  const t = useT();
  const next = addMonths(monthOf(useToday()), 1);
  return (
    <Select
      label={t('calculator.month')}
      options={monthsUpTo(next, draft.month).map((value) => ({
        value,
        label: monthName(t, value),
      }))}
      value={draft.month}
      onChange={(month) => onChange({ ...draft, month })}
    />
  );
}

/** From the newest back to the programme's first, and whatever is chosen already. */
function monthsUpTo(newest: IsoMonth, chosen: IsoMonth): IsoMonth[] {
  const months = chosen > newest ? [chosen] : [];
  for (let month = newest; month >= FIRST_MONTH; month = addMonths(month, -1)) months.push(month);
  return months.includes(chosen) ? months : [...months, chosen];
}
