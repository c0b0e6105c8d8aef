import { useState } from 'react';
import type { Refusal } from '../../../../domain/shared/result.ts';
import type { OutputOf } from '../../../../contract/api.ts';
import { api } from '../../../lib/client.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { useApiQuery } from '../../../lib/queries.ts';
import { hrefOf } from '../../../lib/route.ts';
import { ActionRefused } from '../../../ui/cases/ActionRefused.tsx';
import { CaseDocuments } from '../../../ui/cases/CaseDocuments.tsx';
import { CaseHead } from '../../../ui/cases/CaseHead.tsx';
import { DossierButton } from '../../../ui/cases/DossierButton.tsx';
import { HistoryDialog, LatestHistory } from '../../../ui/cases/HistoryDialog.tsx';
import { StatusChip } from '../../../ui/Chip.tsx';
import { Money, MonthText, Num } from '../../../ui/Figures.tsx';
import { Message } from '../../../ui/Message.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { ErrorState, Notice } from '../../../ui/States.tsx';
import { GuidanceButton } from './GuidanceButton.tsx';
import { ReasonNotice } from './ReasonNotice.tsx';
import { ResumeSteps } from './ResumeSteps.tsx';

const DOCUMENT_AREAS = ['resume', 'documents'] as const;

export type ResumeView = OutputOf<'resume.payment'>;

/** One failed payment: why, what must be done, and how far it has come. */
export function ResumePanel({ paymentId }: { paymentId: string }) {
  const t = useT();
  const found = useApiQuery(['resume', 'payment', paymentId], () =>
    api.resume.payment({ paymentId }),
  );
  const view = found.data;
  const [isHistoryOpen, setHistoryOpen] = useState(false);
  const [refused, setRefused] = useState<Refusal | null>(null);
  if (view === undefined) {
    return (
      <section className="panel fill resume-panel" aria-label={t('resume.steps')}>
        {found.error === null ? (
          <Skeleton lines={8} />
        ) : (
          <ErrorState error={found.error} onRetry={found.refetch} />
        )}
      </section>
    );
  }
  const { payment } = view;
  const events = view.history.map((event) => ({
    ...event,
    words: t.maybe(`resume.event.${event.type}`) ?? event.type,
  }));
  const isFrozen =
    view.lifeCase !== null &&
    view.lifeCase.status !== 'alive' &&
    view.lifeCase.status !== 'withdrawn';
  return (
    <section
      className="panel fill resume-panel"
      aria-label={t('resume.steps')}
      data-pane=""
      tabIndex={-1}
    >
      <div className="resume-top">
        <CaseHead
          name={payment.name}
          maskedNationalId={payment.maskedNationalId}
          reveal={(reason) =>
            api.registry.reveal({
              beneficiaryId: payment.beneficiaryId,
              field: 'nationalId',
              reason,
            })
          }
          sub={
            <span className="row">
              <MonthText month={payment.month} />
              <Money amount={payment.amount} unit />
              <Num>{payment.endToEndId}</Num>
            </span>
          }
        >
          <StatusChip family="payment" status={payment.status} />
          <GuidanceButton view={view} onRefused={setRefused} />
          <DossierButton
            of={{ caseType: 'resume', caseId: payment.id }}
            number={payment.endToEndId}
          />
        </CaseHead>
      </div>
      <div className="panel-body resume-body">
        <ActionRefused error={refused} />
        <ReasonNotice view={view} />
        {isFrozen && view.lifeCase !== null && (
          <Notice
            tone="danger"
            icon="lock"
            action={
              <a href={hrefOf('reconciliation', null, { desk: 'life', case: view.lifeCase.id })}>
                {t('resume.lifeCase', { number: view.lifeCase.number })}
              </a>
            }
          >
            {t('resume.frozen', { number: view.lifeCase.number })}
          </Notice>
        )}
        {view.resumes !== null && (
          <p className="small">
            <a
              href={hrefOf('reconciliation', null, {
                desk: 'resume',
                view: 'failedAgain',
                payment: view.resumes.paymentId,
              })}
            >
              <Message id="resume.resumes" values={{ reference: view.resumes.endToEndId }} />
            </a>
          </p>
        )}
        <section aria-label={t('resume.documents')}>
          <CaseDocuments
            owner={{ ownerType: 'resume', ownerId: payment.id, areas: DOCUMENT_AREAS }}
            documents={view.documents}
            mayAttach={view.mayPrepare === null}
          />
        </section>
        <ResumeSteps view={view} />
        {events.length > 0 && <LatestHistory events={events} onAll={() => setHistoryOpen(true)} />}
        <HistoryDialog
          isOpen={isHistoryOpen}
          onClose={() => setHistoryOpen(false)}
          title={t('resume.history')}
          events={events}
        />
      </div>
    </section>
  );
}
