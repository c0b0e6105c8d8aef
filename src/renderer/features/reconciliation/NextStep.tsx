import type { OutputOf } from '../../../contract/api.ts';
import { api } from '../../lib/client.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useApiCommand } from '../../lib/queries.ts';
import { hrefOf, navigate } from '../../lib/route.ts';
import { useMay } from '../../lib/session-store.ts';
import { Button } from '../../ui/Button.tsx';
import { InstantText } from '../../ui/Figures.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { EmptyState, ErrorState, Notice, RefusalNotice } from '../../ui/States.tsx';
import { useChosen, useOpenException, versioned } from './chosen-exceptions.ts';
import { FollowUpHistory } from './FollowUpHistory.tsx';
import { Guidance } from './Guidance.tsx';
import { setDesk } from './reconciliation-store.ts';
import { SettleForm } from './SettleForm.tsx';

type Detail = OutputOf<'reconciliation.exception'>;

/** The one next step of the exception on view, or of all that are selected in its queue. */
export function NextStep({ id }: { id: string | null }) {
  const t = useT();
  const mayCommit = useMay('reconciliation.commit');
  const found = useOpenException(id);
  const chosen = useChosen(id);
  if (found.error) {
    return (
      <Panel pane fill title={t('reconciliation.nextStep')} className="rec-next">
        <ErrorState error={found.error} onRetry={found.refetch} />
      </Panel>
    );
  }
  const detail = found.data;
  if (detail === undefined && chosen.length === 0) {
    return (
      <Panel pane fill title={t('reconciliation.nextStep')} className="rec-next">
        <EmptyState icon="reconcile" title={t('reconciliation.chooseOne')} />
      </Panel>
    );
  }
  return (
    <Panel
      pane
      fill
      title={t('reconciliation.nextStep')}
      className="rec-next"
      {...(detail === undefined || (detail.row.person === null && detail.row.paymentId === null)
        ? {}
        : { footer: <Doors detail={detail} /> })}
    >
      <div className="stack-v">
        {detail !== undefined && <Guidance detail={detail} />}
        {mayCommit && chosen.length > 0 && (
          <Button
            variant="primary"
            block
            icon="send"
            keys="F"
            onPress={() => setDesk({ isFollowingUp: true })}
          >
            {t('workbench.followUp')}
          </Button>
        )}
        {detail !== undefined && <ResumeDoor detail={detail} />}
        {detail !== undefined && <FollowUpHistory followUps={detail.followUps} />}
        {detail !== undefined && <Trace detail={detail} />}
        {detail?.row.status === 'resolved' && chosen.length === 0 ? (
          <Settled detail={detail} />
        ) : (
          mayCommit &&
          chosen.length > 0 && (
            <SettleForm key={chosen[0]?.action} chosen={chosen} action={chosen[0]?.action} />
          )
        )}
      </div>
    </Panel>
  );
}

/** A payment whose money came back is sent again in steps of their own, at the desk beside this one. */
function ResumeDoor({ detail: { row } }: { detail: Detail }) {
  const t = useT();
  const { kind, paymentId } = row;
  if (paymentId === null || (kind !== 'rejected' && kind !== 'returned')) return null;
  return (
    <Button
      block
      icon="refresh"
      onPress={() =>
        navigate(hrefOf('reconciliation', null, { desk: 'resume', payment: paymentId }))
      }
    >
      {t('resume.openResume')}
    </Button>
  );
}

/** How far the payment has come. */
function Trace({ detail: { payment } }: { detail: Detail }) {
  const t = useT();
  if (payment === null) return null;
  return (
    <section>
      <h3 className="rec-h">{t('workbench.trace')}</h3>
      <ol className="rec-trace small">
        {payment.events.map((event, index) => (
          <li key={index} className={index === payment.events.length - 1 ? 'last' : ''}>
            <span>{t.maybe(`payments.event.${event.type}`) ?? event.type}</span>
            <span className="sp" />
            <span className="muted">
              <InstantText instant={event.at} />
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Settled({ detail: { row, resolution, note } }: { detail: Detail }) {
  const t = useT();
  const mayCommit = useMay('reconciliation.commit');
  const reopen = useApiCommand(api.reconciliation.reopen, ['reconciliation', 'today']);
  return (
    <>
      <Notice tone="success">
        {resolution !== null && t(`reconciliation.resolution.${resolution}`)}
        {note !== null && <span className="block">{note}</span>}
      </Notice>
      {mayCommit && (
        <Button
          icon="undo"
          isBusy={reopen.isBusy}
          onPress={() => void reopen.run({ exceptions: versioned([row]) })}
        >
          {t('reconciliation.reopen')}
        </Button>
      )}
      {reopen.error !== null && <RefusalNotice error={reopen.error} />}
    </>
  );
}

/** Where else the payment and its beneficiary are looked after. */
function Doors({ detail: { row } }: { detail: Detail }) {
  const t = useT();
  const { person, paymentId } = row;
  return (
    <>
      {person !== null && (
        <Button
          size="s"
          variant="quiet"
          icon="person"
          onPress={() => navigate(hrefOf('beneficiaries', person.beneficiaryId))}
        >
          {t('reconciliation.openPerson')}
        </Button>
      )}
      {paymentId !== null && (
        <Button
          size="s"
          variant="quiet"
          icon="payments"
          onPress={() => navigate(hrefOf('payments', paymentId))}
        >
          {t('reconciliation.openPayment')}
        </Button>
      )}
    </>
  );
}
