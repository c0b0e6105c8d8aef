import { addMonths, monthOf } from '../../../domain/shared/iso-date.ts';
import {
  FEWEST_INSTALMENTS,
  MOST_INSTALMENTS,
  type PlanOnScreen,
} from '../../lib/cases/recovery-plan.ts';
import { monthName } from '../../lib/format/date-words.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useToday } from '../../lib/use-today.ts';
import { Checkbox, Select } from '../Choices.tsx';
import { DatePicker } from '../DatePicker.tsx';
import { NumberField } from '../NumberField.tsx';

const MONTHS_AHEAD = 12;

/** How a sum is proposed to be given back, and by when the person answers. */
export function RecoveryPlanFields({
  plan,
  onChange,
}: {
  plan: PlanOnScreen;
  onChange: (plan: PlanOnScreen) => void;
}) {
  const t = useT();
  const today = useToday();
  const months = Array.from({ length: MONTHS_AHEAD }, (_, ahead) =>
    addMonths(monthOf(today), ahead + 1),
  );
  return (
    <>
      <DatePicker
        label={t('caseLetters.respondByAnswer')}
        value={plan.respondBy}
        onChange={(respondBy) => onChange({ ...plan, respondBy })}
        min={today}
      />
      <Checkbox
        isChecked={plan.byInstalments}
        onChange={(byInstalments) =>
          onChange({ ...plan, byInstalments, firstMonth: plan.firstMonth ?? months[0] ?? null })
        }
      >
        {t('caseLetters.byInstalments')}
      </Checkbox>
      {plan.byInstalments && (
        <div className="two">
          <NumberField
            label={t('caseLetters.instalments')}
            value={plan.count}
            onChange={(count) => onChange({ ...plan, count })}
            min={FEWEST_INSTALMENTS}
            max={MOST_INSTALMENTS}
          />
          <Select
            label={t('caseLetters.firstMonth')}
            options={months.map((value) => ({ value, label: monthName(t, value) }))}
            value={plan.firstMonth}
            onChange={(firstMonth) => onChange({ ...plan, firstMonth })}
          />
        </div>
      )}
    </>
  );
}
