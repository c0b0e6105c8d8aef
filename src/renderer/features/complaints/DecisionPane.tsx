import { setConflict, useIsConflicting } from '../../lib/cases/conflicts.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { ConflictNotice } from '../../ui/cases/ConflictNotice.tsx';
import { Rule } from '../../ui/cases/Rule.tsx';
import { BlockedFoot } from './BlockedFoot.tsx';
import type { ComplaintFile } from './ComplaintCase.tsx';
import './decision.css';
import { FindingsList } from './FindingsList.tsx';
import { ProposalFoot } from './ProposalFoot.tsx';
import { ProposalView } from './ProposalView.tsx';
import { useProposal } from './use-proposal.ts';
import { WriteDecision } from './WriteDecision.tsx';

/** The decision: written by the officer of the case, then approved by another, then read. */
export function DecisionPane({ file }: { file: ComplaintFile }) {
  const t = useT();
  const { complaint } = file;
  const isConflicting = useIsConflicting(complaint.id);
  return (
    <aside className="case-side" aria-label={t('complaints.decision')} data-pane="" tabIndex={-1}>
      <header className="side-head">
        <h3>{t('complaints.decision')}</h3>
        <span className="sp" />
        <span className="cap muted ell">
          {complaint.assignedTo === null
            ? t('cases.notAssigned')
            : t('cases.assignedTo', { name: complaint.assignedTo.name })}
        </span>
      </header>
      {isConflicting && (
        <div className="side-notice">
          <ConflictNotice onSeen={() => setConflict(complaint.id, false)} />
        </div>
      )}
      <Body file={file} />
    </aside>
  );
}

function Body({ file }: { file: ComplaintFile }) {
  const t = useT();
  const proposal = useProposal(file);
  if (file.mayPropose === null) return <WriteDecision file={file} proposal={proposal} />;
  if (file.proposal !== null) {
    return (
      <>
        <ProposalView file={file} proposal={file.proposal} />
        <ProposalFoot file={file} proposal={file.proposal} />
      </>
    );
  }
  return (
    <>
      <div className="side-body">
        <FindingsList months={proposal.months} />
        <Rule icon="info" tone="muted">
          {t('complaints.suggestedOnly')}
        </Rule>
      </div>
      <BlockedFoot file={file} code={file.mayPropose} />
    </>
  );
}
