import { useState } from 'react';
import {
  RESOLUTIONS,
  type ExceptionResolution,
} from '../../../domain/reconciliation/exception-kind.ts';
import { api } from '../../lib/client.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts';
import { useApiCommand, useApiQuery } from '../../lib/queries.ts';
import { hrefOf, navigate } from '../../lib/route.ts';
import { useMay } from '../../lib/session-store.ts';
import { toast } from '../../lib/toasts.ts';
import { Button } from '../../ui/Button.tsx';
import { Select } from '../../ui/Choices.tsx';
import { TextField } from '../../ui/Fields.tsx';
import { InstantText } from '../../ui/Figures.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { EmptyState, Notice, RefusalNotice } from '../../ui/States.tsx';
import { setDesk, useDesk } from './reconciliation-store.ts';

/** What to do about the exception on view, or about all that are selected in its queue. */
export function NextStep({ id }: { id: string | null }) {
  const t = useT();
  const mayCommit = useMay('reconciliation.commit');
  const { selected } = useDesk();
  const [resolution, setResolution] = useState<ExceptionResolution | null>(null);
  const [note, setNote] = useState('');
  const found = useApiQuery(
    ['reconciliation', 'exception', id],
    () => api.reconciliation.exception({ id: id ?? '' }),
    { enabled: id !== null },
  );
  const resolve = useApiCommand(api.reconciliation.resolve, ['reconciliation', 'today']);
  const reopen = useApiCommand(api.reconciliation.reopen, ['reconciliation', 'today']);
  const row = found.data?.row;
  const chosen =
    selected.size > 0
      ? [...selected].map(([chosenId, expectedVersion]) => ({ id: chosenId, expectedVersion }))
      : row === undefined
        ? []
        : [{ id: row.id, expectedVersion: row.version }];
  const mayResolve = chosen.length > 0 && resolution !== null && note.trim().length >= 2;

  const act = async (): Promise<void> => {
    if (!mayResolve || resolution === null) return;
    const result = await resolve.run({ exceptions: chosen, resolution, note });
    if (!result.ok) return;
    setNote('');
    setDesk({ selected: new Map() });
    toast({
      tone: 'success',
      text: t('reconciliation.resolved', { n: result.value.resolved }),
    });
  };
  useShortcuts({ 'Ctrl+Enter': () => void act() }, { inFields: true, enabled: mayCommit });

  if (row === undefined && selected.size === 0) {
    return (
      <Panel pane fill title={t('reconciliation.nextStep')} className="rec-next">
        <EmptyState icon="reconcile" title={t('reconciliation.chooseOne')} />
      </Panel>
    );
  }
  const {
    reason = null,
    payment = null,
    resolution: done = null,
    note: noted = null,
  } = found.data ?? {};
  const { person = null, paymentId = null } = row ?? {};
  return (
    <Panel pane fill title={t('reconciliation.nextStep')} className="rec-next">
      <div className="stack-v">
        {row !== undefined && <p className="medium">{t(`reconciliation.next.${row.kind}`)}</p>}
        {reason !== null && (
          <Notice tone="info">
            <b>{t.language === 'ar' ? reason.ar : reason.en}</b>
            <br />
            {t.language === 'ar' ? reason.actionAr : reason.actionEn}
          </Notice>
        )}
        {payment !== null && (
          <ol className="rec-trace small">
            {payment.events.map((event, index) => (
              <li key={index}>
                <span>{t.maybe(`payments.event.${event.type}`) ?? event.type}</span>
                <span className="sp" />
                <span className="muted">
                  <InstantText instant={event.at} />
                </span>
              </li>
            ))}
          </ol>
        )}
        {row?.status === 'resolved' ? (
          <>
            <Notice tone="success">
              {done !== null && t(`reconciliation.resolution.${done}`)}
              {noted !== null && <span className="block">{noted}</span>}
            </Notice>
            {mayCommit && (
              <Button
                icon="undo"
                isBusy={reopen.isBusy}
                onPress={() =>
                  void reopen.run({ exceptions: [{ id: row.id, expectedVersion: row.version }] })
                }
              >
                {t('reconciliation.reopen')}
              </Button>
            )}
          </>
        ) : (
          mayCommit && (
            <>
              {selected.size > 0 && (
                <Notice tone="info" icon="check">
                  {t('reconciliation.chosen', { n: selected.size })}
                </Notice>
              )}
              <Select
                label={t('reconciliation.resolution')}
                options={RESOLUTIONS.map((value) => ({
                  value,
                  label: t(`reconciliation.resolution.${value}`),
                }))}
                value={resolution}
                onChange={setResolution}
              />
              <TextField
                label={t('reconciliation.note')}
                value={note}
                onChange={setNote}
                multiline
              />
              {resolve.error !== null && <RefusalNotice error={resolve.error} />}
              <Button
                variant="primary"
                block
                keys="Ctrl+Enter"
                isDisabled={!mayResolve}
                isBusy={resolve.isBusy}
                onPress={() => void act()}
              >
                {selected.size > 1
                  ? t('reconciliation.resolveMany', { n: selected.size })
                  : t('reconciliation.resolve')}
              </Button>
            </>
          )
        )}
        {reopen.error !== null && <RefusalNotice error={reopen.error} />}
        {person !== null && (
          <Button
            variant="quiet"
            icon="person"
            onPress={() => navigate(hrefOf('beneficiaries', person.beneficiaryId))}
          >
            {t('reconciliation.openPerson')}
          </Button>
        )}
        {paymentId !== null && (
          <Button
            variant="quiet"
            icon="payments"
            onPress={() => navigate(hrefOf('payments', paymentId))}
          >
            {t('reconciliation.openPayment')}
          </Button>
        )}
      </div>
    </Panel>
  );
}
