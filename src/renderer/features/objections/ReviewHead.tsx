import { useState } from 'react';
import { api } from '../../lib/client.ts';
import { toastIssued } from '../../lib/cases/case-letters.ts';
import { useColleagues } from '../../lib/cases/colleagues.ts';
import { useCaseCommand } from '../../lib/cases/conflicts.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts';
import { useApiCommand } from '../../lib/queries.ts';
import { hrefOf, navigate } from '../../lib/route.ts';
import { useMay, useOfficer } from '../../lib/session-store.ts';
import { toast } from '../../lib/toasts.ts';
import { IconButton } from '../../ui/Button.tsx';
import { StatusChip } from '../../ui/Chip.tsx';
import { AskDocumentsDialog } from '../../ui/cases/AskDocumentsDialog.tsx';
import { AssignDialog } from '../../ui/cases/AssignDialog.tsx';
import { CaseHead } from '../../ui/cases/CaseHead.tsx';
import { DossierButton } from '../../ui/cases/DossierButton.tsx';
import { LetterLink } from '../../ui/cases/LetterLink.tsx';
import { DeadlineChip } from '../../ui/DeadlineChip.tsx';
import { DateText } from '../../ui/Figures.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { Message } from '../../ui/Message.tsx';
import type { ReviewFile } from './use-findings.ts';

/** Whose objection against which refusal, how much of the period was used, where it stands. */
export function ReviewHead({ file, onHistory }: { file: ReviewFile; onHistory: () => void }) {
  const t = useT();
  const { officer } = useOfficer();
  const mayWork = useMay('cases.work');
  const officers = useColleagues('cases.work');
  const [isAssigning, setAssigning] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const assign = useApiCommand(api.objections.assign, ['objections', 'today']);
  const { objection } = file;
  const ask = useCaseCommand(objection.id, api.objections.askForDocuments, [
    'objections',
    'letters',
  ]);
  useShortcuts({ E: () => setAssigning(true) }, { enabled: mayWork });
  useShortcuts({ D: () => setAsking(true) }, { enabled: file.mayPropose === null });

  const assignTo = async (officerId: string): Promise<void> => {
    const cases = [{ id: objection.id, expectedVersion: objection.version }];
    const result = await assign.run({ cases, officerId });
    if (!result.ok) return;
    setAssigning(false);
    const name = officers.find(({ id }) => id === officerId)?.fullName ?? '';
    toast({ tone: 'success', text: t('objections.assignedMany', { n: 1, name }) });
  };

  return (
    <header className="panel obj-head">
      <CaseHead
        name={objection.name}
        maskedNationalId={objection.maskedNationalId}
        reveal={(reason) =>
          api.registry.reveal({
            beneficiaryId: objection.beneficiaryId,
            field: 'nationalId',
            reason,
          })
        }
        sub={
          <Message
            id="objections.sub"
            values={{
              number: objection.number,
              date: <DateText date={objection.refusedOn} />,
              hijri: <DateText date={objection.refusedOn} calendar="hijri" />,
            }}
          />
        }
      >
        <Period period={file.period} />
        <StatusChip family="objection" status={objection.status} />
        {objection.deadline !== null && <DeadlineChip isMasculine deadline={objection.deadline} />}
        <LetterLink letters={file.letters} />
        <DossierButton
          of={{ caseType: 'objection', caseId: objection.id }}
          number={objection.number}
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
            ...(file.mayPropose === null
              ? [
                  {
                    id: 'ask',
                    label: t('caseLetters.askTitle'),
                    icon: 'clip' as const,
                    keys: 'D',
                    onAction: () => setAsking(true),
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
              onAction: () => navigate(hrefOf('beneficiaries', objection.beneficiaryId)),
            },
          ]}
        >
          <IconButton size="s" icon="more" label={t('cases.more')} />
        </Menu>
      </CaseHead>
      <AskDocumentsDialog
        of={{ type: 'objection', id: objection.id }}
        isOpen={isAsking}
        onClose={() => {
          setAsking(false);
          ask.reset();
        }}
        onAsk={async (request) => {
          const { id, version } = objection;
          const result = await ask.run({ id, expectedVersion: version, request });
          if (result.ok) toastIssued(t, result.value.letter);
          return result.ok;
        }}
        isBusy={ask.isBusy}
        error={ask.error}
      >
        {t('objections.askHelp')}
      </AskDocumentsDialog>
      <AssignDialog
        isOpen={isAssigning}
        onClose={() => {
          setAssigning(false);
          assign.reset();
        }}
        title={t('objections.assignOne', { number: objection.number })}
        officers={officers.filter(({ id }) => id !== file.firstDecidedBy?.id)}
        meId={officer.id}
        currentId={objection.assignedTo?.id}
        onAssign={(officerId) => void assignTo(officerId)}
        isBusy={assign.isBusy}
        error={assign.error}
      />
    </header>
  );
}

/** How many of the days to object were used, in words and as a bar. */
function Period({ period }: { period: ReviewFile['period'] }) {
  const share = Math.min(100, (period.usedDays / Math.max(1, period.days)) * 100);
  return (
    <div className="term">
      <span>
        <Message
          id={period.inTime ? `objections.period.${period.count}` : 'objections.period.late'}
          values={{
            used: period.usedDays,
            days: period.days,
            ends: <DateText date={period.endsOn} />,
          }}
        />
      </span>
      <span className="term-bar" aria-hidden>
        <i className={period.inTime ? '' : 'late'} style={{ inlineSize: `${share}%` }} />
      </span>
    </div>
  );
}
