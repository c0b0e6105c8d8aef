import { useState } from 'react';
import type { PaymentRow } from '../../../contract/payments.ts';
import { whyNot, type PaymentAction } from '../../../domain/payments/payment-actions.ts';
import type { PaymentStatus } from '../../../domain/payments/payment-status.ts';
import { api } from '../../lib/client.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useApiCommand } from '../../lib/queries.ts';
import { hrefOf, navigate } from '../../lib/route.ts';
import { useMay } from '../../lib/session-store.ts';
import { toast } from '../../lib/toasts.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { NoteDialog } from '../../ui/cases/NoteDialog.tsx';
import { PAYMENT_AREAS } from './payment-areas.ts';

export type Deed = PaymentAction | 'explain';

const ICONS = { hold: 'pausec', release: 'play', cancel: 'ban', explain: 'info' } as const;
const DEEDS = ['hold', 'release', 'cancel', 'explain'] as const;
const WAITS: readonly PaymentStatus[] = ['prepared', 'sent', 'bankAccepted', 'settled', 'credited'];

/** What the officer may do to every one of these payments. */
function useDeeds(payments: readonly Pick<PaymentRow, 'status'>[]): readonly Deed[] {
  const mayHold = useMay('payments.hold');
  const mayCancel = useMay('payments.approve');
  return DEEDS.filter((deed) => {
    if (deed === 'cancel' ? !mayCancel : !mayHold) return false;
    return payments.every(({ status }) =>
      deed === 'explain'
        ? WAITS.includes(status)
        : whyNot(deed, { status, live: true, contradicted: false }) === null,
    );
  });
}

/** Hold, release, cancel and explain as buttons; each asks for a reason and says what follows. */
export function DeedButtons({
  payments,
  onDone,
}: {
  payments: readonly Pick<PaymentRow, 'id' | 'status'>[];
  onDone?: (() => void) | undefined;
}) {
  const t = useT();
  const deeds = useDeeds(payments);
  const [deed, setDeed] = useState<Deed | null>(null);
  return (
    <>
      {deeds.map((known) => (
        <Button
          key={known}
          size="s"
          variant={known === 'cancel' ? 'danger' : 'secondary'}
          icon={ICONS[known]}
          onPress={() => setDeed(known)}
        >
          {t(`payments.act.${known}`)}
        </Button>
      ))}
      {deed !== null && (
        <DeedDialog
          deed={deed}
          ids={payments.map(({ id }) => id)}
          onClose={() => setDeed(null)}
          onDone={onDone}
        />
      )}
    </>
  );
}

/** What can be done with the selected payments, at the foot of the list. */
export function PaymentsBulk({
  payments,
  onClear,
}: {
  payments: readonly PaymentRow[];
  onClear: () => void;
}) {
  const t = useT();
  return (
    <div className="bulk" role="toolbar" aria-label={t('cases.withSelected')}>
      <b role="status">
        {t('payments.act.selected', { count: t('payments.count', { n: payments.length }) })}
      </b>
      <DeedButtons payments={payments} onDone={onClear} />
      <IconButton size="s" icon="x" label={t('ui.clearSelection')} onPress={onClear} />
    </div>
  );
}

function DeedDialog({
  deed,
  ids,
  onClose,
  onDone,
}: {
  deed: Deed;
  ids: readonly string[];
  onClose: () => void;
  onDone: (() => void) | undefined;
}) {
  const t = useT();
  const mayWrite = useMay('letters.draft');
  const count = t('payments.count', { n: ids.length });
  const command = useApiCommand(
    (reason: string) =>
      deed === 'explain'
        ? api.payments.explain({ payments: [...ids], text: reason })
        : api.payments[deed]({ payments: [...ids], reason }),
    PAYMENT_AREAS,
  );
  return (
    <NoteDialog
      isOpen
      onClose={onClose}
      title={t(`payments.act.${deed}Title`, { count })}
      label={t('payments.act.reason')}
      confirmLabel={t(`payments.act.${deed}`)}
      isBusy={command.isBusy}
      error={command.error}
      onConfirm={async (reason) => {
        const result = await command.run(reason);
        if (!result.ok) return false;
        const [only] = ids;
        toast({
          tone: 'success',
          text: t('payments.act.done', { count }),
          ...(mayWrite && deed !== 'explain' && only !== undefined && ids.length === 1
            ? {
                action: {
                  label: t('caseLetters.afterDeed'),
                  run: () => navigate(hrefOf('payments', only)),
                },
              }
            : {}),
        });
        onDone?.();
        return true;
      }}
    >
      {t(`payments.act.${deed}Text`)}
    </NoteDialog>
  );
}
