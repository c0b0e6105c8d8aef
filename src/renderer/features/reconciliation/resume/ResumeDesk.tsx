import { useMemo, useState } from 'react';
import { RESUME_VIEWS, type ResumeRow, type ResumeView } from '../../../../contract/resume.ts';
import { halalas } from '../../../../domain/shared/halalas.ts';
import { api } from '../../../lib/client.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { useApiQuery } from '../../../lib/queries.ts';
import { useMay } from '../../../lib/session-store.ts';
import { useKeyHints, useScreenTitle } from '../../../lib/shell-store.ts';
import { useWindowedRows } from '../../../lib/windowed-rows.ts';
import { Select } from '../../../ui/Choices.tsx';
import { DataTable } from '../../../ui/DataTable.tsx';
import { Money } from '../../../ui/Figures.tsx';
import { Panel } from '../../../ui/Panel.tsx';
import { EmptyState, ErrorState } from '../../../ui/States.tsx';
import { Pills } from '../../../ui/Tabs.tsx';
import { resumeViewOf, showOnDesk } from './desk-route.ts';
import { resumeColumns } from './resume-columns.tsx';
import { ResumeBulk } from './ResumeBulk.tsx';
import { ResumePanel } from './ResumePanel.tsx';

const ALL = 'all';

/** Rejected and returned payments on their way to a new attempt, and the steps of the one that is open. */
export function ResumeDesk({ query }: { query: Readonly<Record<string, string>> }) {
  const t = useT();
  const view = resumeViewOf(query);
  const openId = query['payment'] ?? null;
  const reasonCode = query['code'];
  const [selected, setSelected] = useState<ReadonlyMap<string, ResumeRow>>(new Map());
  const counts = useApiQuery(['resume', 'counts'], () => api.resume.counts({}));
  useScreenTitle(t('reconciliation.title'), t('resume.title'));
  useKeyHints(
    useMemo(
      () => [
        { keys: ['J', 'K'], label: t('reconciliation.nextPrevious') },
        { keys: ['X'], label: t('reconciliation.select') },
      ],
      [t],
    ),
  );
  const show = (change: Readonly<Record<string, string | null>>): void => {
    if ('view' in change || 'code' in change) setSelected(new Map());
    showOnDesk(query, change);
  };
  return (
    <div className="resume">
      <section
        className="panel resume-list"
        aria-label={t('resume.title')}
        data-pane=""
        tabIndex={-1}
      >
        <div className="resume-head">
          <Pills
            label={t('resume.views')}
            items={RESUME_VIEWS.map((id) => ({
              id,
              label: t(`resume.view.${id}`),
              count: counts.data?.resume[id],
            }))}
            selected={view}
            onSelect={(id) => show({ view: id, code: null, payment: null })}
          />
        </div>
        <Queue
          view={view}
          reasonCode={reasonCode}
          openId={openId}
          selected={selected}
          onSelect={setSelected}
          onReason={(code) => show({ code: code === ALL ? null : code, payment: null })}
          onOpen={(paymentId) => show({ payment: paymentId })}
        />
        <ResumeBulk
          view={view}
          rows={[...selected.values()]}
          onDone={() => setSelected(new Map())}
        />
      </section>
      {openId === null ? (
        <Panel pane fill title={t('resume.steps')}>
          <EmptyState icon="refresh" title={t('resume.choose')} />
        </Panel>
      ) : (
        <ResumePanel key={openId} paymentId={openId} />
      )}
    </div>
  );
}

function Queue({
  view,
  reasonCode,
  openId,
  selected,
  onSelect,
  onReason,
  onOpen,
}: {
  view: ResumeView;
  reasonCode: string | undefined;
  openId: string | null;
  selected: ReadonlyMap<string, ResumeRow>;
  onSelect: (rows: ReadonlyMap<string, ResumeRow>) => void;
  onReason: (code: string) => void;
  onOpen: (paymentId: string) => void;
}) {
  const t = useT();
  const mayWork = useMay('cases.work');
  const mayApprove = useMay('cases.approve');
  const asked = { view, ...(reasonCode === undefined ? {} : { reasonCode }) };
  const summary = useApiQuery(
    ['resume', 'queue', 'summary', asked],
    () => api.resume.queue({ ...asked, limit: 1 }),
    { keepPrevious: true },
  );
  const found = useWindowedRows(['resume', 'queue', asked], (offset, limit) =>
    api.resume.queue({ ...asked, offset, limit }),
  );
  const isAgain = view === 'sentAgain' || view === 'failedAgain' || view === 'done';
  const columns = useMemo(() => resumeColumns(t, isAgain), [t, isAgain]);
  const reasons = summary.data?.reasons ?? [];
  // Many are taken together only where one reason asks for the same of all.
  const isOneReason = reasonCode !== undefined || reasons.length === 1;
  const canSelect =
    (view === 'ready' && mayWork && isOneReason) || (view === 'awaitingApproval' && mayApprove);
  const keys = useMemo(() => new Set(selected.keys()), [selected]);
  const select = (chosen: ReadonlySet<string>): void => {
    const known = new Map(found.tableProps.rows.map((row) => [row?.id, row]));
    const rows = [...chosen].flatMap((id) => {
      const row = known.get(id) ?? selected.get(id);
      return row === undefined ? [] : [[id, row] as const];
    });
    onSelect(new Map(rows));
  };
  return (
    <>
      <div className="resume-sums">
        <span className="small muted">{t('resume.total')}</span>
        <b>
          <Money amount={summary.data?.amount ?? halalas(0)} unit />
        </b>
        <span className="sp" />
        <Select
          className="resume-reason"
          label={t('resume.reasonFilter')}
          hideLabel
          options={[
            { value: ALL, label: t('resume.reasonAll') },
            ...reasons.flatMap(({ code, title, count }) =>
              code === null
                ? []
                : [
                    {
                      value: code,
                      label: `${code} ${title?.[t.language] ?? ''}`,
                      note: String(count),
                    },
                  ],
            ),
          ]}
          value={reasonCode ?? ALL}
          onChange={onReason}
        />
      </div>
      <DataTable
        label={t('resume.title')}
        columns={columns}
        rowKey={(row) => row.id}
        {...found.tableProps}
        currentKey={openId}
        onOpen={(row) => onOpen(row.id)}
        hotkeys
        {...(canSelect ? { selectedKeys: keys, onSelectedKeysChange: select } : {})}
        error={found.error && <ErrorState error={found.error} onRetry={found.refetch} />}
        empty={
          <EmptyState icon="checkc" title={t(`resume.none.${view}`)}>
            {t('resume.noneText')}
          </EmptyState>
        }
      />
    </>
  );
}
