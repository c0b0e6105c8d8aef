import type { OutputOf } from '../../../contract/api.ts';
import type { CycleRow } from '../../../contract/payments.ts';
import { formatPercent } from '../../lib/format/numbers.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { Chip, type ChipProps } from '../../ui/Chip.tsx';
import { Money, monthName, Num } from '../../ui/Figures.tsx';
import { Message } from '../../ui/Message.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';

type Standing = OutputOf<'payments.standings'>[number];

/** Every cycle with its state and how much of its money has arrived; the chosen one fills the rest of the screen. */
export function CyclesList({
  cycles,
  standings,
  chosen,
  onChoose,
}: {
  cycles: readonly CycleRow[] | undefined;
  standings: readonly Standing[];
  /** Id of a cycle, or `all`. */
  chosen: string | undefined;
  onChoose: (cycle: string) => void;
}) {
  const t = useT();
  return (
    <nav className="panel pay-cycles" aria-label={t('payments.cycles')} data-pane="" tabIndex={-1}>
      <header>
        <h2>{t('payments.cycles')}</h2>
      </header>
      {cycles === undefined ? (
        <Skeleton lines={4} />
      ) : (
        <ul>
          {cycles.map((cycle) => (
            <li key={cycle.id}>
              <button
                type="button"
                className="pay-cycle"
                aria-current={cycle.id === chosen}
                onClick={() => onChoose(cycle.id)}
              >
                <span className="pay-cycle-name">
                  <b>{monthName(t, cycle.month)}</b>
                  <StateChip cycle={cycle} />
                </span>
                <span className="cap muted">
                  {t('payments.cycle', { number: cycle.number })} ·{' '}
                  {t('payments.count', { n: cycle.payments })}
                </span>
                <Arrived
                  cycle={cycle}
                  standing={standings.find(({ cycleId }) => cycleId === cycle.id)}
                />
              </button>
            </li>
          ))}
          <li>
            <button
              type="button"
              className="pay-cycle"
              aria-current={chosen === 'all'}
              onClick={() => onChoose('all')}
            >
              {t('payments.allCycles')}
            </button>
          </li>
        </ul>
      )}
    </nav>
  );
}

function Arrived({ cycle, standing }: { cycle: CycleRow; standing: Standing | undefined }) {
  const t = useT();
  const share =
    standing === undefined || standing.sent.amount === 0
      ? 0
      : standing.paid.amount / standing.sent.amount;
  return (
    <>
      <span className="pay-cycle-bar" aria-hidden="true">
        <i style={{ inlineSize: `${share * 100}%` }} />
      </span>
      <span className="pay-cycle-name cap">
        <Money amount={cycle.amount} unit />
        {cycle.sentRuns > 0 && (
          <span className="muted">
            <Message
              id="payments.paidShare"
              values={{ share: <Num>{formatPercent(share, t.digits)}</Num> }}
            />
          </span>
        )}
      </span>
    </>
  );
}

export function StateChip({ cycle }: { cycle: CycleRow }) {
  const t = useT();
  const [words, look] = stateOf(cycle);
  return (
    <Chip {...look} plain>
      {t(words)}
    </Chip>
  );
}

function stateOf({ status, closing, sentRuns }: CycleRow) {
  const look = (
    tone: NonNullable<ChipProps['tone']>,
    icon: NonNullable<ChipProps['icon']>,
  ): Pick<ChipProps, 'tone' | 'icon'> => ({ tone, icon });
  if (status === 'closed') return ['payments.state.closed', look('neutral', 'lock')] as const;
  if (closing) return ['payments.state.closing', look('violet', 'usercheck')] as const;
  if (sentRuns === 0) return ['payments.state.ahead', look('info', 'clock')] as const;
  return ['payments.state.open', look('success', 'ring')] as const;
}
