import { useState } from 'react';
import { api } from '../../lib/client.ts';
import { worded } from '../../lib/cases/event-words.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useApiQuery } from '../../lib/queries.ts';
import { useScreenTitle } from '../../lib/shell-store.ts';
import { HistoryDialog } from '../../ui/cases/HistoryDialog.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { ErrorState } from '../../ui/States.tsx';
import { EvidencePane } from './EvidencePane.tsx';
import { HouseholdPane } from './HouseholdPane.tsx';
import { OutcomeBar } from './OutcomeBar.tsx';
import { ReasonsPane } from './ReasonsPane.tsx';
import { ReviewHead } from './ReviewHead.tsx';
import { useFindings, type ReviewFile } from './use-findings.ts';
import { useReviewKeys } from './use-review-keys.ts';

/** One objection: the reasons of the refusal, the evidence beside them, the household, and the three persons. */
export function ObjectionReview({ id }: { id: string }) {
  const t = useT();
  useScreenTitle(t('objections.title'), t('objections.review'));
  const found = useApiQuery(['objections', 'review', id], () => api.objections.review({ id }));
  if (found.data !== undefined) return <Review file={found.data} />;
  return (
    <div className="panel obj-wait">
      {found.error === null ? (
        <Skeleton lines={8} />
      ) : (
        <ErrorState
          error={found.error}
          onRetry={found.refetch}
          title={t('objections.reviewFailed')}
        />
      )}
    </div>
  );
}

function Review({ file }: { file: ReviewFile }) {
  const t = useT();
  const findings = useFindings(file);
  const [active, setActive] = useState(file.reasons[0]?.code ?? '');
  const [view, setView] = useState<{ documentId: string | null; page: number }>({
    documentId: file.reasons[0]?.evidence?.documentId ?? file.documents[0]?.id ?? null,
    page: file.reasons[0]?.evidence?.page ?? 1,
  });
  const [isHistoryOpen, setHistoryOpen] = useState(false);
  const isEditable = file.mayPropose === null;

  const activate = (code: string): void => {
    setActive(code);
    if (isEditable && code !== active) void findings.saveAll();
  };
  const pin = (): void => {
    if (view.documentId === null || !isEditable) return;
    findings.change(active, { evidence: { documentId: view.documentId, page: view.page } });
  };
  useReviewKeys({
    reasons: findings.reasons,
    active,
    onActivate: activate,
    onFind: isEditable ? (finding) => findings.change(active, { finding }) : undefined,
    onPin: isEditable ? pin : undefined,
    onHistory: () => setHistoryOpen(true),
  });

  return (
    <div className="obj">
      <ReviewHead file={file} onHistory={() => setHistoryOpen(true)} />
      <ReasonsPane
        file={file}
        findings={findings}
        active={active}
        onActivate={activate}
        onShow={(evidence) => setView(evidence)}
        isEditable={isEditable}
      />
      <EvidencePane
        file={file}
        reasons={findings.reasons}
        active={active}
        view={view}
        onView={setView}
        onPin={isEditable ? pin : undefined}
      />
      <HouseholdPane file={file} />
      <OutcomeBar file={file} findings={findings} />
      <HistoryDialog
        isOpen={isHistoryOpen}
        onClose={() => setHistoryOpen(false)}
        title={t('cases.historyOf', { number: file.objection.number })}
        events={worded(t, file.events)}
      />
    </div>
  );
}
