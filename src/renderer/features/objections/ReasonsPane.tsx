import { setConflict, useIsConflicting } from '../../lib/cases/conflicts.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { Chip } from '../../ui/Chip.tsx';
import { ActionRefused } from '../../ui/cases/ActionRefused.tsx';
import { ConflictNotice } from '../../ui/cases/ConflictNotice.tsx';
import { Rule } from '../../ui/cases/Rule.tsx';
import './reasons.css';
import type { Evidence } from './objections-store.ts';
import { ReasonCard } from './ReasonCard.tsx';
import type { Findings, ReviewFile } from './use-findings.ts';

/** Every coded reason of the refusal, each with what the review finds about it. */
export function ReasonsPane({
  file,
  findings,
  active,
  onActivate,
  onShow,
  isEditable,
}: {
  file: ReviewFile;
  findings: Findings;
  active: string;
  onActivate: (code: string) => void;
  onShow: (evidence: Evidence) => void;
  isEditable: boolean;
}) {
  const t = useT();
  const found = findings.reasons.filter(({ finding }) => finding !== null).length;
  const of = findings.reasons.length;
  const isConflicting = useIsConflicting(file.objection.id);
  const back = file.events.findLast(({ type }) => type === 'sentBack');
  return (
    <section
      className="panel reasons"
      aria-label={t('objections.reasons')}
      data-pane=""
      tabIndex={-1}
    >
      <header>
        <h2>{t('objections.reasons')}</h2>
        <span className="sp" />
        <Chip
          tone={found === of ? 'success' : 'warning'}
          icon={found === of ? 'checks' : 'hourglass'}
        >
          {t(found === of ? 'objections.allFound' : 'objections.someFound', { found, of })}
        </Chip>
      </header>
      <div className="reasons-list">
        {file.objection.status === 'sentBack' && back !== undefined && (
          <Rule icon="undo" tone="danger">
            {t('cases.changedBy', {
              what: t('cases.event.sentBack'),
              name: back.officerName ?? '',
            })}
            {back.note !== null && (
              <b className="block medium" dir="auto">
                {back.note}
              </b>
            )}
          </Rule>
        )}
        {!isEditable && file.reasoning !== null && (
          <div className="summary">
            <h3>
              {t(
                file.objection.status === 'awaitingSecond'
                  ? 'objections.proposedSummary'
                  : 'objections.decidedSummary',
              )}
            </h3>
            <p dir="auto">{file.reasoning}</p>
          </div>
        )}
        {isConflicting && <ConflictNotice onSeen={() => setConflict(file.objection.id, false)} />}
        <ActionRefused error={findings.error} />
        {findings.reasons.map((reason) => (
          <ReasonCard
            key={reason.code}
            reason={reason}
            documents={file.documents}
            isActive={reason.code === active}
            isEditable={isEditable}
            onActivate={() => onActivate(reason.code)}
            onChange={(change) => findings.change(reason.code, change)}
            onLeave={() => void findings.saveAll()}
            onShow={onShow}
          />
        ))}
      </div>
    </section>
  );
}
