import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ComplaintRow } from '../../../contract/complaints.ts';
import { receiptAction } from '../../lib/cases/case-letters.ts';
import { api } from '../../lib/client.ts';
import { useColleagues } from '../../lib/cases/colleagues.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts';
import { useApiCommand } from '../../lib/queries.ts';
import { hrefOf, navigate, type ScreenProps } from '../../lib/route.ts';
import { useMay, useOfficer } from '../../lib/session-store.ts';
import { useCommands, useKeyHints, useScreenTitle } from '../../lib/shell-store.ts';
import { toast } from '../../lib/toasts.ts';
import { AssignDialog } from '../../ui/cases/AssignDialog.tsx';
import { EmptyState } from '../../ui/States.tsx';
import { ComplaintCase } from './ComplaintCase.tsx';
import { ComplaintList } from './ComplaintList.tsx';
import { setFilter, setSelected, useComplaintsStore, viewNamed } from './complaints-store.ts';
import './complaints.css';
import { NewComplaintDialog } from './NewComplaintDialog.tsx';
import { useComplaints } from './use-complaints.ts';

/** The queue of financial complaints, and beside it the case that is open. */
export function ComplaintsScreen({ id, query }: ScreenProps) {
  const t = useT();
  useScreenTitle(t('complaints.title'));
  const { officer } = useOfficer();
  const mayWork = useMay('cases.work');
  const filter = useComplaintsStore((store) => store.filter);
  const selected = useComplaintsStore((store) => store.selected);
  const found = useComplaints(filter);
  const [isNew, setNew] = useState(false);
  const [isAssigning, setAssigning] = useState(false);
  const officers = useColleagues('cases.work');
  const assign = useApiCommand(api.complaints.assign, ['complaints', 'today']);

  const asksFor = query['new'] ?? null;
  const view = viewNamed(query['view']);
  useEffect(() => {
    if (view !== undefined) setFilter({ view });
  }, [view]);

  // Back from a case, the focus is in the list again, on its row.
  const wasOpen = useRef(id);
  useEffect(() => {
    if (wasOpen.current !== null && id === null) focusList();
    wasOpen.current = id;
  }, [id]);

  const rows = found.rows;
  const at = rows.findIndex((row) => row?.id === id);
  const openRow = at < 0 ? undefined : rows[at];
  const open = useCallback((row: ComplaintRow) => navigate(hrefOf('complaints', row.id)), []);
  const step = (by: number): void => {
    const next = rows[at + by];
    if (next !== undefined) open(next);
  };
  const openNew = useCallback(() => setNew(true), []);

  useShortcuts({ J: () => step(1), K: () => step(-1) }, { enabled: id !== null });
  useShortcuts({ 'Ctrl+N': openNew }, { enabled: mayWork, inFields: true });
  useShortcuts({ E: () => setAssigning(true) }, { enabled: mayWork && selected.size > 0 });
  useKeyHints(
    useMemo(
      () => [
        { keys: ['J', 'K'], label: t('complaints.keyNextPrevious') },
        ...(mayWork
          ? [
              { keys: ['X'], label: t('shell.keySelect') },
              { keys: ['E'], label: t('cases.assign') },
            ]
          : []),
        ...(id === null
          ? [
              { keys: ['Enter'], label: t('shell.keyOpen') },
              { keys: ['[', ']'], label: t('cases.keyQueues') },
            ]
          : []),
        ...(id === null && mayWork ? [{ keys: ['Ctrl+N'], label: t('complaints.new') }] : []),
        ...(id !== null && mayWork
          ? [
              { keys: ['D'], label: t('complaints.askForDocuments') },
              { keys: ['1', '2', '3'], label: t('complaints.outcome') },
              { keys: ['F'], label: t('complaints.keyFindings') },
              { keys: ['N'], label: t('complaints.keyReasoning') },
              { keys: ['Ctrl+Enter'], label: t('complaints.keyDecide') },
            ]
          : []),
        ...(id === null ? [] : [{ keys: ['L'], label: t('cases.letter') }]),
      ],
      [t, id, mayWork],
    ),
  );
  useCommands(
    useMemo(
      () =>
        mayWork
          ? [
              {
                id: 'complaint-new',
                label: t('complaints.new'),
                icon: 'complaint' as const,
                keys: 'Ctrl+N',
                run: openNew,
              },
            ]
          : [],
      [t, mayWork, openNew],
    ),
  );

  const assignTo = async (officerId: string): Promise<void> => {
    const cases = [...selected].map(([caseId, version]) => {
      const onScreen = rows.find((row) => row?.id === caseId)?.version;
      return { id: caseId, expectedVersion: onScreen ?? version };
    });
    const result = await assign.run({ cases, officerId });
    if (!result.ok) return;
    setAssigning(false);
    setSelected(new Map());
    const name = officers.find((known) => known.id === officerId)?.fullName ?? '';
    toast({ tone: 'success', text: t('complaints.assignedMany', { n: cases.length, name }) });
  };

  return (
    <div className={`case-split ${id === null ? '' : 'has-case'}`}>
      <ComplaintList
        found={found}
        openId={id}
        onOpen={open}
        onAssign={() => setAssigning(true)}
        onNew={openNew}
      />
      {id === null ? (
        <section className="panel case-none">
          <EmptyState icon="complaint" title={t('complaints.noneOpen')}>
            {t('complaints.noneOpenNext')}
          </EmptyState>
        </section>
      ) : (
        <ComplaintCase key={id} id={id} row={openRow} />
      )}
      <AssignDialog
        isOpen={isAssigning}
        onClose={() => {
          setAssigning(false);
          assign.reset();
        }}
        title={t('complaints.assignMany', { n: selected.size })}
        officers={officers}
        meId={officer.id}
        onAssign={(officerId) => void assignTo(officerId)}
        isBusy={assign.isBusy}
        error={assign.error}
      />
      <NewComplaintDialog
        isOpen={isNew || (asksFor !== null && mayWork)}
        personId={asksFor}
        onClose={() => {
          setNew(false);
          if (asksFor !== null) navigate(hrefOf('complaints'), { replace: true });
        }}
        onFiled={(filed) => {
          setNew(false);
          toast({
            tone: 'success',
            text: t('complaints.filed', { ticket: filed.ticket }),
            ...receiptAction(t, filed.receipt),
          });
          navigate(hrefOf('complaints', filed.id));
        }}
      />
    </div>
  );
}

function focusList(): void {
  document.querySelector<HTMLElement>('.case-list [role="grid"]')?.focus();
}
