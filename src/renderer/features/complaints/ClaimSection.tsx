import { useState } from 'react';
import { api } from '../../lib/client.ts';
import { useDocumentBytes } from '../../lib/cases/document-bytes.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useApiJob } from '../../lib/queries.ts';
import { useMay } from '../../lib/session-store.ts';
import { toast } from '../../lib/toasts.ts';
import { AttachDialog } from '../../ui/cases/AttachDialog.tsx';
import type { FileToAttach } from '../../ui/cases/choose-document.ts';
import { DocumentDialog, DocumentTiles } from '../../ui/cases/Documents.tsx';
import { Rule } from '../../ui/cases/Rule.tsx';
import type { ComplaintFile } from './ComplaintCase.tsx';

/** The beneficiary's own words and the documents with them. */
export function ClaimSection({ file }: { file: ComplaintFile }) {
  const t = useT();
  const mayAttach = useMay('cases.work') && file.mayPropose !== 'ALREADY_DECIDED';
  const [openId, setOpenId] = useState<string | null>(null);
  const [toAttach, setToAttach] = useState<FileToAttach | null>(null);
  const document = useDocumentBytes(openId);
  const attach = useApiJob(api.documents.attach, ['complaints', 'documents']);
  const { id } = file.complaint;

  const attachNow = async ({ path }: FileToAttach, title: string): Promise<void> => {
    const result = await attach.run({ ownerType: 'complaint', ownerId: id, path, title });
    if (!result.ok) return;
    setToAttach(null);
    toast({ tone: 'success', text: t('cases.attached', { title }) });
  };

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
      <DocumentTiles
        documents={file.documents}
        onOpen={setOpenId}
        {...(mayAttach ? { onAttach: setToAttach } : {})}
      />
      <DocumentDialog
        documents={file.documents}
        openId={openId}
        onOpen={setOpenId}
        bytes={document.bytes}
        error={document.error}
        onRetry={document.refetch}
      />
      <AttachDialog
        file={toAttach}
        onClose={() => {
          setToAttach(null);
          attach.reset();
        }}
        onAttach={(chosen, title) => void attachNow(chosen, title)}
        isBusy={attach.isBusy}
        progress={attach.progress}
        onCancel={attach.cancel}
        error={attach.error}
      />
    </section>
  );
}
