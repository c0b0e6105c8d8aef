import { useState } from 'react';
import { api } from '../../../lib/client.ts';
import { useCaseCommand } from '../../../lib/cases/conflicts.ts';
import { blockedWords } from '../../../lib/cases/blocked-words.ts';
import { monthName } from '../../../lib/format/date-words.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { hrefOf } from '../../../lib/route.ts';
import { toast } from '../../../lib/toasts.ts';
import { Button } from '../../../ui/Button.tsx';
import { NoteDialog } from '../../../ui/cases/NoteDialog.tsx';
import { Rule } from '../../../ui/cases/Rule.tsx';
import { StatusChip } from '../../../ui/Chip.tsx';
import { DateText, Money } from '../../../ui/Figures.tsx';
import type { ApplicationFile } from '../application-file.ts';
import { ProposalView } from './ProposalView.tsx';

/** How it ended, from when it holds, and what can still be asked for: a review within the year (REG 14), an objection. */
export function EndedSide({ file }: { file: ApplicationFile }) {
  const t = useT();
  const { id, version, number, status, beneficiaryId } = file.application;
  const { decision, cancellation, withdrawnOn, reviewUntil } = file;
  const [isAsking, setAsking] = useState(false);
  const review = useCaseCommand(id, api.applications.askReview, ['applications', 'today']);
  return (
    <>
      <div className="app-side-body">
        <div className="app-kv">
          <span>{t('applications.ended')}</span>
          <StatusChip family="application" status={status} />
        </div>
        {decision !== null && (
          <>
            <div className="app-kv">
              <span>{t('applications.decidedOn')}</span>
              <DateText date={decision.on} calendar="both" />
            </div>
            <div className="app-kv">
              <span>{t('applications.decidedBy')}</span>
              <b>{decision.by.name}</b>
            </div>
            {decision.from !== null && (
              <div className="app-kv">
                <span>{t('applications.takesEffect')}</span>
                <b>{monthName(t, decision.from)}</b>
              </div>
            )}
            {decision.pension !== null && (
              <div className="app-kv">
                <span>{t('applications.pension')}</span>
                <b>
                  <Money amount={decision.pension} unit />
                </b>
              </div>
            )}
          </>
        )}
        {cancellation !== null && (
          <Rule icon="ban" tone="warning">
            {t(`applications.cancelled.${cancellation.cause}`)} <DateText date={cancellation.on} />
          </Rule>
        )}
        {withdrawnOn !== null && (
          <Rule icon="exit" tone="warning">
            {t('applications.withdrawnOn')} <DateText date={withdrawnOn} />
          </Rule>
        )}
        {file.proposal !== null && (
          <ProposalView proposal={file.proposal} isDecided={decision !== null} />
        )}
        {status === 'finalApproval' && beneficiaryId !== null && (
          <a className="small" href={hrefOf('beneficiaries', beneficiaryId)}>
            {t('applications.openHousehold')}
          </a>
        )}
      </div>
      {status === 'refused' && (
        <footer className="app-side-foot">
          {reviewUntil !== null && (
            <Rule icon="clock" tone="muted">
              {t('applications.reviewUntil')} <DateText date={reviewUntil} calendar="both" />
            </Rule>
          )}
          {file.mayAskReview === null ? (
            <Button block icon="refresh" onPress={() => setAsking(true)}>
              {t('applications.askReview')}
            </Button>
          ) : (
            <Rule icon="lock" tone="muted">
              {blockedWords(t, file.mayAskReview)}
            </Rule>
          )}
        </footer>
      )}
      <NoteDialog
        isOpen={isAsking}
        onClose={() => {
          setAsking(false);
          review.reset();
        }}
        title={t('applications.askReview')}
        label={t('applications.reviewReason')}
        help={t('applications.reviewHelp')}
        confirmLabel={t('applications.askReview')}
        onConfirm={async (reason) => {
          const result = await review.run({ id, expectedVersion: version, reason });
          if (result.ok) toast({ tone: 'success', text: t('applications.reviewed', { number }) });
          return result.ok;
        }}
        isBusy={review.isBusy}
        error={review.error}
      />
    </>
  );
}
