import { useRef, useState } from 'react';
import {
  COMPLAINT_OUTCOMES,
  type ComplaintOutcome,
} from '../../../domain/complaints/complaint-status.ts';
import { ZERO_HALALAS } from '../../../domain/shared/halalas.ts';
import { openLetter } from '../../lib/cases/case-letters.ts';
import { api } from '../../lib/client.ts';
import { useCaseCommand } from '../../lib/cases/conflicts.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts';
import { toast } from '../../lib/toasts.ts';
import { Button } from '../../ui/Button.tsx';
import { ActionRefused } from '../../ui/cases/ActionRefused.tsx';
import { AskDocumentsDialog } from '../../ui/cases/AskDocumentsDialog.tsx';
import { ChangedNotice } from '../../ui/cases/ChangedNotice.tsx';
import { Rule } from '../../ui/cases/Rule.tsx';
import { OutcomeCards } from '../../ui/Choices.tsx';
import { TextField } from '../../ui/Fields.tsx';
import { Approvers } from '../../ui/cases/Approvers.tsx';
import { CheckLines } from './CheckLines.tsx';
import type { ComplaintFile } from './ComplaintCase.tsx';
import { dropDraft } from './complaints-store.ts';
import { FindingsList } from './FindingsList.tsx';
import { TotalLine } from './TotalLine.tsx';
import type { ProposalOnScreen } from './use-proposal.ts';

const OUTCOME_KEYS: Readonly<Record<ComplaintOutcome, string>> = {
  accepted: '1',
  partlyAccepted: '2',
  rejected: '3',
};
const SHORTEST_REASONING = 3;

/** The officer of the case finds, decides and gives the reasons; what he writes stays until he proposes it. */
export function WriteDecision({
  file,
  proposal,
}: {
  file: ComplaintFile;
  proposal: ProposalOnScreen;
}) {
  const t = useT();
  const { complaint } = file;
  const body = useRef<HTMLDivElement>(null);
  const [isChecked, setChecked] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const propose = useCaseCommand(complaint.id, api.complaints.propose, ['complaints', 'today']);
  const ask = useCaseCommand(complaint.id, api.complaints.askForDocuments, [
    'complaints',
    'letters',
    'today',
  ]);
  const { outcome, reasoning, months, change } = proposal;
  const isShort = reasoning.trim().length < SHORTEST_REASONING;

  const focusOn = (selector: string): void =>
    body.current?.querySelector<HTMLElement>(selector)?.focus();
  const submit = async (): Promise<void> => {
    setChecked(true);
    if (propose.isBusy) return;
    if (outcome === null) return focusOn('[role="radio"], input[type="radio"]');
    if (isShort) return focusOn('textarea');
    const result = await propose.run({
      id: complaint.id,
      expectedVersion: complaint.version,
      outcome,
      reasoning: reasoning.trim(),
      months: months.map(({ month, finding, due }) => ({
        month,
        finding,
        due: due ?? ZERO_HALALAS,
      })),
    });
    if (!result.ok) return;
    dropDraft(complaint.id);
    toast({ tone: 'success', text: t('complaints.proposed', { ticket: complaint.ticket }) });
  };

  const choose = (chosen: ComplaintOutcome) => (): void => change({ outcome: chosen });
  useShortcuts({
    '1': choose('accepted'),
    '2': choose('partlyAccepted'),
    '3': choose('rejected'),
    D: () => setAsking(true),
    F: () => focusOn('.find button'),
    N: () => focusOn('textarea'),
  });
  useShortcuts({ 'Ctrl+Enter': () => void submit() }, { inFields: true });

  return (
    <>
      <div className="side-body" ref={body}>
        <ChangedNotice
          begunAt={proposal.begunAt}
          version={complaint.version}
          events={file.events}
          onSeen={() => change({ version: complaint.version })}
        />
        <SentBackWords file={file} />
        <FindingsList
          months={months}
          onFind={(month, finding) =>
            change({ findings: { ...findingsOf(months), [month]: finding } })
          }
          onDue={(month, due) => change({ dues: { ...duesOf(months), [month]: due } })}
        />
        <OutcomeCards
          label={t('complaints.outcome')}
          hideLabel
          options={COMPLAINT_OUTCOMES.map((value) => ({
            value,
            label: t(`complaints.outcome.${value}`),
            keys: OUTCOME_KEYS[value],
          }))}
          value={outcome}
          onChange={(chosen) => change({ outcome: chosen })}
          error={isChecked && outcome === null ? t('complaints.outcomeMissing') : null}
        />
        <TotalLine total={proposal.total} claimed={complaint.claimed} />
        <TextField
          label={t('complaints.reasoning')}
          value={reasoning}
          onChange={(text) => change({ reasoning: text })}
          multiline
          maxLength={2000}
          error={isChecked && isShort ? t('complaints.reasoningMissing') : null}
        />
        <CheckLines file={file} months={months} />
      </div>
      <footer className="side-foot">
        <div className="narrow-only">
          <TotalLine total={proposal.total} claimed={complaint.claimed} />
        </div>
        <ActionRefused error={propose.error} isOnScreen />
        <Button
          variant="primary"
          block
          keys="Ctrl+Enter"
          isBusy={propose.isBusy}
          onPress={() => void submit()}
        >
          {t('complaints.propose')}
        </Button>
        <Button size="s" block keys="D" onPress={() => setAsking(true)}>
          {t('complaints.askForDocuments')}
        </Button>
        <Rule>
          {t('cases.blocked.PROPOSED_BY_YOU')} <Approvers />
        </Rule>
      </footer>
      <AskDocumentsDialog
        of={{ type: 'complaint', id: complaint.id }}
        isOpen={isAsking}
        onClose={() => {
          setAsking(false);
          ask.reset();
        }}
        onAsk={async (request) => {
          const { id, version } = complaint;
          const result = await ask.run({ id, expectedVersion: version, request });
          if (!result.ok) return false;
          const { letter } = result.value;
          toast({
            tone: 'success',
            text: t('complaints.asked'),
            ...(letter === null ? {} : { action: openLetter(t, letter.letterId) }),
          });
          return true;
        }}
        isBusy={ask.isBusy}
        error={ask.error}
      >
        {t('complaints.askHelp')}
      </AskDocumentsDialog>
    </>
  );
}

function SentBackWords({ file }: { file: ComplaintFile }) {
  const t = useT();
  const back = file.events.findLast(({ type }) => type === 'sentBack');
  if (file.complaint.status !== 'sentBack' || back === undefined) return null;
  return (
    <Rule icon="undo" tone="danger">
      {t('cases.changedBy', { what: t('cases.event.sentBack'), name: back.officerName ?? '' })}
      {back.note !== null && (
        <b className="block medium" dir="auto">
          {back.note}
        </b>
      )}
    </Rule>
  );
}

function findingsOf(months: ProposalOnScreen['months']) {
  return Object.fromEntries(months.map(({ month, finding }) => [month, finding]));
}

function duesOf(months: ProposalOnScreen['months']) {
  return Object.fromEntries(
    months.flatMap(({ month, due, finding }) =>
      due === null || finding === 'notDue' ? [] : [[month, due]],
    ),
  );
}
