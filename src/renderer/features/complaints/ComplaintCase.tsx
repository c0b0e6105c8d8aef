import { useEffect, useRef, useState } from 'react';
import type { ComplaintRow } from '../../../contract/complaints.ts';
import type { OutputOf } from '../../../contract/api.ts';
import { api } from '../../lib/client.ts';
import { worded } from '../../lib/cases/event-words.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useApiQuery } from '../../lib/queries.ts';
import { hrefOf } from '../../lib/route.ts';
import { StatusChip } from '../../ui/Chip.tsx';
import { CaseHead } from '../../ui/cases/CaseHead.tsx';
import { CaseLetters } from '../../ui/cases/CaseLetters.tsx';
import { HistoryDialog, LatestHistory } from '../../ui/cases/HistoryDialog.tsx';
import { DeadlineChip } from '../../ui/DeadlineChip.tsx';
import { DateText, Num } from '../../ui/Figures.tsx';
import { Message } from '../../ui/Message.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { ErrorState } from '../../ui/States.tsx';
import { CaseActions } from './CaseActions.tsx';
import { ClaimSection } from './ClaimSection.tsx';
import { DecisionPane } from './DecisionPane.tsx';
import { MonthsTable } from './MonthsTable.tsx';

export type ComplaintFile = OutputOf<'complaints.case'>;

/** One complaint: what is claimed and what the records prove on one side, the decision on the other. */
export function ComplaintCase({ id, row }: { id: string; row: ComplaintRow | undefined }) {
  const t = useT();
  const pane = useRef<HTMLElement>(null);
  const found = useApiQuery(['complaints', 'case', id], () => api.complaints.case({ id }));
  const file = found.data;
  const [isHistoryOpen, setHistoryOpen] = useState(false);
  const openHistory = (): void => setHistoryOpen(true);
  const complaint = file?.complaint ?? row;

  useEffect(() => {
    pane.current?.focus();
  }, []);

  return (
    <article
      ref={pane}
      className="panel case"
      data-pane=""
      tabIndex={-1}
      aria-label={
        complaint === undefined
          ? t('complaints.complaint')
          : t('complaints.complaintNumber', { ticket: complaint.ticket })
      }
      aria-busy={file === undefined}
    >
      <div className={complaint === undefined && found.error !== null ? 'sr' : 'case-top'}>
        {complaint !== undefined && (
          <CaseHead
            name={complaint.name}
            maskedNationalId={complaint.maskedNationalId}
            reveal={(reason) =>
              api.registry.reveal({
                beneficiaryId: complaint.beneficiaryId,
                field: 'nationalId',
                reason,
              })
            }
            sub={<Sub complaint={complaint} file={file} />}
          >
            <StatusChip family="complaint" status={complaint.status} />
            {complaint.deadline !== null && <DeadlineChip deadline={complaint.deadline} />}
            {file !== undefined && <CaseActions file={file} onHistory={openHistory} />}
          </CaseHead>
        )}
      </div>
      {found.error !== null && file === undefined && (
        <div className="case-main whole">
          <ErrorState
            error={found.error}
            onRetry={found.refetch}
            title={t('complaints.caseFailed')}
          />
        </div>
      )}
      {file === undefined && found.error === null && (
        <>
          <div className="case-main">
            <Skeleton lines={8} />
          </div>
          <aside className="case-side">
            <Skeleton lines={4} />
          </aside>
        </>
      )}
      {file !== undefined && (
        <>
          <div className="case-main">
            <ClaimSection file={file} />
            {file.resumed.map(({ paymentId, endToEndId }) => (
              <a
                key={paymentId}
                className="small"
                href={hrefOf('reconciliation', null, { desk: 'resume', payment: paymentId })}
              >
                {t('resume.steps')}: <Num>{endToEndId}</Num>
              </a>
            ))}
            <MonthsTable months={file.months} beneficiaryId={file.complaint.beneficiaryId} />
            <CaseLetters of={{ type: 'complaint', id }} />
            <LatestHistory events={worded(t, file.events)} onAll={openHistory} />
          </div>
          <DecisionPane key={id} file={file} />
          <HistoryDialog
            isOpen={isHistoryOpen}
            onClose={() => setHistoryOpen(false)}
            title={t('cases.historyOf', { number: file.complaint.ticket })}
            events={worded(t, file.events)}
          />
        </>
      )}
    </article>
  );
}

function Sub({ complaint, file }: { complaint: ComplaintRow; file: ComplaintFile | undefined }) {
  const t = useT();
  return (
    <Message
      id="complaints.sub"
      values={{
        ticket: complaint.ticket,
        category: t(`complaints.category.${complaint.category}`),
        channel: file === undefined ? '…' : t(`cases.channel.${file.channel}`),
        date: <DateText date={complaint.filedOn} />,
        hijri: <DateText date={complaint.filedOn} calendar="hijri" />,
      }}
    />
  );
}
