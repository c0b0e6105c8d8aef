import { setConflict, useIsConflicting } from '../../../lib/cases/conflicts.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { ConflictNotice } from '../../../ui/cases/ConflictNotice.tsx';
import type { ApplicationFile } from '../application-file.ts';
import { BlockedSide } from './BlockedSide.tsx';
import { CompletionSide } from './CompletionSide.tsx';
import { EndedSide } from './EndedSide.tsx';
import { ProposalSide } from './ProposalSide.tsx';
import { WriteDecision } from './WriteDecision.tsx';

export type DecisionTab = 'papers' | 'eligibility' | 'visits';

/** The decision: written by the officer of the application, then approved by another, then read. */
export function DecisionSide({
  file,
  onTab,
}: {
  file: ApplicationFile;
  onTab: (tab: DecisionTab) => void;
}) {
  const t = useT();
  const { id, assignedTo } = file.application;
  const isConflicting = useIsConflicting(id);
  return (
    <aside className="app-side" aria-label={t('applications.decision')} data-pane="" tabIndex={-1}>
      <header className="app-side-head">
        <h3>{t('applications.decision')}</h3>
        <span className="sp" />
        <span className="cap muted ell">
          {assignedTo === null
            ? t('applications.notAssigned')
            : t('applications.assignedTo', { name: assignedTo.name })}
        </span>
      </header>
      {isConflicting && (
        <div className="app-side-notice">
          <ConflictNotice onSeen={() => setConflict(id, false)} />
        </div>
      )}
      <Body file={file} onTab={onTab} />
    </aside>
  );
}

function Body({ file, onTab }: { file: ApplicationFile; onTab: (tab: DecisionTab) => void }) {
  switch (file.application.status) {
    case 'draft':
    case 'review':
      return file.mayPropose === null ? (
        <WriteDecision file={file} onTab={onTab} />
      ) : (
        <BlockedSide file={file} code={file.mayPropose} onTab={onTab} />
      );
    case 'completion':
      return <CompletionSide file={file} />;
    case 'initialApproval':
    case 'refusalProposed':
      return <ProposalSide file={file} />;
    case 'finalApproval':
    case 'refused':
    case 'cancelled':
    case 'withdrawn':
      return <EndedSide file={file} />;
  }
}
