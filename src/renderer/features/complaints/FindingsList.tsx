import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { MONTH_FINDINGS, type MonthFinding } from '../../../domain/complaints/complaint-status.ts';
import type { Halalas } from '../../../domain/shared/halalas.ts';
import type { IsoMonth } from '../../../domain/shared/iso-date.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { ConfirmKey } from '../../ui/cases/ConfirmKey.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { AmountField } from '../../ui/Fields.tsx';
import { monthName } from '../../lib/format/date-words.ts';
import { Money } from '../../ui/Figures.tsx';
import { Icon, type IconName } from '../../ui/Icon.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { shortMonth } from './MonthsTable.tsx';
import { missing, type FoundMonth } from './use-proposal.ts';

const ICONS: Readonly<Record<MonthFinding, { icon: IconName; tone: string }>> = {
  shortfallProven: { icon: 'checkc', tone: 't-success' },
  paidInFull: { icon: 'equal', tone: 'muted' },
  bankReturned: { icon: 'refresh', tone: 't-success' },
  pending: { icon: 'hourglass', tone: 't-warning' },
  notDue: { icon: 'ban', tone: 'muted' },
};

/** The finding of each month: what the records suggest, until the officer finds otherwise. */
export function FindingsList({
  months,
  onFind,
  onDue,
}: {
  months: readonly FoundMonth[];
  /** Absent where nothing can be changed. */
  onFind?: ((month: IsoMonth, finding: MonthFinding) => void) | undefined;
  onDue?: ((month: IsoMonth, due: Halalas) => void) | undefined;
}) {
  const t = useT();
  const [dueOf, setDueOf] = useState<FoundMonth | null>(null);
  return (
    <>
      <ul className="find" aria-label={t('complaints.findings')}>
        {months.map((found) => (
          <li key={found.month}>
            {onFind === undefined ? (
              <div className="find-row">
                <Finding found={found} months={months} />
              </div>
            ) : (
              <Menu
                label={t('complaints.findingOf', { month: monthName(t, found.month) })}
                items={[
                  ...MONTH_FINDINGS.map((finding) => ({
                    id: finding,
                    label: t(`complaints.finding.${finding}`),
                    icon: ICONS[finding].icon,
                    isChecked: finding === found.finding,
                    onAction: () => {
                      onFind(found.month, finding);
                      // Nothing was computed: what the finding rests on has to be said.
                      if (finding !== 'notDue' && found.computedDue === null) {
                        setDueOf({ ...found, finding, due: null });
                      }
                    },
                  })),
                  '-' as const,
                  {
                    id: 'due',
                    label: t('complaints.changeDue'),
                    icon: 'mark' as const,
                    isDisabled: found.finding === 'notDue',
                    onAction: () => setDueOf(found),
                  },
                ]}
              >
                <AriaButton className="find-row">
                  <Finding found={found} months={months} />
                  <Icon name="chevd" size={14} className="muted" />
                </AriaButton>
              </Menu>
            )}
          </li>
        ))}
      </ul>
      <DueDialog
        found={dueOf}
        onClose={() => setDueOf(null)}
        onDue={(due) => {
          if (dueOf !== null) onDue?.(dueOf.month, due);
          setDueOf(null);
        }}
      />
    </>
  );
}

function Finding({ found, months }: { found: FoundMonth; months: readonly FoundMonth[] }) {
  const t = useT();
  const { icon, tone } = ICONS[found.finding];
  const isMissing = found.due === null;
  const isChanged = found.finding !== 'notDue' && found.due !== found.computedDue;
  return (
    <>
      <Icon name={isMissing ? 'alert' : icon} className={isMissing ? 't-warning' : tone} />
      <span className="find-words">
        {shortMonth(t, found.month, months)}
        <small>
          {isMissing ? t('complaints.dueMissing') : t(`complaints.findingWords.${found.finding}`)}
          {isChanged && !isMissing && t('complaints.dueChanged')}
        </small>
      </span>
      {found.due !== null && found.finding !== 'notDue' && (
        <Money
          amount={found.finding === 'shortfallProven' ? missing(found) : found.due}
          className={found.finding === 'shortfallProven' ? 'medium' : 'muted'}
        />
      )}
    </>
  );
}

function DueDialog({
  found,
  onClose,
  onDue,
}: {
  found: FoundMonth | null;
  onClose: () => void;
  onDue: (due: Halalas) => void;
}) {
  const t = useT();
  const [due, setDue] = useState<Halalas | null>(null);
  return (
    <Dialog
      isOpen={found !== null}
      onClose={onClose}
      title={found === null ? '' : t('complaints.dueOf', { month: monthName(t, found.month) })}
      footer={
        <>
          <Button onPress={onClose}>{t('ui.back')}</Button>
          <Button
            variant="primary"
            keys="Ctrl+Enter"
            isDisabled={due === null}
            onPress={() => {
              if (due !== null) onDue(due);
            }}
          >
            {t('complaints.useDue')}
          </Button>
        </>
      }
    >
      <ConfirmKey
        isOpenedByIt={false}
        run={() => {
          if (due !== null) onDue(due);
        }}
      />
      {found !== null && (
        <AmountField
          key={found.month}
          label={t('complaints.dueLabel')}
          help={
            found.computedDue === null ? (
              t('complaints.notComputed')
            ) : (
              <>
                {t('complaints.computed')} <Money amount={found.computedDue} unit />
              </>
            )
          }
          value={due ?? found.due}
          onChange={setDue}
          autoFocus
        />
      )}
    </Dialog>
  );
}
