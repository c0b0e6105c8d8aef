import { useState } from 'react';
import { COMPLAINT_PAPERS } from '../../../domain/letters/kinds/complaint-form.ts';
import type { IsoDate } from '../../../domain/shared/iso-date.ts';
import {
  LETTER_AREAS,
  toastIssued,
  type AddedToLetter,
  type LetterOffer,
  type LetterSubject,
  type OfferedKind,
} from '../../lib/cases/case-letters.ts';
import { NO_PLAN, planOf, type PlanOnScreen } from '../../lib/cases/recovery-plan.ts';
import { api } from '../../lib/client.ts';
import { receivedOf, usualPapers, type Paper } from '../../lib/cases/papers.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useApiCommand } from '../../lib/queries.ts';
import { toast } from '../../lib/toasts.ts';
import { useToday } from '../../lib/use-today.ts';
import { Button } from '../Button.tsx';
import { Checkbox } from '../Choices.tsx';
import { DatePicker } from '../DatePicker.tsx';
import { Dialog } from '../Dialog.tsx';
import { TextField } from '../Fields.tsx';
import { ActionRefused } from './ActionRefused.tsx';
import { ConfirmKey } from './ConfirmKey.tsx';
import './letters.css';
import { ReceivedPapers } from './PapersField.tsx';
import { RecoveryPlanFields } from './RecoveryPlanFields.tsx';
import { Rule } from './Rule.tsx';

interface LetterOnScreen {
  readonly papers: readonly Paper[];
  readonly steps: string;
  readonly respondBy: IsoDate | null;
  readonly amountsKept: boolean;
  readonly plan: PlanOnScreen;
  readonly forWhom: string;
}

const NOTHING_SAID: LetterOnScreen = {
  papers: usualPapers(COMPLAINT_PAPERS),
  steps: '',
  respondBy: null,
  amountsKept: true,
  plan: NO_PLAN,
  forWhom: '',
};

/** The last look before an offered letter takes its number, with what only the officer knows. */
export function IssueLetterDialog({
  of,
  offer: { kind, asDraft },
  onClose,
}: {
  of: LetterSubject;
  offer: LetterOffer;
  onClose: () => void;
}) {
  const t = useT();
  const [said, setSaid] = useState(NOTHING_SAID);
  const issue = useApiCommand(api.caseLetters.issue, LETTER_AREAS);
  const name = t(`letters.template.${kind}`);
  const submit = async (): Promise<void> => {
    if (issue.isBusy) return;
    const result = await issue.run({ of, kind, more: moreOf(kind, said) });
    if (!result.ok) return;
    const { letter } = result.value;
    if (letter !== null) toastIssued(t, letter);
    else toast({ tone: 'success', text: t('caseLetters.drafted') });
    onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t(asDraft ? 'caseLetters.draftTitle' : 'caseLetters.writeTitle', { kind: name })}
      size="m"
      canClose={!issue.isBusy}
      footer={
        <>
          <Button onPress={onClose} isDisabled={issue.isBusy}>
            {t('ui.back')}
          </Button>
          <Button
            variant="primary"
            keys="Ctrl+Enter"
            isBusy={issue.isBusy}
            onPress={() => void submit()}
          >
            {t(asDraft ? 'caseLetters.draft' : 'caseLetters.issue')}
          </Button>
        </>
      }
    >
      <ConfirmKey run={() => void submit()} isOpenedByIt={false} />
      <LetterFields kind={kind} said={said} onChange={(part) => setSaid({ ...said, ...part })} />
      <Rule icon={asDraft ? 'usercheck' : 'stamp'} tone={asDraft ? 'violet' : 'muted'}>
        {t(asDraft ? 'caseLetters.asDraftText' : 'caseLetters.issuedText')}
      </Rule>
      <ActionRefused error={issue.error} />
    </Dialog>
  );
}

function LetterFields({
  kind,
  said,
  onChange,
}: {
  kind: OfferedKind;
  said: LetterOnScreen;
  onChange: (part: Partial<LetterOnScreen>) => void;
}) {
  const t = useT();
  const today = useToday();
  switch (kind) {
    case 'complaintReceipt':
    case 'objectionReceipt':
      return <ReceivedPapers papers={said.papers} onChange={(papers) => onChange({ papers })} />;
    case 'pensionHeld':
    case 'pensionStopped':
      return (
        <>
          <TextField
            label={t('caseLetters.steps')}
            value={said.steps}
            onChange={(steps) => onChange({ steps })}
            multiline
            maxLength={2000}
          />
          {kind === 'pensionHeld' && (
            <>
              <DatePicker
                label={t('caseLetters.respondBy')}
                value={said.respondBy}
                onChange={(respondBy) => onChange({ respondBy })}
                min={today}
              />
              <Checkbox
                isChecked={said.amountsKept}
                onChange={(amountsKept) => onChange({ amountsKept })}
              >
                {t('caseLetters.amountsKept')}
              </Checkbox>
            </>
          )}
        </>
      );
    case 'recoveryNotice':
      return <RecoveryPlanFields plan={said.plan} onChange={(plan) => onChange({ plan })} />;
    case 'pensionCertificate':
      return (
        <TextField
          label={t('caseLetters.forWhom')}
          value={said.forWhom}
          onChange={(forWhom) => onChange({ forWhom })}
          maxLength={200}
        />
      );
    case 'committeeReferral':
    case 'applicationReceipt':
    case 'ineligibility':
    case 'pensionResumed':
    case 'differencePayment':
      return null;
  }
}

function moreOf(
  kind: OfferedKind,
  { papers, steps, respondBy, amountsKept, plan, forWhom }: LetterOnScreen,
): AddedToLetter {
  const { instalments, respondBy: answerBy } = planOf(plan);
  return {
    documents: receivedOf(papers),
    steps: steps
      .split('\n')
      .map((step) => step.trim())
      .filter((step) => step !== ''),
    respondBy: kind === 'recoveryNotice' ? answerBy : respondBy,
    amountsKept,
    instalments,
    forWhom: forWhom.trim() === '' ? null : forWhom.trim(),
  };
}
