import {
  addMonths,
  isIsoMonth,
  monthOf,
  type IsoMonth,
} from '../../../../domain/shared/iso-date.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { useShortcuts } from '../../../lib/keyboard/shortcuts.ts';
import { useToday } from '../../../lib/use-today.ts';
import { IconButton } from '../../../ui/Button.tsx';
import { Select } from '../../../ui/Choices.tsx';
import { DatePicker } from '../../../ui/DatePicker.tsx';
import { monthName } from '../../../ui/Figures.tsx';
import { Segmented } from '../../../ui/Tabs.tsx';
import type { Household, Looking } from './use-household.ts';

/** Months that can be chosen at most: five years. */
const MOST = 60;
const PRESENT = 'present';

/** Which month's household is shown, and whether by today's knowledge or by that of an earlier day. */
export function TimeControl({
  household,
  looking,
  onLook,
}: {
  household: Household;
  looking: Looking;
  onLook: (looking: Looking) => void;
}) {
  const t = useT();
  const today = useToday();
  const months = monthsUntil(monthOf(today), household.knownFrom);
  const { month, knownOn } = looking;
  const look = (chosen: string): void =>
    onLook({ ...looking, month: isIsoMonth(chosen) ? chosen : null });
  // The present month stands among the months as well: its first day is not today.
  const back = month === null ? months[0] : months[months.indexOf(month) + 1];
  const forth = month === null ? undefined : (months[months.indexOf(month) - 1] ?? PRESENT);
  useShortcuts({
    '[': () => back !== undefined && look(back),
    ']': () => forth !== undefined && look(forth),
  });
  return (
    <div className="hh-time">
      <span className="label">{t('households.asAt')}</span>
      <IconButton
        size="s"
        icon="chevb"
        label={t('households.previousMonth')}
        keys="["
        isDisabled={back === undefined}
        onPress={() => back !== undefined && look(back)}
      />
      <Select
        className="hh-month"
        label={t('households.asAt')}
        hideLabel
        options={[
          { value: PRESENT, label: t('households.today') },
          ...months.map((value) => ({ value: value as string, label: monthName(t, value) })),
        ]}
        value={month ?? PRESENT}
        onChange={look}
      />
      <IconButton
        size="s"
        icon="chev"
        label={t('households.nextMonth')}
        keys="]"
        isDisabled={forth === undefined}
        onPress={() => forth !== undefined && look(forth)}
      />
      <span className="hh-time-gap" />
      <span className="label">{t('households.knownAs')}</span>
      <Segmented
        label={t('households.knownAs')}
        items={[
          { id: 'now', label: t('households.knownNow') },
          { id: 'then', label: t('households.knownOn') },
        ]}
        selected={knownOn === null ? 'now' : 'then'}
        onSelect={(chosen) => onLook({ ...looking, knownOn: chosen === 'now' ? null : today })}
      />
      {knownOn !== null && (
        <DatePicker
          className="hh-known"
          label={t('households.knownOnDate')}
          hideLabel
          value={knownOn}
          max={today}
          onChange={(date) => date !== null && onLook({ ...looking, knownOn: date })}
        />
      )}
    </div>
  );
}

function monthsUntil(present: IsoMonth, knownFrom: string | null): readonly IsoMonth[] {
  const first = knownFrom?.slice(0, 7) ?? present;
  return Array.from({ length: MOST }, (_, back) => addMonths(present, -back)).filter(
    (month) => month >= first,
  );
}
