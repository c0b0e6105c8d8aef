import { useState } from 'react';
import type { DifferenceRow } from '../../../contract/government-records.ts';
import { api } from '../../lib/client.ts';
import { errorWords } from '../../lib/error-words.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useApiCommand, useApiJob } from '../../lib/queries.ts';
import { toast } from '../../lib/toasts.ts';
import { Button } from '../../ui/Button.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { ReasonDialog } from '../../ui/ReasonDialog.tsx';
import { AcceptDialog } from './AcceptDialog.tsx';
import { AskUpdateDialog } from './AskUpdateDialog.tsx';
import { TOUCHED, type DifferenceKind } from './touched.ts';

type Open = 'accept' | 'reject' | 'ask' | 'acceptAll' | 'rejectAll';

/** Accept, reject or ask: for what is chosen, or for all of one kind of difference. */
export function DecideBar({
  batchId,
  chosen,
  kind,
  kindName,
  onDone,
}: {
  batchId: string;
  chosen: readonly DifferenceRow[];
  /** The one kind that is on view; null for several. */
  kind: DifferenceKind | null;
  kindName: string;
  onDone: () => void;
}) {
  const t = useT();
  const [open, setOpen] = useState<Open | null>(null);
  const reject = useApiCommand(api.governmentRecords.reject, TOUCHED);
  const decideAll = useApiJob(api.governmentRecords.decideAll, TOUCHED);
  const differences = chosen.map(({ id, version }) => ({ id, expectedVersion: version }));
  const close = (): void => setOpen(null);
  const none = chosen.length === 0;
  const done = (words: string): void => {
    close();
    onDone();
    toast({ tone: 'success', text: words });
  };
  const rejectChosen = async (reason: string): Promise<void> => {
    const result = await reject.run({ differences, reason });
    if (result.ok) done(t('governmentRecords.rejected'));
  };
  const decide = async (
    decision: 'accept' | 'reject',
    from: DifferenceRow['validFrom'],
    reason: string,
  ): Promise<void> => {
    if (kind === null) return;
    const { field, outcome } = kind;
    const result = await decideAll.run({ batchId, field, outcome, decision, from, reason });
    if (!result.ok) return;
    const { decided, left } = result.value;
    done(t('governmentRecords.decidedAll', { n: decided }));
    for (const { code, count } of left) {
      toast({
        tone: 'warning',
        text: t('governmentRecords.leftOpen', {
          n: count,
          why: errorWords(t, { code, details: { name: kindName } }),
        }),
      });
    }
  };
  return (
    <footer className="gov-foot">
      <span className="small muted">{t('governmentRecords.selected', { n: chosen.length })}</span>
      {decideAll.isBusy && (
        <Progress
          label={t('governmentRecords.phase.deciding')}
          progress={decideAll.progress}
          onCancel={decideAll.cancel}
        />
      )}
      <span className="sp" />
      {kind !== null && none ? (
        <>
          <Button onPress={() => setOpen('rejectAll')}>{t('governmentRecords.rejectAll')}</Button>
          {kind.outcome !== 'unknownPerson' && (
            <Button variant="primary" onPress={() => setOpen('acceptAll')}>
              {t('governmentRecords.acceptAll')}
            </Button>
          )}
        </>
      ) : (
        <>
          <Button isDisabled={none} onPress={() => setOpen('ask')} icon="letter">
            {t('governmentRecords.ask')}
          </Button>
          <Button isDisabled={none} onPress={() => setOpen('reject')}>
            {t('governmentRecords.reject')}
          </Button>
          <Button variant="primary" isDisabled={none} onPress={() => setOpen('accept')}>
            {t('governmentRecords.accept')}
          </Button>
        </>
      )}
      {open === 'accept' && (
        <AcceptDialog
          differences={differences}
          needsDay={chosen.some(({ forLife }) => !forLife)}
          onClose={close}
          onAccepted={(changes) => done(t('governmentRecords.accepted', { n: changes }))}
        />
      )}
      {open === 'acceptAll' && kind !== null && (
        <AcceptDialog
          title={kindName}
          needsDay
          isBusy={decideAll.isBusy}
          error={decideAll.error}
          onClose={close}
          onConfirm={(from, reason) => void decide('accept', from, reason)}
        />
      )}
      {open === 'ask' && (
        <AskUpdateDialog
          chosen={chosen}
          onClose={close}
          onAsked={(requests) => done(t('governmentRecords.asked', { n: requests }))}
        />
      )}
      {(open === 'reject' || open === 'rejectAll') && (
        <ReasonDialog
          title={open === 'reject' ? t('governmentRecords.rejectTitle') : kindName}
          text={t('governmentRecords.rejectText')}
          confirm={t(
            open === 'reject' ? 'governmentRecords.reject' : 'governmentRecords.rejectAll',
          )}
          isBusy={reject.isBusy || decideAll.isBusy}
          error={open === 'reject' ? reject.error : decideAll.error}
          onClose={close}
          onConfirm={(reason) =>
            void (open === 'reject' ? rejectChosen(reason) : decide('reject', null, reason))
          }
        />
      )}
    </footer>
  );
}
