import { api } from '../../../lib/client.ts';
import { blockedWords } from '../../../lib/cases/blocked-words.ts';
import { useCaseCommand } from '../../../lib/cases/conflicts.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { useShortcuts } from '../../../lib/keyboard/shortcuts.ts';
import { useApiQuery } from '../../../lib/queries.ts';
import { useMay } from '../../../lib/session-store.ts';
import { Button } from '../../../ui/Button.tsx';
import { ActionRefused } from '../../../ui/cases/ActionRefused.tsx';
import { Rule } from '../../../ui/cases/Rule.tsx';
import type { ApplicationFile } from '../application-file.ts';
import type { DecisionTab } from './DecisionSide.tsx';
import { StudyChecks } from './StudyChecks.tsx';

/** Why nothing can be decided by this officer now, and the step that lifts it. */
export function BlockedSide({
  file,
  code,
  onTab,
}: {
  file: ApplicationFile;
  code: string;
  onTab: (tab: DecisionTab) => void;
}) {
  const t = useT();
  const mayWork = useMay('cases.work');
  const { id, version } = file.application;
  const study = useApiQuery(['applications', 'assess', id, ''], () =>
    api.applications.assess({ id }),
  ).data;
  const take = useCaseCommand(id, api.applications.take, ['applications', 'today']);
  const canTake = mayWork && code === 'NOT_TAKEN';
  const takeNow = (): void => void take.run({ id, expectedVersion: version });
  useShortcuts({ 'Ctrl+Enter': takeNow, T: takeNow }, { enabled: canTake });
  return (
    <>
      <div className="app-side-body">
        <StudyChecks file={file} study={study} onTab={onTab} />
      </div>
      <footer className="app-side-foot">
        <ActionRefused error={take.error} isOnScreen />
        {canTake && (
          <Button variant="primary" block keys="Ctrl+Enter" isBusy={take.isBusy} onPress={takeNow}>
            {t('cases.take')}
          </Button>
        )}
        <Rule icon="lock" tone="muted">
          {blockedWords(t, code)}
        </Rule>
      </footer>
    </>
  );
}
