import type { ReactNode } from 'react';
import type { DeliveryRow } from '../../../contract/deliveries.ts';
import type { Translate } from '../../lib/i18n/use-t.ts';
import { StatusChip } from '../../ui/Chip.tsx';
import { InstantText, Num } from '../../ui/Figures.tsx';
import { Icon } from '../../ui/Icon.tsx';
import type { Column } from '../../ui/table-model.ts';
import { lastErrorWords } from './delivery-words.ts';

export function deliveryColumns(
  t: Translate,
  menuOf: (row: DeliveryRow) => ReactNode,
): readonly Column<DeliveryRow>[] {
  return [
    {
      id: 'letterNumber',
      header: t('deliveries.letter'),
      width: 100,
      sort: true,
      descendingFirst: true,
      cell: ({ letterNumber }) => <Num className="medium">{letterNumber}</Num>,
    },
    {
      id: 'name',
      header: t('deliveries.to'),
      width: 210,
      grow: 2,
      sort: true,
      cell: ({ name, channel, maskedTo }) => (
        <span className="dlv-two">
          <span className="medium ell" title={name}>
            {name}
          </span>
          <span className="cap muted dlv-to" title={t(`deliveries.channel.${channel}`)}>
            <Icon name={channel === 'sms' ? 'phone' : 'letter'} size={14} />
            <span className="sr">{t(`deliveries.channel.${channel}`)}</span>
            <Num>{maskedTo}</Num>
          </span>
        </span>
      ),
    },
    {
      id: 'state',
      header: t('deliveries.state'),
      width: 300,
      grow: 3,
      cell: ({ state, lastError }) => {
        const why = lastErrorWords(t, lastError);
        return (
          <span className="dlv-two">
            <span>
              <StatusChip family="delivery" status={state} plain />
            </span>
            {why !== null && (
              <span className="cap muted ell" title={why}>
                {why}
              </span>
            )}
          </span>
        );
      },
    },
    {
      id: 'attempts',
      header: t('deliveries.attempts'),
      width: 84,
      numeric: true,
      cell: ({ attempts }) => <Num>{String(attempts)}</Num>,
    },
    {
      id: 'nextAttemptAt',
      header: t('deliveries.when'),
      width: 168,
      sort: true,
      cell: ({ nextAttemptAt, sentAt, attempts }) => {
        if (sentAt !== null) {
          return <Moment words={t('deliveries.sentAt')} instant={sentAt} />;
        }
        if (nextAttemptAt === null) return <span className="muted">—</span>;
        return attempts === 0 ? (
          t('deliveries.now')
        ) : (
          <Moment words={t('deliveries.nextAttempt')} instant={nextAttemptAt} />
        );
      },
    },
    {
      id: 'queuedAt',
      header: t('deliveries.queued'),
      width: 168,
      sort: true,
      descendingFirst: true,
      cell: ({ queuedAt, queuedBy }) => (
        <span className="dlv-two">
          <span className="ell">{queuedBy}</span>
          <span className="cap muted">
            <InstantText instant={queuedAt} />
          </span>
        </span>
      ),
    },
    { id: 'more', header: '', width: 56, cell: menuOf },
  ];
}

function Moment({ words, instant }: { words: string; instant: DeliveryRow['queuedAt'] }) {
  return (
    <span className="dlv-two">
      <span className="cap muted">{words}</span>
      <InstantText instant={instant} />
    </span>
  );
}
