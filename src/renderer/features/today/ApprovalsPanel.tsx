import type { OutputOf } from '../../../contract/api.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { hrefOf, type ScreenName } from '../../lib/route.ts';
import { Count } from '../../ui/Chip.tsx';
import { Num } from '../../ui/Figures.tsx';
import { Icon, type IconName } from '../../ui/Icon.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { EmptyState } from '../../ui/States.tsx';

/** What others proposed and I may approve: nobody approves his own. */
export function ApprovalsPanel({ summary }: { summary: OutputOf<'today.summary'> }) {
  const t = useT();
  const { complaints, objections, applications, resumes, lifeCases, settings } = summary;
  const { eligibilityRuns, settlements, recoveries } = summary;
  const all = [
    complaints,
    objections,
    applications,
    eligibilityRuns,
    settlements,
    recoveries,
    resumes,
    lifeCases,
    settings,
  ].reduce((sum, { toApprove }) => sum + toApprove, 0);
  return (
    <Panel
      className="today-approvals"
      title={
        <span className="row">
          {t('today.approvals')}
          {all > 0 && <Count tone="violet" value={<Num>{all}</Num>} />}
        </span>
      }
      label={t('today.approvals')}
      actions={<span className="cap muted ell">{t('today.approvalsNote')}</span>}
      flush
      pane
    >
      {all === 0 && <EmptyState icon="usercheck" title={t('today.noApprovals')} />}
      {complaints.toApprove > 0 && (
        <Row
          screen="complaints"
          icon="complaint"
          label={t('today.approvalComplaints')}
          count={complaints.toApprove}
        />
      )}
      {objections.toApprove > 0 && (
        <Row
          screen="objections"
          icon="objection"
          label={t('today.approvalObjections')}
          count={objections.toApprove}
        />
      )}
      {applications.toApprove > 0 && (
        <Row
          screen="applications"
          icon="application"
          label={t('today.approvalApplications')}
          count={applications.toApprove}
        />
      )}
      {eligibilityRuns.toApprove > 0 && (
        <Row
          screen="entitlement"
          icon="checks"
          label={t('today.approvalEligibility')}
          count={eligibilityRuns.toApprove}
        />
      )}
      {settlements.toApprove > 0 && (
        <Row
          screen="entitlement"
          icon="neq"
          label={t('today.approvalSettlements')}
          count={settlements.toApprove}
          desk="differences"
        />
      )}
      {recoveries.toApprove > 0 && (
        <Row
          screen="entitlement"
          icon="ret"
          label={t('today.approvalRecoveries')}
          count={recoveries.toApprove}
          desk="recoveries"
          view="toApprove"
        />
      )}
      {resumes.toApprove > 0 && (
        <Row
          screen="reconciliation"
          icon="refresh"
          label={t('today.approvalResumes')}
          count={resumes.toApprove}
          desk="resume"
        />
      )}
      {lifeCases.toApprove > 0 && (
        <Row
          screen="reconciliation"
          icon="person"
          label={t('today.approvalLifeCases')}
          count={lifeCases.toApprove}
          desk="life"
        />
      )}
      {settings.toApprove > 0 && (
        <Row
          screen="administration"
          icon="admin"
          label={t('today.approvalSettings')}
          count={settings.toApprove}
          section="settings"
        />
      )}
    </Panel>
  );
}

function Row({
  screen,
  icon,
  label,
  count,
  desk,
  section,
  view = 'awaitingApproval',
}: {
  screen: ScreenName;
  icon: IconName;
  label: string;
  count: number;
  /** Where on the screen. */
  desk?: string;
  section?: string;
  view?: string;
}) {
  return (
    <a
      className="today-approval"
      href={hrefOf(screen, null, {
        ...(desk === undefined ? {} : { desk }),
        ...(section === undefined ? {} : { section }),
        view,
      })}
    >
      <Icon name={icon} size={20} />
      <span className="medium">{label}</span>
      <span className="sp" />
      <b>
        <Num>{count}</Num>
      </b>
      <Icon name="chev" />
    </a>
  );
}
