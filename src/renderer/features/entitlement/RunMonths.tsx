import type { EligibilityRunDto } from '../../../contract/entitlement.ts';
import type { IsoDate, IsoMonth } from '../../../domain/shared/iso-date.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { hrefOf, navigate } from '../../lib/route.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip, type ChipProps } from '../../ui/Chip.tsx';
import { DateText, Money, monthName } from '../../ui/Figures.tsx';
import { Message } from '../../ui/Message.tsx';

const LOOK = {
  computing: { tone: 'neutral', icon: 'hourglass' },
  computed: { tone: 'info', icon: 'search' },
  proposed: { tone: 'violet', icon: 'usercheck' },
  approved: { tone: 'success', icon: 'checkc' },
  discarded: { tone: 'neutral', icon: 'ban' },
} as const satisfies Record<EligibilityRunDto['status'], Pick<ChipProps, 'tone' | 'icon'>>;

/** The months that were computed, and the one that comes next. */
export function RunMonths({
  runs,
  next,
  chosen,
  onCompute,
}: {
  runs: readonly EligibilityRunDto[];
  next: { readonly month: IsoMonth; readonly announcedOn: IsoDate };
  chosen: string | undefined;
  /** Undefined for who may not. */
  onCompute: (() => void) | undefined;
}) {
  const t = useT();
  const isMade = runs.some(({ month, status }) => month === next.month && status !== 'discarded');
  return (
    <nav
      className="panel run-months"
      aria-label={t('entitlement.months')}
      data-pane=""
      tabIndex={-1}
    >
      <header>
        <h2>{t('entitlement.months')}</h2>
      </header>
      {!isMade && (
        <div className="run-next">
          <b>{monthName(t, next.month)}</b>
          <span className="cap second">
            <Message
              id="entitlement.nextNote"
              values={{ date: <DateText date={next.announcedOn} /> }}
            />
          </span>
          {onCompute && (
            <Button variant="primary" icon="calc" onPress={onCompute}>
              {t('entitlement.compute', { month: monthName(t, next.month) })}
            </Button>
          )}
        </div>
      )}
      <ul>
        {runs.map((run) => (
          <li key={run.id}>
            <button
              type="button"
              className="run-month"
              aria-current={run.id === chosen}
              onClick={() => navigate(hrefOf('entitlement', run.id))}
            >
              <span className="run-month-row">
                <b>{monthName(t, run.month)}</b>
                <RunChip status={run.status} />
              </span>
              <span className="run-month-row cap">
                <span className="muted">
                  {t('entitlement.households', { n: run.totals.eligible })}
                </span>
                <Money amount={run.totals.pension} unit />
              </span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

export function RunChip({ status }: Pick<EligibilityRunDto, 'status'>) {
  const t = useT();
  return (
    <Chip {...LOOK[status]} plain>
      {t(`entitlement.status.${status}`)}
    </Chip>
  );
}
