import { addMonths, type IsoMonth } from '../../../domain/shared/iso-date.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Select } from '../../ui/Choices.tsx';
import { AmountField } from '../../ui/Fields.tsx';
import { monthName } from '../../lib/format/date-words.ts';
import { DateText } from '../../ui/Figures.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Message } from '../../ui/Message.tsx';
import './new-complaint.css';
import type { ClaimedMonth } from './new-claim.ts';
import type { FilingWindow } from './use-filing-windows.ts';

const MONTHS_BACK = 18;
const MOST = 12;

/** The months of a claim: expected and received, and whether each may still be complained about. */
export function ClaimedMonths({
  months,
  onChange,
  windows,
  today,
  faults,
}: {
  months: readonly ClaimedMonth[];
  onChange: (months: readonly ClaimedMonth[]) => void;
  windows: ReadonlyMap<IsoMonth, FilingWindow>;
  /** The month in which today falls. */
  today: IsoMonth;
  faults: Readonly<Record<number, string>>;
}) {
  const t = useT();
  const choices = Array.from({ length: MONTHS_BACK }, (_, back) => addMonths(today, -back));
  const set = (key: number, change: Partial<ClaimedMonth>): void =>
    onChange(months.map((one) => (one.key === key ? { ...one, ...change } : one)));
  const add = (): void => {
    const free = choices.find((month) => !months.some((one) => one.month === month)) ?? today;
    const key = Math.max(0, ...months.map((one) => one.key)) + 1;
    onChange([...months, { key, month: free, expected: null, received: null }]);
  };
  return (
    <fieldset className="claimed">
      <legend className="label">{t('complaints.months')}</legend>
      {months.map((one, index) => {
        const window = windows.get(one.month);
        return (
          <div key={one.key} className="claimed-month">
            <Select
              label={t('complaints.month')}
              hideLabel={index > 0}
              options={choices.map((month) => ({ value: month, label: monthName(t, month) }))}
              value={one.month}
              onChange={(month) => set(one.key, { month })}
            />
            <AmountField
              label={t('complaints.expected')}
              hideLabel={index > 0}
              value={one.expected}
              onChange={(expected) => set(one.key, { expected })}
            />
            <AmountField
              label={t('complaints.received')}
              hideLabel={index > 0}
              value={one.received}
              onChange={(received) => set(one.key, { received })}
            />
            <IconButton
              icon="x"
              label={t('complaints.removeMonth', { month: monthName(t, one.month) })}
              isDisabled={months.length === 1}
              onPress={() => onChange(months.filter(({ key }) => key !== one.key))}
            />
            {window !== undefined && <WindowWords window={window} />}
            {faults[one.key] !== undefined && (
              <span className="help error" role="alert">
                <Icon name="alertc" size={14} />
                {faults[one.key]}
              </span>
            )}
          </div>
        );
      })}
      <Button
        size="s"
        variant="quiet"
        icon="plus"
        isDisabled={months.length >= MOST}
        onPress={add}
        className="claimed-add"
      >
        {t('complaints.addMonth')}
      </Button>
    </fieldset>
  );
}

const WINDOW_LOOKS = {
  open: { icon: 'checkc', tone: '' },
  closed: { icon: 'alert', tone: 'warn' },
  notYetOpen: { icon: 'lock', tone: 'error' },
} as const;

function WindowWords({ window }: { window: FilingWindow }) {
  const { icon, tone } = WINDOW_LOOKS[window.state];
  return (
    <span className={`help ${tone}`} role="status">
      <Icon name={icon} size={14} />
      <span>
        <Message
          id={`complaints.window.${window.state}`}
          values={{
            opens: <DateText date={window.opensOn} />,
            closes: <DateText date={window.closesOn} />,
          }}
        />
      </span>
    </span>
  );
}
