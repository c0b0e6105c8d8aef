import { lazy, Suspense, useState } from 'react';
import { api } from '../../lib/client.ts';
import { bankName } from '../../lib/format/bank-name.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useApiQuery } from '../../lib/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { ExportButton } from '../../ui/ExportButton.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { EmptyState, ErrorState } from '../../ui/States.tsx';
import { FacetChip, Segmented } from '../../ui/Tabs.tsx';
import { picturesExport } from './export-requests.ts';
import { PictureTables } from './PictureTables.tsx';
import { setDesk, useDesk } from './reconciliation-store.ts';
import './pictures.css';

// The charts and their library come only when somebody looks at them.
const PictureCharts = lazy(async () => ({
  default: (await import('./PictureCharts.tsx')).PictureCharts,
}));

/** The cycle by bank, by reason and against the cycles before it; a bar or a row pressed filters the queues. */
export function Pictures({ cycleId }: { cycleId: string | undefined }) {
  const t = useT();
  const { bankCode } = useDesk();
  const [measure, setMeasure] = useState<'count' | 'amount'>('count');
  const [shape, setShape] = useState<'chart' | 'table'>('chart');
  const found = useApiQuery(
    ['reconciliation', 'pictures', cycleId],
    () => api.reconciliation.pictures({ cycleId: cycleId ?? '' }),
    { enabled: cycleId !== undefined, keepPrevious: true },
  );
  const pictures = found.data;
  return (
    <section
      className="panel rec-pictures"
      aria-label={t('workbench.pictures')}
      data-pane=""
      tabIndex={-1}
    >
      <header className="rec-list-head">
        <h2>{t('workbench.pictures')}</h2>
        <span className="small muted ell">{t('workbench.chartHint')}</span>
        <span className="sp" />
        {bankCode !== null && (
          <FacetChip
            label={t('workbench.bank')}
            value={bankName(t, bankCode)}
            onClear={() => setDesk({ bankCode: null })}
          />
        )}
        <Segmented
          label={t('workbench.showAs')}
          items={[
            { id: 'count', label: t('workbench.counts') },
            { id: 'amount', label: t('workbench.amounts') },
          ]}
          selected={measure}
          onSelect={setMeasure}
        />
        <Segmented
          label={t('workbench.showAs')}
          items={[
            { id: 'chart', label: t('workbench.asChart') },
            { id: 'table', label: t('workbench.asTable') },
          ]}
          selected={shape}
          onSelect={setShape}
        />
        {cycleId !== undefined && <ExportButton request={() => picturesExport(t, cycleId)} />}
        <Button size="s" icon="reconcile" keys="P" onPress={() => setDesk({ view: 'queues' })}>
          {t('workbench.queuesView')}
        </Button>
      </header>
      <div className="rec-pictures-body">
        {found.error && <ErrorState error={found.error} onRetry={found.refetch} />}
        {found.isLoading && <Skeleton lines={6} />}
        {!found.error && !found.isLoading && (pictures?.banks.length ?? 0) === 0 && (
          <EmptyState icon="report" title={t('workbench.picturesEmpty')}>
            {t('workbench.picturesEmptyText')}
          </EmptyState>
        )}
        {pictures !== undefined &&
          pictures.banks.length > 0 &&
          (shape === 'table' ? (
            <PictureTables pictures={pictures} />
          ) : (
            <Suspense fallback={<Skeleton lines={6} />}>
              <PictureCharts pictures={pictures} measure={measure} />
            </Suspense>
          ))}
      </div>
    </section>
  );
}
