import { useState } from 'react';
import type { DeliveryRow } from '../../../contract/deliveries.ts';
import { isolateFigures } from '../../../domain/letters/isolate-figures.ts';
import { api } from '../../lib/client.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useApiQuery } from '../../lib/queries.ts';
import { hrefOf, navigate } from '../../lib/route.ts';
import { useMay } from '../../lib/session-store.ts';
import { Button } from '../../ui/Button.tsx';
import { HistoryDialog, LatestHistory } from '../../ui/cases/HistoryDialog.tsx';
import { StatusChip } from '../../ui/Chip.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Num } from '../../ui/Figures.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { ErrorState, Notice } from '../../ui/States.tsx';
import { eventWords, isRetriable, lastErrorWords } from './delivery-words.ts';
import { MessagePreview } from './MessagePreview.tsx';
import { useDeliveryDeeds } from './use-delivery-deeds.ts';

/** One message: what went out or waits, all that happened to it, and what an officer can do about it. */
export function DeliveryDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useT();
  const maySend = useMay('letters.send');
  const deeds = useDeliveryDeeds();
  const [isWhole, setWhole] = useState(false);
  const found = useApiQuery(['deliveries', 'delivery', id], () => api.deliveries.delivery({ id }));
  const { data } = found;
  const row = data?.delivery;
  const number = row?.letterNumber ?? '';
  const events = (data?.trail ?? []).map((event) => eventWords(t, event));
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="m"
      title={t('deliveries.message', { number })}
      footer={
        <>
          <Button onPress={onClose} autoFocus>
            {t('ui.close')}
          </Button>
          {row !== undefined && (
            <Button
              icon="letter"
              onPress={() => {
                onClose();
                navigate(hrefOf('letters', row.letterId));
              }}
            >
              {t('deliveries.letter')}
            </Button>
          )}
          {maySend && row?.state === 'waiting' && (
            <Button variant="danger" icon="ban" onPress={() => void deeds.cancel(row)}>
              {t('deliveries.cancel')}
            </Button>
          )}
          {maySend && row !== undefined && isRetriable(row) && (
            <Button
              variant="primary"
              icon="refresh"
              isBusy={deeds.isBusy}
              onPress={() => void deeds.retry(row)}
            >
              {t('deliveries.retry')}
            </Button>
          )}
        </>
      }
    >
      {found.error !== null ? (
        <ErrorState error={found.error} onRetry={found.refetch} />
      ) : row === undefined || data === undefined ? (
        <Skeleton lines={6} />
      ) : (
        <div className="dlv-dialog">
          <p className="dlv-facts">
            <StatusChip family="delivery" status={row.state} />
            <span className="medium">{row.name}</span>
            <span className="muted">{isolateFigures(row.letterSubject)}</span>
          </p>
          <WhatNow row={row} />
          {maySend && row.state === 'uncertain' && (
            <div className="row dlv-resolve">
              {(['arrived', 'sendAgain', 'notNeeded'] as const).map((as) => (
                <Button
                  key={as}
                  variant={as === 'arrived' ? 'primary' : 'secondary'}
                  isBusy={deeds.isBusy}
                  onPress={() => void deeds.resolve(row, as)}
                >
                  {t(`deliveries.resolve.${as}`)}
                </Button>
              ))}
            </div>
          )}
          <MessagePreview
            channel={row.channel}
            to={<Num>{row.maskedTo}</Num>}
            subject={data.subject}
            text={data.text}
            attachment={data.attachment?.name ?? null}
          />
          <LatestHistory events={events} onAll={() => setWhole(true)} />
          <HistoryDialog
            isOpen={isWhole}
            onClose={() => setWhole(false)}
            title={t('deliveries.history')}
            events={events}
          />
        </div>
      )}
    </Dialog>
  );
}

function WhatNow({ row }: { row: DeliveryRow }) {
  const t = useT();
  const why = lastErrorWords(t, row.lastError);
  if (row.state === 'uncertain') {
    return (
      <Notice tone="warning">
        <b>{t('deliveries.uncertainTitle')}</b>
        <br />
        {t('deliveries.uncertainText')}
        {why !== null && (
          <>
            <br />
            <span className="cap">{why}</span>
          </>
        )}
      </Notice>
    );
  }
  if (why === null) return null;
  return <Notice tone={row.state === 'failed' ? 'danger' : 'warning'}>{why}</Notice>;
}
