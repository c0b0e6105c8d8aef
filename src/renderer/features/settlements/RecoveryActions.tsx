import { useState } from 'react';
import type { RecoveryStep } from '../../../contract/recoveries.ts';
import { subtractHalalas } from '../../../domain/shared/halalas.ts';
import { toastIssued } from '../../lib/cases/case-letters.ts';
import { useCaseCommand } from '../../lib/cases/conflicts.ts';
import { api } from '../../lib/client.ts';
import { formatMoney } from '../../lib/format/money.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { hrefOf } from '../../lib/route.ts';
import { toast } from '../../lib/toasts.ts';
import { Button } from '../../ui/Button.tsx';
import { ActionRefused } from '../../ui/cases/ActionRefused.tsx';
import { ApproveDialog } from '../../ui/cases/ApproveDialog.tsx';
import { NoteDialog } from '../../ui/cases/NoteDialog.tsx';
import { Rule } from '../../ui/cases/Rule.tsx';
import { DateText } from '../../ui/Figures.tsx';
import { Message } from '../../ui/Message.tsx';
import { Notice } from '../../ui/States.tsx';
import { AgreeDialog } from './AgreeDialog.tsx';
import { CloseDialog } from './CloseDialog.tsx';
import { DeductDialog, ReceiveDialog } from './MoneyDialogs.tsx';
import { SETTLEMENT_AREAS } from './desk.ts';
import type { RecoveryCaseView } from './RecoveryPanel.tsx';

type Asked =
  | 'approve'
  | 'sendBack'
  | 'agree'
  | 'receive'
  | 'deduct'
  | 'close'
  | 'appeal'
  | 'rejectAppeal'
  | 'endPlan';

/** What the case waits for, in a sentence, and the steps that are open now. */
export function RecoveryActions({ view }: { view: RecoveryCaseView }) {
  const t = useT();
  const { row, mayWork, mayApprove, mayWithdraw } = view;
  const { id, number, version: expectedVersion, status } = row;
  const act = useCaseCommand(id, api.recoveries.act, SETTLEMENT_AREAS);
  const notify = useCaseCommand(id, api.recoveries.notify, SETTLEMENT_AREAS);
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = (): void => {
    setAsked(null);
    act.reset();
  };
  const take = async (step: RecoveryStep): Promise<boolean> => {
    const result = await act.run({ id, expectedVersion, step });
    if (result.ok) toast({ tone: 'success', text: t('recoveries.done') });
    return result.ok;
  };
  const isOver = status === 'paid' || status === 'closed' || status === 'withdrawn';
  const isWorked = mayWork === null;
  const isAppealed = status === 'appealed';
  const mayClose = isWorked || (isAppealed && mayWork === 'RECOVERY_APPEALED');
  const note = (type: 'appeal' | 'rejectAppeal') => (
    <NoteDialog
      isOpen={asked === type}
      onClose={close}
      title={t(`recoveries.${type}`)}
      label={t('recoveries.note')}
      confirmLabel={t('recoveries.record')}
      onConfirm={(text) => take({ type, note: text })}
      isBusy={act.isBusy}
      error={act.error}
    >
      {t('recoveries.appealText')}
    </NoteDialog>
  );
  if (isOver) return null;
  return (
    <section className="settle-form" aria-label={t('recoveries.steps')}>
      <Standing view={view} />
      <div className="settle-act">
        {mayApprove === null && (
          <>
            <Button variant="primary" icon="check" onPress={() => setAsked('approve')}>
              {t('recoveries.approve')}
            </Button>
            <Button icon="undo" onPress={() => setAsked('sendBack')}>
              {t('recoveries.sendBack')}
            </Button>
          </>
        )}
        {isWorked && status === 'toNotify' && (
          <Button
            variant="primary"
            icon="letter"
            isBusy={notify.isBusy}
            onPress={() =>
              void notify.run({ id, expectedVersion }).then((result) => {
                if (result.ok) toastIssued(t, result.value);
              })
            }
          >
            {t('recoveries.notify')}
          </Button>
        )}
        {isWorked && status !== 'toNotify' && (
          <>
            <Button
              variant={status === 'agreed' ? 'secondary' : 'primary'}
              icon="usercheck"
              onPress={() => setAsked('agree')}
            >
              {t(status === 'agreed' ? 'recoveries.agreeAgain' : 'recoveries.agree')}
            </Button>
            {view.plan?.fromPension === true && (
              <Button icon="payments" onPress={() => setAsked('deduct')}>
                {t('recoveries.deduct')}
              </Button>
            )}
            {status === 'noticed' && (
              <Button
                icon="alert"
                isBusy={act.isBusy}
                isDisabled={row.deadline?.state !== 'overdue'}
                hint={row.deadline?.state === 'overdue' ? undefined : t('recoveries.warnLater')}
                onPress={() => void take({ type: 'warn' })}
              >
                {t('recoveries.warn')}
              </Button>
            )}
            {view.missed !== null && view.missedNo === null && (
              <Button icon="alert" onPress={() => void take({ type: 'recordMiss' })}>
                {t('recoveries.recordMiss')}
              </Button>
            )}
            {view.missedNo !== null && (
              <Button icon="x" onPress={() => setAsked('endPlan')}>
                {t('recoveries.endPlan')}
              </Button>
            )}
            <Button icon="half" onPress={() => setAsked('appeal')}>
              {t('recoveries.appeal')}
            </Button>
          </>
        )}
        {(isWorked || isAppealed) && view.noticedOn !== null && (
          <Button icon="plus" onPress={() => setAsked('receive')}>
            {t('recoveries.receive')}
          </Button>
        )}
        {isAppealed && mayClose && (
          <Button icon="xc" onPress={() => setAsked('rejectAppeal')}>
            {t('recoveries.rejectAppeal')}
          </Button>
        )}
        {mayClose && (
          <Button variant="quiet" icon="lock" onPress={() => setAsked('close')}>
            {t(isAppealed ? 'recoveries.acceptAppeal' : 'recoveries.close')}
          </Button>
        )}
        {mayWithdraw === null && (
          <Button icon="x" onPress={() => void take({ type: 'withdraw' })}>
            {t('recoveries.withdraw')}
          </Button>
        )}
      </div>
      {asked === null && <ActionRefused error={act.error ?? notify.error} />}
      <Decide view={view} asked={asked} onClose={close} />
      {note('appeal')}
      {note('rejectAppeal')}
      <NoteDialog
        isOpen={asked === 'endPlan'}
        onClose={close}
        title={t('recoveries.endPlan')}
        label={t('recoveries.note')}
        confirmLabel={t('recoveries.endPlan')}
        onConfirm={(reason) => take({ type: 'endPlan', reason })}
        isBusy={act.isBusy}
        error={act.error}
      >
        {t('recoveries.endPlanText')}
      </NoteDialog>
      {asked === 'agree' && <AgreeDialog view={view} act={act} onClose={close} />}
      {asked === 'receive' && <ReceiveDialog view={view} act={act} onClose={close} />}
      {asked === 'deduct' && <DeductDialog view={view} onClose={close} />}
      {asked === 'close' && (
        <CloseDialog
          number={number}
          isAppealed={isAppealed}
          act={act}
          take={take}
          onClose={close}
        />
      )}
    </section>
  );
}

/** Where the case stands, in words. */
function Standing({ view }: { view: RecoveryCaseView }) {
  const t = useT();
  const { row, noticedOn, warnedOn, letter, closure, mayApprove } = view;
  const until = row.deadline?.on;
  return (
    <>
      {row.status === 'toNotify' && (
        <p className="small second">
          <Message
            id="recoveries.notifyText"
            values={{ date: <DateText date={view.noticeUntil} /> }}
          />
        </p>
      )}
      {noticedOn !== null && until !== undefined && row.status === 'noticed' && (
        <p className="small second">
          <Message
            id="recoveries.noticedOn"
            values={{ date: <DateText date={noticedOn} />, until: <DateText date={until} /> }}
          />{' '}
          {letter !== null && (
            <a href={hrefOf('letters', letter.letterId)}>
              {t('recoveries.noticedNo', { number: letter.number })}
            </a>
          )}
        </p>
      )}
      {warnedOn !== null && until !== undefined && row.status === 'warned' && (
        <p className="small second">
          <Message
            id="recoveries.warnedOn"
            values={{ date: <DateText date={warnedOn} />, until: <DateText date={until} /> }}
          />
        </p>
      )}
      {view.missed !== null && (
        <Notice tone="warning">{t('recoveries.miss', { n: view.missed })}</Notice>
      )}
      {closure !== null && (
        <Notice tone="violet">
          <b>{t(`recoveries.closure.${closure.ground}`)}</b> {closure.reason} · {closure.by}
        </Notice>
      )}
      {(row.status === 'awaitingApproval' || row.status === 'awaitingClosure') &&
        mayApprove !== null && (
          <Rule>
            {t(mayApprove === 'PROPOSED_BY_YOU' ? 'recoveries.notYours' : 'recoveries.awaiting')}
          </Rule>
        )}
    </>
  );
}

function Decide({
  view,
  asked,
  onClose,
}: {
  view: RecoveryCaseView;
  asked: Asked | null;
  onClose: () => void;
}) {
  const t = useT();
  const { id, number, version: expectedVersion, status, total, given } = view.row;
  const approve = useCaseCommand(id, api.recoveries.approve, SETTLEMENT_AREAS);
  const back = useCaseCommand(id, api.recoveries.sendBack, SETTLEMENT_AREAS);
  const isClosing = status === 'awaitingClosure';
  const amount = formatMoney(subtractHalalas(total, given), t.digits);
  return (
    <>
      <ApproveDialog
        isOpen={asked === 'approve'}
        onClose={onClose}
        title={t(isClosing ? 'recoveries.closeTitle' : 'recoveries.approveTitle', { number })}
        proposedBy={view.closure?.by ?? null}
        consequences={[
          {
            icon: isClosing ? 'lock' : 'letter',
            text: t(isClosing ? 'recoveries.closeText' : 'recoveries.approveText', { amount }),
          },
        ]}
        onConfirm={() =>
          void approve.run({ id, expectedVersion }).then((result) => {
            if (!result.ok) return;
            const text = t(isClosing ? 'recoveries.closed' : 'recoveries.approved', { number });
            toast({ tone: 'success', text });
            onClose();
          })
        }
        isBusy={approve.isBusy}
        error={approve.error}
      />
      <NoteDialog
        isOpen={asked === 'sendBack'}
        onClose={onClose}
        title={t('recoveries.sendBackTitle', { number })}
        label={t('recoveries.sendBackLabel')}
        confirmLabel={t('recoveries.sendBack')}
        onConfirm={async (note) => (await back.run({ id, expectedVersion, note })).ok}
        isBusy={back.isBusy}
        error={back.error}
      />
    </>
  );
}
