import { useState } from 'react';
import { api } from '../../../lib/client.ts';
import { toastIssued } from '../../../lib/cases/case-letters.ts';
import { useCaseCommand } from '../../../lib/cases/conflicts.ts';
import { blockedWords } from '../../../lib/cases/blocked-words.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { useShortcuts } from '../../../lib/keyboard/shortcuts.ts';
import { toast } from '../../../lib/toasts.ts';
import { useToday } from '../../../lib/use-today.ts';
import { Button } from '../../../ui/Button.tsx';
import { ActionRefused } from '../../../ui/cases/ActionRefused.tsx';
import { Rule } from '../../../ui/cases/Rule.tsx';
import { ConfirmDialog } from '../../../ui/Dialog.tsx';
import { DateText } from '../../../ui/Figures.tsx';
import type { ApplicationFile } from '../application-file.ts';

/** What the applicant was asked for and by when; the days of the decision stand still meanwhile (REG 4/5). */
export function CompletionSide({ file }: { file: ApplicationFile }) {
  const t = useT();
  const { id, version, number } = file.application;
  const today = useToday();
  const [isEnding, setEnding] = useState(false);
  const receive = useCaseCommand(id, api.applications.receiveCompletion, ['applications', 'today']);
  const cancel = useCaseCommand(id, api.applications.cancel, ['applications', 'letters', 'today']);
  const asked = file.completion;
  const isLapsed = asked !== null && asked.dueOn < today;
  const canReceive = file.mayWork === null && !isLapsed;
  const canCancel = file.mayCancel === null;
  const receiveNow = async (): Promise<void> => {
    const result = await receive.run({ id, expectedVersion: version });
    if (result.ok)
      toast({ tone: 'success', text: t('applications.completionReceived', { number }) });
  };
  const cancelNow = async (): Promise<void> => {
    const result = await cancel.run({ id, expectedVersion: version });
    if (!result.ok) return;
    setEnding(false);
    if (result.value.letter !== null) toastIssued(t, result.value.letter);
  };
  useShortcuts({ 'Ctrl+Enter': () => void receiveNow() }, { enabled: canReceive });
  const titleOf = (line: string): string =>
    file.papers.find(({ code }) => code === line)?.title[t.language] ?? line;
  return (
    <>
      <div className="app-side-body">
        {asked !== null && (
          <>
            <p className="small">
              {t('applications.askedOn')} <DateText date={asked.askedOn} />
            </p>
            <ul className="asked-list">
              {asked.asked.map((line) => (
                <li key={line} dir="auto">
                  {titleOf(line)}
                </li>
              ))}
            </ul>
            {asked.note !== '' && (
              <p className="small second" dir="auto">
                {asked.note}
              </p>
            )}
            <Rule icon="hourglass" tone={isLapsed ? 'danger' : 'warning'}>
              {t(isLapsed ? 'applications.completionLapsed' : 'applications.completionUntil')}{' '}
              <DateText date={asked.dueOn} calendar="both" />
            </Rule>
          </>
        )}
        <Rule icon="pausec" tone="muted">
          {t('applications.clockStands')}
        </Rule>
      </div>
      <footer className="app-side-foot">
        <ActionRefused error={receive.error} isOnScreen />
        {canReceive && (
          <Button
            variant="primary"
            block
            keys="Ctrl+Enter"
            isBusy={receive.isBusy}
            onPress={() => void receiveNow()}
          >
            {t('applications.receiveCompletion')}
          </Button>
        )}
        {canCancel && (
          <Button variant="danger" block onPress={() => setEnding(true)}>
            {t('applications.cancel')}
          </Button>
        )}
        {!canReceive && !canCancel && (
          <Rule icon="lock" tone="muted">
            {blockedWords(t, file.mayWork ?? file.mayCancel ?? 'other')}
          </Rule>
        )}
      </footer>
      <ConfirmDialog
        isOpen={isEnding}
        onClose={() => {
          setEnding(false);
          cancel.reset();
        }}
        title={t('applications.cancelQuestion', { number })}
        consequences={[
          { icon: 'letter', text: t('applications.cancelLetter') },
          { icon: 'ban', text: t('applications.cancelFinal') },
        ]}
        confirmLabel={t('applications.cancel')}
        isDanger
        isBusy={cancel.isBusy}
        error={cancel.error}
        onConfirm={() => void cancelNow()}
      />
    </>
  );
}
