import { api } from '../../lib/client.ts';
import { blockedWords } from '../../lib/cases/blocked-words.ts';
import { useCaseCommand } from '../../lib/cases/conflicts.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts';
import { useMay } from '../../lib/session-store.ts';
import { Button } from '../../ui/Button.tsx';
import { ActionRefused } from '../../ui/cases/ActionRefused.tsx';
import { Rule } from '../../ui/cases/Rule.tsx';
import type { ComplaintFile } from './ComplaintCase.tsx';

/** Why nothing can be proposed yet, and the step that lifts it. */
export function BlockedFoot({ file, code }: { file: ComplaintFile; code: string }) {
  const t = useT();
  const mayWork = useMay('cases.work');
  const { id, version, status } = file.complaint;
  const take = useCaseCommand(id, api.complaints.take, ['complaints', 'today']);
  const received = useCaseCommand(id, api.complaints.documentsReceived, ['complaints', 'today']);
  const takeNow = (): void => void take.run({ id, expectedVersion: version });
  const receivedNow = (): void => void received.run({ id, expectedVersion: version });
  const canTake = mayWork && code === 'NOT_TAKEN';
  const canReceive = mayWork && status === 'awaitingDocuments';
  useShortcuts({ 'Ctrl+Enter': takeNow, T: takeNow }, { enabled: canTake });
  useShortcuts({ 'Ctrl+Enter': receivedNow }, { enabled: canReceive });
  const asked = file.events.findLast(({ type }) => type === 'documentsRequested');
  return (
    <footer className="side-foot">
      <ActionRefused error={take.error ?? received.error} isOnScreen />
      {canTake && (
        <Button variant="primary" block keys="Ctrl+Enter" isBusy={take.isBusy} onPress={takeNow}>
          {t('cases.take')}
        </Button>
      )}
      {canReceive && (
        <>
          {asked?.note !== null && asked !== undefined && (
            <Rule icon="hourglass" tone="warning">
              {t('complaints.askedFor')}{' '}
              <b className="block medium" dir="auto">
                {asked.note}
              </b>
            </Rule>
          )}
          <Button
            variant="primary"
            block
            keys="Ctrl+Enter"
            isBusy={received.isBusy}
            onPress={receivedNow}
          >
            {t('complaints.documentsReceived')}
          </Button>
        </>
      )}
      <Rule icon="lock" tone="muted">
        {blockedWords(t, code)}
      </Rule>
    </footer>
  );
}
