import { useState } from 'react';
import type { DocumentRef } from '../../../../contract/cases.ts';
import { api } from '../../../lib/client.ts';
import { useDocumentBytes } from '../../../lib/cases/document-bytes.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { useApiJob } from '../../../lib/queries.ts';
import { toast } from '../../../lib/toasts.ts';
import { AttachDialog } from '../../../ui/cases/AttachDialog.tsx';
import type { FileToAttach } from '../../../ui/cases/choose-document.ts';
import { DocumentDialog, DocumentTiles } from '../../../ui/cases/Documents.tsx';

/** What proves the steps of a case: files are dropped here or chosen, then named by a step. */
export function ProofDocuments({
  ownerType,
  ownerId,
  documents,
  mayAttach,
}: {
  ownerType: 'resume' | 'life';
  ownerId: string;
  documents: readonly DocumentRef[];
  mayAttach: boolean;
}) {
  const t = useT();
  const [openId, setOpenId] = useState<string | null>(null);
  const [toAttach, setToAttach] = useState<FileToAttach | null>(null);
  const document = useDocumentBytes(openId);
  const attach = useApiJob(api.documents.attach, ['resume', 'documents']);
  const attachNow = async ({ path }: FileToAttach, title: string): Promise<void> => {
    const result = await attach.run({ ownerType, ownerId, path, title });
    if (!result.ok) return;
    setToAttach(null);
    toast({ tone: 'success', text: t('cases.attached', { title }) });
  };
  return (
    <section aria-label={t('resume.documents')}>
      <DocumentTiles
        documents={documents}
        onOpen={setOpenId}
        {...(mayAttach ? { onAttach: setToAttach } : {})}
      />
      <DocumentDialog
        documents={documents}
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
