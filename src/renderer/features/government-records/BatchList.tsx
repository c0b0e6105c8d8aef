import type { RecordBatchDto } from '../../../contract/government-records.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { Chip } from '../../ui/Chip.tsx';
import { DateText, Num } from '../../ui/Figures.tsx';
import { Message } from '../../ui/Message.tsx';
import { Panel } from '../../ui/Panel.tsx';

/** Batches of records, the newest first, with what is left to decide of each. */
export function BatchList({
  batches,
  openId,
  onOpen,
}: {
  batches: readonly RecordBatchDto[];
  openId: string | null;
  onOpen: (id: string) => void;
}) {
  const t = useT();
  return (
    <Panel pane fill flush title={t('governmentRecords.batches')}>
      <ul className="gov-batches">
        {batches.map((batch) => (
          <li key={batch.id}>
            <button
              type="button"
              className="gov-batch"
              aria-current={batch.id === openId}
              onClick={() => onOpen(batch.id)}
            >
              <span className="gov-batch-row">
                <b>{t(`governmentRecords.kind.${batch.kind}`)}</b>
                <span className="sp" />
                {batch.status === 'undone' ? (
                  <Chip plain icon="undo">
                    {t('governmentRecords.undone')}
                  </Chip>
                ) : (
                  <Chip plain tone={batch.open > 0 ? 'warning' : 'success'}>
                    {t('governmentRecords.open')} <Num>{batch.open}</Num>
                  </Chip>
                )}
              </span>
              <span className="ell small">
                <bdi>{batch.source}</bdi>
              </span>
              <span className="cap muted ell">
                <bdi>{batch.fileName}</bdi>
                {' · '}
                <Message
                  id="governmentRecords.asOfOn"
                  values={{ date: <DateText date={batch.asOf} /> }}
                />
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
