import { useEffect, useMemo, useRef, useState } from 'react';
import { api } from '../../../lib/client.ts';
import { receiptAction } from '../../../lib/cases/case-letters.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { useShortcuts } from '../../../lib/keyboard/shortcuts.ts';
import { useApiCommand, useApiQuery } from '../../../lib/queries.ts';
import { hrefOf, navigate } from '../../../lib/route.ts';
import { useKeyHints } from '../../../lib/shell-store.ts';
import { toast } from '../../../lib/toasts.ts';
import { useSettled } from '../../../lib/use-settled.ts';
import { Button } from '../../../ui/Button.tsx';
import { ActionRefused } from '../../../ui/cases/ActionRefused.tsx';
import { NoteDialog } from '../../../ui/cases/NoteDialog.tsx';
import type { ApplicationFile } from '../application-file.ts';
import { PaperList } from '../papers/PaperList.tsx';
import { inTurn, useVersion } from '../use-version.ts';
import { BankStep } from './BankStep.tsx';
import { FamilyStep } from './FamilyStep.tsx';
import { FinancialStep } from './FinancialStep.tsx';
import { HousingStep } from './HousingStep.tsx';
import { IntakeContext, type IntakeForms } from './intake-context.ts';
import { IntakeHead } from './IntakeHead.tsx';
import { INTAKE_STEPS, stepOf, type IntakeStep } from './intake-steps.ts';
import { PersonalStep } from './PersonalStep.tsx';
import { problemWords } from './problem-words.ts';
import { ReviewStep } from './ReviewStep.tsx';
import { StepList } from './StepList.tsx';
import { asTyped, useDraft } from './use-draft.ts';
import { useJump } from './use-jump.ts';

const CHECK_MS = 350;

/** The forms of an application, with its papers beside them. A draft keeps itself; what was submitted is amended with a reason. */
export function IntakeDesk({ file }: { file: ApplicationFile }) {
  const t = useT();
  const { application } = file;
  const { id } = application;
  const isDraft = application.status === 'draft';
  const draft = useDraft(file);
  const version = useVersion(application);
  const [step, setStep] = useState<IntakeStep>('personal');
  const [isTried, setTried] = useState(false);
  const [isAmending, setAmending] = useState(false);
  const [typing, setTyping] = useState<string | null>(null);
  const form = useRef<HTMLDivElement>(null);
  const jump = useJump(form, setStep);

  const json = useSettled(JSON.stringify(draft.intake), CHECK_MS);
  const checked = useApiQuery(
    ['applications', 'check', id, json],
    () => api.applications.check({ id, intake: asTyped(draft.intake) }),
    { keepPrevious: true },
  );
  const submit = useApiCommand(api.applications.submit, ['applications', 'today', 'letters']);
  const amend = useApiCommand(api.applications.amend, ['applications']);

  const problems = useMemo(() => checked.data?.problems ?? [], [checked.data]);
  const warnings = checked.data?.warnings ?? [];
  const forms: IntakeForms = {
    intake: draft.intake,
    change: draft.change,
    problems,
    errorAt: (path) => {
      const problem = problems.find((one) => one.path === path);
      if (problem === undefined) return null;
      // What is only missing yet is no fault before somebody tries to submit, nor is what is being typed.
      if (!isTried && (problem.code === 'FIELD_MISSING' || path === typing)) return null;
      return problemWords(t, problem);
    },
    warningAt: (path) => {
      const warning = warnings.find((one) => one.path === path);
      return warning === undefined || path === typing ? null : problemWords(t, warning);
    },
  };
  const paperTitle = (code: string): string | undefined =>
    file.papers.find((paper) => paper.code === code)?.title[t.language];

  const submitNow = async (): Promise<void> => {
    setTried(true);
    if (submit.isBusy || amend.isBusy) return;
    const now = await api.applications.check({ id, intake: asTyped(draft.intake) });
    if (!now.ok || now.value.problems.length > 0) {
      checked.refetch();
      setStep('review');
      return;
    }
    if (!isDraft) {
      setAmending(true);
      return;
    }
    if (!(await draft.flush())) return;
    const result = await inTurn(id, () => submit.run({ id, expectedVersion: version.current }));
    if (!result.ok) return;
    version.current = result.value.version;
    toast({
      tone: 'success',
      text: t('applications.submitted', { number: application.number }),
      ...receiptAction(t, result.value.receipt),
    });
  };
  const amendNow = async (reason: string): Promise<boolean> => {
    const result = await inTurn(id, () =>
      amend.run({ id, expectedVersion: version.current, intake: asTyped(draft.intake), reason }),
    );
    if (!result.ok) return false;
    version.current = result.value.version;
    toast({ tone: 'success', text: t('applications.amended', { number: application.number }) });
    navigate(hrefOf('applications', id));
    return true;
  };

  const go = (by: 1 | -1): void => {
    const next = INTAKE_STEPS[INTAKE_STEPS.indexOf(step) + by];
    if (next !== undefined) setStep(next);
  };
  useShortcuts(
    {
      'Ctrl+Enter': () => void submitNow(),
      'Alt+Down': () => go(1),
      'Alt+Up': () => go(-1),
      ...Object.fromEntries(
        INTAKE_STEPS.map((one, index) => [`Alt+${index + 1}`, () => setStep(one)]),
      ),
    },
    { inFields: true },
  );
  useKeyHints(
    useMemo(
      () => [
        { keys: ['Alt+1', 'Alt+6'], label: t('applications.keySteps') },
        { keys: ['Alt+Enter'], label: t('applications.addByKey') },
        {
          keys: ['Ctrl+Enter'],
          label: t(isDraft ? 'applications.submit' : 'applications.amend'),
        },
      ],
      [t, isDraft],
    ),
  );
  useEffect(() => {
    form.current?.scrollTo({ top: 0 });
  }, [step]);

  return (
    <div className="intake">
      <IntakeHead
        file={file}
        draft={draft}
        name={draft.intake.applicant.name}
        onSubmit={() => void submitNow()}
        isBusy={submit.isBusy}
      />
      <IntakeContext value={forms}>
        <StepList
          step={step}
          onStep={setStep}
          problems={problems}
          isTried={isTried}
          intake={draft.intake}
        />
        <section
          className="panel in-form"
          aria-label={t(`applications.step.${step}`)}
          data-pane=""
          tabIndex={-1}
          onFocusCapture={(event) => setTyping(pathAround(event.target))}
          onBlurCapture={() => setTyping(null)}
        >
          <div className="in-scroll" ref={form}>
            <h2 className="in-title">{t(`applications.step.${step}`)}</h2>
            <ActionRefused error={submit.error} isOnScreen />
            {step === 'personal' && <PersonalStep />}
            {step === 'family' && <FamilyStep />}
            {step === 'financial' && <FinancialStep />}
            {step === 'housing' && <HousingStep />}
            {step === 'bank' && <BankStep />}
            {step === 'review' && (
              <ReviewStep
                applicationId={id}
                warnings={warnings}
                paperTitle={paperTitle}
                onGo={(path) => jump(path, stepOf(path))}
              />
            )}
          </div>
          {step !== 'review' && (
            <footer className="in-foot">
              <Button isDisabled={step === 'personal'} onPress={() => go(-1)}>
                {t('applications.previous')}
              </Button>
              <span className="sp" />
              <Button icon="arrow" onPress={() => go(1)}>
                {t('applications.next')}
              </Button>
            </footer>
          )}
        </section>
      </IntakeContext>
      <aside className="panel in-papers" aria-label={t('applications.papers')} data-pane="">
        <header>
          <h2>{t('applications.papers')}</h2>
          <span className="sp" />
          <span className="cap muted">{t('applications.papersNote')}</span>
        </header>
        <div className="in-papers-body">
          <PaperList file={file} mayAttach mayJudge={false} />
        </div>
      </aside>
      <NoteDialog
        isOpen={isAmending}
        onClose={() => {
          setAmending(false);
          amend.reset();
        }}
        title={t('applications.amendOf', { number: application.number })}
        label={t('applications.amendReason')}
        help={t('applications.amendHelp')}
        confirmLabel={t('applications.amend')}
        onConfirm={amendNow}
        isBusy={amend.isBusy}
        error={amend.error}
      />
    </div>
  );
}

function pathAround(target: EventTarget): string | null {
  return target instanceof Element
    ? (target.closest('[data-path]')?.getAttribute('data-path') ?? null)
    : null;
}
