import { useState } from 'react';
import type { CycleRow } from '../../../contract/payments.ts';
import type { RunDto } from '../../../contract/payment-runs.ts';
import { api } from '../../lib/client.ts';
import { formatMoney } from '../../lib/format/money.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useApiCommand, useApiQuery } from '../../lib/queries.ts';
import { useMay } from '../../lib/session-store.ts';
import { toast } from '../../lib/toasts.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { ConfirmDialog } from '../../ui/Dialog.tsx';
import { InstantText, Money, Num } from '../../ui/Figures.tsx';
import { Menu, type MenuAction } from '../../ui/Menu.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { EmptyState, ErrorState, Notice } from '../../ui/States.tsx';
import { ExportRunDialog } from './ExportRunDialog.tsx';
import { PAYMENT_AREAS } from './payment-areas.ts';
import { setPaymentFilter } from './payments-store.ts';
import { RunDeeds, type RunDeed } from './RunDeeds.tsx';
import { useProgrammes } from '../../lib/programmes.ts';

/** The runs of a cycle, what waits for one, and what can be done with each. */
export function RunsPanel({ cycle }: { cycle: CycleRow }) {
  const t = useT();
  const { nameOf } = useProgrammes();
  const maySend = useMay('payments.send') && cycle.status === 'open';
  const found = useApiQuery(['payments', 'runs', cycle.id], () =>
    api.payments.runs({ cycleId: cycle.id }),
  );
  const [exported, setExported] = useState<RunDto | null>(null);
  const [deed, setDeed] = useState<RunDeed | null>(null);
  if (found.error) return <ErrorState error={found.error} onRetry={found.refetch} />;
  if (found.data === undefined) return <Skeleton lines={6} />;
  const { runs, waiting, recoveries } = found.data;
  return (
    <div className="pay-scroll">
      {waiting.map((group) => (
        <Waiting key={group.programme} cycle={cycle} group={group} maySend={maySend} />
      ))}
      {recoveries.count > 0 && (
        <Notice icon="undo">
          {t('payments.run.recoveries', {
            count: t('payments.count', { n: recoveries.count }),
            amount: formatMoney(recoveries.amount, t.digits),
          })}
        </Notice>
      )}
      {runs.length === 0 ? (
        <EmptyState icon="send" title={t('payments.run.none')}>
          {t('payments.run.noneNext')}
        </EmptyState>
      ) : (
        <table className="tbl" aria-label={t('payments.run.title')}>
          <thead>
            <tr>
              <th>{t('payments.run.reference')}</th>
              <th>{t('payments.run.programme')}</th>
              <th className="num">{t('payments.run.payments')}</th>
              <th className="num">{t('payments.run.amount')}</th>
              <th>{t('payments.run.status')}</th>
              <th>{t('payments.run.file')}</th>
              <th />
            </tr>
          </thead>
          <tbody>
            {runs.map((run) => (
              <tr key={run.id}>
                <td>
                  <Num>{run.reference}</Num>
                  <div className="cap muted">{t(`payments.run.origin.${run.origin}`)}</div>
                </td>
                <td>{nameOf(run.programme)}</td>
                <td className="num">
                  <Num>{run.payments}</Num>
                </td>
                <td className="num">
                  <Money amount={run.amount} />
                </td>
                <td>
                  <RunStatus run={run} />
                </td>
                <td>
                  <RunFile run={run} />
                </td>
                <td className="end">
                  <RunActions run={run} maySend={maySend} onExport={setExported} onDeed={setDeed} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {exported !== null && (
        <ExportRunDialog cycle={cycle} run={exported} onClose={() => setExported(null)} />
      )}
      {deed !== null && <RunDeeds deed={deed} onClose={() => setDeed(null)} />}
    </div>
  );
}

function Waiting({
  cycle,
  group,
  maySend,
}: {
  cycle: CycleRow;
  group: { programme: string; count: number; amount: RunDto['amount'] };
  maySend: boolean;
}) {
  const t = useT();
  const { nameOf } = useProgrammes();
  const [isAsked, setAsked] = useState(false);
  const make = useApiCommand(api.payments.makeRun, PAYMENT_AREAS);
  const count = t('payments.count', { n: group.count });
  const confirm = async (): Promise<void> => {
    const result = await make.run({ cycleId: cycle.id, programme: group.programme });
    if (!result.ok) return;
    setAsked(false);
    toast({ tone: 'success', text: t('payments.run.made', { count }) });
  };
  return (
    <div className="pay-waiting" role="group" aria-label={t('payments.run.waiting')}>
      <div>
        <b>{t('payments.run.waiting')}</b>
        <div className="small second">
          {nameOf(group.programme)} · {count} · <Money amount={group.amount} unit />
        </div>
      </div>
      <span className="sp" />
      {maySend && (
        <Button variant="primary" icon="plus" onPress={() => setAsked(true)}>
          {t('payments.run.make')}
        </Button>
      )}
      <ConfirmDialog
        isOpen={isAsked}
        onClose={() => setAsked(false)}
        title={t('payments.run.makeTitle', { count })}
        consequences={[
          {
            icon: 'folder',
            text: t('payments.run.makeGather', { programme: nameOf(group.programme) }),
          },
          { icon: 'bank', text: t('payments.run.makeLater') },
        ]}
        confirmLabel={t('payments.run.make')}
        onConfirm={() => void confirm()}
        isBusy={make.isBusy}
        error={make.error}
      />
    </div>
  );
}

function RunStatus({ run }: { run: RunDto }) {
  const t = useT();
  return (
    <>
      <Chip
        tone={run.status === 'sent' ? 'success' : 'warning'}
        icon={run.status === 'sent' ? 'send' : 'clock'}
        plain
      >
        {t(`payments.run.status.${run.status}`)}
      </Chip>
      {run.sentAt !== null && (
        <div className="cap muted">
          <span title={run.sentBy ?? ''}>
            <InstantText instant={run.sentAt} />
          </span>
        </div>
      )}
    </>
  );
}

function RunFile({ run }: { run: RunDto }) {
  const t = useT();
  if (run.exportFormat !== null) {
    return (
      <>
        {t(`payments.run.format.${run.exportFormat}`)}
        <div className="cap muted" title={run.exportSha256 ?? ''}>
          <Num>SHA-256 {run.exportSha256?.slice(0, 12)}…</Num>
        </div>
      </>
    );
  }
  if (run.fileName !== null) return <bdi className="ell">{run.fileName}</bdi>;
  return <span className="muted">—</span>;
}

function RunActions({
  run,
  maySend,
  onExport,
  onDeed,
}: {
  run: RunDto;
  maySend: boolean;
  onExport: (run: RunDto) => void;
  onDeed: (deed: RunDeed) => void;
}) {
  const t = useT();
  const isExported = run.exportSha256 !== null;
  const actions: MenuAction[] = [
    {
      id: 'show',
      label: t('payments.run.show'),
      icon: 'eye',
      onAction: () => {
        setPaymentFilter({
          view: 'payments',
          run: { id: run.id, reference: run.reference },
          status: [],
          search: '',
        });
      },
    },
  ];
  if (maySend && isExported) {
    actions.push({
      id: 'undo',
      label: t('payments.run.undo'),
      icon: 'undo',
      isDanger: true,
      onAction: () => onDeed({ do: 'undo', run }),
    });
  }
  if (maySend && run.status === 'prepared' && run.origin === 'prepared') {
    actions.push({
      id: 'dissolve',
      label: t('payments.run.dissolve'),
      icon: 'x',
      isDanger: true,
      onAction: () => onDeed({ do: 'dissolve', run }),
    });
  }
  return (
    <span className="pay-row-actions">
      {maySend && (run.status === 'prepared' || isExported) && (
        <Button
          size="s"
          variant={isExported ? 'secondary' : 'primary'}
          icon="download"
          onPress={() => onExport(run)}
        >
          {t(isExported ? 'payments.run.exportAgain' : 'payments.run.export')}
        </Button>
      )}
      <Menu label={t('payments.run.actions', { reference: run.reference })} items={actions}>
        <IconButton
          size="s"
          icon="more"
          label={t('payments.run.actions', { reference: run.reference })}
        />
      </Menu>
    </span>
  );
}
