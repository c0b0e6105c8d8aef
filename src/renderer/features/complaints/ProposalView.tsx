import { useT } from '../../lib/i18n/use-t.ts';
import { StatusChip } from '../../ui/Chip.tsx';
import { Rule } from '../../ui/cases/Rule.tsx';
import { DateText } from '../../ui/Figures.tsx';
import { Message } from '../../ui/Message.tsx';
import type { ComplaintFile } from './ComplaintCase.tsx';
import { FindingsList } from './FindingsList.tsx';
import { TotalLine } from './TotalLine.tsx';

/** What stands proposed or was decided: findings, outcome, sum and reasons, as the letter says them. */
export function ProposalView({
  file,
  proposal,
}: {
  file: ComplaintFile;
  proposal: NonNullable<ComplaintFile['proposal']>;
}) {
  const t = useT();
  return (
    <div className="side-body">
      <FindingsList
        months={proposal.months.map(({ month, finding, due, paid }) => {
          const facts = file.months.find((one) => one.month === month);
          return {
            month,
            finding,
            suggested: facts?.suggestedFinding ?? finding,
            due,
            computedDue: facts?.due ?? null,
            accounted: paid,
          };
        })}
      />
      <div className="kv">
        <span>{t('complaints.proposedOutcome')}</span>
        <StatusChip family="complaint" status={proposal.outcome} />
      </div>
      <TotalLine total={proposal.total} claimed={file.complaint.claimed} />
      <div className="field">
        <span className="label">{t('complaints.reasoning')}</span>
        <p className="reasoning" dir="auto">
          {proposal.reasoning}
        </p>
      </div>
      <Rule icon="person" tone="muted">
        <Message
          id="complaints.proposedBy"
          values={{ name: proposal.proposedBy, date: <DateText date={proposal.proposedOn} /> }}
        />
      </Rule>
    </div>
  );
}
