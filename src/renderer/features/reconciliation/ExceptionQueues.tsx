import { useMemo } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { daysBetween, riyadhDate, type IsoInstant } from '../../../domain/shared/iso-date.ts';
import { api } from '../../lib/client.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts';
import { useApiQuery } from '../../lib/queries.ts';
import { useToday } from '../../lib/use-today.ts';
import { Code } from '../../ui/Chip.tsx';
import { Money, Num } from '../../ui/Figures.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Message } from '../../ui/Message.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { EmptyState, ErrorState } from '../../ui/States.tsx';
import { Segmented } from '../../ui/Tabs.tsx';
import { isSameSort, openDue, openQueue, useDesk } from './reconciliation-store.ts';
import { queueGroups, type SortCount, type WorkQueue } from './work-queues.ts';

/** Days from which on an open exception is old. */
const OLD = 14;

/** Work by what must be done and whose move it is: each queue with count, amount and the age of its oldest. */
export function ExceptionQueues({ cycleId }: { cycleId: string | undefined }) {
  const t = useT();
  const { queue, status, bankCode, isDue } = useDesk();
  const asked = {
    ...(cycleId === undefined ? {} : { cycleId }),
    ...(bankCode === null ? {} : { bankCode }),
    status,
  };
  const counts = useApiQuery(
    ['reconciliation', 'counts', asked],
    () => api.reconciliation.exceptionCounts(asked),
    { keepPrevious: true },
  );
  const groups = useMemo(() => queueGroups(counts.data ?? []), [counts.data]);
  const queues = groups.flatMap((group) => group.queues);
  const total = queues.reduce((sum, { count }) => sum + count, 0);
  const due = (counts.data ?? []).reduce((sum, row) => sum + row.due, 0);

  const step = (by: number): void => {
    const at = queues.findIndex(({ action }) => action === queue?.action);
    const next = queues[at === -1 && by < 0 ? queues.length - 1 : at + by];
    if (next !== undefined) openQueue({ action: next.action, sort: null }, status);
  };
  useShortcuts({ '[': () => step(-1), ']': () => step(1) });

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
      <div className="rec-queue-scroll">
        <ul>
          <li className={queue === null && !isDue ? 'current' : ''}>
            <AriaButton
              onPress={() => openQueue(null, status)}
              aria-pressed={queue === null && !isDue}
            >
              <span className="ell">{t('reconciliation.all')}</span>
              <b>
                <Num>{total}</Num>
              </b>
            </AriaButton>
          </li>
          {(due > 0 || isDue) && status === 'open' && (
            <li className={isDue ? 'current' : ''}>
              <AriaButton onPress={openDue} aria-pressed={isDue}>
                <span className="row t-warning">
                  <Icon name="bell" size={14} />
                  {t('workbench.due')}
                </span>
                <b className="t-warning">
                  <Num>{due}</Num>
                </b>
              </AriaButton>
            </li>
          )}
        </ul>
        {!counts.isLoading && counts.data !== undefined && total === 0 && (
          <EmptyState
            icon="checkc"
            title={t(status === 'open' ? 'reconciliation.noneTitle' : 'workbench.emptyQueue')}
          />
        )}
        {groups.map((group) => (
          <div key={group.side} role="group" aria-label={t(`workbench.side.${group.side}`)}>
            <h3>
              <span>{t(`workbench.side.${group.side}`)}</span>
              <Num>{group.count}</Num>
            </h3>
            <ul>
              {group.queues.map((row) => (
                <QueueItem key={row.action} row={row} />
              ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  );
}

function QueueItem({ row }: { row: WorkQueue }) {
  const t = useT();
  const { queue, status } = useDesk();
  const isCurrent = queue?.action === row.action;
  return (
    <>
      <li className={isCurrent ? 'current' : ''}>
        <AriaButton
          aria-pressed={isCurrent}
          onPress={() => openQueue({ action: row.action, sort: null }, status)}
        >
          <span className="rec-q">
            <span className="ell">{t(`workbench.action.${row.action}`)}</span>
            <small className="muted">
              <Money amount={row.amount} />
              {t.language === 'ar' ? '، ' : ', '}
              <OldestAge oldest={row.oldest} />
            </small>
          </span>
          <b>
            <Num>{row.count}</Num>
          </b>
        </AriaButton>
      </li>
      {isCurrent &&
        row.sorts.length > 1 &&
        row.sorts.map((sort) => (
          <SortItem key={`${sort.kind} ${sort.reasonList} ${sort.reasonCode}`} row={sort} />
        ))}
    </>
  );
}

/** One kind and code within the queue that is open: many can be settled together only within it. */
function SortItem({ row }: { row: SortCount }) {
  const t = useT();
  const { queue, status } = useDesk();
  const chosen = queue?.sort ?? null;
  const isChosen = chosen !== null && isSameSort(chosen, row);
  const { action, kind, reasonList, reasonCode } = row;
  return (
    <li className={`rec-sort ${isChosen ? 'chosen' : ''}`}>
      <AriaButton
        aria-pressed={isChosen}
        onPress={() =>
          openQueue({ action, sort: isChosen ? null : { kind, reasonList, reasonCode } }, status)
        }
      >
        <span className="row ell">
          {reasonCode !== null && <Code>{reasonCode}</Code>}
          <span className="ell" title={t(`status.exception.${kind}`)}>
            {row.title?.[t.language] ??
              (reasonCode === null ? t(`status.exception.${kind}`) : t('workbench.unknownCode'))}
            {reasonCode !== null && (
              <span className="muted"> · {t(`status.exception.${kind}`)}</span>
            )}
          </span>
        </span>
        <Num>{row.count}</Num>
      </AriaButton>
    </li>
  );
}

function OldestAge({ oldest }: { oldest: IsoInstant }) {
  const t = useT();
  const days = Math.max(0, daysBetween(riyadhDate(oldest), useToday()));
  if (days === 0) return t('workbench.oldestToday');
  return (
    <span className={days > OLD ? 't-danger' : ''}>
      <Message id="workbench.oldestAge" values={{ age: t('workbench.age', { n: days }) }} />
    </span>
  );
}
