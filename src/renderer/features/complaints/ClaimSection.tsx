import { useT } from '../../lib/i18n/use-t.ts';
import { useMay } from '../../lib/session-store.ts';
import { CaseDocuments } from '../../ui/cases/CaseDocuments.tsx';
import { Rule } from '../../ui/cases/Rule.tsx';
import type { ComplaintFile } from './ComplaintCase.tsx';

const AREAS = ['complaints', 'documents'] as const;

/** The beneficiary's own words and the documents with them. */
export function ClaimSection({ file }: { file: ComplaintFile }) {
  const t = useT();
  const mayAttach = useMay('cases.work') && file.mayPropose !== 'ALREADY_DECIDED';
  return (
    <section className="claim" aria-label={t('complaints.claim')}>
      <blockquote className="claim-words" dir="auto">
        {file.claim}
      </blockquote>
      {file.lateReason !== null && (
        <Rule icon="clock" tone="warning">
          {t('cases.lateAccepted', { reason: file.lateReason })}
        </Rule>
      )}
      <CaseDocuments
        owner={{ ownerType: 'complaint', ownerId: file.complaint.id, areas: AREAS }}
        documents={file.documents}
        mayAttach={mayAttach}
      />
    </section>
  );
}
