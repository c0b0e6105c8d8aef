import { useState } from 'react';
import { LIFE_ANSWERS, type LifeAnswer } from '../../../../domain/resume/life-case.ts';
import type { IsoDate } from '../../../../domain/shared/iso-date.ts';
import { api } from '../../../lib/client.ts';
import { caseErrorWords } from '../../../lib/cases/case-error-words.ts';
import { useCaseCommand } from '../../../lib/cases/conflicts.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { toast } from '../../../lib/toasts.ts';
import { useToday } from '../../../lib/use-today.ts';
import { Button } from '../../../ui/Button.tsx';
import { ActionRefused } from '../../../ui/cases/ActionRefused.tsx';
import { Approval } from '../../../ui/cases/Approval.tsx';
import { Rule } from '../../../ui/cases/Rule.tsx';
import { RadioGroup } from '../../../ui/Choices.tsx';
import { DatePicker } from '../../../ui/DatePicker.tsx';
import { DateText } from '../../../ui/Figures.tsx';
import { Message } from '../../../ui/Message.tsx';
import type { LifeView } from './LifePanel.tsx';
import { ProofForm, useChosenProof } from './ProofForm.tsx';
import { refusalOf } from './refusal-of.ts';
import { StepList } from './StepList.tsx';

const AREAS = ['resume', 'payments', 'registry', 'today'] as const;
const expectedOf = ({ life }: LifeView) => ({ id: life.id, expectedVersion: life.version });

/** Ask the civil record, record its answer, have another officer approve it. */
export function LifeSteps({ view }: { view: LifeView }) {
  const t = useT();
  const { status } = view.life;
  const isDecided = status === 'alive' || status === 'deceased' || status === 'withdrawn';
  return (
    <StepList
      label={t('resume.lifeTitle')}
      steps={[
        {
          id: 'ask',
          title: t('resume.life.ask'),
          state: view.askedOn !== null ? 'done' : isDecided ? 'later' : 'now',
          children: <Ask view={view} />,
        },
        {
          id: 'answer',
          title: t('resume.life.answer'),
          state: view.answer !== null ? 'done' : status === 'asked' ? 'now' : 'later',
          children: <Answer view={view} />,
        },
        {
          id: 'decide',
          title: t('resume.life.decide'),
          state: status === 'awaitingApproval' ? 'now' : isDecided ? 'done' : 'later',
          children: <Decide view={view} />,
        },
      ]}
    />
  );
}

function Ask({ view }: { view: LifeView }) {
  const t = useT();
  const ask = useCaseCommand(view.life.id, api.resume.askRecord, AREAS);
  if (view.askedOn !== null) {
    return (
      <p className="small">
        <Message id="resume.life.asked" values={{ date: <DateText date={view.askedOn} /> }} />
      </p>
    );
  }
  if (view.mayWork !== null || view.life.status !== 'open') return null;
  return (
    <>
      <Button variant="primary" isBusy={ask.isBusy} onPress={() => void ask.run(expectedOf(view))}>
        {t('resume.life.askNow')}
      </Button>
      <ActionRefused error={ask.error} />
    </>
  );
}

function Answer({ view }: { view: LifeView }) {
  const t = useT();
  const today = useToday();
  const answer = useCaseCommand(view.life.id, api.resume.answerLife, AREAS);
  const [says, setSays] = useState<LifeAnswer | null>(null);
  const [deceasedOn, setDeceasedOn] = useState<IsoDate | null>(null);
  const [chosen, setDocumentId] = useChosenProof(view.documents);
  if (view.answer !== null) {
    return (
      <p className="small">
        <b>{t(`resume.life.answer.${view.answer.answer}`)}</b>{' '}
        {view.answer.deceasedOn !== null && <DateText date={view.answer.deceasedOn} />}{' '}
        <span className="muted">{t('resume.life.answeredBy', { name: view.answer.by })}</span>
      </p>
    );
  }
  if (view.life.status !== 'asked' || view.mayWork !== null) return null;
  const record = async (): Promise<void> => {
    if (chosen === null || says === null) return;
    const result = await answer.run({
      ...expectedOf(view),
      answer: says,
      deceasedOn: says === 'deceased' ? deceasedOn : null,
      documentId: chosen,
    });
    if (result.ok) toast({ tone: 'success', text: t('resume.life.recorded') });
  };
  return (
    <ProofForm
      documents={view.documents}
      documentLabel={t('resume.life.document')}
      chosen={chosen}
      onChoose={setDocumentId}
      date={
        says === 'deceased' ? (
          <DatePicker
            label={t('resume.life.deceasedOn')}
            value={deceasedOn}
            onChange={setDeceasedOn}
            max={today}
          />
        ) : null
      }
      isReady={says !== null && (says !== 'deceased' || deceasedOn !== null)}
      recordLabel={t('resume.life.recordAnswer')}
      isBusy={answer.isBusy}
      error={answer.error}
      onRecord={() => void record()}
    >
      <RadioGroup
        label={t('resume.life.answer')}
        row
        options={LIFE_ANSWERS.map((value) => ({
          value,
          label: t(`resume.life.answer.${value}`),
        }))}
        value={says}
        onChange={setSays}
      />
    </ProofForm>
  );
}

function Decide({ view }: { view: LifeView }) {
  const t = useT();
  const approve = useCaseCommand(view.life.id, api.resume.approveLife, AREAS);
  const back = useCaseCommand(view.life.id, api.resume.sendLifeBack, AREAS);
  if (view.life.status !== 'awaitingApproval') return null;
  if (view.mayApprove !== null) {
    return (
      <Rule icon="usercheck" tone="violet">
        {caseErrorWords(t, refusalOf(view.mayApprove))}
      </Rule>
    );
  }
  const isDeath = view.answer?.answer === 'deceased';
  return (
    <Approval
      title={t('resume.life.approveQuestion', { number: view.life.number })}
      proposedBy={view.answer?.by ?? null}
      consequences={[
        {
          icon: isDeath ? 'lock' : 'play',
          text: t(isDeath ? 'resume.life.approveDeceased' : 'resume.life.approveAlive'),
        },
        { icon: 'ban', text: t('resume.life.approveFinal') },
      ]}
      confirmLabel={t('resume.life.approve')}
      isDanger={isDeath}
      approve={{
        ...approve,
        run: async () => {
          const result = await approve.run(expectedOf(view));
          if (result.ok) toast({ tone: 'success', text: t('resume.life.decided') });
          return result.ok;
        },
      }}
      sendBack={{
        ...back,
        run: async (note) => {
          const result = await back.run({ ...expectedOf(view), note });
          if (result.ok) toast({ tone: 'success', text: t('resume.life.sentBack') });
          return result.ok;
        },
      }}
    />
  );
}
