import { useState } from 'react';
import type { OutputOf } from '../../../../contract/api.ts';
import { api } from '../../../lib/client.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { useApiQuery } from '../../../lib/queries.ts';
import { hrefOf } from '../../../lib/route.ts';
import { CaseDocuments } from '../../../ui/cases/CaseDocuments.tsx';
import { CaseLetters } from '../../../ui/cases/CaseLetters.tsx';
import { CaseHead } from '../../../ui/cases/CaseHead.tsx';
import { DossierButton } from '../../../ui/cases/DossierButton.tsx';
import { HistoryDialog, LatestHistory } from '../../../ui/cases/HistoryDialog.tsx';
import { Rule } from '../../../ui/cases/Rule.tsx';
import { DeadlineChip } from '../../../ui/DeadlineChip.tsx';
import { DateText, Money, MonthText, Num } from '../../../ui/Figures.tsx';
import { Message } from '../../../ui/Message.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { ErrorState, Notice } from '../../../ui/States.tsx';
import { LifeStatusChip } from './LifeStatusChip.tsx';
import { LifeSteps } from './LifeSteps.tsx';

const DOCUMENT_AREAS = ['resume', 'documents'] as const;

export type LifeView = OutputOf<'resume.lifeCase'>;

/** One life-status case: what the bank said, the steps, what is frozen, and what a death means for the family. */
export function LifePanel({ id }: { id: string }) {
  const t = useT();
  const found = useApiQuery(['resume', 'lifeCase', id], () => api.resume.lifeCase({ id }));
  const [isHistoryOpen, setHistoryOpen] = useState(false);
  const view = found.data;
  if (view === undefined) {
    return (
      <section className="panel fill resume-panel" aria-label={t('resume.lifeTitle')}>
        {found.error === null ? (
          <Skeleton lines={8} />
        ) : (
          <ErrorState error={found.error} onRetry={found.refetch} />
        )}
      </section>
    );
  }
  const { life } = view;
  const events = view.history.map((event) => ({
    ...event,
    words: t.maybe(`resume.life.event.${event.type}`) ?? event.type,
  }));
  return (
    <section
      className="panel fill resume-panel"
      aria-label={t('resume.lifeTitle')}
      data-pane=""
      tabIndex={-1}
    >
      <div className="resume-top">
        <CaseHead
          name={life.name}
          maskedNationalId={life.maskedNationalId}
          reveal={(reason) =>
            api.registry.reveal({ beneficiaryId: life.beneficiaryId, field: 'nationalId', reason })
          }
          sub={
            <a href={hrefOf('beneficiaries', life.beneficiaryId)}>
              <Num>{life.number}</Num>
            </a>
          }
        >
          <LifeStatusChip status={life.status} />
          {life.deadline !== null && <DeadlineChip deadline={life.deadline} />}
          <DossierButton of={{ caseType: 'life', caseId: life.id }} number={life.number} />
        </CaseHead>
      </div>
      <div className="panel-body resume-body">
        {view.payment !== null && (
          <Notice tone="warning" icon="bank">
            <Message
              id="resume.life.why"
              values={{
                code: life.reasonCode ?? '',
                reference: <Num>{view.payment.endToEndId}</Num>,
              }}
            />
          </Notice>
        )}
        <section aria-label={t('resume.documents')}>
          <CaseDocuments
            owner={{ ownerType: 'life', ownerId: life.id, areas: DOCUMENT_AREAS }}
            documents={view.documents}
            mayAttach={view.mayWork === null}
          />
        </section>
        <LifeSteps view={view} />
        {(life.status === 'deceased' || view.answer?.answer === 'deceased') && (
          <Succession view={view} />
        )}
        <Held view={view} />
        <CaseLetters of={{ type: 'life', id: life.id }} />
        <LatestHistory events={events} onAll={() => setHistoryOpen(true)} />
        <HistoryDialog
          isOpen={isHistoryOpen}
          onClose={() => setHistoryOpen(false)}
          title={t('resume.lifeCase', { number: life.number })}
          events={events}
        />
      </div>
    </section>
  );
}

/** REG 23/2, with the adults who may be named. */
function Succession({ view }: { view: LifeView }) {
  const t = useT();
  return (
    <div className="guided-facts">
      <Rule icon="info" tone="muted">
        {t('resume.life.reg')}
      </Rule>
      {view.life.headDueOn !== null && (
        <b className="medium">
          <Message
            id="resume.life.headDue"
            values={{ date: <DateText date={view.life.headDueOn} /> }}
          />
        </b>
      )}
      <span className="muted">{t('resume.life.adults')}</span>
      {view.adults.length === 0 && <span>{t('resume.life.noAdults')}</span>}
      {view.adults.map(({ name, relation, birthDate }) => (
        <span key={`${name} ${birthDate}`}>
          {name} · {t.maybe(`registry.relation.${relation}`) ?? relation} ·{' '}
          <DateText date={birthDate} />
        </span>
      ))}
    </div>
  );
}

function Held({ view }: { view: LifeView }) {
  const t = useT();
  return (
    <div className="guided-facts">
      <span className="muted">{t('resume.life.heldList')}</span>
      {view.held.length === 0 && <span>{t('resume.life.noHeld')}</span>}
      {view.held.map(({ id, endToEndId, month, amount }) => (
        <a key={id} href={hrefOf('payments', id)} className="row">
          <MonthText month={month} />
          <Money amount={amount} />
          <Num>{endToEndId}</Num>
        </a>
      ))}
    </div>
  );
}
