import { useState } from 'react';
import type { OutputOf } from '../../../contract/api.ts';
import { halalas } from '../../../domain/shared/halalas.ts';
import { useCaseCommand } from '../../lib/cases/conflicts.ts';
import { api } from '../../lib/client.ts';
import { monthName } from '../../lib/format/date-words.ts';
import { formatMoney } from '../../lib/format/money.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useApiQuery } from '../../lib/queries.ts';
import { hrefOf, navigate } from '../../lib/route.ts';
import { toast } from '../../lib/toasts.ts';
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts';
import { Button } from '../../ui/Button.tsx';
import { ActionRefused } from '../../ui/cases/ActionRefused.tsx';
import { ApproveDialog } from '../../ui/cases/ApproveDialog.tsx';
import { CaseHead } from '../../ui/cases/CaseHead.tsx';
import { HistoryDialog, LatestHistory } from '../../ui/cases/HistoryDialog.tsx';
import { NoteDialog } from '../../ui/cases/NoteDialog.tsx';
import { Rule } from '../../ui/cases/Rule.tsx';
import { DateText, Money, Num } from '../../ui/Figures.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { ErrorState, Notice } from '../../ui/States.tsx';
import { recoveryHref, SETTLEMENT_AREAS } from './desk.ts';
import { SettledMonths } from './SettledMonths.tsx';
import { SettlementChip } from './SettlementChip.tsx';

type SettlementView = OutputOf<'settlements.one'>;

/** A settlement as it was proposed, for whoever approves it or sends it back. */
export function SettlementCase({ id }: { id: string }) {
  const t = useT();
  const found = useApiQuery(['settlements', 'one', id], () => api.settlements.one({ id }));
  const [isHistoryOpen, setHistoryOpen] = useState(false);
  const view = found.data;
  if (view === undefined) {
    return (
      <section className="panel fill settle-panel" aria-label={t('settlements.title')}>
        {found.error === null ? (
          <Skeleton lines={8} />
        ) : (
          <ErrorState error={found.error} onRetry={found.refetch} />
        )}
      </section>
    );
  }
  const { row, recovery } = view;
  const events = view.history.map((event) => ({
    ...event,
    words: t.maybe(`settlements.event.${event.type}`) ?? event.type,
  }));
  return (
    <section
      className="panel fill settle-panel"
      aria-label={t('settlements.title')}
      data-pane=""
      tabIndex={-1}
    >
      <div className="settle-top">
        <CaseHead
          name={row.name}
          maskedNationalId={row.maskedNationalId}
          reveal={(reason) =>
            api.registry.reveal({ beneficiaryId: row.beneficiaryId, field: 'nationalId', reason })
          }
          sub={
            <>
              <Num>{row.number}</Num> · {row.proposedBy} · <DateText date={row.proposedOn} />
            </>
          }
        >
          <SettlementChip status={row.status} />
        </CaseHead>
      </div>
      <div className="panel-body settle-body">
        <p>{row.reason}</p>
        {view.changedMonth !== null && (
          <Notice tone="warning">
            {t('settlements.changed', { month: monthName(t, view.changedMonth) })}
          </Notice>
        )}
        <SettledMonths beneficiaryId={row.beneficiaryId} months={view.months} chosen={null} />
        <div className="settle-sums">
          <span>
            {t('settlements.pays')}{' '}
            <b>
              <Money amount={row.pays} unit />
            </b>{' '}
            <span className="muted">
              {t('settlements.with', { month: monthName(t, row.cycleMonth) })}
            </span>
          </span>
          {row.recovers > 0 && (
            <span>
              {t('settlements.recovers')}{' '}
              <b className="t-danger">
                <Money amount={row.recovers} unit />
              </b>
              {row.netted > 0 && (
                <span className="muted">
                  {' '}
                  {t('settlements.netted')} <Money amount={row.netted} />
                </span>
              )}
            </span>
          )}
        </div>
        {recovery !== null && (
          <div className="settle-note">
            <b className="medium">{t(`settlements.ground.${recovery.ground}`)}</b>
            <span>{recovery.cause}</span>
            {recovery.id !== null && recovery.number !== null && (
              <a href={recoveryHref(recovery.id)}>
                {t('settlements.toRecovery', { number: recovery.number })}
              </a>
            )}
            {view.consent !== null && (
              <span className="muted">
                {t('settlements.consent')}: {view.consent.title}
              </span>
            )}
          </div>
        )}
        <SettlementActions view={view} />
        <LatestHistory events={events} onAll={() => setHistoryOpen(true)} />
        <HistoryDialog
          isOpen={isHistoryOpen}
          onClose={() => setHistoryOpen(false)}
          title={t('settlements.history', { number: row.number })}
          events={events}
        />
      </div>
    </section>
  );
}

function SettlementActions({ view }: { view: SettlementView }) {
  const t = useT();
  const { row, mayApprove, mayWithdraw } = view;
  const { id, number, version: expectedVersion, status } = row;
  const approve = useCaseCommand(id, api.settlements.approve, SETTLEMENT_AREAS);
  const back = useCaseCommand(id, api.settlements.sendBack, SETTLEMENT_AREAS);
  const withdraw = useCaseCommand(id, api.settlements.withdraw, SETTLEMENT_AREAS);
  const [asked, setAsked] = useState<'approve' | 'sendBack' | null>(null);
  const isFree = mayApprove === null;
  useShortcuts({ 'Ctrl+Enter': () => setAsked('approve') }, { enabled: isFree && asked === null });
  if (status === 'approved' || status === 'withdrawn') return null;
  const payments = view.months.filter(({ difference, netted }) => difference > netted);
  const say = (amount: number) => formatMoney(halalas(amount), t.digits);
  return (
    <div className="settle-act">
      {isFree && (
        <>
          <Button
            variant="primary"
            icon="check"
            keys="Ctrl+Enter"
            isDisabled={view.changedMonth !== null}
            onPress={() => setAsked('approve')}
          >
            {t('settlements.approve')}
          </Button>
          <Button icon="undo" onPress={() => setAsked('sendBack')}>
            {t('settlements.sendBack')}
          </Button>
        </>
      )}
      {mayWithdraw === null && (
        <Button
          icon="x"
          isBusy={withdraw.isBusy}
          onPress={() =>
            void withdraw.run({ id, expectedVersion }).then((result) => {
              if (result.ok) toast({ tone: 'info', text: t('settlements.withdrawn') });
            })
          }
        >
          {t('settlements.withdraw')}
        </Button>
      )}
      {status === 'sentBack' && (
        <Button
          icon="redo"
          onPress={() =>
            navigate(
              hrefOf('entitlement', null, { desk: 'differences', person: row.beneficiaryId }),
            )
          }
        >
          {t('settlements.proposeAgain')}
        </Button>
      )}
      {status === 'awaitingApproval' && !isFree && (
        <Rule>
          {t(mayApprove === 'PROPOSED_BY_YOU' ? 'settlements.notYours' : 'settlements.proposeRule')}
        </Rule>
      )}
      <ActionRefused error={withdraw.error} />
      <ApproveDialog
        isOpen={asked === 'approve'}
        onClose={() => {
          setAsked(null);
          approve.reset();
        }}
        title={t('settlements.approveTitle', { number })}
        proposedBy={row.proposedBy}
        consequences={[
          ...(payments.length === 0
            ? []
            : [
                {
                  icon: 'payments' as const,
                  text: t('settlements.approvePays', {
                    n: payments.length,
                    month: monthName(t, row.cycleMonth),
                    amount: say(row.pays),
                  }),
                },
              ]),
          ...(row.recovers === 0
            ? []
            : [
                {
                  icon: 'ret' as const,
                  text: t('settlements.approveRecovers', { amount: say(row.recovers) }),
                },
              ]),
          ...(row.netted === 0
            ? []
            : [
                {
                  icon: 'usercheck' as const,
                  text: t('settlements.approveNets', { amount: say(row.netted) }),
                },
              ]),
        ]}
        onConfirm={() =>
          void approve.run({ id, expectedVersion }).then((result) => {
            if (!result.ok) return;
            toast({ tone: 'success', text: t('settlements.approved', { number }) });
            setAsked(null);
          })
        }
        isBusy={approve.isBusy}
        error={approve.error}
      />
      <NoteDialog
        isOpen={asked === 'sendBack'}
        onClose={() => {
          setAsked(null);
          back.reset();
        }}
        title={t('settlements.sendBackTitle', { number })}
        label={t('settlements.sendBackLabel')}
        confirmLabel={t('settlements.sendBack')}
        onConfirm={async (note) => {
          const result = await back.run({ id, expectedVersion, note });
          if (result.ok) toast({ tone: 'info', text: t('settlements.sentBackToast') });
          return result.ok;
        }}
        isBusy={back.isBusy}
        error={back.error}
      />
    </div>
  );
}
