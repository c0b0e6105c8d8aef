import { useState } from 'react';
import { useAttaching, type DocumentOwner } from '../../lib/cases/attaching.ts';
import { useDocumentBytes } from '../../lib/cases/document-bytes.ts';
import { AttachDialog } from './AttachDialog.tsx';
import { DocumentDialog, DocumentTiles, type CaseDocument } from './Documents.tsx';

/** The documents of a case: each opens over the screen, and files are dropped beside them or chosen. */
export function CaseDocuments({
  owner,
  documents,
  mayAttach,
}: {
  owner: DocumentOwner;
  documents: readonly CaseDocument[];
  mayAttach: boolean;
}) {
  const [openId, setOpenId] = useState<string | null>(null);
  const document = useDocumentBytes(openId);
  const attaching = useAttaching(owner);
  return (
    <>
      <DocumentTiles
        documents={documents}
        onOpen={setOpenId}
        {...(mayAttach ? { onAttach: attaching.begin } : {})}
      />
      <DocumentDialog
        documents={documents}
        openId={openId}
        onOpen={setOpenId}
        bytes={document.bytes}
        error={document.error}
        onRetry={document.refetch}
      />
      <AttachDialog attaching={attaching} />
    </>
  );
}
