import { useState } from 'react';
import type { OutputOf } from '../../../contract/api.ts';
import { api } from '../../lib/client.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useApiCommand, useApiQuery } from '../../lib/queries.ts';
import { useMay } from '../../lib/session-store.ts';
import { toast } from '../../lib/toasts.ts';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/Dialog.tsx';
import { Num } from '../../ui/Figures.tsx';

type Tie = OutputOf<'reconciliation.ties'>[number];

const TOUCHED = ['reconciliation', 'payments', 'registry', 'today', 'complaints'] as const;

/** Lines of the bank that officers have tied to a payment by hand, and the way back. */
export function TiedLines({ paymentId }: { paymentId: string }) {
  const t = useT();
  const mayCommit = useMay('reconciliation.commit');
  const [chosen, setChosen] = useState<Tie | null>(null);
  const found = useApiQuery(['reconciliation', 'ties', paymentId], () =>
    api.reconciliation.ties({ paymentId }),
  );
  const untie = useApiCommand(api.reconciliation.untie, TOUCHED);
  const ties = found.data ?? [];
  if (ties.length === 0) return null;

  const confirm = async ({ exceptionId, version: expectedVersion }: Tie): Promise<void> => {
    const result = await untie.run({ exceptionId, expectedVersion });
    if (!result.ok) return;
    setChosen(null);
    toast({ tone: 'success', text: t('statements.untied') });
  };
  return (
    <section aria-label={t('statements.tiedLines')}>
      <ul className="pay-ties small">
        {ties.map((tie) => (
          <li key={tie.exceptionId}>
            <span className="ell">
              {t('statements.tiedLine', { line: tie.line })} <bdi>{tie.fileName}</bdi>
            </span>
            {tie.bookedOn !== null && <Num className="muted">{tie.bookedOn}</Num>}
            <span className="sp" />
            {mayCommit && (
              <Button
                size="s"
                icon="undo"
                onPress={() => {
                  untie.reset();
                  setChosen(tie);
                }}
              >
                {t('statements.untie')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <ConfirmDialog
        isOpen={chosen !== null}
        onClose={() => setChosen(null)}
        title={t('statements.untieTitle')}
        consequences={[
          { icon: 'undo', text: t('statements.untieMoves') },
          { icon: 'search', text: t('statements.untieOpens') },
        ]}
        confirmLabel={t('statements.untie')}
        isBusy={untie.isBusy}
        error={untie.error}
        onConfirm={() => chosen !== null && void confirm(chosen)}
      />
    </section>
  );
}
