import { useState } from 'react';
import { api } from '../../lib/client.ts';
import { useColleagues } from '../../lib/cases/colleagues.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts';
import { useApiCommand } from '../../lib/queries.ts';
import { hrefOf, navigate } from '../../lib/route.ts';
import { useMay, useOfficer } from '../../lib/session-store.ts';
import { toast } from '../../lib/toasts.ts';
import { IconButton } from '../../ui/Button.tsx';
import { AssignDialog } from '../../ui/cases/AssignDialog.tsx';
import { DossierButton } from '../../ui/cases/DossierButton.tsx';
import { LetterLink } from '../../ui/cases/LetterLink.tsx';
import { Menu } from '../../ui/Menu.tsx';
import type { ComplaintFile } from './ComplaintCase.tsx';
import { useComplaintsStore } from './complaints-store.ts';

/** What can be done with the case as a whole: its letter, whose it is, its history. */
export function CaseActions({ file, onHistory }: { file: ComplaintFile; onHistory: () => void }) {
  const t = useT();
  const { officer } = useOfficer();
  const mayWork = useMay('cases.work');
  const isOneOnly = useComplaintsStore((store) => store.selected.size === 0);
  const officers = useColleagues('cases.work');
  const [isAssigning, setAssigning] = useState(false);
  const assign = useApiCommand(api.complaints.assign, ['complaints', 'today']);
  const { complaint } = file;

  useShortcuts({ H: onHistory });
  useShortcuts({ E: () => setAssigning(true) }, { enabled: mayWork && isOneOnly });

  const assignTo = async (officerId: string): Promise<void> => {
    const cases = [{ id: complaint.id, expectedVersion: complaint.version }];
    const result = await assign.run({ cases, officerId });
    if (!result.ok) return;
    setAssigning(false);
    const name = officers.find(({ id }) => id === officerId)?.fullName ?? '';
    toast({ tone: 'success', text: t('complaints.assignedMany', { n: 1, name }) });
  };

  return (
    <>
      <LetterLink letters={file.letters} />
      <DossierButton
        of={{ caseType: 'complaint', caseId: complaint.id }}
        number={complaint.ticket}
      />
      <Menu
        label={t('cases.more')}
        items={[
          ...(mayWork
            ? [
                {
                  id: 'assign',
                  label: t('cases.assign'),
                  icon: 'userplus' as const,
                  keys: 'E',
                  onAction: () => setAssigning(true),
                },
              ]
            : []),
          {
            id: 'history',
            label: t('cases.history'),
            icon: 'clock',
            keys: 'H',
            onAction: onHistory,
          },
          {
            id: 'person',
            label: t('cases.openPerson'),
            icon: 'person',
            onAction: () => navigate(hrefOf('beneficiaries', complaint.beneficiaryId)),
          },
        ]}
      >
        <IconButton size="s" icon="more" label={t('cases.more')} />
      </Menu>
      <AssignDialog
        isOpen={isAssigning}
        onClose={() => {
          setAssigning(false);
          assign.reset();
        }}
        title={t('complaints.assignOne', { ticket: complaint.ticket })}
        officers={officers}
        meId={officer.id}
        currentId={complaint.assignedTo?.id}
        onAssign={(officerId) => void assignTo(officerId)}
        isBusy={assign.isBusy}
        error={assign.error}
      />
    </>
  );
}
