import { useState } from 'react';
import type { CandidateDto } from '../../../contract/line-ties.ts';
import { api } from '../../lib/client.ts';
import { useT, type Translate } from '../../lib/i18n/use-t.ts';
import { useApiCommand, useApiQuery } from '../../lib/queries.ts';
import { useMay } from '../../lib/session-store.ts';
import { toast } from '../../lib/toasts.ts';
import { Button } from '../../ui/Button.tsx';
import { StatusChip } from '../../ui/Chip.tsx';
import { ConfirmDialog } from '../../ui/Dialog.tsx';
import { Money, MonthText, Num } from '../../ui/Figures.tsx';
import { ErrorState } from '../../ui/States.tsx';
import './statements.css';

const TOUCHED = ['reconciliation', 'payments', 'registry', 'today', 'complaints'] as const;

/** Payments that an unknown line may belong to; the officer ties it to one, or to none. */
export function TieCandidates({ exceptionId, version }: { exceptionId: string; version: number }) {
  const t = useT();
  const mayCommit = useMay('reconciliation.commit');
  const [chosen, setChosen] = useState<CandidateDto | null>(null);
  const found = useApiQuery(['reconciliation', 'candidates', exceptionId], () =>
    api.reconciliation.candidates({ exceptionId }),
  );
  const tie = useApiCommand(api.reconciliation.tie, TOUCHED);
  if (found.error) return <ErrorState error={found.error} onRetry={found.refetch} />;
  if (found.data === undefined) return null;

  const confirm = async (paymentId: string): Promise<void> => {
    const result = await tie.run({ exceptionId, expectedVersion: version, paymentId });
    if (!result.ok) return;
    setChosen(null);
    toast({ tone: 'success', text: t('statements.tied') });
  };
  return (
    <section className="stm-break" aria-label={t('statements.candidates')}>
      <p>
        <b>{t('statements.candidates')}</b>{' '}
        <span className="small muted">
          {t(found.data.length === 0 ? 'statements.noCandidates' : 'statements.candidatesNote')}
        </span>
      </p>
      <ul className="stm-candidates">
        {found.data.map((candidate) => (
          <li key={candidate.paymentId}>
            <b className="ell">{candidate.person.name}</b>
            <Num className="small muted">{candidate.person.maskedNationalId}</Num>
            <Num className="small">{candidate.endToEndId}</Num>
            <MonthText month={candidate.month} />
            <Money amount={candidate.amount} />
            <Num className="small muted">{candidate.maskedIban}</Num>
            <StatusChip family="payment" status={candidate.status} plain />
            <span className="small muted">{whyOf(t, candidate)}</span>
            <span className="sp" />
            {mayCommit && (
              <Button
                size="s"
                icon="link"
                isDisabled={!candidate.fits}
                onPress={() => {
                  tie.reset();
                  setChosen(candidate);
                }}
              >
                {t('statements.tie')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <ConfirmDialog
        isOpen={chosen !== null}
        onClose={() => setChosen(null)}
        title={t('statements.tieTitle', { name: chosen?.person.name ?? '' })}
        consequences={[
          {
            icon: 'link',
            text: t('statements.tieMoves', { reference: chosen?.endToEndId ?? '' }),
          },
          { icon: 'undo', text: t('statements.tieUndo') },
        ]}
        confirmLabel={t('statements.tie')}
        isBusy={tie.isBusy}
        error={tie.error}
        onConfirm={() => chosen !== null && void confirm(chosen.paymentId)}
      />
    </section>
  );
}

function whyOf(t: Translate, { days, fits }: CandidateDto): string {
  if (!fits) return t('statements.cannotBe');
  if (days === 0) return t('statements.sameDay');
  return days > 0
    ? t('statements.daysAfter', { n: days })
    : t('statements.daysBefore', { n: -days });
}
