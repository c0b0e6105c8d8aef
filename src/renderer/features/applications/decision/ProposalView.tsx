import { articleWords } from '../../../lib/format/article-words.ts';
import { monthName } from '../../../lib/format/date-words.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { Code, StatusChip } from '../../../ui/Chip.tsx';
import { Rule } from '../../../ui/cases/Rule.tsx';
import { DateText, Money } from '../../../ui/Figures.tsx';
import { Message } from '../../../ui/Message.tsx';
import type { ApplicationFile } from '../application-file.ts';

/** What stands proposed or was decided: outcome, reasons with their articles, the sum, the words. */
export function ProposalView({
  proposal,
  isDecided = false,
}: {
  proposal: NonNullable<ApplicationFile['proposal']>;
  /** What came of it stands beside it. */
  isDecided?: boolean;
}) {
  const t = useT();
  const { outcome, reasons, reasoning, assessment, by, on } = proposal;
  return (
    <>
      {!isDecided && (
        <div className="app-kv">
          <span>{t('applications.proposedOutcome')}</span>
          <StatusChip
            family="application"
            status={outcome === 'accept' ? 'initialApproval' : 'refusalProposed'}
          />
        </div>
      )}
      {!isDecided && outcome === 'accept' && assessment !== null && (
        <div className="app-kv">
          <span>{t('applications.sumOf', { month: monthName(t, assessment.month) })}</span>
          <b>
            <Money amount={assessment.calculation.pension} unit />
          </b>
        </div>
      )}
      {reasons.length > 0 && (
        <ul className="app-reasons">
          {reasons.map(({ code, textAr, textEn, article, note }) => (
            <li key={code}>
              <Code>{code}</Code> {t.language === 'ar' ? textAr : textEn}{' '}
              {article !== '' && (
                <span className="cap muted nowrap">{articleWords(t, article)}</span>
              )}
              {note !== '' && (
                <span className="cap second block" dir="auto">
                  {note}
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      <div className="field">
        <span className="label">{t('applications.reasoning')}</span>
        <p className="app-words" dir="auto">
          {reasoning}
        </p>
      </div>
      <Rule icon="person" tone="muted">
        <Message
          id="applications.proposedBy"
          values={{ name: by.name, date: <DateText date={on} /> }}
        />
      </Rule>
    </>
  );
}
