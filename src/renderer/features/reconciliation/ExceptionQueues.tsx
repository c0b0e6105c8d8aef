import { Button as AriaButton } from 'react-aria-components';
import { riyadhDate } from '../../../domain/shared/iso-date.ts';
import { api } from '../../lib/client.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useApiQuery } from '../../lib/queries.ts';
import { Code } from '../../ui/Chip.tsx';
import { DateText, Money, Num } from '../../ui/Figures.tsx';
import { Message } from '../../ui/Message.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { ErrorState } from '../../ui/States.tsx';
import { Segmented } from '../../ui/Tabs.tsx';
import { openQueue, useDesk } from './reconciliation-store.ts';

/** Work by what must be done: one queue a kind and code, with count, amount and age. */
export function ExceptionQueues({ cycleId }: { cycleId: string | undefined }) {
  const t = useT();
  const { queue, status } = useDesk();
  const asked = cycleId === undefined ? {} : { cycleId };
  const counts = useApiQuery(['reconciliation', 'counts', cycleId ?? null], () =>
    api.reconciliation.exceptionCounts(asked),
  );
  const total = (counts.data ?? []).reduce((sum, { count }) => sum + count, 0);
  return (
    <section
      className="panel rec-queues"
      aria-label={t('reconciliation.queues')}
      data-pane=""
      tabIndex={-1}
    >
      <header>
        <Segmented
          label={t('reconciliation.queues')}
          items={[
            { id: 'open', label: t('reconciliation.status.open') },
            { id: 'resolved', label: t('reconciliation.status.resolved') },
          ]}
          selected={status}
          onSelect={(chosen) => openQueue(queue, chosen)}
        />
      </header>
      {counts.error && <ErrorState error={counts.error} onRetry={counts.refetch} />}
      {counts.isLoading && <Skeleton lines={4} />}
      <ul>
        <li className={queue === null ? 'current' : ''}>
          <AriaButton onPress={() => openQueue(null, status)} aria-pressed={queue === null}>
            <span className="ell">{t('reconciliation.all')}</span>
            {status === 'open' && (
              <b>
                <Num>{total}</Num>
              </b>
            )}
          </AriaButton>
        </li>
        {(counts.data ?? []).map((row) => {
          const isCurrent = queue?.kind === row.kind && queue.reasonCode === row.reasonCode;
          return (
            <li key={`${row.kind}-${row.reasonCode}`} className={isCurrent ? 'current' : ''}>
              <AriaButton
                aria-pressed={isCurrent}
                onPress={() => openQueue({ kind: row.kind, reasonCode: row.reasonCode }, status)}
              >
                <span className="rec-q">
                  <span className="row">
                    {t(`status.exception.${row.kind}`)}
                    {row.reasonCode !== null && <Code>{row.reasonCode}</Code>}
                  </span>
                  <span className="cap muted">
                    <Money amount={row.amount} />{' '}
                    <Message
                      id="reconciliation.oldest"
                      values={{
                        date: <DateText date={riyadhDate(row.oldest)} calendar="dayMonth" />,
                      }}
                    />
                  </span>
                </span>
                <b>
                  <Num>{row.count}</Num>
                </b>
              </AriaButton>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
