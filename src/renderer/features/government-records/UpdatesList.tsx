import { useMemo, useState } from 'react';
import type { UpdateRequestRow } from '../../../contract/government-records.ts';
import { api } from '../../lib/client.ts';
import { useT, type Translate } from '../../lib/i18n/use-t.ts';
import { useApiCommand, useApiQuery } from '../../lib/queries.ts';
import { hrefOf } from '../../lib/route.ts';
import { useMay } from '../../lib/session-store.ts';
import { toast } from '../../lib/toasts.ts';
import { useWindowedRows } from '../../lib/windowed-rows.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { ExportButton } from '../../ui/ExportButton.tsx';
import { DateText, Num } from '../../ui/Figures.tsx';
import { ReasonDialog } from '../../ui/ReasonDialog.tsx';
import { EmptyState, ErrorState, Notice } from '../../ui/States.tsx';
import { Pills } from '../../ui/Tabs.tsx';
import type { Column } from '../../ui/table-model.ts';
import { TOUCHED } from './touched.ts';
import { updatesExport } from './records-export.ts';

const STANDINGS = ['open', 'due', 'late', 'stopGround', 'closed'] as const;
const TONES = { due: 'info', late: 'warning', stopGround: 'danger', closed: 'neutral' } as const;

/** What beneficiaries were asked to update, by their days; whoever is too late gives a ground to stop. */
export function UpdatesList({
  standing: asked,
  onStanding,
}: {
  standing: string | undefined;
  onStanding: (standing: string) => void;
}) {
  const t = useT();
  const mayWrite = useMay('registry.write');
  const standing = STANDINGS.find((known) => known === asked) ?? 'open';
  const [openId, setOpenId] = useState<string | null>(null);
  const [closing, setClosing] = useState<'answered' | 'withdrawn' | null>(null);
  const counts = useApiQuery(['governmentRecords', 'updateCounts'], () =>
    api.governmentRecords.updateCounts({}),
  );
  const found = useWindowedRows(['governmentRecords', 'updates', standing], (offset, limit) =>
    api.governmentRecords.updates({ standing, offset, limit }),
  );
  const close = useApiCommand(api.governmentRecords.closeUpdate, TOUCHED);
  const columns = useMemo(() => updateColumns(t), [t]);
  const opened = found.tableProps.rows.find((row) => row?.id === openId);
  const all = counts.data;
  const countOf = (id: (typeof STANDINGS)[number]): number | undefined =>
    all && (id === 'open' ? all.due + all.late + all.stopGround : all[id]);
  return (
    <section
      className="panel gov-panel"
      aria-label={t('governmentRecords.updates')}
      data-pane=""
      tabIndex={-1}
    >
      <div className="gov-tools">
        <Pills
          label={t('governmentRecords.standings')}
          items={STANDINGS.map((id) => ({
            id,
            label: t(`governmentRecords.standing.${id}`),
            count: countOf(id),
          }))}
          selected={standing}
          onSelect={(id) => {
            setOpenId(null);
            onStanding(id);
          }}
        />
        <span className="sp" />
        <ExportButton request={() => updatesExport(t, { standing })} />
      </div>
      {standing === 'stopGround' && (
        <div className="gov-note">
          <Notice tone="warning">{t('governmentRecords.lawNote')}</Notice>
        </div>
      )}
      <DataTable
        key={standing}
        label={t('governmentRecords.updates')}
        columns={columns}
        rowKey={(row) => row.id}
        {...found.tableProps}
        rowHeight={52}
        hotkeys
        currentKey={openId}
        onOpen={(row) => setOpenId(row.id)}
        error={found.error && <ErrorState error={found.error} onRetry={found.refetch} />}
        empty={
          <EmptyState icon="letter" title={t('governmentRecords.noUpdates')}>
            {t('governmentRecords.noUpdatesText')}
          </EmptyState>
        }
      />
      {mayWrite && opened?.status === 'open' && (
        <footer className="gov-foot">
          <bdi className="small">{opened.name}</bdi>
          <span className="sp" />
          <Button onPress={() => setClosing('withdrawn')}>{t('governmentRecords.withdraw')}</Button>
          <Button variant="primary" onPress={() => setClosing('answered')}>
            {t('governmentRecords.answered')}
          </Button>
        </footer>
      )}
      {closing !== null && opened !== undefined && (
        <ReasonDialog
          title={t(
            closing === 'answered'
              ? 'governmentRecords.answeredTitle'
              : 'governmentRecords.withdrawTitle',
          )}
          text={null}
          confirm={t(
            closing === 'answered' ? 'governmentRecords.answered' : 'governmentRecords.withdraw',
          )}
          isBusy={close.isBusy}
          error={close.error}
          onClose={() => setClosing(null)}
          onConfirm={(note) =>
            void close
              .run({ id: opened.id, expectedVersion: opened.version, status: closing, note })
              .then((result) => {
                if (!result.ok) return;
                setClosing(null);
                setOpenId(null);
                toast({ tone: 'success', text: t('governmentRecords.closed') });
              })
          }
        />
      )}
    </section>
  );
}

function updateColumns(t: Translate): readonly Column<UpdateRequestRow>[] {
  return [
    {
      id: 'person',
      header: t('governmentRecords.person'),
      width: 160,
      grow: 2,
      cell: ({ name, number, beneficiaryId }) => (
        <span className="gov-cell">
          <a className="ell" href={hrefOf('beneficiaries', beneficiaryId)}>
            <bdi>{name}</bdi>
          </a>
          <span className="cap muted">
            <Num>{number}</Num>
          </span>
        </span>
      ),
    },
    {
      id: 'asked',
      header: t('governmentRecords.askedFor'),
      width: 200,
      grow: 3,
      cell: ({ asked, letterNumber }) => (
        <span className="gov-cell">
          <bdi className="ell">{asked.join('، ')}</bdi>
          {letterNumber !== null && (
            <span className="cap muted">
              {t('governmentRecords.letter')} <Num>{letterNumber}</Num>
            </span>
          )}
        </span>
      ),
    },
    {
      id: 'notified',
      header: t('governmentRecords.notified'),
      width: 104,
      cell: ({ notifiedOn }) => <DateText date={notifiedOn} />,
    },
    {
      id: 'due',
      header: t('governmentRecords.due'),
      width: 104,
      cell: ({ dueOn }) => <DateText date={dueOn} />,
    },
    {
      id: 'stopFrom',
      header: t('governmentRecords.stopFrom'),
      width: 116,
      cell: ({ stopFrom }) => <DateText date={stopFrom} />,
    },
    {
      id: 'standing',
      header: t('governmentRecords.standing'),
      width: 120,
      cell: ({ standing }) => (
        <Chip tone={TONES[standing]} icon={standing === 'stopGround' ? 'alert' : 'clock'}>
          {t(`governmentRecords.standing.${standing}`)}
        </Chip>
      ),
    },
  ];
}
