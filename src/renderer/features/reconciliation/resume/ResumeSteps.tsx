import { caseErrorWords } from '../../../lib/cases/case-error-words.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { Rule } from '../../../ui/cases/Rule.tsx';
import { AccountStep } from './AccountStep.tsx';
import { ActivityStep } from './ActivityStep.tsx';
import { ComplaintStep } from './ComplaintStep.tsx';
import { ProposalStep } from './ProposalStep.tsx';
import { refusalOf } from './refusal-of.ts';
import type { ResumeView } from './ResumePanel.tsx';
import { StepList, type StepState } from './StepList.tsx';

/** The programme's four steps for a payment whose money came back. */
export function ResumeSteps({ view }: { view: ResumeView }) {
  const t = useT();
  const states = stepStates(view);
  const isStopped = view.mayPrepare !== null && view.case?.status !== 'awaitingApproval';
  const stop =
    isStopped && states.resume === 'blocked' && view.mayPrepare !== null ? view.mayPrepare : null;
  return (
    <>
      {stop !== null && (
        <Rule icon="lock" tone="danger">
          {caseErrorWords(t, refusalOf(stop))}
        </Rule>
      )}
      <StepList
        label={t('resume.steps')}
        steps={[
          {
            id: 'account',
            title: t('resume.step.account'),
            state: states.account,
            children: <AccountStep view={view} state={states.account} />,
          },
          {
            id: 'activity',
            title: t('resume.step.activity'),
            state: states.activity,
            children: <ActivityStep view={view} state={states.activity} />,
          },
          {
            id: 'resume',
            title: t('resume.step.resume'),
            state: states.resume,
            children: <ProposalStep view={view} state={states.resume} />,
          },
          {
            id: 'complaint',
            title: t('resume.step.complaint'),
            state: states.complaint,
            children: <ComplaintStep view={view} />,
          },
        ]}
      />
    </>
  );
}

function stepStates(
  view: ResumeView,
): Record<'account' | 'activity' | 'resume' | 'complaint', StepState> {
  const { account, attempt, complaint, mayPrepare } = view;
  const { proof, activity } = account;
  const status = view.case?.status ?? 'preparing';
  const isPreparing = status === 'preparing';
  const canWork = mayPrepare === null;
  const open: StepState = canWork ? 'now' : isPreparing ? 'blocked' : 'later';
  const accountState: StepState = !account.needed
    ? 'notNeeded'
    : proof === null
      ? open
      : proof.tied
        ? 'done'
        : 'blocked';
  const activityState: StepState = !account.needed
    ? 'notNeeded'
    : activity !== null
      ? activity.active
        ? 'done'
        : 'blocked'
      : accountState === 'done'
        ? open
        : 'later';
  const isProven = !account.needed || (accountState === 'done' && activityState === 'done');
  const failed = attempt !== null && ['rejected', 'returned'].includes(attempt.payment.status);
  return {
    account: accountState,
    activity: activityState,
    resume:
      status === 'resumed' || status === 'complained'
        ? 'done'
        : status === 'awaitingApproval'
          ? 'now'
          : isProven
            ? canWork
              ? 'now'
              : 'blocked'
            : canWork
              ? 'later'
              : 'blocked',
    complaint: complaint !== null ? 'done' : failed ? 'now' : 'later',
  };
}
