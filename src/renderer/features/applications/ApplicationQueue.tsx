import { useCallback, useEffect, useMemo, useState } from 'react';
import { api } from '../../lib/client.ts';
import { useColleagues } from '../../lib/cases/colleagues.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts';
import { useApiCommand } from '../../lib/queries.ts';
import { hrefOf, navigate } from '../../lib/route.ts';
import { useMay, useOfficer } from '../../lib/session-store.ts';
import { useCommands, useKeyHints, useScreenTitle } from '../../lib/shell-store.ts';
import { toast } from '../../lib/toasts.ts';
import { AssignDialog } from '../../ui/cases/AssignDialog.tsx';
import { ApplicationList } from './ApplicationList.tsx';
import {
  APPLICATION_QUEUES,
  setFilter,
  setSelected,
  useApplicationsStore,
  viewNamed,
} from './applications-store.ts';
import { NewApplicationDialog } from './NewApplicationDialog.tsx';
import { useApplications } from './use-applications.ts';

/** Every application of the branch by saved views; a new one begins here. */
export function ApplicationQueue({
  view,
  newFor,
}: {
  view: string | undefined;
  /** Whose application somebody asked to begin, from his page. */
  newFor: string | undefined;
}) {
  const t = useT();
  useScreenTitle(t('applications.title'));
  const { officer } = useOfficer();
  const mayWork = useMay('cases.work');
  const filter = useApplicationsStore((store) => store.filter);
  const selected = useApplicationsStore((store) => store.selected);
  const found = useApplications(filter);
  const [isNew, setNew] = useState(false);
  const [isAssigning, setAssigning] = useState(false);
  const officers = useColleagues('cases.work');
  const assign = useApiCommand(api.applications.assign, ['applications', 'today']);

  const named = viewNamed(view);
  useEffect(() => {
    if (named !== undefined) setFilter({ view: named });
  }, [named]);

  const go = (by: number): void => {
    const at = APPLICATION_QUEUES.indexOf(filter.view);
    const length = APPLICATION_QUEUES.length;
    const next = APPLICATION_QUEUES[(at + by + length) % length];
    if (next !== undefined) setFilter({ view: next });
  };
  const openNew = useCallback(() => setNew(true), []);
  useShortcuts({ '[': () => go(-1), ']': () => go(1) });
  useShortcuts({ 'Ctrl+N': openNew }, { enabled: mayWork, inFields: true });
  useShortcuts({ E: () => setAssigning(true) }, { enabled: mayWork && selected.size > 0 });
  useKeyHints(
    useMemo(
      () => [
        { keys: ['J', 'K'], label: t('shell.keyNextPrevious') },
        { keys: ['Enter'], label: t('shell.keyOpen') },
        ...(mayWork
          ? [
              { keys: ['X'], label: t('shell.keySelect') },
              { keys: ['E'], label: t('cases.assign') },
            ]
          : []),
        { keys: ['[', ']'], label: t('cases.keyQueues') },
        ...(mayWork ? [{ keys: ['Ctrl+N'], label: t('applications.new') }] : []),
      ],
      [t, mayWork],
    ),
  );
  useCommands(
    useMemo(
      () =>
        mayWork
          ? [
              {
                id: 'application-new',
                label: t('applications.new'),
                icon: 'application' as const,
                keys: 'Ctrl+N',
                run: openNew,
              },
            ]
          : [],
      [t, mayWork, openNew],
    ),
  );

  const assignTo = async (officerId: string): Promise<void> => {
    const cases = [...selected].map(([id, version]) => {
      const onScreen = found.rows.find((row) => row?.id === id)?.version;
      return { id, expectedVersion: onScreen ?? version };
    });
    const result = await assign.run({ cases, officerId });
    if (!result.ok) return;
    setAssigning(false);
    setSelected(new Map());
    const name = officers.find(({ id }) => id === officerId)?.fullName ?? '';
    toast({ tone: 'success', text: t('applications.assignedMany', { n: cases.length, name }) });
  };

  return (
    <>
      <ApplicationList
        found={found}
        onAssign={() => setAssigning(true)}
        onNew={mayWork ? openNew : undefined}
      />
      <AssignDialog
        isOpen={isAssigning}
        onClose={() => {
          setAssigning(false);
          assign.reset();
        }}
        title={t('applications.assignMany', { n: selected.size })}
        officers={officers}
        meId={officer.id}
        onAssign={(officerId) => void assignTo(officerId)}
        isBusy={assign.isBusy}
        error={assign.error}
      />
      {mayWork && (isNew || newFor !== undefined) && (
        <NewApplicationDialog
          personId={newFor ?? null}
          onClose={() => {
            setNew(false);
            if (newFor !== undefined) navigate(hrefOf('applications'), { replace: true });
          }}
          onStarted={(id) => {
            setNew(false);
            navigate(hrefOf('applications', id));
          }}
        />
      )}
    </>
  );
}
