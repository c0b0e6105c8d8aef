import { useState } from 'react';
import type { PaperDto } from '../../../../contract/applications.ts';
import { useDocumentBytes } from '../../../lib/cases/document-bytes.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { CaseDocuments } from '../../../ui/cases/CaseDocuments.tsx';
import { DocumentDialog } from '../../../ui/cases/Documents.tsx';
import { NoteDialog } from '../../../ui/cases/NoteDialog.tsx';
import type { ApplicationFile } from '../application-file.ts';
import { PaperRow } from './PaperRow.tsx';
import { usePapers } from './use-papers.ts';

/** The papers that the programme asks of this application, and what else has come. */
export function PaperList({
  file,
  mayAttach,
  mayJudge,
}: {
  file: ApplicationFile;
  mayAttach: boolean;
  mayJudge: boolean;
}) {
  const t = useT();
  const papers = usePapers(file);
  const [openId, setOpenId] = useState<string | null>(null);
  const [refused, setRefused] = useState<PaperDto | null>(null);
  const opened = useDocumentBytes(openId);
  const documents = file.papers.flatMap(({ document }) => (document === null ? [] : [document]));
  return (
    <>
      {file.papers.length === 0 ? (
        <p className="small muted">{t('applications.noPapers')}</p>
      ) : (
        <ul className="papers-asked">
          {file.papers.map((paper) => (
            <PaperRow
              key={paper.code}
              paper={paper}
              papers={papers}
              mayAttach={mayAttach}
              mayJudge={mayJudge}
              onOpen={setOpenId}
              onRefuse={setRefused}
            />
          ))}
        </ul>
      )}
      <h3 className="papers-other small strong">{t('applications.otherDocuments')}</h3>
      <CaseDocuments
        owner={{
          ownerType: 'application',
          ownerId: file.application.id,
          areas: ['applications'],
        }}
        documents={file.otherDocuments}
        mayAttach={mayAttach}
      />
      <DocumentDialog
        documents={documents}
        openId={openId}
        onOpen={setOpenId}
        bytes={opened.bytes}
        error={opened.error}
        onRetry={opened.refetch}
      />
      <NoteDialog
        isOpen={refused !== null}
        onClose={() => setRefused(null)}
        title={t('applications.refusePaperOf', { title: refused?.title[t.language] ?? '' })}
        label={t('applications.refusePaperWhy')}
        help={t('applications.refusePaperHelp')}
        confirmLabel={t('applications.refusePaper')}
        onConfirm={async (reason) =>
          refused !== null && (await papers.check(refused, 'refused', reason))
        }
        isBusy={papers.isBusy}
        error={refused !== null && papers.code === refused.code ? papers.error : null}
      />
    </>
  );
}
