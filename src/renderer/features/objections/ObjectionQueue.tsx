import { useEffect, useMemo, useState } from 'react';
import { receiptAction } from '../../lib/cases/case-letters.ts';
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
import { NewObjectionDialog } from './NewObjectionDialog.tsx';
import { ObjectionList } from './ObjectionList.tsx';
import {
  OBJECTION_QUEUES,
  queueNamed,
  setFilter,
  setSelected,
  useObjectionsStore,
} from './objections-store.ts';
import { useObjections } from './use-objections.ts';

/** Every objection of the branch, by saved views, with what can be done with many of them. */
export function ObjectionQueue({ view }: { view: string | undefined }) {
  const t = useT();
  useScreenTitle(t('objections.title'));
  const { officer } = useOfficer();
  const mayWork = useMay('cases.work');
  const filter = useObjectionsStore((store) => store.filter);
  const selected = useObjectionsStore((store) => store.selected);
  const found = useObjections(filter);
  const [isNew, setNew] = useState(false);
  const [isAssigning, setAssigning] = useState(false);
  const officers = useColleagues('cases.work');
  const assign = useApiCommand(api.objections.assign, ['objections', 'today']);

  const named = queueNamed(view);
  useEffect(() => {
    if (named !== undefined) setFilter({ view: named });
  }, [named]);

  const go = (by: number): void => {
    const at = OBJECTION_QUEUES.indexOf(filter.view);
    const next = OBJECTION_QUEUES[(at + by + OBJECTION_QUEUES.length) % OBJECTION_QUEUES.length];
    if (next !== undefined) setFilter({ view: next });
  };
  useShortcuts({ '[': () => go(-1), ']': () => go(1) });
  useShortcuts({ 'Ctrl+N': () => setNew(true) }, { enabled: mayWork, inFields: true });
  useShortcuts({ E: () => setAssigning(true) }, { enabled: mayWork && selected.size > 0 });
  useKeyHints(
    useMemo(
      () => [
        { keys: ['J', 'K'], label: t('shell.keyNextPrevious') },
        { keys: ['Enter'], label: t('shell.keyOpen') },
        { keys: ['X'], label: t('shell.keySelect') },
        { keys: ['E'], label: t('cases.assign') },
        { keys: ['[', ']'], label: t('cases.keyQueues') },
        { keys: ['Ctrl+N'], label: t('objections.new') },
      ],
      [t],
    ),
  );
  useCommands(
    useMemo(
      () =>
        mayWork
          ? [
              {
                id: 'objection-new',
                label: t('objections.new'),
                icon: 'objection' as const,
                keys: 'Ctrl+N',
                run: () => setNew(true),
              },
            ]
          : [],
      [t, mayWork],
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
    toast({ tone: 'success', text: t('objections.assignedMany', { n: cases.length, name }) });
  };

  return (
    <>
      <ObjectionList
        found={found}
        onAssign={() => setAssigning(true)}
        onNew={mayWork ? () => setNew(true) : undefined}
      />
      <AssignDialog
        isOpen={isAssigning}
        onClose={() => {
          setAssigning(false);
          assign.reset();
        }}
        title={t('objections.assignMany', { n: selected.size })}
        officers={officers}
        meId={officer.id}
        onAssign={(officerId) => void assignTo(officerId)}
        isBusy={assign.isBusy}
        error={assign.error}
      />
      <NewObjectionDialog
        isOpen={isNew}
        onClose={() => setNew(false)}
        onFiled={(filed) => {
          setNew(false);
          toast({
            tone: 'success',
            text: t('objections.filed', { number: filed.number }),
            ...receiptAction(t, filed.receipt),
          });
          navigate(hrefOf('objections', filed.id));
        }}
      />
    </>
  );
}
