import { useState } from 'react';
import { api } from '../../lib/client.ts';
import { useColleagues } from '../../lib/cases/colleagues.ts';
import { useCaseCommand } from '../../lib/cases/conflicts.ts';
import { toastIssued } from '../../lib/cases/case-letters.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts';
import { hrefOf, navigate } from '../../lib/route.ts';
import { useMay, useOfficer } from '../../lib/session-store.ts';
import { toast } from '../../lib/toasts.ts';
import { IconButton } from '../../ui/Button.tsx';
import { AssignDialog } from '../../ui/cases/AssignDialog.tsx';
import { LetterLink } from '../../ui/cases/LetterLink.tsx';
import { Menu, type MenuAction } from '../../ui/Menu.tsx';
import type { ApplicationFile } from './application-file.ts';
import { AskCompletionDialog } from './decision/AskCompletionDialog.tsx';
import { VisitDialog } from './decision/VisitDialog.tsx';
import { WithdrawDialog } from './decision/WithdrawDialog.tsx';

type Open = 'none' | 'assign' | 'ask' | 'visit' | 'withdraw';

/** What can be done with the application as a whole. */
export function ApplicationActions({
  file,
  onHistory,
}: {
  file: ApplicationFile;
  onHistory: () => void;
}) {
  const t = useT();
  const { officer } = useOfficer();
  const mayWork = useMay('cases.work');
  const officers = useColleagues('cases.work');
  const [open, setOpen] = useState<Open>('none');
  const { application } = file;
  const { id, version, number, beneficiaryId } = application;
  const assign = useCaseCommand(id, api.applications.assign, ['applications', 'today']);
  const ask = useCaseCommand(id, api.applications.askCompletion, [
    'applications',
    'letters',
    'today',
  ]);
  const isStudied = file.mayPropose === null;
  const isWorked = file.mayWork === null;
  const close = (): void => {
    setOpen('none');
    assign.reset();
    ask.reset();
  };
  useShortcuts({ H: onHistory });
  useShortcuts({ E: () => setOpen('assign') }, { enabled: mayWork });
  useShortcuts({ D: () => setOpen('ask') }, { enabled: isStudied });
  useShortcuts({ V: () => setOpen('visit') }, { enabled: isWorked });

  const assignTo = async (officerId: string): Promise<void> => {
    const result = await assign.run({ cases: [{ id, expectedVersion: version }], officerId });
    if (!result.ok) return;
    close();
    const name = officers.find((one) => one.id === officerId)?.fullName ?? '';
    toast({ tone: 'success', text: t('applications.assignedMany', { n: 1, name }) });
  };
  const items: readonly (MenuAction | false)[] = [
    mayWork && {
      id: 'assign',
      label: t('cases.assign'),
      icon: 'userplus',
      keys: 'E',
      onAction: () => setOpen('assign'),
    },
    isStudied && {
      id: 'ask',
      label: t('applications.askCompletion'),
      icon: 'hourglass',
      keys: 'D',
      onAction: () => setOpen('ask'),
    },
    isWorked && {
      id: 'visit',
      label: t('applications.recordVisit'),
      icon: 'home',
      keys: 'V',
      onAction: () => setOpen('visit'),
    },
    file.mayEdit === null && {
      id: 'amend',
      label: t('applications.amend'),
      icon: 'mark',
      onAction: () => navigate(hrefOf('applications', id, { amend: '1' })),
    },
    file.mayWithdraw === null && {
      id: 'withdraw',
      label: t('applications.withdraw'),
      icon: 'exit',
      isDanger: true,
      onAction: () => setOpen('withdraw'),
    },
    { id: 'history', label: t('cases.history'), icon: 'clock', keys: 'H', onAction: onHistory },
    beneficiaryId !== null && {
      id: 'person',
      label: t('cases.openPerson'),
      icon: 'person',
      onAction: () => navigate(hrefOf('beneficiaries', beneficiaryId)),
    },
  ];
  return (
    <>
      <LetterLink letters={file.letters} />
      <Menu label={t('cases.more')} items={items.filter((item) => item !== false)}>
        <IconButton size="s" icon="more" label={t('cases.more')} />
      </Menu>
      <AssignDialog
        isOpen={open === 'assign'}
        onClose={close}
        title={t('applications.assignOne', { number })}
        officers={officers}
        meId={officer.id}
        currentId={application.assignedTo?.id}
        onAssign={(officerId) => void assignTo(officerId)}
        isBusy={assign.isBusy}
        error={assign.error}
      />
      {open === 'ask' && (
        <AskCompletionDialog
          papers={file.papers}
          onClose={close}
          onAsk={async (asked) => {
            const result = await ask.run({ id, expectedVersion: version, ...asked });
            if (!result.ok) return;
            close();
            toastIssued(t, result.value.letter);
          }}
          isBusy={ask.isBusy}
          error={ask.error}
        />
      )}
      {open === 'visit' && <VisitDialog file={file} onClose={close} />}
      {open === 'withdraw' && <WithdrawDialog file={file} onClose={close} />}
    </>
  );
}
